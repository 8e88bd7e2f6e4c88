package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Creation;
import dev.linkwright.Entry;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.OrdinaryEntry;
import dev.linkwright.Reason;
import dev.linkwright.RetargetOptions;
import dev.linkwright.SymbolicLink;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// [Links] on top of the system: create, hard link, read, show, remove, relativeTo.
abstract class LinksRules extends ContractRules {
    LinksRules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    private Creation create(LinkPath link, String text) throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        return links().create(link, LinkTarget.of(text), CreateOptions.defaults());
    }

    private LinkPath relative(String path) {
        return LinkPath.of(system.rules(), path);
    }

    @Test
    void aLinkIsCreatedAndItIsSaidHowThatIsKnown() throws IOException {
        Creation creation = create(at("link"), "target");
        assertThat(creation.link()).isEqualTo(at("link"));
        assertThat(creation.target()).isEqualTo(LinkTarget.of("target"));
        assertThat(creation.verification()).isIn(has(Capability.BELIEVED_SUCCESS)
                ? new Object[]{Creation.Verification.BELIEVED}
                : new Object[]{Creation.Verification.READ_BACK, Creation.Verification.STORED_OTHERWISE});
        assertThat(links().read(at("link"))).isEqualTo(LinkTarget.of("target"));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsCreatedWhereTheNameIsTaken() {
        return Stream.of(Occupant.values()).map(occupant -> DynamicTest.dynamicTest("by a " + occupant, () -> {
            require(Capability.SYMBOLIC_LINKS);
            LinkPath taken = takenBy(occupant).path().resolve(name(Occupant.NAME));
            FailureDetails failure = refused(() -> create(taken, "new"), Reason.EXISTS);
            assertThat(failure.operation()).isEqualTo("create");
            assertThat(failure.link()).isEqualTo(taken);
            assertThat(failure.target()).isEqualTo(LinkTarget.of("new"));
        }));
    }

    @Test
    void whatIsInTheWayOfALinkIsNamed() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        plant("file", "dangling => nowhere", "loop => loop");
        assertThat(refused(() -> create(at("missing/sub/link"), "t"), Reason.PARENT_NOT_FOUND).describe())
                .contains("'" + at("missing") + "'");
        assertThat(refused(() -> create(at("file/link"), "t"), Reason.NOT_A_DIRECTORY, Reason.PARENT_NOT_FOUND)
                .describe()).contains("'" + at("file") + "'");
        assertThat(refused(() -> create(at("dangling/link"), "t"), Reason.PARENT_NOT_FOUND).describe())
                .contains("'" + at("dangling") + "'").contains("nowhere");
        assertThat(refused(() -> create(at("loop/link"), "t"), Reason.TOO_MANY_LINKS_IN_PATH).describe())
                .contains("'" + at("loop") + "'");
    }

    @Test
    void aPathThatEndsInADotIsADirectoryOnlyIfSomethingIsThere() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        plant("dir/", "file");
        LinkPath nowhere = relative(at("nowhere").units() + system.rules().separator() + ".");
        refused(() -> create(nowhere, "t"), Reason.PARENT_NOT_FOUND);
        refused(() -> links().read(nowhere), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> links().remove(nowhere), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> links().retarget(nowhere, LinkTarget.of("t"), RetargetOptions.defaults()), Reason.NOT_FOUND,
                Reason.PARENT_NOT_FOUND);
        refused(() -> links().createHardLink(nowhere, at("file")), Reason.PARENT_NOT_FOUND);
        LinkPath there = relative(at("dir").units() + system.rules().separator() + ".");
        assertThat(refused(() -> create(there, "t"), Reason.EXISTS).describe()).contains("it is a directory");
        refused(() -> links().read(there), Reason.NOT_A_LINK);
        refused(() -> links().remove(there), Reason.NOT_A_LINK);
    }

    @Test
    void emptyPathsAndTextsAreRefused() throws IOException {
        refused(() -> links().create(at("link"), LinkTarget.of(""), CreateOptions.defaults()), Reason.INVALID_TARGET);
        LinkPath empty = relative("");
        refused(() -> links().create(empty, LinkTarget.of("t"), CreateOptions.defaults()), Reason.INVALID_NAME);
        refused(() -> links().read(empty), Reason.INVALID_NAME);
        refused(() -> links().show(empty), Reason.INVALID_NAME);
        refused(() -> links().remove(empty), Reason.INVALID_NAME);
        refused(() -> links().resolve(empty), Reason.INVALID_NAME);
        refused(() -> links().state(empty), Reason.INVALID_NAME);
        refused(() -> links().createHardLink(empty, at("x")), Reason.INVALID_NAME);
        refused(() -> links().createHardLink(at("x"), empty), Reason.INVALID_TARGET);
    }

    @Test
    void aSeparatorAfterTheNameOfALinkIsIgnored() throws IOException {
        plant("dir/inside");
        LinkPath slashed = LinkPath.of(system.rules(), at("link") + "/");
        create(slashed, "dir");
        assertThat(names(here)).containsExactly(name("dir"), name("link"));
        assertThat(links().read(slashed)).isEqualTo(LinkTarget.of("dir"));
        assertThat(links().show(slashed)).isInstanceOf(SymbolicLink.class);
        links().remove(slashed);
        assertThat(names(here)).containsExactly(name("dir"));
        assertThat(contents("dir/inside")).isEqualTo("contents of dir/inside");
    }

    @Test
    void aLinkIsReadThroughTheLinksInItsDirectory() throws IOException {
        plant("dir/inner => text", "link => dir");
        assertThat(links().read(at("link/inner"))).isEqualTo(LinkTarget.of("text"));
    }

    @Test
    void readingAnythingElseIsRefused() throws IOException {
        plant("file", "dir/");
        refused(() -> links().read(at("file")), Reason.NOT_A_LINK);
        refused(() -> links().read(at("dir")), Reason.NOT_A_LINK);
        refused(() -> links().read(relative(".")), Reason.NOT_A_LINK);
        FailureDetails missing = refused(() -> links().read(at("missing")), Reason.NOT_FOUND);
        assertThat(missing.operation()).isEqualTo("read");
        assertThat(missing.link()).isEqualTo(at("missing"));
        refused(() -> links().read(at("missing/link")), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
    }

    @Test
    void aLinkIsShownWithItsTextAndNotFollowed() throws IOException {
        plant("file", "relative => file", "absolute => " + at("file"));
        Entry shown = links().show(at("relative"));
        assertThat(shown).isInstanceOfSatisfying(SymbolicLink.class, link -> {
            assertThat(link.path()).isEqualTo(at("relative"));
            assertThat(link.target()).isEqualTo(LinkTarget.of("file"));
            assertThat(link.relative()).isTrue();
            assertThat(link.status().isSymbolicLink()).isTrue();
        });
        assertThat(links().show(at("absolute"))).isInstanceOfSatisfying(SymbolicLink.class,
                link -> assertThat(link.relative()).isFalse());
    }

    @Test
    void filesAndDirectoriesAreShownAsWhatTheyAre() throws IOException {
        plant("file", "dir/");
        assertThat(links().show(at("file"))).isInstanceOf(OrdinaryEntry.class)
                .satisfies(entry -> assertThat(entry.status().type()).isEqualTo(FileType.FILE));
        assertThat(links().show(at("dir"))).isInstanceOf(OrdinaryEntry.class)
                .satisfies(entry -> assertThat(entry.status().isDirectory()).isTrue());
        refused(() -> links().show(at("missing")), Reason.NOT_FOUND);
    }

    @TestFactory
    Stream<DynamicTest> onlyLinksAreRemoved() {
        return Stream.of(Occupant.values()).map(occupant -> DynamicTest.dynamicTest(occupant.toString(), () -> {
            LinkPath taken = takenBy(occupant).path().resolve(name(Occupant.NAME));
            if (occupant.isLink()) {
                int before = picture().split("\n", -1).length;
                links().remove(taken);
                assertThat(picture().split("\n", -1)).hasSize(before - 1);
                refused(() -> links().show(taken), Reason.NOT_FOUND);
            } else {
                assertThat(refused(() -> links().remove(taken), Reason.NOT_A_LINK).describe())
                        .contains(occupant.isDirectory() ? "directory" : "file");
            }
        }));
    }

    @Test
    void removingWhatIsMissingIsRefused() throws IOException {
        refused(() -> links().remove(at("missing")), Reason.NOT_FOUND);
        refused(() -> links().remove(at("missing/below")), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> links().remove(relative("..")), Reason.NOT_A_LINK);
    }

    @Test
    void aHardLinkIsASecondName() throws IOException {
        plant("dir/file");
        if (has(Capability.HARD_LINKS)) {
            links().createHardLink(at("second"), at("dir/file"));
            assertThat(contents("second")).isEqualTo("contents of dir/file");
            refused(() -> links().createHardLink(at("second"), at("dir/file")), Reason.EXISTS);
            refused(() -> links().createHardLink(at("third"), at("missing")), Reason.NOT_FOUND);
            refused(() -> links().createHardLink(at("missing/third"), at("dir/file")), Reason.PARENT_NOT_FOUND);
        } else {
            refused(() -> links().createHardLink(at("second"), at("dir/file")), Reason.CAPABILITY_MISSING,
                    Reason.UNSUPPORTED_BY_FILE_SYSTEM);
        }
    }

    @Test
    void aDirectoryGetsNoHardLinkAndItIsSaidWhy() throws IOException {
        plant("dir/");
        require(Capability.HARD_LINKS);
        refused(() -> links().createHardLink(at("second"), at("dir")), Reason.IS_A_DIRECTORY);
    }

    @Test
    void relativePathsCountFromTheGivenBaseAndResultsKeepThem() throws IOException {
        plant("base/dir/inside", "file");
        Links based = links().relativeTo(at("base"));
        require(Capability.SYMBOLIC_LINKS);
        LinkPath link = relative("link");
        assertThat(based.create(link, LinkTarget.of("dir"), CreateOptions.defaults()).link()).isEqualTo(link);
        assertThat(links().read(at("base/link"))).isEqualTo(LinkTarget.of("dir"));
        assertThat(based.read(link)).isEqualTo(LinkTarget.of("dir"));
        assertThat(based.show(link).path()).isEqualTo(link);
        assertThat(based.state(link)).isEqualTo(LinkState.OK);
        assertThat(based.resolve(link).path()).isEqualTo(link);
        assertThat(based.read(relative("../base/./link"))).isEqualTo(LinkTarget.of("dir"));
        assertThat(based.show(at("file")).path()).isEqualTo(at("file"));
        assertThat(refused(() -> based.read(relative("missing"))).link()).isEqualTo(relative("missing"));
        based.remove(link);
        assertThat(names(system.at(at("base")))).containsExactly(name("dir"));
        if (has(Capability.HARD_LINKS)) {
            based.createHardLink(relative("dir/second"), relative("dir/inside"));
            assertThat(contents("base/dir/second")).isEqualTo("contents of base/dir/inside");
        }
    }

    @Test
    void capabilitiesAreThoseOfTheDirectory() throws IOException {
        assertThat(links().capabilities(root).present()).isEqualTo(capabilities.present());
    }
}
