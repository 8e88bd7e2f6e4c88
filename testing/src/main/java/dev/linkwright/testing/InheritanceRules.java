package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Creation;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Guarantee;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.NotKept;
import dev.linkwright.Reason;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import dev.linkwright.Status;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What a link that gets the place of another one has from it: owner and times, or it is told that it has not.
abstract class InheritanceRules extends ContractRules {
    private static final Instant LONG_AGO = Instant.ofEpochSecond(1_000_000_000);
    private static final LinkTarget NEW = LinkTarget.of("new");
    private static final RetargetOptions OPTIONS = RetargetOptions.defaults()
            .withGap(RetargetOptions.Gap.ALLOWED);

    InheritanceRules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    /// Whether an object can be held, so that nothing else can be met.
    private boolean isPossible() {
        return has(Capability.CONTENTS) && has(Capability.HELD_DIRECTORIES);
    }

    private void requirePossible() {
        require(Capability.CONTENTS);
        require(Capability.HELD_DIRECTORIES);
        Assumptions.assumeTrue(bestReplacement() != Guarantee.IN_PLACE,
                "skipped: the link itself is changed here, and no new one made");
    }

    private void requireNoGap() {
        Assumptions.assumeTrue(bestReplacement() != Guarantee.GAP, "skipped: only with a gap here");
    }

    private void makeOld(String name) throws IOException {
        try (HeldObject link = here.contents().hold(name(name))) {
            link.setTimes(LONG_AGO, LONG_AGO);
        }
    }

    private Instant modified(String name) throws IOException {
        return here.stat(name(name)).modified();
    }

    @Test
    void aReplacedLinkKeepsTheTimesAndTheOwner() throws IOException {
        requirePossible();
        plant("link => old");
        makeOld("link");
        Status.Ownership owner = here.stat(name("link")).owner();

        Retargeting done = links().retarget(at("link"), NEW, OPTIONS);

        assertThat(done.notKept()).isEmpty();
        assertThat(modified("link")).isEqualTo(LONG_AGO);
        assertThat(here.stat(name("link")).owner()).isEqualTo(owner);
    }

    @Test
    void soDoesOneThatIsReplacedByCreating() throws IOException {
        requirePossible();
        requireNoGap();
        plant("link => old");
        makeOld("link");

        Creation done = links().create(at("link"), NEW,
                CreateOptions.defaults().withIfExists(CreateOptions.IfExists.REPLACE));

        assertThat(done.notKept()).isEmpty();
        assertThat(modified("link")).isEqualTo(LONG_AGO);
    }

    @Test
    void whatCannotBeKeptIsTold() throws IOException {
        plant("link => old");
        Retargeting done = links().retarget(at("link"), NEW, OPTIONS);
        if (isPossible() || done.guarantee() == Guarantee.IN_PLACE) {
            assertThat(done.notKept()).isEmpty();
        } else {
            assertThat(done.notKept()).extracting(NotKept::kind).contains(NotKept.Kind.TIMES);
            assertThat(done.notKept()).allSatisfy(each -> {
                assertThat(each.failure().reason()).isEqualTo(Reason.CAPABILITY_MISSING);
                assertThat(each.failure().link()).isEqualTo(at("link"));
                assertThat(each.failure().operation())
                        .isEqualTo("keep the " + each.kind().words() + " of");
            });
        }
    }

    @Test
    void nothingIsLostWhenNothingIsDone() throws IOException {
        plant("link => same");
        assertThat(links().retarget(at("link"), LinkTarget.of("same"), OPTIONS).notKept()).isEmpty();
    }

    @Test
    void aRefusalIsToldAndTheLinkIsReplacedAllTheSame() throws IOException {
        requirePossible();
        plant("link => old");
        Intruder refusal = new Intruder(call -> call.primitive() == Primitive.SET_TIMES, Set.of(0),
                (turn, call) -> {
                    throw FailureDetails.of(call.words(), call.path(), Reason.NOT_PERMITTED)
                            .toException();
                });

        Retargeting done = Links.on(InterceptingLinkSystem.of(system, refusal)).retarget(at("link"), NEW, OPTIONS);

        assertThat(done.changed()).isTrue();
        assertThat(done.notKept()).singleElement().satisfies(lost -> {
            assertThat(lost.kind()).isEqualTo(NotKept.Kind.TIMES);
            assertThat(lost.failure().reason()).isEqualTo(Reason.NOT_PERMITTED);
        });
        assertThat(links().read(at("link"))).isEqualTo(NEW);
    }

    /// A second name of somebody else's object in the place of the new link: by name, that object would get the owner.
    @Test
    void anObjectThatIsPutInThePlaceOfTheNewLinkGetsNothing() throws IOException {
        requirePossible();
        requireNoGap();
        require(Capability.HARD_LINKS);
        plant("link => old", "theirs => precious");
        makeOld("link");
        Instant before = modified("theirs");
        Directory theirs = here;
        Intruder intruder = new Intruder(call -> call.primitive() == Primitive.HOLD, Set.of(0), (turn, call) -> {
            var temporary = call.path().name().orElseThrow();
            theirs.removeLink(temporary, Directory.Judge.onlyLinks(theirs, temporary));
            theirs.makeHardLink(temporary, theirs, name("theirs"));
        });

        Throwable thrown = catchThrowable(() -> Links.on(InterceptingLinkSystem.of(system, intruder))
                .retarget(at("link"), NEW, OPTIONS));

        assertThat(failure(thrown, Reason.CHANGED_BY_OTHERS).describe()).contains("not the link that was made");
        assertThat(modified("theirs")).isEqualTo(before);
        assertThat(List.of(links().read(at("link")), links().read(at("theirs"))))
                .containsExactly(LinkTarget.of("old"), LinkTarget.of("precious"));
        assertThat(names(here)).containsExactly(name("link"), name("theirs"));
    }
}
