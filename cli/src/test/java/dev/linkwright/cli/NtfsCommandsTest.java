package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.Links;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.cli.startup.PlainLinkSystem;
import dev.linkwright.system.MountTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command line on a volume of Windows that ntfs-3g plays.
final class NtfsCommandsTest {
    private @Nullable NtfsVolume volume;
    private Path root;

    @BeforeEach
    void mount(@TempDir Path directory) throws IOException {
        NtfsVolume.requireBench();
        root = directory.toRealPath().resolve("volume");
        volume = NtfsVolume.mount(root, "loop");
        Files.createDirectories(root.resolve("dir/sub"));
        Files.writeString(root.resolve("dir/file"), "contents");
    }

    @AfterEach
    void unmount() throws IOException {
        NtfsVolume mounted = volume;
        if (mounted != null) {
            volume = null;
            mounted.close();
        }
    }

    private Ran run(String... arguments) {
        return Cli.in(root).run(arguments);
    }

    @Test
    void eachKindOfLinkIsMadeReadShownChangedAndRemoved() {
        assertThat(run("create", "--reparse", "f", "dir/file").out()).isEqualTo("f -> dir\\file  (file link, ok)\n");
        assertThat(run("create", "--reparse", "d", "dir").out()).isEqualTo("d -> dir  (directory link, ok)\n");
        assertThat(run("create", "--reparse", "--kind=junction", "--drive", "d:", "j", "dir/sub").out())
                .isEqualTo("j -> D:\\dir\\sub  (junction, ok)\n");
        assertThat(run("create", "--reparse", "--kind=directory", "later", "not/yet").out())
                .isEqualTo("later -> not\\yet  (directory link, target missing)\n");

        assertThat(run("read", "-0", "f", "d", "j", "later").out())
                .isEqualTo("dir\\file\0dir\0D:\\dir\\sub\0not\\yet\0");
        assertThat(run("show", "f").out()).isEqualTo("""
                f
                  kind        file link
                  text        dir\\file
                  print name  dir\\file
                  tag         0xA000000C IO_REPARSE_TAG_SYMLINK
                  relative    yes
                  state       ok
                  ends at     ROOT/dir/file  (file)
                """.replace("ROOT", root.toString()));
        assertThat(run("trace", "j/").out()).contains("hop 1       " + root + "/j -> D:\\dir\\sub");
        JsonNode changed = run("retarget", "--json", "f", "dir/sub").document().get("results").get(0);
        assertThat(changed.get("guarantee").asText()).isEqualTo("in-place");
        assertThat(changed.get("kind").asText()).isEqualTo("file-symlink");
        assertThat(changed.get("state").asText()).isEqualTo("wrong-type");
        assertThat(run("remove", "f", "d", "j", "later").code()).isZero();
        assertThat(root.toFile().list()).containsExactly("dir");
    }

    @Test
    void aPlainLinkIsToldToBeNoneForWindows() {
        assertThat(run("create", "plain", "dir").out()).isEqualTo("plain -> dir  (symbolic link, ok)\n");
        assertThat(run("show", "plain").out())
                .contains("on Windows  no link but a file with the attribute system; only ntfs-3g follows it\n");
        assertThat(run("show", "--json", "plain").document().get("results").get(0).get("verdicts").get(0).asText())
                .isEqualTo("not-portable");
        assertThat(run("retarget", "plain", "x").code()).isEqualTo(5);
        assertThat(run("read", "plain").out()).isEqualTo("dir\n");
        assertThat(run("retarget", "--allow-gap", "plain", "x").code()).isZero();
        assertThat(run("remove", "plain").code()).isZero();
    }

    @Test
    void linksOfWslAreToldToBeFollowedByWslOnly() throws IOException {
        unmount();
        volume = NtfsVolume.mount(root, "loop,special_files=wsl");
        assertThat(run("create", "plain", "dir").out()).startsWith("plain -> dir  (");
        assertThat(run("show", "plain").out()).contains("kind        WSL link\n").contains("text        dir\n")
                .contains("on Windows  only WSL follows it\n");
        assertThat(run("doctor").out()).contains("plain link  a link of WSL, which Windows itself does not follow\n");
        assertThat(run("retarget", "plain", "dir/sub").code()).isZero();
        assertThat(run("remove", "plain").code()).isZero();
    }

    @Test
    void doctorTellsWhatAPlainLinkIsAndWhatElseCanBeMade() {
        Ran ran = run("doctor");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("file system ntfs-3g\n").contains("works       symbolic links for files\n")
                .contains("works       symbolic links for directories\n").contains("works       junctions\n")
                .contains("plain link  a file that only this driver follows; to Windows it is no link\n")
                .contains("create --reparse makes links that Windows follows\n");
        assertThat(run("doctor", "--json").document().get("results").get(0).get("plainLink").asText())
                .isEqualTo("driver-link");
        assertThat(root.toFile().list()).containsExactly("dir");
    }

    @Test
    void scanFindsAndJudgesThem() {
        run("create", "--reparse", "ok", "dir/file");
        run("create", "--reparse", "missing", "no/where");
        run("create", "--reparse", "--kind=junction", "--drive=C", "junction", "dir");
        run("create", "plain", "dir");
        JsonNode results = run("scan", "--json", ".").document().get("results");
        assertThat(results.findValuesAsText("target")).containsExactlyInAnyOrder("dir\\file", "no\\where", "C:\\dir",
                "dir");
        assertThat(results.findValuesAsText("kind")).containsExactlyInAnyOrder("file-symlink", "file-symlink",
                "junction", "symlink");
        assertThat(run("scan", "--fail-on", "missing", ".").code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NUL,        device-name
            file:s,     stream
            .\\a:b,     stream
            dot.,       trailing-dot-or-blank
            a<b,        invalid-character
            \\??\\C:\\x, form-contradicts-flag
            """)
    void whatWindowsCannotFollowIsMadeAsAskedAndWarnedOf(String text, String warning) {
        Ran ran = run("create", "--reparse", "--json", "odd", text);
        assertThat(ran.code()).isZero();
        JsonNode made = ran.document().get("results").get(0);
        assertThat(made.get("target").asText()).isEqualTo(text);
        assertThat(made.get("warnings").get(0).asText()).isEqualTo(warning);
        assertThat(ran.err()).startsWith("linkwright: create: warning: on Windows 'odd' will not lead there: ");
        assertThat(run("show", "--json", "odd").document().get("results").get(0).get("warnings").get(0).asText())
                .isEqualTo(warning);
        assertThat(run("show", "odd").out()).contains("  warning     ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            C:foo,     1, INVALID_TARGET
            a:b,       1, INVALID_TARGET
            '',        1, INVALID_TARGET
            /etc,      4, VOLUME_NOT_NAMED
            """)
    void whatHasNoMeaningIsRefused(String text, int code, String reason) {
        Ran ran = run("create", "--reparse", "--json", "odd", text);
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.document().get("errors").get(0).get("reason").asText()).isEqualTo(reason);
        assertThat(root.toFile().list()).containsExactly("dir");
    }

    @Test
    void aJunctionIsNeverGuessed() {
        Ran ran = run("create", "--reparse", "--kind", "junction", "j", "dir");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("--drive");
        assertThat(run("create", "--kind", "junction", "j", "dir").code()).isEqualTo(4);
        assertThat(root.toFile().list()).containsExactly("dir");
    }

    @Test
    void aDryRunMakesNothingAndSaysWhatItWouldMake() {
        assertThat(run("create", "-n", "--reparse", "j", "-k", "junction", "--drive", "C:", "dir").out())
                .startsWith("j -> C:\\dir  (junction").endsWith("dry run)\n");
        assertThat(run("create", "-n", "--reparse", "l", "dir/file").out()).startsWith("l -> dir\\file  (file link");
        assertThat(root.toFile().list()).containsExactly("dir");
    }

    /// The way of plain runs would take what readlink says for what is stored.
    @Test
    void plainRunsUseTheSystemsOwnCallsOnSuchAVolume(@TempDir Path elsewhere) throws IOException {
        run("create", "--reparse", "upper", "DIR/FILE");
        assertThat(Files.readSymbolicLink(root.resolve("upper"))).isEqualTo(Path.of("dir/file"));
        Path way = Files.createSymbolicLink(elsewhere.resolve("way"), root);
        Links plain = Links.on(Objects.requireNonNull(Main.ofProcess(new String[]{"read", "upper"}).plainSystem()));

        assertThat(plain.read(LinkPath.of(root.resolve("upper")))).hasToString("DIR\\FILE");
        assertThat(plain.read(LinkPath.of(way.resolve("upper")))).hasToString("DIR\\FILE");
    }

    /// Many a machine has a disk of Windows mounted all the time.
    @Test
    void plainRunsNeedNoCallsOfTheSystemsOwnBesideSuchAVolume(@TempDir Path elsewhere) throws IOException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), root);
        long[] translating = Objects.requireNonNull(MountTable.devicesOfNtfs3g());
        Links plain = Links.on(new PlainLinkSystem(() -> fail("native calls"), "UTF-8", translating));

        assertThat(translating).contains((long) Files.getAttribute(root, "unix:dev"));
        assertThat(plain.read(LinkPath.of(link))).hasToString(root.toString());
        assertThat(plain.state(LinkPath.of(link))).isEqualTo(LinkState.OK);
    }

    @Test
    void readmeShowsWhatIsPrintedThere(@TempDir Path scratch) throws Exception {
        Path home = Files.createDirectory(scratch.resolve("place"));
        try (NtfsVolume disk = NtfsVolume.mount(home.resolve("disk"), "loop")) {
            Files.createDirectories(disk.place().resolve("Music/2025"));
            Files.createDirectories(disk.place().resolve("Music/2026"));
            for (String block : Tour.blocks(Path.of("..", "README.md"), "console ntfs")) {
                assertThat(Tour.transcriptOf(block.lines().toList(), scratch, home)).isEqualTo(block);
            }
        }
    }
}
