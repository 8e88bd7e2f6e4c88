package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Diagnosis;
import dev.linkwright.LinkPath;
import dev.linkwright.Links;
import dev.linkwright.probe.FollowProbe;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Good links that the kernel does not follow, told from loops, from chains that are too long, and from permissions.
final class LinksThatAreNotFollowedTest {
    private static final Path PROTECTED_SYMLINKS = Path.of("/proc/sys/fs/protected_symlinks");
    private static final String SOMEBODY = "12345";
    private static final String NOBODY = "65534";

    @TempDir
    Path base;

    @BeforeEach
    void enter() throws IOException {
        ThisHost.linkSystem();
        Root.require();
        Bench.POSIX.require(Root.hasCommand("setpriv"), "setpriv of util-linux");
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aLinkOfSomebodyElseInAStickyDirectoryIsToldFromALoopAndFromAMissingPermission() throws Exception {
        Path sticky = Files.createDirectory(base.resolve("sticky"));
        Root.run("chmod", "1777", sticky.toString());
        Files.createFile(base.resolve("target"));
        Files.createSymbolicLink(sticky.resolve("theirs"), Path.of("../target"));
        Files.createSymbolicLink(sticky.resolve("of the owner"), Path.of("../target"));
        Files.createSymbolicLink(base.resolve("outside"), Path.of("sticky/theirs"));
        Files.createSymbolicLink(sticky.resolve("loop"), Path.of("loop"));
        Root.run("chown", "-h", SOMEBODY, sticky.resolve("theirs").toString());
        Path closed = Files.createDirectory(base.resolve("closed"));
        Files.createFile(closed.resolve("file"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(base.resolve("to closed"), Path.of("closed/file"));

        String isProtected = "UNREACHABLE, %d hops, ACCESS_DENIED EACCES (every part can be reached by itself; the system"
                + " does not follow a link there that belongs to somebody else: fs.protected_symlinks or another"
                + " policy)";
        assertThat(followedByNobody(sticky.resolve("theirs"), base.resolve("outside"), sticky.resolve("of the owner"),
                sticky.resolve("loop"), base.resolve("to closed"))).containsExactly(
                        "theirs: " + isProtected.formatted(1),
                        "outside: " + isProtected.formatted(2),
                        "of the owner: OK, 1 hops, -",
                        "loop: LOOP, 1 hops, TOO_MANY_LINKS_IN_PATH ELOOP (null)",
                        "to closed: UNREACHABLE, 1 hops, ACCESS_DENIED EACCES ('" + closed.toRealPath().resolve("file")
                                + "' cannot be looked at)");
    }

    @Test
    void aMountThatFollowsNoLinksIsToldFromALoopAndFromTheLimit() throws Exception {
        try (Mount mount = Mount.tmpfs(base.resolve("mount"), "size=1m,nosymfollow")) {
            Path place = mount.place();
            Files.createFile(place.resolve("target"));
            Files.createSymbolicLink(place.resolve("good"), Path.of("target"));
            Files.createSymbolicLink(base.resolve("outside"), Path.of("mount/good"));
            Files.createSymbolicLink(place.resolve("loop"), Path.of("loop"));
            Files.createFile(base.resolve("end"));
            Path chain = base.resolve("end");
            for (int i = 0; i <= 40; i++) {
                chain = Files.createSymbolicLink(base.resolve("chain-" + i), chain.getFileName());
            }

            String notFollowed = "UNREACHABLE, %d hops, UNREACHABLE ELOOP (the file system is mounted so that no links"
                    + " are followed: nosymfollow)";
            assertThat(followedByNobody(place.resolve("good"), base.resolve("outside"), place.resolve("loop"), chain))
                    .containsExactly(
                            "good: " + notFollowed.formatted(1),
                            "outside: " + notFollowed.formatted(2),
                            "loop: LOOP, 1 hops, TOO_MANY_LINKS_IN_PATH ELOOP (null)",
                            "chain-40: HOP_LIMIT, 41 hops, TOO_MANY_LINKS_IN_PATH ELOOP (null)");
        }
    }

    /// They can be made there, but that is of no use.
    @Test
    void whereNoLinkIsFollowedTheDoctorSaysSo() throws IOException {
        try (Mount mount = Mount.tmpfs(base.resolve("mount"), "size=1m,nosymfollow")) {
            Links links = Links.on(ThisHost.linkSystem());
            assertThat(links.diagnose(LinkPath.of(mount.place()), Diagnosis.Trying.NOTHING).conditions())
                    .singleElement().satisfies(condition -> {
                        assertThat(condition.hinders()).isTrue();
                        assertThat(condition.reason()).contains("no link here is followed", "nosymfollow");
                    });
            assertThat(links.diagnose(LinkPath.of(base), Diagnosis.Trying.NOTHING).conditions()).isEmpty();
        }
    }

    /// While the kernel protects links in sticky directories, as most distributions set it.
    private static List<String> followedByNobody(Path... paths) throws Exception {
        List<String> arguments = new ArrayList<>();
        for (Path path : paths) {
            arguments.add(path.toString());
        }
        String before = Files.readString(PROTECTED_SYMLINKS).strip();
        boolean isProtecting = before.equals("1");
        Bench.POSIX.require(isProtecting || Files.isWritable(PROTECTED_SYMLINKS), "fs.protected_symlinks");
        if (!isProtecting) {
            Files.writeString(PROTECTED_SYMLINKS, "1");
        }
        try {
            return new ChildJvm().under("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
                    .onClassPath().with("--enable-native-access=ALL-UNNAMED")
                    .run(FollowProbe.class, arguments.toArray(String[]::new)).lines();
        } finally {
            if (!isProtecting) {
                Files.writeString(PROTECTED_SYMLINKS, before);
            }
        }
    }
}
