package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Making hard links.
abstract class HardLinkRules extends ContractRules {
    HardLinkRules(LinkSystemContract contract, Naming naming) {
        super(contract, naming);
    }

    @Test
    void aHardLinkIsASecondNameOfTheSameFile() throws IOException {
        plant("file");
        require(Capability.HARD_LINKS);
        here.makeHardLink(name("second"), here, name("file"));
        assertThat(contents("second")).isEqualTo("contents of file");
        Status file = here.stat(name("file"));
        assertThat(here.stat(name("second")).identity()).isEqualTo(file.identity());
        assertThat(file.linkCount()).isIn(2L, -1L);
        here.unlink(name("file"));
        assertThat(contents("second")).isEqualTo("contents of file");
    }

    @Test
    void withoutHardLinksMakingOneIsRefused() throws IOException {
        plant("file");
        requireAbsence(Capability.HARD_LINKS);
        refused(() -> here.makeHardLink(name("second"), here, name("file")), Reason.CAPABILITY_MISSING,
                Reason.UNSUPPORTED_BY_FILE_SYSTEM);
    }

    @Test
    void aHardLinkMayBeInAnotherDirectory() throws IOException {
        plant("dir/file", "other/");
        require(Capability.HARD_LINKS);
        in("other").makeHardLink(name("second"), in("dir"), name("file"));
        assertThat(contents("other/second")).isEqualTo("contents of dir/file");
        assertThat(names(in("dir"))).containsExactly(name("file"));
    }

    @Test
    void aHardLinkOfASymbolicLinkNeverBecomesOneOfItsTarget() throws IOException {
        plant("file", "link => file", "dangling => nowhere");
        for (String link : List.of("link", "dangling")) {
            String before = picture();
            Throwable thrown = catchThrowable(() -> here.makeHardLink(name("second"), here, name(link)));
            if (thrown == null) {
                assertThat(here.readLink(name("second"))).isEqualTo(here.readLink(name(link)));
                here.unlink(name("second"));
            } else {
                failure(thrown, Reason.CAPABILITY_MISSING, Reason.UNSUPPORTED_BY_FILE_SYSTEM, Reason.NOT_PERMITTED);
            }
            assertThat(picture()).isEqualTo(before);
        }
        assertThat(here.readLink(name("link"))).isEqualTo(LinkTarget.of("file"));
    }

    @TestFactory
    Stream<DynamicTest> aHardLinkIsNeverMadeWhereTheNameIsTaken() {
        return Stream.of(Occupant.values()).map(occupant -> DynamicTest.dynamicTest("by a " + occupant, () -> {
            require(Capability.HARD_LINKS);
            Directory there = takenBy(occupant);
            plant(occupant.name() + "/file");
            refused(() -> there.makeHardLink(name(Occupant.NAME), there, name("file")), Reason.EXISTS);
        }));
    }

    @Test
    void aDirectoryGetsNoHardLink() throws IOException {
        plant("dir/inside");
        refused(() -> here.makeHardLink(name("second"), here, name("dir")));
    }

    @Test
    void whatIsMissingGetsNoHardLink() throws IOException {
        plant("dir/");
        require(Capability.HARD_LINKS);
        refused(() -> here.makeHardLink(name("second"), here, name("missing")), Reason.NOT_FOUND);
    }
}
