package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.probe.ScanProbe;
import dev.linkwright.testing.Bench;
import dev.linkwright.tree.Decision;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.TreeDirectory;
import dev.linkwright.tree.TreeEntry;
import dev.linkwright.tree.TreeVisitor;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.Verdict;
import dev.linkwright.tree.WalkFailure;
import dev.linkwright.tree.WalkOptions;
import dev.linkwright.tree.Walked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only a real system shows about walking and scanning: depth, numbers, odd names, mounts, permissions.
final class TreesTest {
    private static final ScanOptions PROBLEMS = ScanOptions.defaults().withWanted(Verdict.problems());
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    @TempDir
    Path base;

    private LinkSystem system;

    @BeforeEach
    void enter() {
        system = ThisHost.linkSystem();
    }

    private LinkPath root() {
        return LinkPath.of(base);
    }

    @Test
    void aTreeOfManyThousandLevelsIsWalkedAndRemovedWithFewDescriptors() throws IOException {
        int levels = 4_000;
        Directory at = system.open(root());
        for (int i = 0; i < levels; i++) {
            at.makeDirectory(Name.of("level"));
            at.makeDirectory(Name.of("side"));
            Directory below = at.open(Name.of("level"));
            at.close();
            at = below;
        }
        at.makeLink(Name.of("dangling"), LinkTarget.of("nowhere"), TargetKind.UNSPECIFIED);
        at.makeLink(Name.of("a"), LinkTarget.of("b"), TargetKind.UNSPECIFIED);
        at.makeLink(Name.of("b"), LinkTarget.of("a"), TargetKind.UNSPECIFIED);
        at.close();
        long before = descriptors();

        List<ScanEvent.Found> found = found(PROBLEMS);
        assertThat(found).extracting(ScanEvent.Found::depth).containsOnly(levels + 1);
        assertThat(found).flatExtracting(ScanEvent.Found::verdicts)
                .containsExactlyInAnyOrder(Verdict.MISSING, Verdict.LOOP, Verdict.LOOP);

        AtomicInteger most = new AtomicInteger();
        Remover remover = new Remover(most);
        Walked walked = Trees.on(system).walk(root(), WalkOptions.defaults().withWorkers(2), remover);
        assertThat(remover.failures).isEmpty();
        assertThat(walked.directories()).isEqualTo(2L * levels + 1);
        assertThat(most.get() - before).isBetween(100L, (long) WalkOptions.MOST_HANDLES + 8);
        assertThat(base).isEmptyDirectory();
        assertThat(descriptors()).isEqualTo(before);
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        }
    }

    /// Removes what it is shown, and counts descriptors now and then.
    private static final class Remover implements TreeVisitor {
        private final AtomicInteger most;
        private final List<WalkFailure> failures = Collections.synchronizedList(new ArrayList<>());

        Remover(AtomicInteger most) {
            this.most = most;
        }

        @Override
        public Decision entry(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
            if (entry.type() != FileType.DIRECTORY) {
                directory.directory().unlink(entry.name());
            }
            return Decision.CONTINUE;
        }

        @Override
        public Decision enter(TreeDirectory directory) {
            if (directory.depth() % 100 == 0) {
                try {
                    most.accumulateAndGet((int) descriptors(), Math::max);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            return Decision.CONTINUE;
        }

        @Override
        public void left(TreeDirectory directory) throws FileSystemException {
            TreeDirectory parent = Objects.requireNonNull(directory.parent());
            parent.directory().removeDirectory(directory.name());
        }

        @Override
        public void failed(WalkFailure failure) {
            failures.add(failure);
        }
    }

    private List<ScanEvent.Found> found(ScanOptions options) throws IOException {
        List<ScanEvent.Found> found = new ArrayList<>();
        try (Stream<ScanEvent> events = Trees.on(system).scan(root(), options)) {
            events.forEach(event -> {
                assertThat(event).isNotInstanceOf(ScanEvent.Failed.class);
                if (event instanceof ScanEvent.Found link) {
                    found.add(link);
                }
            });
        }
        return found;
    }

    @Test
    void fiftyThousandEntriesOfOneDirectoryAreAllSeen() throws IOException {
        int links = 50_000;
        try (Directory held = system.open(root())) {
            for (int i = 0; i < links; i++) {
                held.makeLink(Name.of("link-" + i), LinkTarget.of(i % 5 == 0 ? "nowhere" : "link-0x"),
                        TargetKind.UNSPECIFIED);
            }
            held.makeDirectory(Name.of("link-0x"));
        }
        assertThat(found(PROBLEMS)).hasSize(links / 5);
        assertThat(found(ScanOptions.defaults().withJudgement(ScanOptions.Judgement.NONE))).hasSize(links);
    }

    @Test
    void namesOfAnyBytesAreSeenAndToldUnitByUnit() throws IOException {
        List<byte[]> names = List.of(new byte[]{(byte) 0xE9, (byte) 0xFF}, "new\nline".getBytes(StandardCharsets.UTF_8),
                "\33[31mred".getBytes(StandardCharsets.UTF_8), " ".getBytes(StandardCharsets.UTF_8),
                "-rf".getBytes(StandardCharsets.UTF_8));
        List<LinkPath> expected = new ArrayList<>();
        for (byte[] name : names) {
            Directory here = system.at(root());
            here.makeDirectory(Name.ofBytes(name));
            LinkPath below = root().resolve(Name.ofBytes(name));
            system.at(below).makeLink(Name.ofBytes(name), LinkTarget.ofBytes(name), TargetKind.UNSPECIFIED);
            expected.add(below.resolve(Name.ofBytes(name)));
        }
        assertThat(found(PROBLEMS)).extracting(ScanEvent.Found::path).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anotherMountIsABoundaryEvenOfTheSameFileSystem() throws IOException {
        Root.require();
        Path tree = Files.createDirectories(base.resolve("tree"));
        Path elsewhere = Files.createDirectories(base.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("secret"), Path.of("nowhere"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("nowhere"));
        WalkOptions oneFileSystem = WalkOptions.defaults().withBoundary(WalkOptions.Boundary.FILE_SYSTEM);
        try (Mount bound = Mount.bind(elsewhere, tree.resolve("bound"));
                Mount own = Mount.tmpfs(tree.resolve("own"),
                        "size=1m")) {
            Files.createSymbolicLink(own.place().resolve("secret"), Path.of("nowhere"));
            base = tree;
            assertThat(found(PROBLEMS)).hasSize(3);
            assertThat(found(PROBLEMS.withWalk(oneFileSystem))).extracting(ScanEvent.Found::path)
                    .containsExactly(LinkPath.of(tree.resolve("link")));
            assertThat(bound.place().resolve("secret")).isSymbolicLink();
        }
    }

    @Test
    void aMountThatFollowsNoLinksMakesThemUnreachableAndNotLoops() throws IOException {
        Root.require();
        try (Mount mount = Mount.tmpfs(base.resolve("mount"), "size=1m,nosymfollow")) {
            Files.createFile(mount.place().resolve("there"));
            Files.createSymbolicLink(mount.place().resolve("link"), Path.of("there"));
            assertThat(found(PROBLEMS)).singleElement()
                    .satisfies(link -> assertThat(link.verdicts()).containsExactly(Verdict.UNREACHABLE));
        }
    }

    @Test
    void whereNothingIsMountedNothingIsCalledMissing() throws Exception {
        Root.require();
        Bench.POSIX.require(Root.hasCommand("unshare"), "unshare of util-linux");
        Path tree = Files.createDirectory(base.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("volume"), Path.of("/mnt/linkwright-volume/data"));
        Files.createSymbolicLink(tree.resolve("other"), Path.of("/linkwright-volume/data"));
        Path empty = Files.createDirectory(base.resolve("empty"));

        ChildJvm.Outcome outcome = new ChildJvm()
                .under("unshare", "--mount", "sh", "-c", "mount --bind " + empty + " /mnt && exec \"$@\"", "sh")
                .onClassPath().with("--enable-native-access=ALL-UNNAMED")
                .run(ScanProbe.class, tree.toString());

        assertThat(outcome.lines()).containsExactly(
                "other: [MISSING, ESCAPING, ABSOLUTE]",
                "volume: [UNREACHABLE, ABSOLUTE]");
    }

    @Test
    void anOrdinaryUserIsToldWhatCouldNotBeExamined() throws Exception {
        Root.require();
        Bench.POSIX.require(Root.hasCommand("setpriv"), "setpriv of util-linux");
        Files.createSymbolicLink(directory("open", "rwxr-xr-x").resolve("link"), Path.of("nowhere"));
        Files.createSymbolicLink(directory("closed", "rwx------").resolve("link"), Path.of("nowhere"));
        Files.createSymbolicLink(directory("searchable", "rwx--x--x").resolve("link"), Path.of("nowhere"));
        Files.createSymbolicLink(base.resolve("into-closed"), Path.of("closed/link"));
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));

        ChildJvm.Outcome outcome = new ChildJvm()
                .under("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
                .onClassPath().with("--enable-native-access=ALL-UNNAMED")
                .run(ScanProbe.class, base.toString());

        assertThat(outcome.lines()).containsExactly(
                "closed: open ACCESS_DENIED EACCES at depth 1",
                "into-closed: [UNREACHABLE]",
                "open/link: [MISSING]",
                "searchable: list ACCESS_DENIED EACCES at depth 1");
    }

    private Path directory(String name, String permissions) throws IOException {
        Path made = Files.createDirectory(base.resolve(name));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(permissions));
        return made;
    }

    @Test
    void aRelativeRootIsTheOneThatItWasWhenTheScanBegan() throws IOException {
        Path tree = Files.createDirectories(base.resolve("tree/dir"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("nowhere"));
        Files.createSymbolicLink(tree.resolve("good"), Path.of("../dir"));
        AtomicInteger moves = new AtomicInteger();
        List<String> seen = new ArrayList<>();
        LinkPath here = LinkPath.of(PathRules.POSIX, "tree");
        Trees.on(system).relativeTo(root()).walk(here, WalkOptions.defaults().withWorkers(1), new TreeVisitor() {
            @Override
            public Decision entry(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
                if (moves.getAndIncrement() == 0) {
                    Directory base = system.at(root());
                    base.rename(Name.of("tree"), base, Name.of("moved"), RenameMode.REPLACE);
                    base.makeDirectory(Name.of("tree"));
                }
                seen.add(entry.path().toString());
                return Decision.CONTINUE;
            }

            @Override
            public void failed(WalkFailure failure) {
                throw new AssertionError(failure.details().describe());
            }
        });
        assertThat(seen).containsExactlyInAnyOrder("tree/dir", "tree/dir/link", "tree/dir/good");
    }
}
