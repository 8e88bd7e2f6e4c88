package dev.linkwright.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.linkwright.LinkPath;
import org.junit.jupiter.api.Test;

final class SortedLinesTest {

    private static List<SortedLines.Line> sorted(int number) {
        Random random = new Random(number);
        SortedLines lines = new SortedLines();
        for (int i = 0; i < number; i++) {
            int one = random.nextInt(number);
            lines.add(LinkPath.of("tree/" + one), Integer.toString(one).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(lines.size()).isEqualTo(number);
        return lines.sorted();
    }

    @Test
    void linesComeInTheOrderOfTheirPathsHoweverManyThereAre() {
        for (int number : new int[]{0, 1, 2, 1_023, 1_024, 1_025, 5_000}) {
            List<SortedLines.Line> lines = sorted(number);
            List<LinkPath> paths = new ArrayList<>(lines.stream().map(SortedLines.Line::path).toList());
            assertThat(paths).hasSize(number).isSorted();
        }
    }

    @Test
    void eachLineKeepsWhatStandsBehindItsPath() {
        for (SortedLines.Line line : sorted(3_000)) {
            assertThat(line.path()).hasToString("tree/" + new String(line.rest(), StandardCharsets.UTF_8));
        }
    }
}
