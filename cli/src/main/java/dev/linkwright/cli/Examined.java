package dev.linkwright.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.linkwright.Capability;
import dev.linkwright.Condition;
import dev.linkwright.Diagnosis;
import dev.linkwright.Diagnosis.PlainLink;
import dev.linkwright.Diagnosis.Probe;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.JsonPart;
import dev.linkwright.cli.output.NulFields;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.text.Quoting;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// What was found out about one directory.
///
/// @param leftovers what interrupted runs had left there
/// @param removed   those of them that this run has removed
record Examined(Diagnosis diagnosis, List<Leftover> leftovers, List<LinkPath> removed, PathRules rules)
        implements
            Result {

    /// A temporary name, the text if it is that of a link, and whether it is never removed.
    record Leftover(LinkPath path, @Nullable LinkTarget target, boolean kept, PathRules rules) implements JsonPart {

        @Override
        public void writeJson(JsonFields fields) throws IOException {
            fields.name("path", path, rules);
            if (target != null) {
                fields.name("target", target, rules);
            }
            if (kept) {
                fields.flag("kept", true);
            }
        }
    }

    /// Whether any kind of symbolic link works; if nothing was tried, whether that is claimed.
    boolean canMakeLinks() {
        if (diagnosis.probes().isEmpty()) {
            return capabilities().has(Capability.SYMBOLIC_LINKS);
        }
        return diagnosis.probes().stream().anyMatch(probe -> probe.works() && probe.kind().endsWith("symlink"));
    }

    private LinkCapabilities capabilities() {
        return diagnosis.capabilities();
    }

    /// Why the system's own calls are not used; empty if they are.
    private Optional<String> whyNotNative() {
        return capabilities().has(Capability.NATIVE_CODES)
                ? Optional.empty()
                : capabilities().whyNot(Capability.NATIVE_CODES);
    }

    @Override
    public String type() {
        return "diagnosis";
    }

    @Override
    public LinkPath path() {
        return diagnosis.directory();
    }

    @Override
    public void writeText(Page page) throws IOException {
        page.name(path()).endLine();
        Labels.label(page, "links by").words(diagnosis.system());
        page.words(whyNotNative().map(why -> "  (" + Quoting.line(why) + ")").orElse("")).endLine();
        String type = capabilities().fileSystem();
        Labels.label(page, "file system").words(type.isEmpty() ? "not told" : Quoting.line(type)).endLine();
        if (!capabilities().mountOptions().isEmpty()) {
            Labels.label(page, "mounted").words(String.join(", ", mountOptions())).endLine();
        }
        for (Condition condition : diagnosis.conditions()) {
            writeCondition(page, condition);
        }
        for (Probe probe : diagnosis.probes()) {
            writeProbe(page, probe);
        }
        if (diagnosis.probes().isEmpty()) {
            writeClaims(page);
        }
        if (diagnosis.plainLink().isPresent()) {
            Labels.label(page, "plain link").words(words(diagnosis.plainLink().get())).endLine();
            Labels.label(page, "").words("create --reparse makes links that Windows follows").endLine();
        }
        for (Leftover leftover : leftovers) {
            boolean gone = removed.contains(leftover.path);
            Labels.label(page, gone ? "removed" : "left over").name(leftover.path);
            if (leftover.target != null) {
                page.words(" -> ").name(leftover.target);
            }
            page.endLine();
        }
        if (!diagnosis.kept().isEmpty()) {
            Labels.label(page, "")
                    .words("Not removed: a run was interrupted before both had their names. Rename the one"
                            + " that you need,")
                    .endLine();
            Labels.label(page, "").words("and remove the other.").endLine();
        }
    }

    private static void writeCondition(Page page, Condition condition) throws OutputFailure {
        if (condition.hinders()) {
            page.words("  ").words(Colour.PROBLEM, "hindered").words("    ");
        } else {
            Labels.label(page, "condition");
        }
        page.words(Quoting.line(condition.reason())).endLine();
        if (condition.remedy().isPresent()) {
            Labels.label(page, "").words(condition.remedy().get()).endLine();
        }
    }

    private static void writeProbe(Page page, Probe probe) throws OutputFailure {
        if (probe.works()) {
            Labels.label(page, "works").words(words(probe.kind())).endLine();
            return;
        }
        page.words("  ").words(Colour.PROBLEM, "fails").words("       ").words(words(probe.kind()));
        if (probe.failure().isPresent()) {
            FailureDetails failure = probe.failure().get();
            String remark = failure.remark();
            page.words(": ").words(failure.reason().sentence());
            page.words(remark == null ? "" : " (" + Quoting.line(remark) + ")");
            page.words(failure.codeName() == null ? "" : " [" + failure.codeName() + "]");
        }
        page.endLine();
        if (probe.remedy().isPresent()) {
            Labels.label(page, "").words(probe.remedy().get()).endLine();
        }
    }

    private void writeClaims(Page page) throws OutputFailure {
        for (Capability capability : Capability.values()) {
            Labels.label(page, capabilities().has(capability) ? "claimed" : "lacking").words(words(capability));
            String why = capabilities().whyNot(capability).orElse("");
            page.words(why.isEmpty() ? "" : ": " + Quoting.line(why)).endLine();
        }
    }

    private static String words(PlainLink link) {
        return switch (link) {
            case OF_THE_DRIVER -> "a file that only this driver follows; to Windows it is no link";
            case OF_WSL -> "a link of WSL, which Windows itself does not follow";
        };
    }

    private static String words(String kind) {
        return switch (kind) {
            case "symlink" -> "symbolic links";
            case "file-symlink" -> "symbolic links for files";
            case "directory-symlink" -> "symbolic links for directories";
            case "hard-link" -> "hard links";
            case "junction" -> "junctions";
            case "verbatim-text" -> "any text, kept to the letter";
            case "atomic-replace" -> "replacing a link so that nothing can be lost";
            default -> kind;
        };
    }

    private static String words(Capability capability) {
        return capability.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private List<String> mountOptions() {
        return capabilities().mountOptions().stream().sorted().toList();
    }

    @Override
    public void writeNul(NulFields fields) throws IOException {
        for (Probe probe : diagnosis.probes()) {
            fields.name(path()).word(probe.kind()).word(probe.works() ? "works" : "fails");
            fields.word(probe.failure().map(failure -> failure.reason().name()).orElse(""));
        }
    }

    @Override
    public void writeJson(JsonFields fields) throws IOException {
        fields.name("directory", path(), rules);
        fields.text("fileSystem", capabilities().fileSystem());
        fields.texts("mountOptions", mountOptions());
        fields.text("linkSystem", diagnosis.system());
        if (whyNotNative().isPresent()) {
            fields.text("whyNotNative", whyNotNative().get());
        }
        if (!diagnosis.conditions().isEmpty()) {
            List<JsonPart> conditions = new ArrayList<>();
            for (Condition condition : diagnosis.conditions()) {
                conditions.add(part -> writeCondition(part, condition));
            }
            fields.objects("conditions", conditions);
        }
        List<JsonPart> probes = new ArrayList<>();
        for (Probe probe : diagnosis.probes()) {
            probes.add(part -> writeProbe(part, probe));
        }
        fields.objects("probes", probes);
        List<JsonPart> lacks = new ArrayList<>();
        List<String> has = new ArrayList<>();
        for (Capability capability : Capability.values()) {
            if (capabilities().has(capability)) {
                has.add(capability.name());
            } else {
                lacks.add(part -> writeLack(part, capability));
            }
        }
        fields.texts("capabilities", has);
        fields.objects("lacks", lacks);
        if (diagnosis.plainLink().isPresent()) {
            boolean wsl = diagnosis.plainLink().get() == PlainLink.OF_WSL;
            fields.text("plainLink", wsl ? Kind.WSL_LINK.json() : "driver-link");
        }
        fields.objects("leftovers", leftovers.stream().filter(each -> !removed.contains(each.path)).toList());
        if (!removed.isEmpty()) {
            fields.objects("removed", leftovers.stream().filter(each -> removed.contains(each.path)).toList());
        }
    }

    private static void writeCondition(JsonFields fields, Condition condition) throws IOException {
        fields.text("kind", condition.kind());
        fields.text("state", condition.state());
        fields.flag("hinders", condition.hinders());
        fields.text("reason", condition.reason());
        if (condition.remedy().isPresent()) {
            fields.text("remedy", condition.remedy().get());
        }
    }

    private static void writeProbe(JsonFields fields, Probe probe) throws IOException {
        fields.text("kind", probe.kind());
        fields.flag("works", probe.works());
        if (probe.failure().isPresent()) {
            FailureDetails failure = probe.failure().get();
            fields.text("reason", failure.reason().name());
            fields.text("message", failure.describe());
            String codeName = failure.codeName();
            if (codeName != null) {
                fields.text("codeName", codeName);
            }
        }
        if (probe.remedy().isPresent()) {
            fields.text("remedy", probe.remedy().get());
        }
    }

    private void writeLack(JsonFields fields, Capability capability) throws IOException {
        fields.text("capability", capability.name());
        Optional<String> why = capabilities().whyNot(capability);
        if (why.isPresent()) {
            fields.text("why", why.get());
        }
    }
}
