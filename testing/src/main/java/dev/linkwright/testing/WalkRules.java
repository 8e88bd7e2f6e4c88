package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.Decision;
import dev.linkwright.tree.Exclusion;
import dev.linkwright.tree.TreeDirectory;
import dev.linkwright.tree.TreeEntry;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.WalkOptions;
import dev.linkwright.tree.Walked;
import org.junit.jupiter.api.Test;

/// Walking trees.
abstract class WalkRules extends ContractRules {
    private static final WalkOptions ALONE = WalkOptions.defaults().withWorkers(1);

    WalkRules(LinkSystemContract contract) {
        super(contract, Naming.OPENED);
    }

    private Seen walked(WalkOptions options) throws IOException {
        return walked(new Seen(root), options);
    }

    private Seen walked(Seen seen, WalkOptions options) throws IOException {
        Trees.on(system).walk(root, options, seen);
        return seen;
    }

    @Test
    void everyEntryIsShownOnceWithItsType() throws IOException {
        plant("a/b/file", "a/other", "empty/", "file");
        Seen seen = new Seen(root);
        Walked walked = Trees.on(system).walk(root, ALONE, seen);
        assertThat(seen.entries()).containsExactly("a/", "a/b/", "a/b/file", "a/other", "empty/", "file");
        assertThat(seen.failures()).isEmpty();
        assertThat(walked).isEqualTo(new Walked(4, 6, 0, 0, false));
    }

    @Test
    void filesThatNobodyWantsAreCountedAllTheSame() throws IOException {
        plant("a/b/file", "a/b/file-2", "a/other", "empty/", "file", "a/link => other");
        Seen seen = new Seen(root) {
            @Override
            public boolean wantsFiles() {
                return false;
            }
        };
        assertThat(Trees.on(system).walk(root, ALONE, seen)).isEqualTo(new Walked(4, 8, 0, 0, false));
        assertThat(seen.entries()).contains("a/", "a/b/", "a/link@", "empty/")
                .isSubsetOf("a/", "a/b/", "a/b/file", "a/b/file-2", "a/link@", "a/other", "empty/", "file");
    }

    @Test
    void whatAPatternLeavesOutIsNotCountedEvenIfNobodyWantsIt() throws IOException {
        plant("a/file", "a/file.bak", "b.bak");
        Seen seen = new Seen(root) {
            @Override
            public boolean wantsFiles() {
                return false;
            }
        };
        Walked walked = Trees.on(system).walk(root, ALONE.withExclusion(Exclusion.of("*.bak")), seen);
        assertThat(walked.entries()).isEqualTo(2);
    }

    @Test
    void noLinkIsEnteredWhereverItLeads() throws IOException {
        plant("tree/dir/inside", "tree/to-dir => dir", "tree/to-outside => ../outside", "outside/secret",
                "tree/dangling => nowhere", "tree/loop => loop", "tree/dir/up => ..");
        root = at("tree");
        Seen seen = walked(ALONE);
        assertThat(seen.entries()).containsExactly("dangling@", "dir/", "dir/inside", "dir/up@", "loop@", "to-dir@",
                "to-outside@");
        assertThat(seen.failures()).isEmpty();
    }

    @Test
    void aDirectoryIsLeftWhenAllBelowItIsDone() throws IOException {
        plant("a/b/c/", "a/b/d/");
        assertThat(walked(ALONE).calls()).startsWith("enter ", "enter a", "enter a/b")
                .endsWith("leave a/b", "left a/b", "leave a", "left a", "leave ")
                .containsSubsequence("enter a/b/c", "leave a/b/c", "left a/b/c")
                .containsSubsequence("enter a/b/d", "leave a/b/d", "left a/b/d");
    }

    @Test
    void manyWorkersSeeWhatOneSees() throws IOException {
        for (int i = 0; i < 40; i++) {
            plant("d" + i % 7 + "/e" + i % 5 + "/f" + i + "/file", "d" + i % 7 + "/file" + i);
        }
        Seen alone = walked(ALONE);
        Seen together = walked(WalkOptions.defaults().withWorkers(8));
        assertThat(together.entries()).isEqualTo(alone.entries()).hasSizeGreaterThan(100);
        assertThat(together.calls()).containsExactlyInAnyOrderElementsOf(alone.calls()).endsWith("leave ");
        assertThat(together.failures()).isEmpty();
    }

    @Test
    void aWholeTreeCanBeRemovedOnTheWayWithoutTouchingWhatLinksLeadTo() throws IOException {
        plant("tree/a/b/file", "tree/a/out => ../../outside", "tree/c/", "outside/precious", "tree/file");
        try (Directory tree = here.open(name("tree"))) {
            Trees.on(system).walk(tree, at("tree"), WalkOptions.defaults(), new Remover(at("tree")));
            assertThat(names(tree)).isEmpty();
        }
        assertThat(contents("outside/precious")).isEqualTo("contents of outside/precious");
    }

    private static final class Remover extends Seen {
        Remover(LinkPath root) {
            super(root);
        }

        @Override
        public Decision entry(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
            if (entry.type() != FileType.DIRECTORY) {
                directory.directory().removeLink(entry.name(), (status, reparseData) -> {});
            }
            return Decision.CONTINUE;
        }

        @Override
        public void left(TreeDirectory directory) throws FileSystemException {
            TreeDirectory parent = Objects.requireNonNull(directory.parent());
            assertThat(directory.isComplete()).isTrue();
            parent.directory().removeDirectory(directory.name());
        }
    }

    @Test
    void whatIsSkippedIsNotEnteredAndSaidToBeIncomplete() throws IOException {
        plant("a/skipped/inside", "a/kept/inside", "b/inside");
        List<String> incomplete = new ArrayList<>();
        Seen seen = walked(new Seen(root) {
            @Override
            Decision decide(String path) {
                return path.equals("a/skipped") ? Decision.SKIP : Decision.CONTINUE;
            }

            @Override
            public void left(TreeDirectory directory) {
                if (!directory.isComplete()) {
                    incomplete.add(way(directory.path()));
                }
            }
        }, ALONE);
        assertThat(seen.entries()).containsExactly("a/", "a/kept/", "a/kept/inside", "a/skipped/", "b/", "b/inside");
        assertThat(incomplete).containsExactly("a");
    }

    @Test
    void aVisitorEndsTheWalk() throws IOException {
        plant("a/b/c/d", "e/f/g/h");
        Walked walked = Trees.on(system).walk(root, ALONE, new Seen(root) {
            @Override
            Decision decide(String path) {
                return path.endsWith("c") || path.endsWith("g") ? Decision.STOP : Decision.CONTINUE;
            }
        });
        assertThat(walked.stopped()).isTrue();
        assertThat(walked.entries()).isLessThan(8);
    }

    @Test
    void depthIsLimitedAndWhatIsDeeperIsTold() throws IOException {
        plant("a/b/c/d", "file");
        Seen seen = walked(ALONE.withMaxDepth(2));
        assertThat(seen.entries()).containsExactly("a/", "a/b/", "file");
        assertThat(seen.calls()).contains("TOO_DEEP a/b").doesNotContain("enter a/b");
        assertThat(walked(ALONE.withMaxDepth(1)).entries()).containsExactly("a/", "file");
    }

    @Test
    void whatIsExcludedIsNeitherShownNorEntered() throws IOException {
        plant("a/node_modules/x", "node_modules/y", "a/build/z", "build/w", "a/file.bak", "b/build");
        Seen seen = walked(ALONE.withExclusion(Exclusion.of("node_modules")).withExclusion(Exclusion.of("*.bak"))
                .withExclusion(Exclusion.of("/build")).withExclusion(Exclusion.of("b*d/")));
        assertThat(seen.entries()).containsExactly("a/", "b/", "b/build");
        assertThat(walked(ALONE.withExclusion(Exclusion.of("**/b*/?"))).entries())
                .doesNotContain("a/build/z", "build/w").contains("a/build/", "build/", "b/build");
    }

    @Test
    void linksToDirectoriesAreEnteredOnlyWhenAskedForAndLoopsAreFound() throws IOException {
        require(Capability.IDENTITY);
        plant("dir/inside", "to-dir => dir", "dir/up => ..", "to-file => dir/inside", "dangling => nowhere");
        Seen seen = walked(ALONE.withFollowing(WalkOptions.Following.DIRECTORIES));
        assertThat(seen.entries()).containsExactly("dangling@", "dir/", "dir/inside", "dir/up@",
                "to-dir/inside", "to-dir/up@", "to-dir@", "to-file@");
        assertThat(seen.failed()).containsExactly("TOO_MANY_LINKS_IN_PATH dir/up",
                "TOO_MANY_LINKS_IN_PATH to-dir/up");
    }

    @Test
    void aRootThatIsNoDirectoryIsRefused() throws IOException {
        plant("file", "dir/inside");
        refused(() -> walkFrom(at("missing")), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> walkFrom(at("file")), Reason.NOT_A_DIRECTORY);
        refused(() -> walkFrom(LinkPath.of(system.rules(), "")), Reason.INVALID_NAME);
        plant("link => dir");
        FailureDetails details = refused(() -> walkFrom(at("link")), Reason.IS_A_LINK);
        assertThat(details.link()).isEqualTo(at("link"));
        assertThat(details.advice()).isNotNull();
    }

    private void walkFrom(LinkPath path) throws IOException {
        Trees.on(system).walk(path, ALONE, new Seen(path));
    }

    @Test
    void aSeparatorAfterTheRootMeansWhatItLeadsTo() throws IOException {
        plant("dir/inside", "link => dir");
        LinkPath link = LinkPath.of(system.rules(), at("link") + (isWindows() ? "\\" : "/"));
        Seen seen = new Seen(link);
        Trees.on(system).walk(link, ALONE, seen);
        assertThat(seen.entries()).containsExactly("inside");
    }

    @Test
    void whatFailsIsToldAndTheWalkGoesOn() throws IOException {
        plant("a/b/file", "c/d/file", "e/file");
        LinkSystem failing = InterceptingLinkSystem.of(system, call -> {
            boolean opens = call.primitive() == Primitive.OPEN && call.path().toString().endsWith("b");
            boolean lists = call.primitive() == Primitive.LIST && call.path().toString().endsWith("c");
            if (opens || lists) {
                throw FailureDetails.of(call.words(), call.path(), Reason.ACCESS_DENIED).toException();
            }
        });
        Seen seen = new Seen(root);
        Walked walked = Trees.on(failing).walk(root, ALONE, seen);
        assertThat(seen.entries()).containsExactly("a/", "a/b/", "c/", "e/", "e/file");
        assertThat(seen.failed()).containsExactly("ACCESS_DENIED a/b", "ACCESS_DENIED c");
        assertThat(seen.failures()).extracting(each -> each.depth()).containsExactlyInAnyOrder(2, 1);
        assertThat(seen.failures()).extracting(each -> each.details().operation())
                .containsExactlyInAnyOrder("open", "list");
        assertThat(walked.failures()).isEqualTo(2);
    }

    @Test
    void whatAVisitorCannotDoIsToldOfThePathsOfTheTree() throws IOException {
        plant("a/file", "b/other");
        Seen seen = walked(new Seen(root) {
            @Override
            public Decision entry(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
                if (entry.type() != FileType.DIRECTORY) {
                    directory.directory().removeDirectory(entry.name());
                }
                return super.entry(directory, entry);
            }
        }, ALONE);
        assertThat(seen.failed()).containsExactly("NOT_A_DIRECTORY a/file", "NOT_A_DIRECTORY b/other");
    }

    @Test
    void whatElseAVisitorThrowsEndsTheWalkAndIsThrown() throws IOException {
        plant("a/b/", "c/d/", "e/f/");
        for (WalkOptions options : List.of(ALONE, WalkOptions.defaults().withWorkers(4))) {
            assertThatThrownBy(() -> walked(new Seen(root) {
                @Override
                Decision decide(String path) {
                    throw new IllegalStateException("the visitor's own");
                }
            }, options)).isInstanceOf(IllegalStateException.class).hasMessage("the visitor's own");
        }
    }

    @Test
    void aDirectoryThatVanishesIsNoFailure() throws IOException {
        plant("a/b/", "c/");
        LinkPath gone = at("a/b");
        AtomicInteger removals = new AtomicInteger();
        LinkSystem busy = InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.OPEN && call.path().equals(gone)) {
                removals.incrementAndGet();
                system.at(at("a")).removeDirectory(name("b"));
            }
        });
        Seen seen = new Seen(root);
        Walked walked = Trees.on(busy).walk(root, ALONE, seen);
        assertThat(removals).hasValue(1);
        assertThat(seen.failures()).isEmpty();
        assertThat(walked.vanished()).isEqualTo(1);
    }

    @Test
    void aDirectoryThatGrowsWhileItIsWalkedIsWalkedToItsEnd() throws IOException {
        plant("a/b/leaf", "c/leaf", "d/e/f/leaf");
        AtomicInteger made = new AtomicInteger();
        LinkSystem growing = InterceptingLinkSystem.of(system, call -> {
            boolean looksIn = call.primitive() == Primitive.LIST || call.primitive() == Primitive.OPEN;
            if (looksIn && made.get() < 20) {
                Name fresh = name("fresh" + made.getAndIncrement());
                system.at(root).makeDirectory(fresh);
                system.at(root.resolve(fresh)).makeDirectory(fresh);
            }
        });
        Seen seen = new Seen(root);
        Trees.on(growing).walk(root, ALONE, seen);
        assertThat(made).hasValueGreaterThan(5);
        assertThat(seen.failures()).isEmpty();
        assertThat(seen.entries()).contains("a/", "a/b/", "a/b/leaf", "c/leaf", "d/e/f/leaf");
        assertThat(seen.calls()).endsWith("leave ");
    }

    @Test
    void whereHandlesRunOutSomeAreGivenUpAndTheWalkGoesOn() throws IOException {
        require(Capability.HELD_DIRECTORIES);
        require(Capability.IDENTITY);
        plant("1/2/3/4/5/6/7/8/leaf", "1/2/3/side/leaf", "1/side/leaf");
        AtomicInteger refusals = new AtomicInteger();
        List<LinkPath> refused = new ArrayList<>();
        LinkSystem scarce = InterceptingLinkSystem.of(system, call -> {
            boolean opens = call.primitive() == Primitive.OPEN && call.path().toString().matches(".*[/\\\\][4-8]");
            if (opens && !refused.contains(call.path())) {
                refused.add(call.path());
                refusals.incrementAndGet();
                throw FailureDetails.of(call.words(), call.path(), Reason.OUT_OF_RESOURCES).toException();
            }
        });
        Seen seen = new Seen(root);
        Trees.on(scarce).walk(root, ALONE, seen);
        assertThat(refusals).hasValue(5);
        assertThat(seen.failures()).isEmpty();
        assertThat(seen.entries()).contains("1/2/3/4/5/6/7/8/leaf", "1/2/3/side/leaf", "1/side/leaf");
    }

    @Test
    void whereNoHandleIsLeftAtAllThatIsAFailureOfTheDirectory() throws IOException {
        plant("1/2/leaf", "1/other/leaf");
        LinkSystem exhausted = InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.OPEN && call.path().equals(at("1/2"))) {
                throw FailureDetails.of(call.words(), call.path(), Reason.OUT_OF_RESOURCES).toException();
            }
        });
        Seen seen = new Seen(root);
        Trees.on(exhausted).walk(root, ALONE, seen);
        assertThat(seen.failed()).containsExactly("OUT_OF_RESOURCES 1/2");
        assertThat(seen.entries()).contains("1/other/leaf");
    }

    @Test
    void aTreeDeeperThanTheHandlesIsWalkedWhole() throws IOException {
        List<String> comb = new ArrayList<>();
        StringBuilder way = new StringBuilder("d0");
        for (int i = 1; i < 30; i++) {
            comb.add(way + "/side/leaf");
            way.append("/d").append(i);
        }
        plant(comb.toArray(new String[0]));
        for (int workers : List.of(1, 3)) {
            AtomicInteger climbs = new AtomicInteger();
            Interceptor counting = call -> climbs.addAndGet(call.primitive() == Primitive.OPEN_PARENT ? 1 : 0);
            Seen seen = new Seen(root);
            Trees.on(InterceptingLinkSystem.of(system, counting)).walk(root,
                    WalkOptions.defaults().withWorkers(workers).withHandles(4), seen);
            assertThat(seen.failures()).isEmpty();
            assertThat(seen.entries()).hasSize(29 * 3);
            assertThat(seen.calls()).filteredOn(call -> call.startsWith("left")).hasSize(29 * 2);
            if (has(Capability.IDENTITY)) {
                assertThat(climbs.get()).isPositive();
            }
        }
    }

    @Test
    void nothingOutsideIsSeenWhateverIsSwappedForALinkBeforeWhicheverCall() throws IOException {
        require(Capability.HELD_DIRECTORIES);
        require(Capability.SYMBOLIC_LINKS);
        int swaps = 0;
        for (String victim : List.of("a", "a/b", "a/b/c")) {
            for (int turn = 0; true; turn++) {
                String scene = "scene-" + victim.replace('/', '-') + turn;
                plant(scene + "/tree/a/b/c/d/leaf", scene + "/tree/a/b/side/leaf", scene + "/outside/secret/d/secret",
                        scene + "/outside/b/c/d/secret", scene + "/outside/c/d/secret", scene + "/outside/d/secret",
                        scene + "/aside/");
                int[] done = {0};
                Intruder intruder = new Intruder(call -> true, Set.of(turn), (number, call) -> {
                    done[0] = swap(scene, victim) ? 1 : 0;
                });
                Seen seen = new Seen(at(scene + "/tree"));
                Trees.on(InterceptingLinkSystem.of(system, intruder)).walk(at(scene + "/tree"),
                        ALONE.withHandles(4), seen);
                assertThat(seen.entries()).as("swapped '%s' before call %d", victim, turn)
                        .noneMatch(path -> path.contains("secret"));
                swaps += done[0];
                if (intruder.deeds() == 0) {
                    break;
                }
            }
        }
        assertThat(swaps).isGreaterThan(10);
    }

    /// Moves a directory of the tree away and puts a link to the outside in its place. Windows may keep it from being
    /// moved while somebody is in it.
    private boolean swap(String scene, String victim) throws IOException {
        int last = victim.lastIndexOf('/');
        Directory parent = system.at(at(scene + "/tree" + (last < 0 ? "" : "/" + victim.substring(0, last))));
        Name name = name(victim.substring(last + 1));
        try {
            parent.rename(name, system.at(at(scene + "/aside")), name, RenameMode.REPLACE);
        } catch (FileSystemException inUse) {
            return false;
        }
        plant(scene + "/tree/" + victim + " => " + "../".repeat(victim.split("/", -1).length) + "outside");
        return true;
    }

    @Test
    void whereTheDirectoryAboveHasBecomeAnotherOneTheBranchStopsAndTheRestIsWalked() throws IOException {
        require(Capability.HELD_DIRECTORIES);
        require(Capability.IDENTITY);
        plant("tree/1/2/3/4/5/6/7/8/leaf", "tree/1/2/3/4/side/leaf", "tree/1/side/leaf", "outside/4/secret",
                "outside/side/secret");
        AtomicInteger moves = new AtomicInteger();
        LinkSystem attacked = InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.LIST && call.path().toString().endsWith("8") && moves.get() == 0) {
                system.at(at("tree/1/2/3/4")).rename(name("5"), system.at(at("outside")), name("5"),
                        RenameMode.REPLACE);
                moves.incrementAndGet();
            }
        });
        Seen seen = new Seen(at("tree"));
        try {
            Trees.on(attacked).walk(at("tree"), ALONE.withHandles(4), seen);
        } catch (FileSystemException cannotBeMovedWhileInUse) {
            assertThat(isWindows()).isTrue();
        }
        assertThat(seen.entries()).noneMatch(path -> path.contains("secret")).contains("1/side/leaf");
        if (moves.get() > 0) {
            assertThat(seen.entries()).contains("1/2/3/4/side/leaf");
        }
    }
}
