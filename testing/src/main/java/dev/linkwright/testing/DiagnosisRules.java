package dev.linkwright.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.linkwright.Capability;
import dev.linkwright.Diagnosis;
import dev.linkwright.Diagnosis.Probe;
import dev.linkwright.Diagnosis.Trying;
import dev.linkwright.FailureDetails;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkPath;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.Primitive;
import org.junit.jupiter.api.Test;

/// Finding out what can be made in a directory, and what interrupted operations have left there.
abstract class DiagnosisRules extends ContractRules {
    private static final long NOBODYS = 999_999_999_999L;

    DiagnosisRules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    private static Map<String, Probe> byKind(Diagnosis diagnosis) {
        return diagnosis.probes().stream().collect(Collectors.toMap(Probe::kind, probe -> probe));
    }

    private static String left(long process, int number) {
        return ".lw-" + process + "-abcdefghijklmnopqrstuvwx2" + number;
    }

    private static boolean works(Map<String, Probe> probes, String kind) {
        return requireNonNull(probes.get(kind), kind).works();
    }

    @Test
    void whatIsClaimedWorksAndNothingIsLeft() throws IOException {
        plant("file", "link => file");
        String before = picture();
        Diagnosis diagnosis = links().diagnose(root, Trying.EVERYTHING);
        assertThat(picture()).isEqualTo(before);
        assertThat(diagnosis.directory()).isEqualTo(root);
        assertThat(diagnosis.system()).isEqualTo(system.name());
        assertThat(diagnosis.leftovers()).isEmpty();
        Map<String, Probe> probes = byKind(diagnosis);
        String symbolic = has(Capability.TARGET_KIND) ? "directory-symlink" : "symlink";
        assertThat(probes).containsKeys(symbolic, "hard-link", "verbatim-text", "atomic-replace");
        assertThat(works(probes, symbolic)).isEqualTo(has(Capability.SYMBOLIC_LINKS));
        assertThat(works(probes, "verbatim-text")).isEqualTo(has(Capability.VERBATIM_TEXT));
        assertThat(works(probes, "atomic-replace"))
                .isEqualTo(Set.of(Guarantee.ATOMIC, Guarantee.IN_PLACE).contains(bestReplacement()));
        assertThat(probes.containsKey("junction")).isEqualTo(isWindows() || has(Capability.JUNCTIONS));
        if (probes.containsKey("junction")) {
            assertThat(works(probes, "junction")).isEqualTo(has(Capability.JUNCTIONS));
        }
        assertThat(diagnosis.probes()).allSatisfy(probe -> {
            assertThat(probe.failure().isPresent()).as(probe.kind()).isEqualTo(!probe.works());
            assertThat(probe.remedy().isPresent()).as(probe.kind()).isEqualTo(!probe.works());
        });
    }

    @Test
    void whatDoesNotWorkIsToldWithItsReason() throws IOException {
        Interceptor noRoom = call -> {
            if (call.primitive() == Primitive.MAKE_LINK || call.primitive() == Primitive.MAKE_REPARSE_POINT) {
                throw FailureDetails.of(call.words(), call.path(), Reason.NO_SPACE).toException();
            }
        };
        Diagnosis diagnosis = Links.on(InterceptingLinkSystem.of(system, noRoom)).diagnose(root, Trying.EVERYTHING);
        assertThat(diagnosis.probes()).isNotEmpty().allSatisfy(probe -> {
            assertThat(probe.works()).isFalse();
            assertThat(probe.failure()).hasValueSatisfying(
                    failure -> assertThat(failure.reason()).isEqualTo(Reason.NO_SPACE));
            assertThat(probe.remedy()).isPresent();
        });
        assertThat(names(here)).isEmpty();
    }

    @Test
    void whereNothingCanBeTriedEverythingIsToldWithTheReason() throws IOException {
        Diagnosis diagnosis = Links.on(InterceptingLinkSystem.of(system, Interceptor.readOnly()))
                .diagnose(root, Trying.EVERYTHING);
        assertThat(diagnosis.probes()).isNotEmpty()
                .allSatisfy(probe -> assertThat(probe.failure().orElseThrow().reason())
                        .isEqualTo(Reason.READ_ONLY_FILE_SYSTEM));
    }

    @Test
    void withoutTryingNothingIsChanged() throws IOException {
        List<Primitive> changes = new ArrayList<>();
        Interceptor recorder = call -> {
            if (call.primitive().isMutating()) {
                changes.add(call.primitive());
            }
        };
        Diagnosis diagnosis = Links.on(InterceptingLinkSystem.of(system, recorder)).diagnose(root, Trying.NOTHING);
        assertThat(changes).isEmpty();
        assertThat(diagnosis.probes()).isEmpty();
        assertThat(diagnosis.capabilities().has(Capability.SYMBOLIC_LINKS)).isEqualTo(has(Capability.SYMBOLIC_LINKS));
    }

    @Test
    void aFaultInTheMiddleLeavesNothingOrIsTold() throws IOException {
        for (int turn = 0; true; turn++) {
            Intruder faults = new Intruder(call -> call.primitive().isMutating(), Set.of(turn), (number, call) -> {
                throw FailureDetails.of(call.words(), call.path(), Reason.IO_ERROR).toException();
            });
            Throwable thrown = catchThrowable(
                    () -> Links.on(InterceptingLinkSystem.of(system, faults)).diagnose(root, Trying.EVERYTHING));
            if (faults.deeds() == 0) {
                return;
            }
            for (var left : names(here)) {
                assertThat(failure(thrown).describe()).contains("'" + root.resolve(left) + "' is left");
                clear(left.toString());
            }
        }
    }

    private void clear(String directory) throws IOException {
        var scratch = system.at(at(directory));
        for (var each : names(scratch)) {
            scratch.unlink(each);
        }
        here.removeDirectory(name(directory));
    }

    @Test
    void whatIsNoDirectoryIsNotExamined() throws IOException {
        plant("file");
        refused(() -> links().diagnose(at("file"), Trying.EVERYTHING), Reason.NOT_A_DIRECTORY);
        refused(() -> links().diagnose(at("missing"), Trying.EVERYTHING), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> links().removeLeftovers(at("file")), Reason.NOT_A_DIRECTORY);
    }

    @Test
    void temporaryNamesAreListedAndOthersAreNot() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        String first = left(NOBODYS, 2);
        String second = left(NOBODYS, 3);
        plant(second + " => x", first + "/", ".lw-1-short => x", ".lw-x-abcdefghijklmnopqrstuvwx22 => x",
                ".lw-" + NOBODYS + "-ABCDEFGHIJKLMNOPQRSTUVWX77 => x", "file");
        LinkPath shown = LinkPath.of(system.rules(), ".");
        Diagnosis diagnosis = links().relativeTo(root).diagnose(shown, Trying.NOTHING);
        assertThat(diagnosis.leftovers()).containsExactly(shown.resolve(name(first)), shown.resolve(name(second)));
    }

    @Test
    void whatMayStillBeInUseOrIsNoLinkIsNotRemoved() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        plant(left(NOBODYS, 3) + "/", left(NOBODYS, 4),
                left(ProcessHandle.current().pid(), 5) + " => ours");
        String before = picture();
        assertThat(links().removeLeftovers(root)).isEmpty();
        assertThat(picture()).isEqualTo(before);
    }

    /// Between two renames a link may be nowhere else.
    @Test
    void twoThatAnInterruptedOperationHadInHandAreKept() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        String first = left(NOBODYS, 2);
        plant(first + " => new", first + "~ => old", left(NOBODYS, 3) + " => x");
        Name[] kept = {name(first), name(first + "~")};
        assertThat(links().diagnose(root, Trying.NOTHING).kept()).extracting(path -> path.name().orElseThrow())
                .containsExactly(kept);
        links().removeLeftovers(root);
        assertThat(names(here)).contains(kept);
        assertThat(links().diagnose(root, Trying.NOTHING).kept()).hasSize(kept.length);
    }

    @Test
    void twoThatAreAlikeOrAreStillAtWorkAreNothingThatCouldBeLost() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        String alike = left(NOBODYS, 2);
        String ours = left(ProcessHandle.current().pid(), 3);
        plant(alike + " => new", alike + "~ => new", ours + " => new", ours + "~ => old", left(NOBODYS, 4) + "/",
                left(NOBODYS, 4) + "~ => new", left(NOBODYS, 5) + "~ => x");
        Diagnosis diagnosis = links().diagnose(root, Trying.NOTHING);
        assertThat(diagnosis.leftovers()).hasSize(7);
        assertThat(diagnosis.kept()).isEmpty();
    }

    @Test
    void aLinkOfAProcessThatIsGoneIsRemovedAfterAnHour() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        String link = left(NOBODYS, 2);
        plant(link + " => x");
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        if (here.stat(name(link)).modified().isBefore(hourAgo)) {
            assertThat(links().removeLeftovers(root)).containsExactly(at(link));
            assertThat(names(here)).isEmpty();
        } else {
            assertThat(links().removeLeftovers(root)).isEmpty();
            assertThat(names(here)).containsExactly(name(link));
        }
    }
}
