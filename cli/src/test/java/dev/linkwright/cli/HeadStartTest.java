package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import org.junit.jupiter.api.Test;

class HeadStartTest {
    private final LinkSystem system = Links.system().linkSystem();
    private final List<Thread> askedBy = new CopyOnWriteArrayList<>();

    @Test
    void anotherThreadHasFoundTheSystemBeforeWhoAsksGetsIt() {
        HeadStart headStart = HeadStart.with(() -> {
            askedBy.add(Thread.currentThread());
            return system;
        });

        assertThat(headStart.get()).isSameAs(system);

        assertThat(askedBy).hasSize(2).last().isSameAs(Thread.currentThread());
        assertThat(askedBy.get(0).isAlive()).isFalse();
    }

    @Test
    void whatPreventsItIsToldToWhoAsksEachTime() {
        HeadStart headStart = HeadStart.with(() -> {
            throw new IllegalStateException("no link system");
        });

        for (int times = 0; times < 2; times++) {
            assertThatThrownBy(headStart::get).isInstanceOf(IllegalStateException.class).hasMessage("no link system");
        }
    }

    @Test
    void anInterruptOfWhoAsksIsKept() {
        HeadStart headStart = HeadStart.with(() -> system);
        Thread.currentThread().interrupt();

        LinkSystem found = headStart.get();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).isSameAs(system);
    }

    @Test
    void itIsForEveryCommandThatHasNoPlainWayAndForNoOther() {
        List<String> withoutLinks = List.of("completion", "help");
        for (String name : Commands.names()) {
            boolean isPlain = Commands.named(name) instanceof ItemCommand items && items.isPlain();

            assertThat(Commands.needsNativeCalls(name)).as(name).isEqualTo(!isPlain && !withoutLinks.contains(name));
        }
    }
}
