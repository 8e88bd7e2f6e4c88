package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.Entry;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Junction;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.NfsLink;
import dev.linkwright.OrdinaryEntry;
import dev.linkwright.Reason;
import dev.linkwright.ReparsePoint;
import dev.linkwright.Resolution;
import dev.linkwright.Status;
import dev.linkwright.SymbolicLink;
import dev.linkwright.TargetKind;
import dev.linkwright.VolumeMountPoint;
import dev.linkwright.WslLink;
import dev.linkwright.cli.output.JsonReport;
import dev.linkwright.cli.output.Output;
import dev.linkwright.cli.output.Page;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What only Windows has, shown on every machine.
final class ShownTest {
    private static final LinkPath PATH = LinkPath.of(PathRules.WINDOWS, "C:\\a");
    private static final LinkTarget TEXT = LinkTarget.of("C:\\t");
    private static final Optional<LinkTarget> LABEL = Optional.of(LinkTarget.of("other"));

    @Test
    void aJunctionIsShownWithBothNamesAndItsTag() throws IOException {
        Shown shown = shown(new Junction(PATH, status(FileType.REPARSE_POINT, ReparseTag.MOUNT_POINT, 1), TEXT, LABEL),
                LinkState.OK, null);

        assertThat(text(shown)).isEqualTo("""
                C:\\a
                  kind        junction
                  text        C:\\t
                  print name  other
                  tag         0xA0000003 IO_REPARSE_TAG_MOUNT_POINT
                  state       ok
                  ends at     C:\\t
                """);
        assertThat(json(shown)).isEqualTo(OutputSchema.read("""
                {"path": "C:\\\\a", "kind": "junction", "target": "C:\\\\t", "printName": "other", "tag": "0xA0000003",
                 "state": "ok", "resolved": "C:\\\\t"}
                """));
    }

    @Test
    void everyKindHasItsWordAndItsSpelling() throws IOException {
        Status link = status(FileType.REPARSE_POINT, ReparseTag.LX_SYMLINK, 1);

        assertThat(kinds(new WslLink(PATH, link, TEXT))).isEqualTo("WSL link, wsl-link");
        assertThat(kinds(new NfsLink(PATH, link, TEXT))).isEqualTo("NFS link, nfs-link");
        assertThat(kinds(new VolumeMountPoint(PATH, link, TEXT, LABEL))).isEqualTo("volume mount point, mount-point");
        assertThat(kinds(symbolicLink(TargetKind.FILE))).isEqualTo("file link, file-symlink");
        assertThat(kinds(symbolicLink(TargetKind.DIRECTORY))).isEqualTo("directory link, directory-symlink");
        assertThat(kinds(symbolicLink(TargetKind.UNSPECIFIED))).isEqualTo("symbolic link, symlink");
        assertThat(kinds(reparsePoint(ReparseTag.APPEXECLINK))).isEqualTo("app execution alias, app-execution-alias");
        assertThat(kinds(reparsePoint(ReparseTag.WOF))).isEqualTo("reparse point, other-reparse-point");
        assertThat(kinds(new OrdinaryEntry(PATH, status(FileType.DIRECTORY, null, 1))))
                .isEqualTo("directory, directory");
        assertThat(kinds(new OrdinaryEntry(PATH, status(FileType.SOCKET, null, 1))))
                .isEqualTo("neither file nor directory, other");
    }

    @Test
    void damagedReparseDataAreToldOnOneLine() throws IOException {
        Status status = status(FileType.FILE, ReparseTag.SYMLINK, 1);
        Shown shown = new Shown(new ReparsePoint(PATH, status, Optional.of("too\nshort")), null, PathRules.WINDOWS);

        assertThat(text(shown)).contains("  defect      too\\nshort\n");
        assertThat(json(shown).get("defect").asText()).isEqualTo("too\nshort");
    }

    @Test
    void theOtherNamesOfAFileAreCounted() throws IOException {
        Shown shown = shown(new OrdinaryEntry(PATH, status(FileType.FILE, null, 3)));

        assertThat(text(shown)).contains("  hard links  3\n");
        assertThat(json(shown).get("linkCount").asInt()).isEqualTo(3);
        assertThat(text(shown(new OrdinaryEntry(PATH, status(FileType.FILE, null, 1))))).doesNotContain("hard links");
        assertThat(text(shown(new OrdinaryEntry(PATH, status(FileType.DIRECTORY, null, 3)))))
                .doesNotContain("hard links");
    }

    @Test
    void whatCannotBeReachedIsShownWithTheReason() throws IOException {
        FailureDetails cause = FailureDetails.of("resolve", PATH, Reason.REMOTE_NOT_CHECKED)
                .withCode("NtOpenFile", 1463, "ERROR_SYMLINK_CLASS_DISABLED").withRemark("policy");
        Shown shown = shown(symbolicLink(TargetKind.FILE), LinkState.UNREACHABLE, cause);

        assertThat(text(shown)).contains("  state       target unreachable\n",
                "  why         the target is remote and was not looked at (policy) [ERROR_SYMLINK_CLASS_DISABLED]\n");
        assertThat(json(shown).get("state").asText()).isEqualTo("unreachable");
        assertThat(json(shown).get("reason").asText()).isEqualTo("REMOTE_NOT_CHECKED");
        assertThat(shown.isProblem()).isTrue();
    }

    @Test
    void everyStateHasItsSpelling() {
        assertThat(List.of(LinkState.values()).stream().map(State::of).map(State::json))
                .containsExactly("ok", "missing", "loop", "hop-limit", "unreachable", "wrong-type");
    }

    private static SymbolicLink symbolicLink(TargetKind kind) {
        Status status = new Status(FileType.SYMBOLIC_LINK, kind, ReparseTag.SYMLINK.value(), null, 1, 0, Instant.EPOCH,
                null);
        return new SymbolicLink(PATH, status, TEXT, false, Optional.empty());
    }

    private static ReparsePoint reparsePoint(ReparseTag tag) {
        return new ReparsePoint(PATH, status(FileType.FILE, tag, 1), Optional.empty());
    }

    private static Status status(FileType type, @Nullable ReparseTag tag, long linkCount) {
        return new Status(type, TargetKind.UNSPECIFIED, tag == null ? 0 : tag.value(), null, linkCount, 0,
                Instant.EPOCH, null);
    }

    private static Shown shown(Entry entry) {
        return new Shown(entry, null, PathRules.WINDOWS);
    }

    private static Shown shown(Entry entry, LinkState state, @Nullable FailureDetails cause) {
        LinkPath end = LinkPath.of(PathRules.WINDOWS, "C:\\t");
        Resolution resolution = new Resolution(PATH, state, List.of(), end, List.of(), null, cause);
        return new Shown(entry, resolution, PathRules.WINDOWS);
    }

    private static String kinds(Entry entry) throws IOException {
        String line = text(shown(entry)).lines().toList().get(1);
        return line.substring(14) + ", " + json(shown(entry)).get("kind").asText();
    }

    private static String text(Shown shown) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Output output = new Output(bytes)) {
            shown.writeText(new Page(output, Page.Names.QUOTED, Page.Colours.OFF));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(Shown shown) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Output output = new Output(bytes)) {
            JsonReport report = new JsonReport(output, "show", PathRules.WINDOWS);
            report.result(shown);
            report.finish();
        }
        return OutputSchema.document(bytes.toString(StandardCharsets.UTF_8)).get("results").get(0);
    }
}
