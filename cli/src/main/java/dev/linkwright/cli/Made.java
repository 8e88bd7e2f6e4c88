package dev.linkwright.cli;

import java.io.IOException;
import java.util.Set;

import dev.linkwright.Creation;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.ReparseCreation;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.NulFields;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;
import org.jspecify.annotations.Nullable;

/// The link that was made, or in a dry run would have been, or was there already.
///
/// @param creation what came of it; null for a hard link or a reparse point
/// @param warnings why Windows cannot follow a reparse point
/// @param isDryRun whether nothing was really done
record Made(
        LinkPath path,
        LinkTarget target,
        Kind kind,
        @Nullable State state,
        @Nullable Creation creation,
        Set<PathWarning> warnings,
        boolean isDryRun,
        PathRules rules) implements Result {

    static Made hardLink(LinkPath path, LinkTarget target, Work work) {
        return new Made(path, target, Kind.HARD_LINK, null, null, Set.of(), work.isDryRun(), work.rules());
    }

    static Made symbolicLink(Creation creation, LinkTarget text, @Nullable State state, Work work) {
        return new Made(creation.link(), text, Kind.ofSymbolicLink(creation.targetKind()), state, creation,
                Set.of(), work.isDryRun(), work.rules());
    }

    static Made reparsePoint(ReparseCreation creation, @Nullable State state, Work work) {
        return new Made(creation.link().path(), creation.link().target(), Kind.of(creation.link()), state, null,
                creation.warnings(), work.isDryRun(), work.rules());
    }

    private boolean wasThere() {
        return creation != null && !creation.created();
    }

    @Override
    public void writeText(Page page) throws IOException {
        page.name(Colour.LINK, path).words(" -> ").name(target).words("  (").words(kind.words());
        if (state == State.OK) {
            page.words(", ").words(state.words());
        } else if (state != null) {
            page.words(", ").words(Colour.PROBLEM, state.words());
        }
        if (wasThere()) {
            page.words(", there already");
        } else if (creation != null && creation.previous() != null) {
            page.words(", was ").name(creation.previous());
            Lost.writeText(page, creation.notKept());
        }
        if (creation != null && creation.backup() != null) {
            page.words(", backup ").name(creation.backup());
        }
        page.words(isDryRun ? ", dry run)" : ")").endLine();
    }

    @Override
    public void writeNul(NulFields fields) throws IOException {
        fields.name(path).name(target);
    }

    @Override
    public void writeJson(JsonFields fields) throws IOException {
        fields.name("path", path, rules);
        fields.text("kind", kind.json());
        fields.name("target", target, rules);
        if (state != null) {
            fields.text("state", state.json());
        }
        fields.flag("created", !isDryRun && !wasThere());
        if (creation != null) {
            writeReplacement(fields, creation);
        }
        if (!warnings.isEmpty()) {
            fields.texts("warnings", PathWarnings.json(warnings));
        }
        if (isDryRun) {
            fields.flag("dryRun", true);
        }
    }

    private void writeReplacement(JsonFields fields, Creation made) throws IOException {
        LinkTarget previous = made.previous();
        if (previous != null) {
            fields.name("previous", previous, rules);
        }
        if (made.guarantee() != null) {
            fields.text("guarantee", Guarantees.json(made.guarantee()));
        }
        Lost.writeJson(fields, made.notKept());
        LinkPath backup = made.backup();
        if (backup != null) {
            fields.name("backup", backup, rules);
        }
    }
}
