package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.probe.BytesProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names and texts are bytes: what they mean in some encoding is nobody's business. `ls` and `readlink` of the system
/// are asked for a second opinion.
final class BytesTest {
    private static final Name LINK = Name.of("link");

    @TempDir
    Path directory;

    private LinkSystem system;
    private Directory here;

    @BeforeEach
    void enter() {
        system = ThisHost.linkSystem();
        here = system.at(LinkPath.of(directory));
    }

    @Test
    void aTextIsStoredAsItIsGiven() throws Exception {
        for (String text : List.of("a//b/./c/../d/", "///", "/", ".", "..", "./", "a/", " ", "-n", "a\nb", "a\\b",
                "\u00e9\ud83d\ude00")) {
            here.makeLink(LINK, LinkTarget.of(text), TargetKind.UNSPECIFIED);

            assertThat(here.readLink(LINK)).isEqualTo(LinkTarget.of(text));
            assertThat(output("readlink", "-n", "--", directory.resolve("link").toString()))
                    .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            here.unlink(LINK);
        }
    }

    @Test
    void bytesThatAreNotUtf8AreKept() throws Exception {
        byte[] name = {(byte) 0xFF, 'n', (byte) 0xC3};
        byte[] text = {'t', (byte) 0x80, '/', (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xFE};
        here.makeLink(Name.ofBytes(name), LinkTarget.ofBytes(text), TargetKind.UNSPECIFIED);

        assertThat(here.readLink(Name.ofBytes(name)).bytes()).isEqualTo(text);
        try (Cursor cursor = here.list()) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.name().bytes()).isEqualTo(name);
            assertThat(cursor.next()).isFalse();
        }
        assertThat(output("ls", "-A", "--show-control-chars", directory.toString()))
                .containsExactly(0xFF, 'n', 0xC3, '\n');
        assertThat(output("sh", "-c", "readlink -n -- \"$1\"/*", "sh", directory.toString())).isEqualTo(text);
        here.unlink(Name.ofBytes(name));
    }

    @Test
    void everyByteThatANameCanHaveIsKept() throws IOException {
        List<Name> made = new ArrayList<>();
        for (int value = 1; value < 256; value++) {
            if (value != '/' && value != '.') {
                Name name = Name.ofBytes(new byte[]{(byte) value});
                here.makeLink(name, LinkTarget.ofBytes(new byte[]{(byte) value}), TargetKind.UNSPECIFIED);
                made.add(name);
            }
        }

        List<Name> found = new ArrayList<>();
        try (Cursor cursor = here.list()) {
            while (cursor.next()) {
                Name name = cursor.name();
                found.add(name);
                assertThat(here.readLink(name).bytes()).isEqualTo(name.bytes());
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(made);
        for (Name name : made) {
            here.unlink(name);
        }
    }

    @Test
    void aDirectoryWhoseNameIsNotUtf8IsEnteredAndHasThatPath() throws IOException {
        Name name = Name.ofBytes(new byte[]{'d', (byte) 0xE9});
        here.makeDirectory(name);
        try (Directory held = here.open(name)) {
            held.makeLink(LINK, LinkTarget.of("text"), TargetKind.UNSPECIFIED);
            LinkPath physical = held.physicalPath();
            assertThat(physical.name()).contains(name);
            assertThat(system.at(physical).readLink(LINK)).isEqualTo(LinkTarget.of("text"));
            assertThat(system.readLink(physical.resolve(LINK))).isEqualTo(LinkTarget.of("text"));
            held.unlink(LINK);
        }
        here.removeDirectory(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
    void theLocaleHasNoSay(String locale) throws Exception {
        ChildJvm.Outcome outcome = new ChildJvm().onClassPath().with("--enable-native-access=ALL-UNNAMED")
                .withEnvironment("LC_ALL", locale).run(BytesProbe.class, directory.toString());

        assertThat(outcome.lines()).isEqualTo(BytesProbe.EXPECTED);
    }

    @Test
    void aTextIsWholeHoweverMuchMemoryThereIsAtFirst() throws Exception {
        for (int memory : List.of(1, 2, 7, 8, 9, 64)) {
            for (int length : List.of(1, 2, 7, 8, 9, 31, 32, 33, 127, 128, 129, 4_095)) {
                LinkTarget text = LinkTarget.of("0123456789abcdef".repeat(256).substring(0, length));
                here.makeLink(LINK, text, TargetKind.UNSPECIFIED);
                try (Scratch scratch = new Scratch(memory)) {
                    LinkPath path = LinkPath.of(directory.resolve("link"));
                    assertThat(LinkText.read(new LinuxSystemCalls(), scratch, Numbers.LINUX_X86_64.atFdcwd(),
                            scratch.first.of(path)))
                            .isEqualTo(text);
                }
                here.unlink(LINK);
            }
        }
    }

    @Test
    void aTextThatIsTooLongIsToldFromANameThatIs() throws IOException {
        LinkTarget longest = LinkTarget.of("t".repeat(4_095));
        here.makeLink(LINK, longest, TargetKind.UNSPECIFIED);
        assertThat(here.readLink(LINK)).isEqualTo(longest);
        here.unlink(LINK);

        LinkFailure failure = refused(() -> here.makeLink(LINK, LinkTarget.of("t".repeat(4_096)),
                TargetKind.UNSPECIFIED), Reason.TARGET_TOO_LONG, "symlinkat", Errno.ENAMETOOLONG);
        assertThat(failure.target()).contains(LinkTarget.of("t".repeat(4_096)));
        refused(() -> here.makeLink(LINK, LinkTarget.of("t".repeat(1_000_000)), TargetKind.UNSPECIFIED),
                Reason.TARGET_TOO_LONG, "symlinkat", Errno.ENAMETOOLONG);
        refused(() -> here.makeLink(Name.of("n".repeat(256)), LinkTarget.of("t"), TargetKind.UNSPECIFIED),
                Reason.NAME_TOO_LONG, "symlinkat", Errno.ENAMETOOLONG);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aPathThatIsTooLongForTheSystemIsWalkedByHoldingItsDirectories() throws IOException {
        Name name = Name.of("d".repeat(200));
        LinkPath path = LinkPath.of(directory);
        List<Directory> held = new ArrayList<>();
        held.add(system.open(path));
        for (int depth = 0; depth < 30; depth++) {
            Directory last = held.get(depth);
            last.makeDirectory(name);
            held.add(last.open(name));
            path = path.resolve(name);
        }
        Directory deepest = held.get(30);
        deepest.makeLink(LINK, LinkTarget.of("text"), TargetKind.UNSPECIFIED);

        assertThat(deepest.readLink(LINK)).isEqualTo(LinkTarget.of("text"));
        Directory byPath = system.at(path);
        refused(() -> byPath.readLink(LINK), Reason.NAME_TOO_LONG, "readlinkat", Errno.ENAMETOOLONG);
        refused(() -> byPath.makeLink(Name.of("n"), LinkTarget.of("t"), TargetKind.UNSPECIFIED), Reason.NAME_TOO_LONG);
        refused(deepest::physicalPath, Reason.NAME_TOO_LONG);

        deepest.unlink(LINK);
        for (int depth = 30; depth > 0; depth--) {
            held.get(depth).close();
            held.get(depth - 1).removeDirectory(name);
        }
        held.get(0).close();
    }

    @Test
    void anEmptyTextIsRefusedBeforeTheSystemCanTakeItForAMissingDirectory() {
        LinkFailure failure = refused(() -> here.makeLink(LINK, LinkTarget.of(""), TargetKind.UNSPECIFIED),
                Reason.INVALID_TARGET);

        assertThat(failure.function()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void thePathsOfWindowsAreRefused() {
        LinkPath windows = LinkPath.of(PathRules.WINDOWS, "C:\\dir");

        assertThat(catchThrowable(() -> system.at(windows)))
                .isInstanceOf(ProviderMismatchException.class);
    }

    private static byte[] output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
