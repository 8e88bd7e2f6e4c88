package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.linkwright.CreateOptions;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.RetargetOptions;
import dev.linkwright.RetargetOptions.Gap;
import dev.linkwright.system.NioLinkSystem;
import dev.linkwright.testing.Bench;
import dev.linkwright.testing.RefreshProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// While one link is refreshed over and over, two threads read it a million times: nobody may ever find nothing, and the
/// guarantee says why. The same readers beside somebody who deletes and creates must find nothing now and then, or they
/// prove nothing.
final class RefreshProofTest {
    private static final long READS = 1_000_000;
    private static final List<LinkTarget> TEXTS = List.of(LinkTarget.of("releases/41"), LinkTarget.of("releases/42"));

    @TempDir
    Path disk;

    private Links nativeCalls;
    private final Links plainJava = Links.on(NioLinkSystem.of(FileSystems.getDefault()));

    @BeforeEach
    void enter() {
        nativeCalls = Links.on(ThisHost.linkSystem());
    }

    @Test
    void inMemoryNothingIsLost() throws Exception {
        Path tmpfs = Path.of("/dev/shm");
        Bench.POSIX.require(Files.isDirectory(tmpfs) && Files.getFileStore(tmpfs).type().equals("tmpfs"),
                "a tmpfs at " + tmpfs);
        Path fresh = Files.createTempDirectory(tmpfs, "refresh");
        try {
            noReaderFindsNothing(nativeCalls, fresh, Guarantee.ATOMIC);
            noReaderFindsNothing(plainJava, fresh, Guarantee.CHECKED);
        } finally {
            Files.delete(fresh);
        }
    }

    @Test
    void onTheDiskNothingIsLost() throws Exception {
        noReaderFindsNothing(nativeCalls, disk, Guarantee.ATOMIC);
    }

    @Test
    void onExt4NothingIsLost() throws Exception {
        Root.require();
        try (Mount mount = Mount.image(disk.resolve("mount"), 4 << 20, "mkfs.ext4", "-q")) {
            noReaderFindsNothing(nativeCalls, mount.place(), Guarantee.ATOMIC);
            noReaderFindsNothing(plainJava, mount.place(), Guarantee.CHECKED);
        }
    }

    @Test
    void onAnOverlayNothingIsLost() throws Exception {
        Root.require();
        try (Mount memory = Mount.tmpfs(disk.resolve("memory"), "size=1m")) {
            for (String part : List.of("lower", "upper", "work")) {
                Files.createDirectory(memory.place().resolve(part));
            }
            try (Mount overlay = Mount.overlay(memory.place().resolve("lower"), memory.place().resolve("upper"),
                    memory.place().resolve("work"), disk.resolve("overlay"))) {
                noReaderFindsNothing(nativeCalls, overlay.place(), Guarantee.ATOMIC);
            }
        }
    }

    /// A program plays that file system, and its rename is seen half done: so a gap has to be allowed, and is told.
    @Test
    void onNtfs3gTheGapIsTold() throws Exception {
        Root.require();
        Bench.NTFS.require(Root.hasCommand("ntfs-3g") && Root.hasCommand("mkntfs"), "ntfs-3g");
        try (Mount mount = Mount.ntfs3g(disk.resolve("mount"))) {
            LinkPath link = LinkPath.of(mount.place().resolve("current"));
            nativeCalls.create(link, TEXTS.get(0), CreateOptions.defaults());
            RefreshProof seen = readWhileRetargeting(nativeCalls, link, Guarantee.GAP);
            assertThat(seen.failures()).isNotEmpty();
        }
    }

    @Test
    void besideSomebodyWhoDeletesAndCreatesTheSameReadersFindNothing() throws Exception {
        for (Links links : List.of(nativeCalls, plainJava)) {
            LinkPath link = LinkPath.of(disk.resolve("current"));
            links.create(link, TEXTS.get(0), CreateOptions.defaults());
            RefreshProof seen = RefreshProof.of(links, link, READS, turn -> {
                links.remove(link);
                links.create(link, text(turn), CreateOptions.defaults());
            });
            assertThat(seen.failures()).isNotEmpty();
            links.remove(link);
        }
    }

    private static void noReaderFindsNothing(Links links, Path directory, Guarantee promised) throws Exception {
        LinkPath link = LinkPath.of(directory.resolve("current"));
        links.create(link, TEXTS.get(0), CreateOptions.defaults());

        RefreshProof seen = readWhileRetargeting(links, link, promised);

        assertThat(seen.failures()).isEmpty();
        assertThat(seen.reads()).isGreaterThanOrEqualTo(READS);
        assertThat(seen.texts()).containsExactlyInAnyOrderElementsOf(TEXTS);
        links.remove(link);
    }

    private static RefreshProof readWhileRetargeting(Links links, LinkPath link, Guarantee promised)
            throws IOException, InterruptedException {
        RetargetOptions options = RetargetOptions.defaults()
                .withGap(promised == Guarantee.GAP ? Gap.ALLOWED : Gap.REFUSED);
        return RefreshProof.of(links, link, READS, turn -> retarget(links, link, text(turn), options, promised));
    }

    private static void retarget(Links links, LinkPath link, LinkTarget text, RetargetOptions options,
            Guarantee promised) throws FileSystemException {
        assertThat(links.retarget(link, text, options).guarantee()).isEqualTo(promised);
    }

    private static LinkTarget text(int turn) {
        return TEXTS.get(turn % TEXTS.size());
    }
}
