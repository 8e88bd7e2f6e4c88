package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;

/// Memory that is used again is never used by two at once.
final class ScratchTest {
    @Test
    void aCallInsideACallGetsMemoryOfItsOwn() {
        Set<Long> addresses = new HashSet<>();
        List<Scratch> taken = new ArrayList<>();
        for (int depth = 0; depth < 200; depth++) {
            taken.add(Scratch.take());
            addresses.add(taken.get(depth).out.address());
        }
        taken.forEach(Scratch::close);

        assertThat(addresses).hasSize(200);
    }

    @Test
    void memoryThatWasGivenBackIsUsedAgain() {
        Set<Long> addresses = new HashSet<>();
        for (int time = 0; time < 1_000; time++) {
            try (Scratch scratch = Scratch.take()) {
                addresses.add(scratch.out.address());
            }
        }

        assertThat(addresses).hasSizeLessThan(100);
    }

    @Test
    void listingsInsideListingsUseMemoryAgainThoughManyWereNeverClosed() {
        for (int lost = 0; lost < 100; lost++) {
            ListingMemory.take();
        }
        Set<Long> addresses = new HashSet<>();
        List<ListingMemory> seen = new ArrayList<>();
        for (int time = 0; time < 100; time++) {
            List<ListingMemory> open = new ArrayList<>();
            for (int depth = 0; depth < 20; depth++) {
                open.add(ListingMemory.take());
            }
            open.forEach(memory -> addresses.add(memory.entries.address()));
            open.forEach(ListingMemory::giveBack);
            seen.addAll(open);
        }

        assertThat(seen).hasSize(2_000);
        assertThat(addresses).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void threadsNeverShareMemoryAtOneTime() throws InterruptedException {
        ConcurrentLinkedQueue<String> mixedUp = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int number = 1; number <= 64; number++) {
            byte mark = (byte) number;
            threads.add(Thread.ofVirtual().start(() -> markAndLook(start, mark, mixedUp)));
            threads.add(Thread.ofPlatform().start(() -> markAndLook(start, (byte) -mark, mixedUp)));
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(mixedUp).isEmpty();
    }

    private static void markAndLook(CountDownLatch start, byte mark, ConcurrentLinkedQueue<String> mixedUp) {
        try {
            start.await();
        } catch (InterruptedException e) {
            mixedUp.add("interrupted");
        }
        for (int time = 0; time < 300; time++) {
            try (Scratch scratch = Scratch.take()) {
                scratch.out.fill(mark);
                Thread.onSpinWait();
                for (long at = 0; at < scratch.out.byteSize(); at++) {
                    byte found = scratch.out.get(ValueLayout.JAVA_BYTE, at);
                    if (found != mark) {
                        mixedUp.add(mark + " found " + found);
                    }
                }
            }
        }
    }

    @Test
    void aTextEndsWithAZeroByteWhateverWasThereBefore() {
        try (Scratch scratch = Scratch.take()) {
            scratch.first.of(LinkTarget.of("x".repeat(4_000)));

            assertThat(CText.quoted(scratch.first.of(LinkTarget.of("short")))).isEqualTo("\"short\"");
        }
    }

    @Test
    void aTextThatDoesNotFitGetsMemoryOfItsOwn() {
        try (Scratch scratch = Scratch.take()) {
            String inPlace = "x".repeat(4_351);
            String beyond = "y".repeat(4_352);

            assertThat(CText.quoted(scratch.first.of(LinkTarget.of(inPlace)))).isEqualTo('"' + inPlace + '"');
            assertThat(CText.quoted(scratch.first.of(LinkTarget.of(beyond)))).isEqualTo('"' + beyond + '"');
            assertThat(CText.quoted(scratch.first.of(LinkTarget.of("z".repeat(1_000_000))))).hasSize(1_000_002);
        }
    }

    @Test
    void aNameIsPutAfterItsDirectoryWithOneSeparator() {
        assertThat(place("")).isEqualTo("\"name\"");
        assertThat(place("/")).isEqualTo("\"/name\"");
        assertThat(place("//")).isEqualTo("\"//name\"");
        assertThat(place("a")).isEqualTo("\"a/name\"");
        assertThat(place("a//b/")).isEqualTo("\"a//b/name\"");
        assertThat(place("..")).isEqualTo("\"../name\"");
    }

    private static String place(String directory) {
        try (Scratch scratch = Scratch.take()) {
            return CText.quoted(scratch.first.of(LinkPath.of(PathRules.POSIX, directory), Name.of("name")));
        }
    }
}
