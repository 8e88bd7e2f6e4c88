package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.Contents;
import dev.linkwright.Directory;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ByteString;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.Loss;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Deleting and copying trees while a directory is swapped for a link before each primitive in turn, and while each
/// primitive that changes something fails once. Whatever happens, nothing outside is read, changed or removed.
abstract class TreeAttackRules extends ContractRules {
    private static final String[] DIRECTORIES = {"tree", "tree/a", "tree/a/b", "tree/c"};
    private static final String[] COPIES = {"copy", "copy/a", "copy/a/b"};
    private static final CopyOptions EVERYTHING = CopyOptions.defaults().withWorkers(1)
            .withSpecialFiles(CopyOptions.SpecialFiles.RECREATE);

    private int rounds;

    TreeAttackRules(LinkSystemContract contract) {
        super(contract, Naming.OPENED);
    }

    /// What is done to the tree of one round.
    private interface Work {
        void in(LinkSystem system, String round) throws IOException;
    }

    /// Whether a swapped directory stays away or is back before the next primitive.
    private enum Swap {
        FOR_GOOD,
        AND_BACK
    }

    private static void delete(LinkSystem system, LinkPath tree) throws IOException {
        Trees.on(system).delete(tree, DeleteOptions.defaults().withWorkers(1));
    }

    private static void copy(LinkSystem system, LinkPath tree, LinkPath copy) throws IOException {
        Trees.on(system).copy(tree, copy, EVERYTHING);
    }

    /// What is outside has the names that are inside, so that whoever is led astray finds something.
    private String newRound() throws IOException {
        String round = "r" + rounds++;
        plant(round + "/tree/a/b/deep", round + "/tree/a/file", round + "/tree/a/to-b => b", round + "/tree/c/other",
                round + "/tree/to-outside => ../outside", round + "/outside/a/b/deep", round + "/outside/b/deep",
                round + "/outside/c/other", round + "/outside/deep", round + "/outside/file",
                round + "/outside/other", round + "/outside/empty/", round + "/parked/");
        return round;
    }

    private void requireHeld() {
        require(Capability.HELD_DIRECTORIES);
        require(Capability.SYMBOLIC_LINKS);
        require(Capability.CONTENTS);
    }

    @TestFactory
    Stream<DynamicTest> deletingATreeTouchesNothingOutsideWhateverIsSwapped() {
        return Stream.of(Swap.values()).map(each -> dynamicTest(each.name(), () -> attackDeletion(each)));
    }

    private void attackDeletion(Swap swap) throws IOException {
        requireHeld();
        int attacks = attack(swap, DIRECTORIES, (attacked, round) -> delete(attacked, at(round + "/tree")));
        assertThat(attacks).as("swaps that were made").isGreaterThan(isWindows() ? 0 : 50);
    }

    @TestFactory
    Stream<DynamicTest> copyingATreeReadsNothingOutsideWhateverIsSwapped() {
        return Stream.of(Swap.values()).map(each -> dynamicTest(each.name(), () -> attackSource(each)));
    }

    private void attackSource(Swap swap) throws IOException {
        requireHeld();
        int attacks = attack(swap, DIRECTORIES,
                (attacked, round) -> copy(attacked, at(round + "/tree"), at(round + "/copy")));
        assertThat(attacks).as("swaps that were made").isGreaterThan(isWindows() ? 0 : 50);
    }

    @TestFactory
    Stream<DynamicTest> copyingATreeWritesNothingOutsideWhateverIsSwapped() {
        return Stream.of(Swap.values()).map(each -> dynamicTest(each.name(), () -> attackDestination(each)));
    }

    private void attackDestination(Swap swap) throws IOException {
        requireHeld();
        int attacks = attack(swap, COPIES,
                (attacked, round) -> copy(attacked, at(round + "/tree"), at(round + "/copy")));
        assertThat(attacks).as("swaps that were made").isGreaterThan(isWindows() ? 0 : 50);
    }

    private int attack(Swap swap, String[] victims, Work work) throws IOException {
        int primitives = count(work, call -> true);
        int attacks = 0;
        for (String victim : victims) {
            for (int turn = 0; turn < primitives; turn++) {
                attacks += attack(swap, victim, turn, work) ? 1 : 0;
            }
        }
        return attacks;
    }

    private boolean attack(Swap swap, String victim, int turn, Work work) throws IOException {
        String round = newRound();
        String outside = picture(round + "/outside");
        LinkPath place = at(round + "/" + victim);
        AtomicInteger calls = new AtomicInteger();
        boolean[] swapped = {false};
        LinkSystem attacked = InterceptingLinkSystem.of(system, call -> {
            int now = calls.getAndIncrement();
            if (now == turn) {
                swapped[0] = isSwapped(place, round);
            } else if (now == turn + 1 && swap == Swap.AND_BACK && swapped[0]) {
                swapBack(place, round);
            }
        });
        try {
            work.in(attacked, round);
        } catch (FileSystemException e) {
            assertThat(e).isInstanceOf(LinkFailure.class);
        }
        String told = victim + " before primitive " + turn;
        assertThat(picture(round + "/outside")).as("outside, %s", told).isEqualTo(outside);
        assertThat(pictureOfCopy(round)).as("the copy, %s", told).doesNotContain(round + "/outside/");
        return swapped[0];
    }

    /// A copy that is a link has read nothing, and leads wherever it leads.
    private String pictureOfCopy(String round) throws IOException {
        for (Name each : names(system.at(at(round)))) {
            if (each.equals(name("copy")) && system.at(at(round)).stat(each).isDirectory()) {
                return picture(round + "/copy");
            }
        }
        return "";
    }

    /// Where nothing is, or the system does not let a directory go that somebody works in, there is nothing to swap.
    private boolean isSwapped(LinkPath victim, String round) {
        Name name = victim.name().orElseThrow();
        Directory parent = system.at(victim.parent());
        try {
            parent.rename(name, system.at(at(round + "/parked")), name, RenameMode.REPLACE);
        } catch (FileSystemException cannotBeSwapped) {
            return false;
        }
        LinkTarget outside = LinkTarget.ofBytes(at(round + "/outside").bytes());
        try {
            parent.makeLink(name, outside, TargetKind.DIRECTORY);
        } catch (FileSystemException e) {
            throw new AssertionError("the attacker himself failed", e);
        }
        return true;
    }

    private void swapBack(LinkPath victim, String round) {
        Name name = victim.name().orElseThrow();
        Directory parent = system.at(victim.parent());
        try {
            parent.removeLink(name, (status, data) -> {});
            system.at(at(round + "/parked")).rename(name, parent, name, RenameMode.REPLACE);
        } catch (FileSystemException removedMeanwhile) {
            failure(removedMeanwhile);
        }
    }

    private int count(Work work, java.util.function.Predicate<Interceptor.Call> counted) throws IOException {
        AtomicInteger calls = new AtomicInteger();
        work.in(InterceptingLinkSystem.of(system, call -> calls.addAndGet(counted.test(call) ? 1 : 0)), newRound());
        return calls.get();
    }

    @Test
    void aSubtreeThatIsMovedOutWhileItIsDeletedLeadsNowhereElse() throws IOException {
        requireHeld();
        Work work = (attacked, round) -> delete(attacked, at(round + "/tree"));
        int primitives = count(work, call -> true);
        int moves = 0;
        for (int turn = 0; turn < primitives; turn++) {
            String round = newRound();
            int now = turn;
            AtomicInteger calls = new AtomicInteger();
            boolean[] moved = {false};
            LinkSystem moving = InterceptingLinkSystem.of(system, call -> {
                if (calls.getAndIncrement() == now) {
                    moved[0] = isMovedOut(round);
                }
            });
            String outside = picture(round + "/outside");
            try {
                work.in(moving, round);
            } catch (FileSystemException e) {
                failure(e);
            }
            List<String> stays = new ArrayList<>(picture(round + "/outside").lines().toList());
            stays.removeIf(line -> line.startsWith("moved/"));
            assertThat(stays).as("moved before primitive %s", turn).containsExactlyElementsOf(
                    outside.lines().toList());
            moves += moved[0] ? 1 : 0;
        }
        assertThat(moves).as("moves that were made").isGreaterThan(isWindows() ? 0 : 10);
    }

    private boolean isMovedOut(String round) {
        try {
            system.at(at(round + "/tree")).rename(name("a"), system.at(at(round + "/outside")), name("moved"),
                    RenameMode.REPLACE);
            return true;
        } catch (FileSystemException cannotBeMoved) {
            assertThat(cannotBeMoved).isInstanceOf(LinkFailure.class);
            return false;
        }
    }

    /// The faults of a system, as the primitives tell them.
    private enum Fault {
        ENOSPC(28, Reason.NO_SPACE),
        EIO(5, Reason.IO_ERROR),
        EACCES(13, Reason.ACCESS_DENIED),
        EINTR(4, Reason.INTERRUPTED);

        private final int code;
        private final Reason reason;

        Fault(int code, Reason reason) {
            this.code = code;
            this.reason = reason;
        }

        FileSystemException of(Interceptor.Call call) {
            return FailureDetails.of(call.words(), call.path(), reason).withCode("fault", code, name()).toException();
        }
    }

    @TestFactory
    Stream<DynamicTest> aFaultWhileDeletingIsToldWithItsObjectAndNothingElseSuffers() {
        return Stream.of(Fault.values()).map(each -> dynamicTest(each.name(), () -> failDeletion(each)));
    }

    private void failDeletion(Fault fault) throws IOException {
        requireHeld();
        Work work = (faulty, round) -> delete(faulty, at(round + "/tree"));
        int changes = count(work, call -> call.primitive().isMutating());
        for (int turn = 0; turn < changes; turn++) {
            String round = newRound();
            String outside = picture(round + "/outside");
            AtomicReference<Interceptor.Call> hit = new AtomicReference<>();
            Deletion deletion = Trees.on(failing(fault, turn, hit)).delete(at(round + "/tree"),
                    DeleteOptions.defaults().withWorkers(1));

            assertThat(picture(round + "/outside")).isEqualTo(outside);
            if (fault == Fault.EINTR) {
                assertThat(deletion.failures()).isEmpty();
                assertThat(picture(round + "/tree")).isEmpty();
            } else {
                assertThat(deletion.failures()).as("before change %s", turn).extracting(FailureDetails::link)
                        .containsExactly(hit.get().path());
                assertThat(deletion.failures()).extracting(FailureDetails::codeName).containsExactly(fault.name());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> aFaultWhileCopyingIsToldWithItsObjectAndNothingElseSuffers() {
        return Stream.of(Fault.values()).map(each -> dynamicTest(each.name(), () -> failCopy(each)));
    }

    private void failCopy(Fault fault) throws IOException {
        requireHeld();
        Work work = (faulty, round) -> {
            furnish(round);
            copy(faulty, at(round + "/tree"), at(round + "/copy"));
        };
        int changes = count(work, call -> call.primitive().isMutating());
        Set<Primitive> failed = EnumSet.noneOf(Primitive.class);
        for (int turn = 0; turn < changes; turn++) {
            String round = newRound();
            furnish(round);
            String outside = picture(round + "/outside");
            String tree = picture(round + "/tree");
            AtomicReference<Interceptor.Call> hit = new AtomicReference<>();
            List<FailureDetails> told = new ArrayList<>();
            try {
                Copied copied = Trees.on(failing(fault, turn, hit)).copy(at(round + "/tree"), at(round + "/copy"),
                        EVERYTHING);
                told.addAll(copied.failures());
                copied.losses().stream().map(Loss::first).forEach(told::add);
                boolean survived = fault != Fault.EINTR || copied.isComplete();
                assertThat(survived).as("EINTR at change %s", turn).isTrue();
            } catch (FileSystemException e) {
                assertThat(fault).as("survived").isNotEqualTo(Fault.EINTR);
                told.add(failure(e));
            }
            assertThat(picture(round + "/outside")).isEqualTo(outside);
            assertThat(picture(round + "/tree")).isEqualTo(tree);
            failed.add(hit.get().primitive());
            if (fault != Fault.EINTR) {
                assertThat(told).as("before change %s: %s", turn, hit.get()).extracting(FailureDetails::link)
                        .contains(hit.get().path());
            }
        }
        assertThat(failed).contains(Primitive.MAKE_PRIVATE_DIRECTORY, Primitive.CREATE_FILE, Primitive.MAKE_LINK,
                Primitive.COPY_CONTENTS, Primitive.SET_TIMES);
        if (system.rules() == PathRules.POSIX && has(Capability.HARD_LINKS)) {
            assertThat(failed).contains(Primitive.MAKE_HARD_LINK, Primitive.SET_MODE);
        }
    }

    /// What not every system has: a second name, an extended attribute, a named pipe.
    private void furnish(String round) throws IOException {
        if (has(Capability.HARD_LINKS)) {
            system.at(at(round + "/tree/c")).makeHardLink(name("second"), system.at(at(round + "/tree/a")),
                    name("file"));
        }
        Contents contents = system.at(at(round + "/tree/c")).contents();
        try (HeldObject other = contents.hold(name("other"))) {
            other.setExtendedAttribute(
                    new ExtendedAttribute(ByteString.of((byte) 'u', (byte) 's', (byte) 'e', (byte) 'r',
                            (byte) '.', (byte) 'x'), ByteString.of((byte) 1)));
        } catch (FileSystemException notHere) {
            failure(notHere, Reason.CAPABILITY_MISSING, Reason.UNSUPPORTED_BY_FILE_SYSTEM, Reason.NOT_PERMITTED);
        }
        try {
            contents.makeSpecialFile(name("pipe"), FileType.FIFO, 0);
        } catch (FileSystemException notHere) {
            failure(notHere, Reason.CAPABILITY_MISSING, Reason.NOT_PERMITTED);
        }
    }

    private LinkSystem failing(Fault fault, int turn, AtomicReference<Interceptor.Call> hit) {
        AtomicInteger changes = new AtomicInteger();
        return InterceptingLinkSystem.of(system, call -> {
            if (call.primitive().isMutating() && changes.getAndIncrement() == turn) {
                hit.set(call);
                throw fault.of(call);
            }
        });
    }
}
