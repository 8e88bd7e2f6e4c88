package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Removing links, names and directories.
abstract class RemovalRules extends ContractRules {
    private static final Directory.Judge ANYTHING_GOES = (status, reparseData) -> {};

    RemovalRules(LinkSystemContract contract, Naming naming) {
        super(contract, naming);
    }

    @TestFactory
    Stream<DynamicTest> aLinkIsRemovedAndItsTargetIsNot() {
        return Stream.of(Occupant.values()).filter(Occupant::isLink)
                .map(link -> DynamicTest.dynamicTest(link.toString(), () -> {
                    Directory there = takenBy(link);
                    List<Status> judged = new ArrayList<>();
                    String before = picture();
                    there.removeLink(name(Occupant.NAME), (status, reparseData) -> judged.add(status));
                    assertThat(judged).singleElement()
                            .satisfies(status -> assertThat(status.isSymbolicLink()).isTrue());
                    assertThat(picture().lines()).containsExactlyElementsOf(before.lines()
                            .filter(line -> !line.startsWith(link.name() + "/" + Occupant.NAME + " =>")).toList());
                }));
    }

    @Test
    void aLinkThatTheJudgeRefusesStays() throws IOException {
        plant("link => target");
        FileSystemException verdict = FailureDetails.of("judge", at("link"), Reason.CHANGED_BY_OTHERS).toException();
        String before = picture();
        Throwable thrown = catchThrowable(() -> here.removeLink(name("link"), (status, reparseData) -> {
            throw verdict;
        }));
        assertThat(thrown).isSameAs(verdict);
        assertThat(picture()).isEqualTo(before);
    }

    @Test
    void aDirectoryIsNotRemovedAsALinkWhateverTheJudgeSays() throws IOException {
        plant("empty/", "full/inside");
        refused(() -> here.removeLink(name("empty"), ANYTHING_GOES));
        refused(() -> here.removeLink(name("full"), ANYTHING_GOES));
    }

    @Test
    void nothingIsJudgedWhereNothingIs() throws IOException {
        refused(() -> here.removeLink(name("missing"), (status, reparseData) -> {
            throw new AssertionError("there is nothing to be judged");
        }), Reason.NOT_FOUND);
    }

    @Test
    void unlinkRemovesALinkAndNotItsTarget() throws IOException {
        plant("file", "link => file");
        here.unlink(name("link"));
        assertThat(names(here)).containsExactly(name("file"));
        assertThat(contents("file")).isEqualTo("contents of file");
    }

    @Test
    void unlinkRemovesAFile() throws IOException {
        plant("file", "other");
        here.unlink(name("file"));
        assertThat(names(here)).containsExactly(name("other"));
    }

    @Test
    void unlinkRefusesADirectory() throws IOException {
        plant("empty/", "full/inside");
        refused(() -> here.unlink(name("empty")), Reason.IS_A_DIRECTORY);
        refused(() -> here.unlink(name("full")), Reason.IS_A_DIRECTORY);
        refused(() -> here.unlink(name("missing")), Reason.NOT_FOUND);
    }

    @Test
    void anEmptyDirectoryIsRemoved() throws IOException {
        plant("empty/", "other/");
        here.removeDirectory(name("empty"));
        assertThat(names(here)).containsExactly(name("other"));
    }

    @Test
    void aDirectoryThatHoldsAnythingStays() throws IOException {
        plant("full/inside", "nest/empty/");
        refused(() -> here.removeDirectory(name("full")), Reason.DIRECTORY_NOT_EMPTY);
        refused(() -> here.removeDirectory(name("nest")), Reason.DIRECTORY_NOT_EMPTY);
    }

    @Test
    void whatIsNoDirectoryIsNotRemovedAsOne() throws IOException {
        plant("file");
        refused(() -> here.removeDirectory(name("file")), Reason.NOT_A_DIRECTORY);
        refused(() -> here.removeDirectory(name("missing")), Reason.NOT_FOUND);
        require(Capability.SYMBOLIC_LINKS);
        plant("empty/", "link => empty", "dangling => nowhere");
        refused(() -> here.removeDirectory(name("link")), Reason.NOT_A_DIRECTORY);
        refused(() -> here.removeDirectory(name("dangling")), Reason.NOT_A_DIRECTORY);
    }
}
