package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.Failures.refused;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Creation;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only a file system of its own shows: a full one, a read-only one, a border between two.
final class MountedPlacesTest {
    private static final Name LINK = Name.of("link");
    private static final LinkTarget TEXT = LinkTarget.of("text");

    @TempDir
    Path base;

    private LinkSystem system;

    @BeforeEach
    void enter() throws IOException {
        system = ThisHost.linkSystem();
        Root.require();
    }

    @Test
    void aFullFileSystemMakesNothing() throws IOException {
        try (Mount full = Mount.tmpfs(base.resolve("full"), "nr_inodes=5"); Directory held = open(full)) {
            int made = 0;
            LinkFailure failure;
            while (true) {
                try {
                    held.makeLink(Name.of("link" + made), TEXT, TargetKind.UNSPECIFIED);
                    made++;
                } catch (FileSystemException e) {
                    failure = (LinkFailure) e;
                    break;
                }
            }
            int last = made;
            assertThat(failure.reason()).isEqualTo(Reason.NO_SPACE);
            assertThat(failure.codeName()).contains("ENOSPC");
            assertThat(failure.advice()).isPresent();
            refused(() -> held.makeDirectory(Name.of("directory")), Reason.NO_SPACE, "mkdirat", Errno.ENOSPC);
            refused(() -> Links.on(system).create(at(full).resolve(LINK), TEXT, CreateOptions.defaults()),
                    Reason.NO_SPACE, "symlinkat", Errno.ENOSPC);
            assertThat(count(held)).isEqualTo(last).isPositive();
        }
    }

    @Test
    void aReadOnlyMountChangesNothing() throws IOException {
        try (Mount mount = Mount.tmpfs(base.resolve("ro"), "size=1m")) {
            Directory here = system.at(at(mount));
            here.makeLink(LINK, TEXT, TargetKind.UNSPECIFIED);
            mount.again("ro");

            Name other = Name.of("other");
            refused(() -> here.makeLink(other, TEXT, TargetKind.UNSPECIFIED), Reason.READ_ONLY_FILE_SYSTEM,
                    "symlinkat", Errno.EROFS);
            refused(() -> here.makeDirectory(other), Reason.READ_ONLY_FILE_SYSTEM, "mkdirat", Errno.EROFS);
            refused(() -> here.makeHardLink(other, here, LINK), Reason.READ_ONLY_FILE_SYSTEM, "linkat", Errno.EROFS);
            refused(() -> here.rename(LINK, here, other, RenameMode.REPLACE), Reason.READ_ONLY_FILE_SYSTEM,
                    "renameat", Errno.EROFS);
            refused(() -> here.rename(LINK, here, other, RenameMode.NO_REPLACE), Reason.READ_ONLY_FILE_SYSTEM,
                    "renameat2", Errno.EROFS);
            refused(() -> here.unlink(LINK), Reason.READ_ONLY_FILE_SYSTEM, "unlinkat", Errno.EROFS);
            assertThat(here.readLink(LINK)).isEqualTo(TEXT);
            assertThat(here.capabilities().mountOptions()).containsExactly("ro");
        }
    }

    @Test
    void aMountThatFollowsNoLinksSaysSo() throws IOException {
        try (Mount mount = Mount.tmpfs(base.resolve("mount"), "size=1m,nosymfollow")) {
            Directory here = system.at(at(mount));
            Files.createFile(mount.place().resolve("text"));
            here.makeLink(LINK, TEXT, TargetKind.UNSPECIFIED);

            refused(() -> here.follow(LINK), Reason.TOO_MANY_LINKS_IN_PATH, "statx", Errno.ELOOP);
            assertThat(here.readLink(LINK)).isEqualTo(TEXT);
            assertThat(here.capabilities().mountOptions()).containsExactly("nosymfollow");
        }
    }

    @Test
    void nothingIsLinkedOrMovedFromOneFileSystemToAnother() throws IOException {
        try (Mount one = Mount.tmpfs(base.resolve("one"), "size=1m");
                Mount other = Mount.tmpfs(base.resolve("other"), "size=1m")) {
            Directory here = system.at(at(one));
            Directory there = system.at(at(other));
            here.makeLink(LINK, TEXT, TargetKind.UNSPECIFIED);

            LinkFailure failure = refused(() -> there.makeHardLink(LINK, here, LINK), Reason.CROSS_FILE_SYSTEM,
                    "linkat", Errno.EXDEV);
            assertThat(failure.target()).contains(LinkTarget.of(at(one) + "/link"));
            for (RenameMode mode : RenameMode.values()) {
                refused(() -> here.rename(LINK, there, LINK, mode), Reason.CROSS_FILE_SYSTEM);
            }
            assertThat(other.place()).isEmptyDirectory();
            assertThat(here.readLink(LINK)).isEqualTo(TEXT);
        }
    }

    @Test
    void aBindMountShowsTheSameObjectsThroughAnotherMount() throws IOException {
        Path origin = Files.createDirectory(base.resolve("origin"));
        try (Mount bound = Mount.bind(origin, base.resolve("bound"))) {
            Directory here = system.at(LinkPath.of(origin));
            here.makeLink(LINK, TEXT, TargetKind.UNSPECIFIED);

            Identity one = requireNonNull(here.stat(LINK).identity());
            Identity other = requireNonNull(system.at(at(bound)).stat(LINK).identity());

            assertThat(one.isSameObjectAs(other)).isTrue();
            assertThat(one.isSameMountAs(other)).isFalse();
            assertThat(one.mount()).isNotZero();
        }
    }

    @Test
    void capabilitiesAreThoseOfWhatIsMountedNow() throws IOException {
        Path place = Files.createDirectory(base.resolve("place"));
        Directory named = system.at(LinkPath.of(place));
        try (Directory held = system.open(LinkPath.of(place))) {
            String before = named.capabilities().fileSystem();
            assertThat(held.capabilities().fileSystem()).isEqualTo(before);
            try (Mount mount = Mount.image(place, 4 << 20, "mkfs.ext4", "-q", "-b", "1024")) {
                mount.again("ro");
                assertThat(named.capabilities().fileSystem()).isEqualTo("ext4");
                assertThat(named.capabilities().mountOptions()).containsExactly("ro");
                assertThat(held.capabilities().mountOptions()).isEmpty();
                refused(held::physicalPath, Reason.NOT_FOUND);
            }
            assertThat(named.capabilities().mountOptions()).isEmpty();
            assertThat(named.capabilities().fileSystem()).isEqualTo(before);
        }
    }

    @Test
    void aTextTooLongForTheFileSystemIsToldFromANameThatIs() throws IOException {
        try (Mount small = Mount.image(base.resolve("small"), 4 << 20, "mkfs.ext4", "-q", "-b", "1024")) {
            Directory here = system.at(at(small));
            here.makeLink(LINK, LinkTarget.of("t".repeat(1_000)), TargetKind.UNSPECIFIED);
            Name other = Name.of("other");

            refused(() -> here.makeLink(other, LinkTarget.of("t".repeat(1_100)), TargetKind.UNSPECIFIED),
                    Reason.TARGET_TOO_LONG, "symlinkat", Errno.ENAMETOOLONG);
            refused(() -> here.makeLink(Name.of("n".repeat(256)), LinkTarget.of("t".repeat(1_000)),
                    TargetKind.UNSPECIFIED), Reason.NAME_TOO_LONG, "symlinkat", Errno.ENAMETOOLONG);
            assertThat(here.readLink(LINK).length()).isEqualTo(1_000);
        }
    }

    @Test
    void anImmutableObjectIsNeitherLinkedNorRemovedAndItIsSaidWhatMayBeTheCause() throws IOException {
        try (Mount mount = Mount.image(base.resolve("mount"), 4 << 20, "mkfs.ext4", "-q")) {
            Path directory = Files.createDirectory(mount.place().resolve("directory"));
            Files.createSymbolicLink(directory.resolve("link"), Path.of("text"));
            Path file = Files.createFile(mount.place().resolve("file"));
            Root.run("chattr", "+i", directory.toString(), file.toString());
            Directory here = system.at(LinkPath.of(directory));
            Directory above = system.at(at(mount));
            try {
                assertThat(refused(() -> here.makeLink(Name.of("new"), TEXT, TargetKind.UNSPECIFIED),
                        Reason.NOT_PERMITTED, "symlinkat", Errno.EPERM).advice().orElseThrow()).contains("immutable");
                assertThat(refused(() -> here.unlink(LINK), Reason.NOT_PERMITTED, "unlinkat", Errno.EPERM)
                        .advice().orElseThrow()).contains("immutable");
                assertThat(refused(() -> above.makeHardLink(LINK, above, Name.of("file")), Reason.NOT_PERMITTED,
                        "linkat", Errno.EPERM).advice().orElseThrow()).contains("immutable");
            } finally {
                Root.run("chattr", "-i", directory.toString(), file.toString());
            }
        }
    }

    @Test
    void anOverlayIsALocalFileSystem() throws IOException {
        try (Mount memory = Mount.tmpfs(base.resolve("memory"), "size=1m")) {
            for (String part : new String[]{"lower", "upper", "work"}) {
                Files.createDirectory(memory.place().resolve(part));
            }
            Files.createSymbolicLink(memory.place().resolve("lower/below"), Path.of("text"));
            try (Mount overlay = Mount.overlay(memory.place().resolve("lower"), memory.place().resolve("upper"),
                    memory.place().resolve("work"), base.resolve("overlay"))) {
                Directory here = system.at(at(overlay));
                here.makeLink(LINK, LinkTarget.of("above"), TargetKind.UNSPECIFIED);
                here.rename(LINK, here, Name.of("below"), RenameMode.EXCHANGE);

                assertThat(here.readLink(LINK)).isEqualTo(TEXT);
                assertThat(here.capabilities().fileSystem()).isEqualTo("overlay");
                assertThat(here.capabilities().has(Capability.COMPARE_AND_SET)).isTrue();
            }
        }
    }

    @Test
    void aFileSystemThatAProgramPlaysIsNotBelieved() throws IOException {
        Ntfs.require();
        try (Mount ntfs = Mount.ntfs3g(base.resolve("ntfs"))) {
            LinkCapabilities can = system.at(at(ntfs)).capabilities();
            assertThat(can.fileSystem()).isEqualTo("ntfs-3g");
            assertThat(can.has(Capability.BELIEVED_SUCCESS)).isFalse();
            assertThat(can.has(Capability.RENAME_EXCHANGE)).isFalse();

            Links links = Links.on(system);
            assertThat(links.create(at(ntfs).resolve(LINK), TEXT, CreateOptions.defaults()).verification())
                    .isEqualTo(Creation.Verification.READ_BACK);
            Directory here = system.at(at(ntfs));
            here.makeLink(Name.of("other"), TEXT, TargetKind.UNSPECIFIED);
            refused(() -> here.rename(LINK, here, Name.of("other"), RenameMode.EXCHANGE),
                    Reason.UNSUPPORTED_BY_FILE_SYSTEM, "renameat2", Errno.EINVAL);
            refused(() -> here.rename(LINK, here, Name.of("free"), RenameMode.NO_REPLACE),
                    Reason.UNSUPPORTED_BY_FILE_SYSTEM, "renameat2", Errno.EINVAL);
            assertThat(count(here)).isEqualTo(2);
        }
    }

    @Test
    void aDirectoryIsNotMovedIntoItselfAndThatIsNotTakenForAFileSystemThatLacksTheMode() throws IOException {
        try (Mount mount = Mount.tmpfs(base.resolve("mount"), "size=1m")) {
            Directory here = system.at(at(mount));
            Name outer = Name.of("outer");
            here.makeDirectory(outer);
            Directory inner = system.at(at(mount).resolve(outer));
            for (RenameMode mode : new RenameMode[]{RenameMode.REPLACE, RenameMode.NO_REPLACE}) {
                LinkFailure failure = refused(() -> here.rename(outer, inner, LINK, mode), Reason.OTHER);
                assertThat(failure.codeName()).contains("EINVAL");
                assertThat(failure.details().remark()).isEqualTo("a directory cannot be moved into itself");
            }
        }
    }

    @Test
    void aMountPointIsBusy() throws IOException {
        try (Mount mount = Mount.tmpfs(base.resolve("mount"), "size=1m")) {
            Directory above = system.at(LinkPath.of(base));
            refused(() -> above.removeDirectory(Name.of("mount")), Reason.BUSY, "unlinkat", Errno.EBUSY);
            assertThat(mount.place()).isDirectory();
        }
    }

    private Directory open(Mount mount) throws IOException {
        return system.open(at(mount));
    }

    private static LinkPath at(Mount mount) {
        return LinkPath.of(mount.place());
    }

    private static int count(Directory listed) throws IOException {
        int count = 0;
        try (Cursor cursor = listed.list()) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }
}
