package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.FailureDetails;
import dev.linkwright.Guarantee;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import dev.linkwright.TargetKind;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Replacing the text of a link.
abstract class RetargetRules extends ContractRules {
    private static final RetargetOptions PLAIN = RetargetOptions.defaults();
    private static final RetargetOptions WITH_A_GAP = PLAIN.withGap(RetargetOptions.Gap.ALLOWED);

    RetargetRules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    private Retargeting retarget(LinkPath link, String text, RetargetOptions options) throws IOException {
        return links().retarget(link, LinkTarget.of(text), options);
    }

    @Test
    void aLinkGetsAnotherTextAndNothingElseIsTouched() throws IOException {
        plant("old", "new", "link => old");
        if (bestReplacement() == Guarantee.GAP) {
            assertThat(refused(() -> retarget(at("link"), "new", PLAIN), Reason.CAPABILITY_MISSING).advice())
                    .contains("--allow-gap");
        }
        Retargeting done = retarget(at("link"), "new", WITH_A_GAP);
        assertThat(done).isEqualTo(new Retargeting(at("link"), LinkTarget.of("old"), LinkTarget.of("new"), true,
                bestReplacement(), done.notKept()));
        assertThat(links().read(at("link"))).isEqualTo(LinkTarget.of("new"));
        assertThat(names(here)).containsExactly(name("link"), name("new"), name("old"));
        assertThat(contents("old")).isEqualTo("contents of old");
        assertThat(contents("new")).isEqualTo("contents of new");
    }

    @Test
    void aLinkThatHasTheTextAlreadyIsLeftAlone() throws IOException {
        plant("link => same");
        Identity before = here.stat(name("link")).identity();
        Retargeting done = retarget(at("link"), "same", PLAIN);
        assertThat(done.changed()).isFalse();
        assertThat(done.previous()).isEqualTo(LinkTarget.of("same"));
        assertThat(here.stat(name("link")).identity()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> onlyLinksAreReplacedAndNeverWhatTheyLeadTo() {
        return Stream.of(Occupant.values()).map(occupant -> DynamicTest.dynamicTest(occupant.toString(), () -> {
            LinkPath taken = takenBy(occupant).path().resolve(name(Occupant.NAME));
            if (occupant.isLink()) {
                String[] before = picture().split("\n", -1);
                retarget(taken, "elsewhere", WITH_A_GAP);
                assertThat(picture().split("\n", -1)).hasSameSizeAs(before);
                assertThat(links().read(taken)).isEqualTo(LinkTarget.of("elsewhere"));
            } else {
                refused(() -> retarget(taken, "elsewhere", WITH_A_GAP), Reason.NOT_A_LINK);
            }
        }));
    }

    @Test
    void onlyTheExpectedLinkIsReplaced() throws IOException {
        plant("link => one");
        RetargetOptions other = WITH_A_GAP.withExpected(LinkTarget.of("other"));
        FailureDetails failure = refused(() -> retarget(at("link"), "two", other), Reason.UNEXPECTED_TARGET);
        assertThat(failure.describe()).contains("expected 'other', found 'one'");
        assertThat(failure.target()).isEqualTo(LinkTarget.of("two"));
        assertThat(retarget(at("link"), "two", WITH_A_GAP.withExpected(LinkTarget.of("one"))).previous())
                .isEqualTo(LinkTarget.of("one"));
        refused(() -> retarget(at("link"), "two", other), Reason.UNEXPECTED_TARGET);
    }

    @Test
    void aLinkThatSomebodyElsePutThereMeanwhileStays() throws IOException {
        require(Capability.RENAME_EXCHANGE);
        plant("link => old");
        Intruder intruder = new Intruder(call -> call.primitive() == Primitive.RENAME, Set.of(0), (turn, call) -> {
            here.unlink(name("link"));
            here.makeLink(name("link"), LinkTarget.of("theirs"), TargetKind.FILE);
        });
        Throwable thrown = catchThrowable(() -> Links.on(InterceptingLinkSystem.of(system, intruder))
                .retarget(at("link"), LinkTarget.of("new"), PLAIN));
        assertThat(failure(thrown, Reason.CHANGED_BY_OTHERS).describe())
                .contains("it led to 'old', and then to 'theirs'");
        assertThat(links().read(at("link"))).isEqualTo(LinkTarget.of("theirs"));
        assertThat(names(here)).containsExactly(name("link"));
    }

    @Test
    void whatIsMissingIsNotRetargeted() throws IOException {
        FailureDetails missing = refused(() -> retarget(at("missing"), "x", WITH_A_GAP), Reason.NOT_FOUND);
        assertThat(missing.operation()).isEqualTo("retarget");
        assertThat(missing.link()).isEqualTo(at("missing"));
        assertThat(missing.target()).isEqualTo(LinkTarget.of("x"));
        assertThat(refused(() -> retarget(at("missing/sub/link"), "x", WITH_A_GAP), Reason.PARENT_NOT_FOUND).describe())
                .contains("'" + at("missing") + "'");
        plant("file");
        refused(() -> retarget(at("file/link"), "x", WITH_A_GAP), Reason.NOT_A_DIRECTORY, Reason.PARENT_NOT_FOUND);
    }

    @Test
    void emptyPathsAndTextsAreRefused() throws IOException {
        plant("link => old");
        refused(() -> retarget(at("link"), "", WITH_A_GAP), Reason.INVALID_TARGET);
        refused(() -> retarget(LinkPath.of(system.rules(), ""), "x", WITH_A_GAP), Reason.INVALID_NAME);
        refused(() -> retarget(LinkPath.of(system.rules(), "."), "x", WITH_A_GAP), Reason.NOT_A_LINK);
    }

    @Test
    void aTextThatCannotBeStoredIsRefusedBeforeAnythingIsTouched() throws IOException {
        plant("link => old");
        if (has(Capability.VERBATIM_TEXT)) {
            retarget(at("link"), "a//b/./c/../d/", WITH_A_GAP);
            assertThat(links().read(at("link"))).isEqualTo(stored("a//b/./c/../d/"));
            return;
        }
        String before = picture();
        Throwable thrown = catchThrowable(() -> retarget(at("link"), "a//b/./c/../d/", WITH_A_GAP));
        if (thrown == null) {
            assertThat(links().read(at("link"))).isEqualTo(stored("a//b/./c/../d/"));
        } else {
            failure(thrown);
            assertThat(picture()).isEqualTo(before);
        }
    }

    @Test
    void aSeparatorAfterTheNameIsIgnored() throws IOException {
        plant("dir/inside", "link => dir");
        LinkPath slashed = LinkPath.of(system.rules(), at("link") + "/");
        assertThat(retarget(slashed, "other", WITH_A_GAP).link()).isEqualTo(slashed);
        assertThat(links().read(at("link"))).isEqualTo(LinkTarget.of("other"));
    }

    @Test
    void relativePathsCountFromTheGivenBaseAndResultsKeepThem() throws IOException {
        plant("base/link => old");
        LinkPath link = LinkPath.of(system.rules(), "link");
        Retargeting done = links().relativeTo(at("base")).retarget(link, LinkTarget.of("new"), WITH_A_GAP);
        assertThat(done.link()).isEqualTo(link);
        assertThat(links().read(at("base/link"))).isEqualTo(LinkTarget.of("new"));
    }

    @Test
    void aLinkKeepsItsKind() throws IOException {
        require(Capability.TARGET_KIND);
        plant("dir/", "link => dir");
        var kind = here.stat(name("link")).targetKind();
        retarget(at("link"), "missing", WITH_A_GAP);
        assertThat(here.stat(name("link")).targetKind()).isEqualTo(kind);
    }

    @Test
    void aChangeOfKindNeedsAGap() throws IOException {
        require(Capability.TARGET_KIND);
        plant("dir/", "link => dir");
        RetargetOptions forAFile = PLAIN.withTargetKind(TargetKind.FILE);
        refused(() -> links().retarget(at("link"), LinkTarget.of("file"), forAFile), Reason.CAPABILITY_MISSING);
        refused(() -> links().retarget(at("link"), LinkTarget.of("dir"), forAFile), Reason.CAPABILITY_MISSING);

        Retargeting done = links().retarget(at("link"), LinkTarget.of("file"),
                forAFile.withGap(RetargetOptions.Gap.ALLOWED));

        assertThat(done.guarantee()).isEqualTo(Guarantee.GAP);
        assertThat(here.stat(name("link")).targetKind()).isEqualTo(TargetKind.FILE);
        assertThat(links().read(at("link"))).isEqualTo(LinkTarget.of("file"));
        assertThat(names(here)).containsExactly(name("dir"), name("link"));
    }

    @Test
    void aKindThatTheLinkHasAlreadyNeedsNone() throws IOException {
        plant("dir/", "link => dir");
        Retargeting done = links().retarget(at("link"), LinkTarget.of("dir"),
                WITH_A_GAP.withTargetKind(TargetKind.DIRECTORY));
        assertThat(done.changed()).isFalse();
    }
}
