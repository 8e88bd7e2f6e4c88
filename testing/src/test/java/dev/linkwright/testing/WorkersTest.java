package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.Decision;
import dev.linkwright.tree.TreeDirectory;
import dev.linkwright.tree.TreeEntry;
import dev.linkwright.tree.TreeVisitor;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.WalkFailure;
import dev.linkwright.tree.WalkOptions;
import dev.linkwright.tree.Walked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When a walk gets help. In each of these a worker waits for another one, so the walk would never end without it.
final class WorkersTest {
    private static final int MANY = 10_000;

    private final FakeLinkSystem system = FakeLinkSystem.posix();
    private final LinkPath tree = system.path("/tree");

    @BeforeEach
    void plant() throws IOException {
        system.at(system.root()).makeDirectory(Name.of("tree"));
        system.at(tree).makeDirectory(Name.of("one"));
        system.at(tree).makeDirectory(Name.of("other"));
    }

    /// Two threads that meet: whoever comes first waits for the other.
    private static final class Meeting {
        private final CountDownLatch places = new CountDownLatch(2);
        private final Set<Thread> present = ConcurrentHashMap.newKeySet();

        Decision join() {
            if (present.add(Thread.currentThread())) {
                places.countDown();
                await(places);
            }
            return Decision.CONTINUE;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Goes everywhere.
    private abstract static class Going implements TreeVisitor {
        @Override
        public Decision entry(TreeDirectory directory, TreeEntry entry) {
            return Decision.CONTINUE;
        }

        @Override
        public void failed(WalkFailure failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void askedForByNumberTheyBeginWithTheFirstTwoDirectories() throws IOException {
        Meeting meeting = new Meeting();
        Walked walked = Trees.on(system).walk(tree, WalkOptions.defaults().withWorkers(2), new Going() {
            @Override
            public Decision enter(TreeDirectory directory) {
                return directory.depth() == 0 ? Decision.CONTINUE : meeting.join();
            }
        });
        assertThat(walked.directories()).isEqualTo(3);
        assertThat(meeting.present).hasSize(2).contains(Thread.currentThread());
    }

    @Test
    void byDefaultTheyComeInTheMiddleOfALargeListing() throws IOException {
        assumeThat(WalkOptions.defaults().workers()).as("processors").isGreaterThan(1);
        plantMany("one");
        plantMany("other");
        Meeting meeting = new Meeting();
        Thread caller = Thread.currentThread();
        long[] seenByCaller = new long[1];
        Walked walked = Trees.on(system).walk(tree, WalkOptions.defaults(), new Going() {
            @Override
            public Decision enter(TreeDirectory directory) {
                return Thread.currentThread() == caller ? Decision.CONTINUE : meeting.join();
            }

            @Override
            public Decision entry(TreeDirectory directory, TreeEntry entry) {
                boolean nearTheEnd = Thread.currentThread() == caller && ++seenByCaller[0] == MANY;
                return nearTheEnd ? meeting.join() : Decision.CONTINUE;
            }
        });
        assertThat(walked.entries()).isEqualTo(2 * MANY + 2);
        assertThat(meeting.present).hasSize(2).contains(Thread.currentThread());
    }

    private void plantMany(String name) throws IOException {
        try (Directory directory = system.open(tree.resolve(Name.of(name)))) {
            for (int i = 0; i < MANY; i++) {
                directory.makeLink(Name.of("link-" + i), LinkTarget.of("text"), TargetKind.UNSPECIFIED);
            }
        }
    }

    /// Notes what it is shown, and how.
    private static class Noting extends Going {
        final Set<LinkPath> shown = ConcurrentHashMap.newKeySet();
        final Set<LinkPath> shownAgain = ConcurrentHashMap.newKeySet();
        final Map<LinkPath, Set<Thread>> workers = new ConcurrentHashMap<>();
        final Map<LinkPath, Long> listed = new ConcurrentHashMap<>();
        final Set<LinkPath> left = ConcurrentHashMap.newKeySet();
        final Set<LinkPath> leftAgain = ConcurrentHashMap.newKeySet();

        @Override
        public Decision entry(TreeDirectory directory, TreeEntry entry) {
            LinkPath path = entry.path();
            if (!shown.add(path)) {
                shownAgain.add(path);
            }
            workers.computeIfAbsent(directory.path(), first -> ConcurrentHashMap.newKeySet())
                    .add(Thread.currentThread());
            return Decision.CONTINUE;
        }

        @Override
        public void listed(TreeDirectory directory, long count) {
            assertThat(listed.put(directory.path(), count)).as("listed twice").isNull();
        }

        @Override
        public void leave(TreeDirectory directory) {
            if (!left.add(directory.path())) {
                leftAgain.add(directory.path());
            }
        }
    }

    /// Both come to one of the entries of the same directory, or it never ends.
    private static class Sharing extends Noting {
        private final Meeting meeting = new Meeting();

        @Override
        public boolean allowsConcurrentEntries() {
            return true;
        }

        @Override
        public Decision entry(TreeDirectory directory, TreeEntry entry) {
            super.entry(directory, entry);
            return isLate(entry) ? meeting.join() : Decision.CONTINUE;
        }

        boolean isLate(TreeEntry entry) {
            return shown.size() > MANY / 2 && entry.type() == FileType.SYMBOLIC_LINK;
        }
    }

    @Test
    void bothReadOneLargeDirectoryWhereTheVisitorAllowsIt() throws IOException {
        plantMany("other");
        Sharing sharing = new Sharing();
        Walked walked = Trees.on(system).walk(tree, WalkOptions.defaults().withWorkers(2), sharing);
        assertThat(sharing.shownAgain).isEmpty();
        assertThat(sharing.shown).hasSize(MANY + 2);
        assertThat(sharing.workers.get(tree.resolve(Name.of("other")))).hasSize(2);
        assertThat(sharing.listed).containsEntry(tree.resolve(Name.of("other")), (long) MANY).hasSize(3);
        assertThat(walked.entries()).isEqualTo(MANY + 2);
        assertThat(walked.directories()).isEqualTo(3);
    }

    @Test
    void oneReadsALargeDirectoryWhereTheVisitorDoesNotAllowMore() throws IOException {
        plantMany("other");
        Noting noting = new Noting();
        Trees.on(system).walk(tree, WalkOptions.defaults().withWorkers(2), noting);
        assertThat(noting.shown).hasSize(MANY + 2);
        assertThat(noting.workers.get(tree.resolve(Name.of("other")))).hasSize(1);
    }

    @Test
    void subdirectoriesThatEitherFindsInALargeDirectoryAreEntered() throws IOException {
        plantMany("other");
        LinkPath large = tree.resolve(Name.of("other"));
        try (Directory directory = system.open(large)) {
            for (int i = 0; i < MANY; i += 10) {
                directory.makeDirectory(Name.of("zone-" + i));
            }
        }
        Sharing sharing = new Sharing();
        Walked walked = Trees.on(system).walk(tree, WalkOptions.defaults().withWorkers(2), sharing);
        assertThat(walked.directories()).isEqualTo(MANY / 10 + 3);
        assertThat(sharing.left).hasSize(MANY / 10 + 3);
        assertThat(sharing.leftAgain).isEmpty();
        assertThat(sharing.shownAgain).isEmpty();
        assertThat(sharing.shown).hasSize(MANY + MANY / 10 + 2);
    }

    @Test
    void whatOneOfTheTwoSaysInTheMiddleOfALargeDirectoryHoldsForBoth() throws IOException {
        plantMany("other");
        Thread caller = Thread.currentThread();
        Walked walked = Trees.on(system).walk(tree, WalkOptions.defaults().withWorkers(2), new Sharing() {
            @Override
            public Decision entry(TreeDirectory directory, TreeEntry entry) {
                Decision decision = super.entry(directory, entry);
                return isLate(entry) && Thread.currentThread() != caller ? Decision.STOP : decision;
            }
        });
        assertThat(walked.stopped()).isTrue();
        assertThatThrownBy(() -> Trees.on(system).walk(tree, WalkOptions.defaults().withWorkers(2), new Sharing() {
            @Override
            public Decision entry(TreeDirectory directory, TreeEntry entry) {
                Decision decision = super.entry(directory, entry);
                if (isLate(entry) && Thread.currentThread() != caller) {
                    throw new IllegalStateException("thrown by one of the two");
                }
                return decision;
            }
        })).isInstanceOf(IllegalStateException.class).hasMessage("thrown by one of the two");
    }

    @Test
    void oneThatFindsNoHandleLeftTakesWhatAnotherCanSpare() throws IOException {
        for (String each : new String[]{"/tree/one", "/tree/other"}) {
            system.at(system.path(each)).makeDirectory(Name.of("middle"));
            system.at(system.path(each + "/middle")).makeDirectory(Name.of("end"));
        }
        Thread caller = Thread.currentThread();
        CountDownLatch deep = new CountDownLatch(1);
        AtomicInteger opened = new AtomicInteger();
        LinkSystem full = InterceptingLinkSystem.of(system, call -> {
            boolean byHelper = call.primitive() == Primitive.OPEN && Thread.currentThread() != caller;
            if (byHelper && opened.getAndIncrement() == 0) {
                await(deep);
                throw FailureDetails.of("open", tree, Reason.OUT_OF_RESOURCES).toException();
            }
        });
        Meeting meeting = new Meeting();
        Walked walked = Trees.on(full).walk(tree, WalkOptions.defaults().withWorkers(2), new Going() {
            @Override
            public Decision enter(TreeDirectory directory) {
                if (Thread.currentThread() == caller && directory.depth() < 3) {
                    return Decision.CONTINUE;
                }
                deep.countDown();
                return meeting.join();
            }
        });
        assertThat(opened).hasValueGreaterThan(1);
        assertThat(walked.directories()).isEqualTo(7);
        assertThat(walked.failures()).isZero();
    }
}
