package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.linkwright.probe.OrdinaryUserProbe;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What permissions forbid, seen by a user who is not root: root is forbidden nothing.
final class OrdinaryUserTest {
    private static final Path PROTECTED_HARD_LINKS = Path.of("/proc/sys/fs/protected_hardlinks");
    private static final String NOBODY = "65534";
    private static final String NEEDS_WRITING = "Making a link needs permission to write in its directory.";

    @TempDir
    Path base;

    @BeforeEach
    void plant() throws IOException {
        ThisHost.linkSystem();
        Root.require();
        Bench.POSIX.require(Root.hasCommand("setpriv"), "setpriv of util-linux");
        Path searchable = directory("searchable", "rwx--x--x");
        Files.createSymbolicLink(searchable.resolve("link"), Path.of("found"));
        Files.createFile(directory("searchable/below", "rwxr-xr-x").resolve("file"));
        Files.createSymbolicLink(directory("closed", "rwx------").resolve("link"), Path.of("text"));
        Files.createSymbolicLink(directory("readable", "rwxr-xr-x").resolve("link"), Path.of("text"));
        Path sticky = directory("sticky", "rwxrwxrwx");
        Root.run("chmod", "+t", sticky.toString());
        Files.createSymbolicLink(sticky.resolve("link"), Path.of("text"));
        Files.setPosixFilePermissions(Files.createFile(sticky.resolve("secret")),
                PosixFilePermissions.fromString("rw-------"));
        permit(base, "rwxr-xr-x");
    }

    @Test
    void whatIsForbiddenIsToldWithItsReasonAndWhatHelps() throws Exception {
        Bench.POSIX.require(Files.readString(PROTECTED_HARD_LINKS).strip().equals("1"),
                "a kernel that protects hard links");

        ChildJvm.Outcome outcome = new ChildJvm()
                .under("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
                .onClassPath().with("--enable-native-access=ALL-UNNAMED")
                .run(OrdinaryUserProbe.class, base.toString());

        assertThat(outcome.lines()).containsExactly(
                "system: posix",
                "read by searching: found",
                "list what may only be searched: ACCESS_DENIED by openat EACCES, no advice",
                "below: true",
                "open what is closed: ACCESS_DENIED by openat EACCES, no advice",
                "look into what is closed: ACCESS_DENIED by statx EACCES, no advice",
                "read in what is closed: ACCESS_DENIED by readlinkat EACCES, no advice",
                "make where writing is forbidden: ACCESS_DENIED by symlinkat EACCES, " + NEEDS_WRITING,
                "make a directory where writing is forbidden: ACCESS_DENIED by mkdirat EACCES, no advice",
                "remove where writing is forbidden: ACCESS_DENIED by unlinkat EACCES, "
                        + "To remove something needs permission to write in its directory.",
                "make in a sticky directory: done",
                "remove another's link from a sticky directory: NOT_PERMITTED by unlinkat EPERM, "
                        + "In a sticky directory only owners remove; an immutable object nobody does.",
                "rename another's link in a sticky directory: NOT_PERMITTED by renameat2 EPERM, "
                        + "In a sticky directory only owners rename and replace; an immutable object nobody does.",
                "remove the own link from a sticky directory: done",
                "hard link to another's secret: NOT_PERMITTED by linkat EPERM, Only the owner, or who may read and "
                        + "write the file, can give it another name (fs.protected_hardlinks), and nobody if it is "
                        + "immutable.");
        assertThat(base.resolve("readable/new")).doesNotExist();
        assertThat(base.resolve("sticky/link")).isSymbolicLink();
    }

    private Path directory(String name, String permissions) throws IOException {
        Path made = Files.createDirectory(base.resolve(name));
        permit(made, permissions);
        return made;
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
