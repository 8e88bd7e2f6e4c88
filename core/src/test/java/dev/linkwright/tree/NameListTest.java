package dev.linkwright.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

import dev.linkwright.Name;
import org.junit.jupiter.api.Test;

final class NameListTest {
    private static final int LONGEST = 255 * 3;

    private record Added(Name name, boolean isLink) {}

    private static Name randomName(Random random) {
        byte[] name = new byte[1 + random.nextInt(LONGEST)];
        for (int i = 0; i < name.length; i++) {
            byte unit = (byte) random.nextInt(256);
            name[i] = unit == 0 || unit == '/' ? (byte) 'x' : unit;
        }
        name[0] = 'n';
        return Name.ofBytes(name);
    }

    @Test
    void namesOfAnyBytesComeBackInTheirOrderWithWhatTheyAre() {
        Random random = new Random(4);
        NameList list = new NameList();
        Deque<Added> expected = new ArrayDeque<>();
        for (int turn = 0; turn < 20_000; turn++) {
            if (random.nextInt(5) < 3) {
                Added added = new Added(randomName(random), random.nextBoolean());
                list.add(added.name(), added.isLink());
                expected.addLast(added);
            } else if (!expected.isEmpty()) {
                Added first = expected.removeFirst();
                assertThat(list.nextIsLink()).isEqualTo(first.isLink());
                assertThat(list.take()).isEqualTo(first.name());
            }
            assertThat(list.isEmpty()).isEqualTo(expected.isEmpty());
        }
        assertThat(expected).hasSizeGreaterThan(100);
    }

    @Test
    void aListThatIsClearedIsEmptyAndCanBeFilledAgain() {
        NameList list = new NameList();
        list.add(Name.of("one"), true);
        list.add(Name.of("two"), false);
        list.clear();
        assertThat(list.isEmpty()).isTrue();

        list.add(Name.of("three"), false);
        assertThat(list.nextIsLink()).isFalse();
        assertThat(list.take()).isEqualTo(Name.of("three"));
        assertThat(list.isEmpty()).isTrue();
    }
}
