package dev.linkwright.cli;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.Entry;
import dev.linkwright.Junction;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.SymbolicLink;
import dev.linkwright.VolumeMountPoint;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.NulFields;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.path.PathRules;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.Verdict;
import org.jspecify.annotations.Nullable;

/// A link that a scan has found, as far as it is shown: there may be very many.
///
/// @param target   null without judgement
/// @param state    null without judgement
/// @param resolved null unless it ends somewhere
/// @param entry    null on POSIX
/// @param reason   null unless it cannot be followed
record FoundLink(LinkPath path, @Nullable LinkTarget target, Set<Verdict> verdicts, @Nullable State state,
        @Nullable LinkPath resolved, @Nullable Entry entry, @Nullable Reason reason, List<Step> cycle, PathRules rules)
        implements
            Result {

    static FoundLink of(ScanEvent.Found found, Links links) {
        List<Step> cycle = found.cycle().isEmpty() ? List.of() : Step.of(found.cycle(), links);
        State state = found.state().isEmpty() ? null : State.of(found.state().get());
        Reason reason = found.cause().isEmpty() || state == State.OK ? null : found.cause().get().reason();
        return new FoundLink(found.path(), found.target().orElse(null), found.verdicts(), state,
                found.resolved().orElse(null), found.entry().orElse(null), reason, cycle,
                links.linkSystem().rules());
    }

    /// The first in the order of gravity; null without judgement.
    @Nullable
    Verdict gravest() {
        return verdicts.isEmpty() ? null : verdicts.iterator().next();
    }

    @Override
    public void writeText(Page page) throws IOException {
        page.name(Colour.LINK, path);
        writeBehindPath(page);
    }

    /// The rest of the text, to the end of the line.
    void writeBehindPath(Page page) throws IOException {
        if (target != null) {
            page.words(" -> ").name(target);
        }
        Verdict first = gravest();
        boolean begun = false;
        for (Verdict other : verdicts) {
            if (other != first && other != Verdict.OK) {
                page.words(begun ? ", " : "  (").words(Verdicts.word(other));
                begun = true;
            }
        }
        page.words(begun ? ")" : "").endLine();
    }

    @Override
    public void writeNul(NulFields fields) throws IOException {
        fields.name(path);
        if (target != null) {
            fields.word(String.join(",", Verdicts.words(verdicts))).name(target);
        }
    }

    @Override
    public void writeJson(JsonFields fields) throws IOException {
        fields.name("path", path, rules);
        if (entry != null || rules == PathRules.POSIX) {
            fields.text("kind", (entry == null ? Kind.SYMLINK : Kind.of(entry)).json());
        }
        if (target != null) {
            fields.name("target", target, rules);
        }
        if (entry != null) {
            writeEntry(fields, entry);
        } else if (target != null) {
            fields.flag("relative", !verdicts.contains(Verdict.ABSOLUTE));
        }
        if (state != null) {
            fields.text("state", state.json());
        }
        if (!verdicts.isEmpty()) {
            fields.texts("verdicts", Verdicts.words(verdicts));
        }
        if (resolved != null) {
            fields.name("resolved", resolved, rules);
        }
        if (reason != null) {
            fields.text("reason", reason.name());
        }
        if (!cycle.isEmpty()) {
            fields.objects("cycle", cycle);
        }
    }

    private void writeEntry(JsonFields fields, Entry known) throws IOException {
        Optional<LinkTarget> printName = printName(known);
        if (printName.isPresent()) {
            fields.name("printName", printName.get(), rules);
        }
        int tag = known.status().reparseTag();
        if (tag != 0) {
            fields.text("tag", "0x" + HexFormat.of().withUpperCase().toHexDigits(tag));
        }
        if (known instanceof SymbolicLink link) {
            fields.flag("relative", link.relative());
        }
    }

    private static Optional<LinkTarget> printName(Entry known) {
        if (known instanceof SymbolicLink link) {
            return link.printName();
        }
        if (known instanceof Junction junction) {
            return junction.printName();
        }
        return known instanceof VolumeMountPoint mount ? mount.printName() : Optional.empty();
    }
}
