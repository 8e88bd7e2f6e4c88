package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import dev.linkwright.probe.Kernel32Probe;
import dev.linkwright.testing.Bench;
import dev.linkwright.win32.Kernel32;
import dev.linkwright.win32.Win32Error;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `CreateSymbolicLink` where there is no Windows: over libc, on file systems and for users who forbid something.
final class Kernel32OnLinuxTest {
    @TempDir
    Path base;

    private Kernel32 kernel32;

    @BeforeEach
    void load() {
        kernel32 = Kernel32.on(ThisHost.linkSystem());
    }

    @Test
    void theKernel32OfThisProcessMakesLinksOfThisSystem() throws IOException {
        Path link = base.resolve("link");

        assertThat(Kernel32.system().createSymbolicLink(link.toString(), "some/where", 0)).isTrue();

        assertThat(Files.readSymbolicLink(link)).hasToString("some/where");
    }

    @Test
    void aReadOnlyVolumeAnswers19() throws IOException {
        Root.require();
        try (Mount mount = Mount.tmpfs(base.resolve("mount"), "size=1m")) {
            mount.again("ro");
            refused(mount.place(), Win32Error.WRITE_PROTECT);
        }
    }

    @Test
    void aFullVolumeAnswers112() throws IOException {
        Root.require();
        try (Mount mount = Mount.tmpfs(base.resolve("mount"), "nr_inodes=1")) {
            refused(mount.place(), Win32Error.DISK_FULL);
        }
    }

    @Test
    void aTextTooLongForTheFileSystemAnswers4392() throws IOException {
        Root.require();
        try (Mount mount = Mount.image(base.resolve("mount"), 4 << 20, "mkfs.ext4", "-q", "-b", "1024")) {
            String link = mount.place().resolve("link").toString();
            assertThat(kernel32.createSymbolicLink(link, "t".repeat(1_100), 0)).isFalse();
            assertThat(kernel32.getLastError()).isEqualTo(Win32Error.INVALID_REPARSE_DATA.code());
            assertThat(Path.of(link)).doesNotExist();
        }
    }

    @Test
    void anNtfsVolumeOfLinuxHasLinksToo() throws IOException {
        Root.require();
        Bench.NTFS.require(Root.hasCommand("mkntfs") && Root.hasCommand("ntfs-3g"), "ntfs-3g");
        try (Mount mount = Mount.ntfs3g(base.resolve("mount"))) {
            Path link = mount.place().resolve("link");
            assertThat(kernel32.createSymbolicLink(link.toString(), "missing", 0)).isTrue();
            assertThat(Files.readSymbolicLink(link)).hasToString("missing");
            assertThat(kernel32.createSymbolicLink(link.toString(), "other", 0)).isFalse();
            assertThat(kernel32.getLastError()).isEqualTo(Win32Error.ALREADY_EXISTS.code());
        }
    }

    @Test
    void aUserWithoutPermissionIsAnswered5() throws Exception {
        Root.require();
        Bench.POSIX.require(Root.hasCommand("setpriv"), "setpriv of util-linux");
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(new ChildJvm().under("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups").onClassPath()
                .with("--enable-native-access=ALL-UNNAMED")
                .run(Kernel32Probe.class, base.resolve("link").toString(), "x").lines())
                .containsExactly("Access is denied. (5, ERROR_ACCESS_DENIED)");
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void withoutNativeCallsTheAnswersAreTheSame() throws Exception {
        String link = base.resolve("link").toString();
        ChildJvm jvm = new ChildJvm().onClassPath().with("-Dlinkwright.system=nio");

        assertThat(jvm.run(Kernel32Probe.class, link, "x").lines()).containsExactly("made, last error 0");
        assertThat(jvm.run(Kernel32Probe.class, link, "x").lines())
                .containsExactly("Cannot create a file when that file already exists. (183, ERROR_ALREADY_EXISTS)");
        assertThat(jvm.run(Kernel32Probe.class, base.resolve("no/link").toString(), "x").lines())
                .containsExactly("The system cannot find the path specified. (3, ERROR_PATH_NOT_FOUND)");
    }

    /// Nothing can be made in the directory, and nothing is left.
    private void refused(Path directory, Win32Error lastError) throws IOException {
        assertThat(kernel32.createSymbolicLink(directory.resolve("link").toString(), "x", 0)).isFalse();
        assertThat(kernel32.getLastError()).isEqualTo(lastError.code());
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).isEmpty();
        }
    }
}
