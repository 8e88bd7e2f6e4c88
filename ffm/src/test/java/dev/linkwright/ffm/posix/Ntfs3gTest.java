package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

/// How often the mount table is looked at. What is done on a volume: NtfsLinksTest.
final class Ntfs3gTest {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - MILLISECOND);
    private final AtomicInteger looks = new AtomicInteger();
    private long lookTakes;

    private final Ntfs3g ntfs3g = new Ntfs3g(() -> {
        clock.addAndGet(lookTakes);
        return looks.incrementAndGet() > 1;
    }, clock::get);

    @Test
    void theMountTableIsLookedAtAgainAfterAMoment() {
        assertThat(ntfs3g.mayBeMounted()).isFalse();
        clock.addAndGet(9 * MILLISECOND);
        assertThat(ntfs3g.mayBeMounted()).isFalse();
        assertThat(looks).hasValue(1);

        clock.addAndGet(MILLISECOND);
        assertThat(ntfs3g.mayBeMounted()).isTrue();
        assertThat(looks).hasValue(2);
    }

    @Test
    void aTableThatTakesLongIsLookedAtLessOften() {
        lookTakes = MILLISECOND;
        ntfs3g.mayBeMounted();
        clock.addAndGet(40 * MILLISECOND);
        ntfs3g.mayBeMounted();
        assertThat(looks).hasValue(1);

        clock.addAndGet(10 * MILLISECOND);
        ntfs3g.mayBeMounted();
        assertThat(looks).hasValue(2);
    }
}
