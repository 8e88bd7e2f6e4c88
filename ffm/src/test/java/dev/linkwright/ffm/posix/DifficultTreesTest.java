package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.probe.BoundTreesProbe;
import dev.linkwright.probe.OrdinaryTreesProbe;
import dev.linkwright.probe.ScanProbe;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.testing.Bench;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Trees that tools stumble over: odd names, huge directories, mounts, processes with few handles, places that move.
final class DifficultTreesTest {
    @TempDir
    Path base;

    private LinkSystem system;
    private Trees trees;
    private int archives;

    @BeforeEach
    void enter() {
        system = ThisHost.linkSystem();
        trees = Trees.on(system);
    }

    private LinkPath at(String name) {
        return LinkPath.of(base.resolve(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void namesOfAnyBytesAreCopiedAndDeleted() throws IOException {
        List<byte[]> names = List.of(new byte[]{(byte) 0xE9, (byte) 0xFF}, bytes("new\nline"),
                bytes("\33[31mred\33[0m"),
                bytes(" "), bytes("-rf"), bytes("..."), bytes("*"), bytes("a\\b"), bytes("é".repeat(127)),
                new byte[]{(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        Path tree = Files.createDirectory(base.resolve("tree"));
        Directory held = system.open(LinkPath.of(tree));
        for (byte[] each : names) {
            Name name = Name.ofBytes(each);
            held.makeDirectory(name);
            Directory below = held.open(name);
            below.makeLink(name, LinkTarget.ofBytes(each), TargetKind.UNSPECIFIED);
            below.contents().createFile(Name.of("file")).close();
            below.close();
        }
        held.close();
        Copied copied = trees.copy(at("tree"), at("copy"), CopyOptions.defaults());
        assertThat(copied.failures()).isEmpty();
        for (byte[] each : names) {
            Name name = Name.ofBytes(each);
            assertThat(system.at(at("copy").resolve(name)).readLink(name)).isEqualTo(LinkTarget.ofBytes(each));
        }
        for (String each : List.of("tree", "copy")) {
            Deletion deletion = trees.delete(at(each), DeleteOptions.defaults());
            assertThat(deletion.failures()).isEmpty();
            assertThat(deletion.links()).isEqualTo(names.size());
        }
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void fiftyThousandEntriesOfOneDirectoryAreCopiedAndDeleted() throws IOException {
        int entries = 50_000;
        Path tree = Files.createDirectory(base.resolve("tree"));
        try (Directory held = system.open(LinkPath.of(tree))) {
            for (int i = 0; i < entries; i += 2) {
                held.makeLink(Name.of("link-" + i), LinkTarget.of("file-" + i), TargetKind.UNSPECIFIED);
                held.contents().createFile(Name.of("file-" + i)).close();
            }
        }
        Copied copied = trees.copy(at("tree"), at("copy"), CopyOptions.defaults());
        assertThat(copied.failures()).isEmpty();
        assertThat(copied.links() + copied.files()).isEqualTo(entries);
        for (String each : List.of("tree", "copy")) {
            Deletion deletion = trees.delete(at(each), DeleteOptions.defaults());
            assertThat(deletion.failures()).isEmpty();
            assertThat(deletion.links() + deletion.files()).isEqualTo(entries);
        }
        assertThat(base).isEmptyDirectory();
    }

    /// The path of the working directory means another directory half-way, in which the same names are.
    @Test
    void aDeletionGoesOnWhereItBeganWhenItsWorkingDirectoryIsMoved() throws IOException {
        Files.createDirectories(base.resolve("work/tree/a/b"));
        Files.createFile(base.resolve("work/tree/a/b/file"));
        AtomicBoolean moved = new AtomicBoolean();
        LinkSystem moving = InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.UNLINK && moved.compareAndSet(false, true)) {
                system.at(at("")).rename(Name.of("work"), system.at(at("")), Name.of("moved"), RenameMode.NO_REPLACE);
                plantPrecious();
            }
        });
        Deletion deletion = Trees.on(moving).relativeTo(at("work")).delete(LinkPath.of(PathRules.POSIX, "tree"),
                DeleteOptions.defaults().withWorkers(1));

        assertThat(moved).isTrue();
        assertThat(deletion.failures()).isEmpty();
        assertThat(deletion.directories()).isEqualTo(3);
        assertThat(base.resolve("moved")).isEmptyDirectory();
        assertThat(base.resolve("work/tree/a/b/file")).exists();
    }

    private void plantPrecious() {
        try {
            Files.createDirectories(base.resolve("work/tree/a/b"));
            Files.createFile(base.resolve("work/tree/a/b/file"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMountedInATreeIsNotEnteredByADeletion(BoundTreesProbe.Moment moment) throws Exception {
        Root.require();
        Bench.POSIX.require(Root.hasCommand("unshare"), "unshare of util-linux");
        Files.createFile(Files.createDirectory(base.resolve("outside")).resolve("precious"));
        Files.createDirectories(base.resolve("tree/a/mount"));
        Files.createFile(base.resolve("tree/first"));
        ChildJvm.Outcome outcome = new ChildJvm().under("unshare", "--mount").onClassPath()
                .with("--enable-native-access=ALL-UNNAMED")
                .run(BoundTreesProbe.class, base.toString(), moment.name());

        boolean before = moment == BoundTreesProbe.Moment.BEFORE;
        assertThat(outcome.lines()).containsExactlyElementsOf(before
                ? List.of("mounted: 0", "refused: tree/a/mount PROTECTED_DIRECTORY",
                        "refused: tree PROTECTED_DIRECTORY")
                : List.of("mounted: 0", "failed: mount CROSS_FILE_SYSTEM", "deleted: 0 directories, 1 files"));
        assertThat(base.resolve("outside/precious")).exists();
        assertThat(Files.exists(base.resolve("tree/first"))).isEqualTo(before);
        assertThat(base.resolve("tree/a/mount")).as("outside of the namespace").isEmptyDirectory();
    }

    /// More levels than handles, in a process that has not as many as a walk would take. From archives, as programs are
    /// run: for a class in a folder the JVM would need a handle itself.
    @Test
    void aProcessWithFewHandlesWalksADeepTreeWhole() throws Exception {
        Files.createDirectory(base.resolve("tree"));
        Directory at = system.open(at("tree"));
        for (int level = 0; level < 300; level++) {
            at.makeDirectory(Name.of("d"));
            Directory below = at.open(Name.of("d"));
            at.close();
            at = below;
        }
        at.makeLink(Name.of("dangling"), LinkTarget.of("nowhere"), TargetKind.UNSPECIFIED);
        at.close();
        ChildJvm.Outcome outcome = new ChildJvm().under("sh", "-c", "ulimit -n 64 && exec \"$@\"", "sh")
                .with("-cp", ChildJvm.joined(archive(ChildJvm.core()), archive(ChildJvm.ffm()),
                        archive(ChildJvm.tests())))
                .with("--enable-native-access=ALL-UNNAMED").run(ScanProbe.class, base.resolve("tree").toString());

        assertThat(outcome.lines()).containsExactly("d/".repeat(300) + "dangling: [MISSING]");
    }

    private Path archive(Path classes) {
        if (!Files.isDirectory(classes)) {
            return classes;
        }
        Path made = base.resolve("classes-" + archives++ + ".jar");
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        assertThat(jar.run(System.out, System.err, "-c", "-f", made.toString(), "-C", classes.toString(), "."))
                .isZero();
        return made;
    }

    @Test
    void anUnreadableRootIsToldToAnOrdinaryUser() throws Exception {
        Root.require();
        Bench.POSIX.require(Root.hasCommand("setpriv"), "setpriv of util-linux");
        Path closed = Files.createDirectory(base.resolve("closed"));
        Root.run("chmod", "711", base.toString());
        Root.run("chmod", "711", closed.toString());
        ChildJvm.Outcome outcome = new ChildJvm()
                .under("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups").onClassPath()
                .with("--enable-native-access=ALL-UNNAMED").run(ScanProbe.class, closed.toString());

        assertThat(outcome.lines()).containsExactly(": list ACCESS_DENIED EACCES at depth 0");
    }

    /// Three copies of thirty megabytes where there is no room for two.
    @Test
    void blocksAreSharedWhereTheFileSystemCan() throws IOException {
        Root.require();
        byte[] contents = new byte[30 << 20];
        new Random(7).nextBytes(contents);
        try (Mount volume = Mount.image(base.resolve("volume"), 128 << 20, "mkfs.btrfs", "--quiet")) {
            Path tree = Files.createDirectory(volume.place().resolve("tree"));
            Files.write(tree.resolve("large"), contents);
            assertThat(Files.getFileStore(tree).getUsableSpace()).isLessThan(2L * contents.length);
            for (String each : List.of("first", "second", "third")) {
                Copied copied = trees.copy(LinkPath.of(tree), LinkPath.of(volume.place().resolve(each)),
                        CopyOptions.defaults());
                assertThat(copied.failures()).isEmpty();
                assertThat(copied.bytes()).isEqualTo(contents.length);
                assertThat(volume.place().resolve(each).resolve("large")).hasBinaryContent(contents);
            }
        }
    }

    @Test
    void largeFilesAreCopiedInsideTheKernel() throws Exception {
        Root.require();
        Bench.POSIX.require(Root.hasCommand("strace"), "strace");
        byte[] contents = new byte[1 << 20];
        new Random(8).nextBytes(contents);
        Files.write(Files.createDirectory(base.resolve("original")).resolve("large"), contents);
        Files.createDirectory(base.resolve("tree"));
        Path trace = base.resolve("trace");
        ChildJvm.Outcome outcome = new ChildJvm()
                .under("strace", "-f", "-qq", "-e", "trace=copy_file_range,ioctl", "-o", trace.toString())
                .onClassPath().with("--enable-native-access=ALL-UNNAMED")
                .run(OrdinaryTreesProbe.class, base.toString());

        assertThat(outcome.lines()).containsExactly("deleted: 1 directories, 0 files");
        assertThat(base.resolve("copy/large")).hasBinaryContent(contents);
        assertThat(trace).content().containsPattern("FICLONE.*EOPNOTSUPP|BTRFS_IOC_CLONE.*EOPNOTSUPP|FICLONE.*= 0");
        assertThat(trace).content().containsPattern("copy_file_range\\(.*= 1048576|FICLONE, \\d+\\) = 0");
    }

    @Test
    void aDestinationInAFullDirectoryOfAnotherUserIsRefusedBeforeAnythingIsMade() throws Exception {
        Root.require();
        Bench.POSIX.require(Root.hasCommand("setpriv"), "setpriv of util-linux");
        Files.createFile(Files.createDirectory(base.resolve("original")).resolve("file"));
        Files.createDirectory(base.resolve("tree"));
        Root.run("chmod", "755", base.toString());
        ChildJvm.Outcome outcome = new ChildJvm()
                .under("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups").onClassPath()
                .with("--enable-native-access=ALL-UNNAMED").run(OrdinaryTreesProbe.class, base.toString());

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("AccessDeniedException");
        assertThat(Files.exists(base.resolve("copy"), LinkOption.NOFOLLOW_LINKS)).isFalse();
        try (Stream<Path> left = Files.list(base)) {
            assertThat(left).hasSize(2);
        }
    }
}
