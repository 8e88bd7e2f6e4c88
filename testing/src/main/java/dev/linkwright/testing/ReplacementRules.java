package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.Primitive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What holds for every way of replacing a link when others work at the same name, and when the system fails in the
/// middle. Every case is tried at every call of the seam, one after the other.
abstract class ReplacementRules extends ContractRules {
    private static final Reason[] FAULTS = {Reason.NO_SPACE, Reason.IO_ERROR, Reason.ACCESS_DENIED,
            Reason.READ_ONLY_FILE_SYSTEM};

    /// What a message says when something else than a new name has changed.
    private static final List<String> TOLD = List.of("the new link is in its place", "the new link stands at the name",
            "is removed and could not be made again");

    private int scenes;

    ReplacementRules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    /// What an intruder puts at the name.
    private enum Booty {
        FILE,
        EMPTY_DIRECTORY,
        FULL_DIRECTORY,
        LINK
    }

    @TestFactory
    Stream<DynamicTest> whatOthersPutAtTheNameMeanwhileIsNotLost() {
        return cases().map(each -> DynamicTest.dynamicTest(each.replacement + ", " + each.booty, () -> {
            require(Capability.SYMBOLIC_LINKS);
            for (int turn = 0; true; turn++) {
                LinkPath scene = scene();
                Intruder intruder = new Intruder(call -> true, Set.of(turn),
                        (number, call) -> intrude(scene, each.booty, "first"));
                Ending ending = run(each.replacement, intruder, scene);
                if (intruder.deeds() == 0) {
                    return;
                }
                if (ending.mustHaveLostNothing(each.booty, "first")) {
                    assertThat(isThere(scene, each.booty, "first"))
                            .as("what came before call %s of '%s', after: %s", turn, scene, ending).isTrue();
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> twoIntrudersLoseNothingEither() {
        return cases().flatMap(each -> Stream.of(Booty.values())
                .map(second -> DynamicTest.dynamicTest(each.replacement + ", " + each.booty + ", " + second, () -> {
                    require(Capability.SYMBOLIC_LINKS);
                    LinkPath scene = scene();
                    Intruder intruder = new Intruder(call -> call.primitive() == Primitive.RENAME, Set.of(0, 1),
                            (turn, call) -> intrude(scene, turn == 0 ? each.booty : second,
                                    turn == 0 ? "first" : "second"));
                    Ending ending = run(each.replacement, intruder, scene);
                    if (intruder.deeds() > 0 && ending.mustHaveLostNothing(each.booty, "first")) {
                        assertThat(isThere(scene, each.booty, "first")).as("the first, after: %s", ending).isTrue();
                    }
                    if (intruder.deeds() > 1) {
                        assertThat(isThere(scene, second, "second")).as("the second, after: %s", ending).isTrue();
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> whatOthersPutThereBeforeABackupIsUndoneIsNotLost() {
        return Stream.of(Booty.values()).map(booty -> DynamicTest.dynamicTest(booty.toString(), () -> {
            require(Capability.RENAME_EXCHANGE);
            LinkPath scene = scene();
            Intruder intruder = new Intruder(call -> call.primitive() == Primitive.RENAME, Set.of(1, 2),
                    (turn, call) -> {
                        if (turn == 1) {
                            throw FailureDetails.of(call.words(), call.path(), Reason.IO_ERROR).toException();
                        }
                        intrude(scene, booty, "theirs");
                    });
            Ending ending = run(Replacement.CREATE_AND_BACK_UP, intruder, scene);
            assertThat(intruder.deeds()).isEqualTo(2);
            assertThat(ending.failure).isNotNull();
            assertThat(isThere(scene, booty, "theirs")).as("after: %s", ending).isTrue();
            assertThat(isThere(scene, Booty.LINK, "old")).as("after: %s", ending).isTrue();
        }));
    }

    @TestFactory
    Stream<DynamicTest> afterAFaultEverythingIsAsBeforeOrItIsToldWhatIsLeft() {
        return Stream.of(Replacement.values())
                .flatMap(replacement -> Stream.of(FAULTS).flatMap(fault -> Stream.of(true, false)
                        .map(once -> DynamicTest.dynamicTest(
                                replacement + ", " + fault + (once ? ", once" : ", for good"),
                                () -> failEverywhere(replacement, fault, once)))));
    }

    private void failEverywhere(Replacement replacement, Reason fault, boolean once) throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        for (int turn = 0; true; turn++) {
            LinkPath scene = scene();
            List<String> before = lines(scene);
            Set<Integer> turns = new HashSet<>(Set.of(turn));
            for (int later = turn + 1; !once && later < turn + 100; later++) {
                turns.add(later);
            }
            Intruder faults = new Intruder(call -> call.primitive().isMutating(), turns, (number, call) -> {
                throw FailureDetails.of(call.words(), call.path(), fault).toException();
            });
            Ending ending = run(replacement, faults, scene);
            if (faults.deeds() == 0) {
                return;
            }
            if (ending.failure == null) {
                assertThat(system.at(scene).readLink(name("link"))).isEqualTo(Replacement.NEW);
            } else {
                everythingElseIsTold(ending.failure, before, lines(scene), scene);
            }
        }
    }

    private static void everythingElseIsTold(FailureDetails failure, List<String> before, List<String> after,
            LinkPath scene) {
        String message = failure.describe();
        for (String line : after) {
            String name = line.split(" ", 2)[0];
            boolean isNew = before.stream().noneMatch(old -> old.startsWith(name + " "));
            if (isNew) {
                assertThat(message).as("after '%s' there is: %s", message, after)
                        .contains("'" + scene.resolve(name(name)) + "'");
            } else if (!before.contains(line)) {
                assertThat(TOLD.stream().anyMatch(message::contains)).as("'%s' tells of %s", message, line).isTrue();
            }
        }
        for (String line : before) {
            String name = line.split(" ", 2)[0];
            if (after.stream().noneMatch(left -> left.startsWith(name + " "))) {
                boolean backedUp = message.contains("what stood there is now '");
                assertThat(backedUp || message.contains("is removed and could not be made again"))
                        .as("'%s' tells of the loss of %s", message, line).isTrue();
            }
        }
    }

    private Stream<Case> cases() {
        return Stream.of(Replacement.values()).flatMap(
                replacement -> Arrays.stream(Booty.values()).map(booty -> new Case(replacement, booty)));
    }

    private LinkPath scene() throws IOException {
        String scene = "scene-" + scenes++;
        plant(scene + "/link => old", scene + "/bystander");
        return at(scene);
    }

    private Ending run(Replacement replacement, Interceptor interceptor, LinkPath scene) {
        Links links = Links.on(InterceptingLinkSystem.of(replacement.on(system), interceptor));
        Replacement.Outcome[] outcome = new Replacement.Outcome[1];
        Throwable thrown = catchThrowable(
                () -> outcome[0] = replacement.replace(links, scene.resolve(name("link"))));
        return new Ending(outcome[0], thrown == null ? null : failure(thrown));
    }

    /// Takes away the link that stands at the name, if one does, and puts something else there.
    private void intrude(LinkPath scene, Booty booty, String whose) throws IOException {
        Directory there = system.at(scene);
        Name link = name("link");
        if (names(there).contains(link)) {
            if (there.stat(link).isDirectory()) {
                return;
            }
            there.unlink(link);
        }
        String path = scene.name().orElseThrow() + "/link";
        switch (booty) {
            case FILE -> write(path, whose);
            case EMPTY_DIRECTORY -> there.makeDirectory(link);
            case FULL_DIRECTORY -> {
                there.makeDirectory(link);
                write(path + "/inside", whose);
            }
            case LINK -> there.makeLink(link, LinkTarget.of(whose), TargetKind.FILE);
        }
    }

    /// Whether it is somewhere in the scene, under whatever name.
    private boolean isThere(LinkPath scene, Booty booty, String whose) throws IOException {
        Directory there = system.at(scene);
        String below = scene.name().orElseThrow() + "/";
        for (Name each : names(there)) {
            FileType type = there.stat(each).type();
            boolean found = switch (booty) {
                case FILE -> type == FileType.FILE && contents(below + each).equals(whose);
                case EMPTY_DIRECTORY -> type == FileType.DIRECTORY;
                case FULL_DIRECTORY -> type == FileType.DIRECTORY && holds(below + each, whose);
                case LINK -> type == FileType.SYMBOLIC_LINK
                        && there.readLink(each).equals(LinkTarget.of(whose));
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(String directory, String whose) throws IOException {
        return names(system.at(at(directory))).contains(name("inside"))
                && contents(directory + "/inside").equals(whose);
    }

    private List<String> lines(LinkPath scene) throws IOException {
        Directory there = system.at(scene);
        List<String> lines = new ArrayList<>();
        for (Name each : names(there)) {
            lines.add(each + " " + (there.stat(each).isSymbolicLink()
                    ? there.readLink(each)
                    : contents(scene.name().orElseThrow() + "/" + each)));
        }
        return lines;
    }

    private record Case(Replacement replacement, Booty booty) {}

    /// How a call ended: one of the two is there.
    private record Ending(Replacement.@Nullable Outcome outcome, @Nullable FailureDetails failure) {
        /// Only what a checked replacement covers up may be gone; and a link that was seen there before the
        /// replacement began is told of instead.
        boolean mustHaveLostNothing(Booty booty, String whose) {
            if (outcome == null || booty == Booty.FULL_DIRECTORY || booty == Booty.EMPTY_DIRECTORY) {
                return true;
            }
            LinkTarget previous = outcome.previous();
            boolean told = booty == Booty.LINK && previous != null && previous.equals(LinkTarget.of(whose));
            return outcome.guarantee() != Guarantee.CHECKED && !told;
        }

        @Override
        public String toString() {
            return failure == null ? String.valueOf(outcome) : failure.describe();
        }
    }
}
