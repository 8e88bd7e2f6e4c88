package dev.linkwright.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.JsonPart;
import dev.linkwright.cli.output.NulFields;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// What has become of one tree.
///
/// @param path the tree, or the copy of it
/// @param source what it is a copy of; null if it is none
/// @param counts what was done to how many; what is not counted is not told
/// @param end how far it came
/// @param words for people, how that is said
/// @param losses what the copy lacks
record TreeResult(LinkPath path, @Nullable LinkPath source, SortedMap<TreeCount, Long> counts, End end, String words,
        List<JsonPart> losses, PathRules rules) implements Result {

    /// How far the work came.
    enum End {
        COMPLETE,
        INCOMPLETE,
        DRY_RUN,
        INCOMPLETE_DRY_RUN;

        static End of(boolean complete, boolean dryRun) {
            if (dryRun) {
                return complete ? DRY_RUN : INCOMPLETE_DRY_RUN;
            }
            return complete ? COMPLETE : INCOMPLETE;
        }

        boolean isComplete() {
            return this == COMPLETE || this == DRY_RUN;
        }

        boolean isDryRun() {
            return this == DRY_RUN || this == INCOMPLETE_DRY_RUN;
        }
    }

    /// How many objects there were, so whether anything was done.
    long objects() {
        long objects = 0;
        for (Map.Entry<TreeCount, Long> each : counts.entrySet()) {
            objects += each.getKey() == TreeCount.BYTES ? 0 : each.getValue();
        }
        return objects;
    }

    @Override
    public String type() {
        return "tree";
    }

    @Override
    public void writeText(Page page) throws IOException {
        if (source != null) {
            page.name(source).words(" => ");
        }
        page.name(Colour.LINK, path).words("  (").words(words + sum()).words(")").endLine();
    }

    /// `3 directories, 1 link`: only what there is any of.
    private String sum() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, number) -> {
            if (number > 0) {
                text.append(text.isEmpty() ? "" : ", ").append(what.words(number));
            }
        });
        return text.isEmpty() ? "nothing" : text.toString();
    }

    @Override
    public void writeNul(NulFields fields) throws IOException {
        fields.name(path);
        if (source != null) {
            fields.name(source);
        }
        for (Map.Entry<TreeCount, Long> each : counts.entrySet()) {
            if (each.getKey() != TreeCount.HARD_LINKS) {
                fields.word(String.valueOf(each.getValue()));
            }
        }
    }

    @Override
    public void writeJson(JsonFields fields) throws IOException {
        fields.name("path", path, rules);
        if (source != null) {
            fields.name("source", source, rules);
        }
        for (Map.Entry<TreeCount, Long> each : counts.entrySet()) {
            fields.number(each.getKey().field(), each.getValue());
        }
        fields.flag("complete", end.isComplete());
        if (!losses.isEmpty()) {
            fields.objects("losses", losses);
        }
        if (end.isDryRun()) {
            fields.flag("dryRun", true);
        }
    }
}
