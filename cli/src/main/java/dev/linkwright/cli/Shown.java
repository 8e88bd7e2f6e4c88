package dev.linkwright.cli;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.linkwright.Entry;
import dev.linkwright.Junction;
import dev.linkwright.Link;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.ReparsePoint;
import dev.linkwright.Resolution;
import dev.linkwright.SymbolicLink;
import dev.linkwright.VolumeMountPoint;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.NulFields;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.text.Quoting;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;
import dev.linkwright.reparse.ReparseTag;
import org.jspecify.annotations.Nullable;

/// Everything about one path.
///
/// @param entry      what stands there
/// @param resolution how following it ends; null for what is not a link
/// @param rules      how names are spelled
/// @param onWindows  what a plain link on a volume of Windows is to Windows; null elsewhere
record Shown(Entry entry, @Nullable Resolution resolution, PathRules rules, @Nullable String onWindows)
        implements
            Result {

    Shown(Entry entry, @Nullable Resolution resolution, PathRules rules) {
        this(entry, resolution, rules, null);
    }

    boolean isProblem() {
        return isDeceptive() || (resolution != null && resolution.state() != LinkState.OK);
    }

    private boolean isDeceptive() {
        return entry instanceof Link link && link.isDeceptive();
    }

    private Set<PathWarning> warnings() {
        return entry instanceof Link link ? link.windowsWarnings() : Set.of();
    }

    @Override
    public LinkPath path() {
        return entry.path();
    }

    @Override
    public void writeText(Page page) throws IOException {
        page.name(Colour.LINK, path()).endLine();
        Labels.label(page, "kind").words(kind().words()).endLine();
        if (entry instanceof Link link) {
            Labels.label(page, "text").name(link.target()).endLine();
        }
        Optional<LinkTarget> printName = printName();
        if (printName.isPresent()) {
            Labels.label(page, "print name").name(printName.get()).endLine();
        }
        if (tag() != 0) {
            Optional<String> tagName = new ReparseTag(tag()).name();
            Labels.label(page, "tag").words(hexTag()).words(tagName.isEmpty() ? "" : " " + tagName.get()).endLine();
        }
        Optional<Boolean> relative = relative();
        if (relative.isPresent()) {
            Labels.label(page, "relative").words(relative.get() ? "yes" : "no").endLine();
        }
        if (names() > 1) {
            Labels.label(page, "hard links").words(Long.toString(names())).endLine();
        }
        writeDoubts(page);
        Optional<String> defect = defect();
        if (defect.isPresent()) {
            Labels.label(page, "defect").words(Colour.PROBLEM, Quoting.line(defect.get())).endLine();
        }
        if (resolution != null) {
            new Ending(resolution, rules).writeText(page);
        }
    }

    private void writeDoubts(Page page) throws OutputFailure {
        if (isDeceptive()) {
            Labels.label(page, "deceptive").words(Colour.PROBLEM, "the print name is not what the link leads to")
                    .endLine();
        }
        for (PathWarning warning : new TreeSet<>(warnings())) {
            Labels.label(page, "warning").words(Colour.PROBLEM, PathWarnings.words(warning)).endLine();
        }
        if (onWindows != null) {
            Labels.label(page, "on Windows").words(onWindows).endLine();
        }
    }

    @Override
    public void writeNul(NulFields fields) throws IOException {
        fields.name(path()).word(kind().json());
        if (entry instanceof Link link) {
            fields.name(link.target());
        } else {
            fields.word("");
        }
        fields.word(resolution == null ? "" : State.of(resolution.state()).json());
    }

    @Override
    public void writeJson(JsonFields fields) throws IOException {
        fields.name("path", path(), rules);
        fields.text("kind", kind().json());
        if (entry instanceof Link link) {
            fields.name("target", link.target(), rules);
        }
        Optional<LinkTarget> printName = printName();
        if (printName.isPresent()) {
            fields.name("printName", printName.get(), rules);
        }
        if (tag() != 0) {
            fields.text("tag", hexTag());
        }
        Optional<Boolean> relative = relative();
        if (relative.isPresent()) {
            fields.flag("relative", relative.get());
        }
        if (names() > 1) {
            fields.number("linkCount", names());
        }
        Optional<String> defect = defect();
        if (defect.isPresent()) {
            fields.text("defect", defect.get());
        }
        if (!warnings().isEmpty()) {
            fields.texts("warnings", PathWarnings.json(warnings()));
        }
        if (resolution != null) {
            new Ending(resolution, rules).writeJson(fields);
        }
        if (isDeceptive() || onWindows != null) {
            fields.texts("verdicts", List.of(isDeceptive() ? "deceptive" : "not-portable"));
        }
    }

    /// How many names a file has; directories count in ways of their own.
    private long names() {
        return kind() == Kind.FILE ? entry.status().linkCount() : 0;
    }

    private Optional<String> defect() {
        return entry instanceof ReparsePoint point ? point.defect() : Optional.empty();
    }

    /// Where relative texts exist: whether this one is.
    private Optional<Boolean> relative() {
        return entry instanceof SymbolicLink link ? Optional.of(link.relative()) : Optional.empty();
    }

    private Optional<LinkTarget> printName() {
        if (entry instanceof SymbolicLink link) {
            return link.printName();
        }
        if (entry instanceof Junction junction) {
            return junction.printName();
        }
        return entry instanceof VolumeMountPoint mount ? mount.printName() : Optional.empty();
    }

    private Kind kind() {
        return Kind.of(entry);
    }

    private int tag() {
        return entry.status().reparseTag();
    }

    private String hexTag() {
        return "0x" + HexFormat.of().withUpperCase().toHexDigits(tag());
    }
}
