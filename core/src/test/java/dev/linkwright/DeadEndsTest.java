package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;

final class DeadEndsTest {
    private static final LinkPath MISSING = path("/srv/missing");
    private static final Hop FIRST = hop("/srv/first", "second");
    private static final Hop SECOND = hop("/srv/second", "third");
    private static final Hop THIRD = hop("/srv/third", "missing");

    private long now = Long.MAX_VALUE - 10;
    private final DeadEnds ends = new DeadEnds(() -> now);

    private static LinkPath path(String path) {
        return LinkPath.of(PathRules.POSIX, path);
    }

    private static Hop hop(String path, String text) {
        return new Hop(path(path), LinkTarget.of(text));
    }

    private DeadEnds.DeadEnd known(Hop link) {
        return Objects.requireNonNull(ends.of(link.path()));
    }

    @Test
    void eachLinkOfAChainIsKnownWithThoseBehindIt() {
        ends.note(List.of(FIRST, SECOND, THIRD), null, MISSING);
        assertThat(known(FIRST).hops()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(known(SECOND).hops()).containsExactly(SECOND, THIRD);
        assertThat(known(THIRD).missing()).isEqualTo(MISSING);
        assertThat(ends.of(path("/srv/fourth"))).isNull();
    }

    @Test
    void aLinkThatLeadsToAKnownOneHasTheRestOfItsChain() {
        ends.note(List.of(SECOND, THIRD), null, MISSING);
        ends.note(List.of(FIRST), known(SECOND), MISSING);
        assertThat(known(FIRST).hops()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void nothingIsKnownAfterAMoment() {
        ends.note(List.of(THIRD), null, MISSING);
        now += 49_999_999;
        assertThat(ends.of(THIRD.path())).isNotNull();
        now++;
        assertThat(ends.of(THIRD.path())).isNull();
    }

    @Test
    void whatRestsOnAnEarlierLookIsAsOldAsThat() {
        ends.note(List.of(SECOND, THIRD), null, MISSING);
        now += 49_000_000;
        ends.note(List.of(FIRST), known(SECOND), MISSING);
        now += 1_000_000;
        assertThat(ends.of(FIRST.path())).isNull();
    }

    @Test
    void thatNothingIsThereIsKnownOfTheEndItself() {
        ends.note(List.of(FIRST, SECOND, THIRD), null, MISSING);
        DeadEnds.DeadEnd nothing = Objects.requireNonNull(ends.of(MISSING));
        assertThat(nothing.isNothing()).isTrue();
        assertThat(known(THIRD).isNothing()).isFalse();
        ends.note(List.of(FIRST), nothing, MISSING);
        assertThat(known(FIRST).hops()).containsExactly(FIRST);
    }

    @Test
    void whatDoesNotHoldAnyMoreIsForgottenWithItsEnd() {
        ends.note(List.of(FIRST, SECOND), null, MISSING);
        ends.forget(known(SECOND));
        assertThat(ends.of(SECOND.path())).isNull();
        assertThat(ends.of(MISSING)).isNull();
    }

    @Test
    void thatNothingIsThereIsNotKnownLongerForBeingMetAgain() {
        ends.note(List.of(THIRD), null, MISSING);
        now += 49_000_000;
        ends.note(List.of(FIRST), Objects.requireNonNull(ends.of(MISSING)), MISSING);
        now += 1_000_000;
        assertThat(ends.of(MISSING)).isNull();
        assertThat(ends.of(FIRST.path())).isNull();
    }
}
