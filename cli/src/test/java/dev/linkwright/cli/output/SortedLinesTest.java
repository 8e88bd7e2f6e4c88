package dev.linkwright.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.linkwright.LinkPath;
import org.junit.jupiter.api.Test;

final class SortedLinesTest {

    @Test
    void linesComeInTheOrderOfTheirPathsHoweverManyThereAre() throws IOException {
        Random random = new Random(4);
        for (int number : new int[]{0, 1, 2, 1_023, 1_024, 1_025, 5_000}) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            Output output = new Output(written);
            Page page = new Page(output, Page.Names.VERBATIM, Page.Colours.OFF);
            Draft draft = new Draft(page);
            SortedLines lines = new SortedLines();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                // Some come twice; none is the beginning of another one, so lines are ordered like their paths.
                String path = String.format("tree/%04d", random.nextInt(5_000));
                draft.page().words(" -> text of " + path).endLine();
                lines.add(LinkPath.of(path), draft.take());
                expected.add("  " + path + " -> text of " + path);
            }
            assertThat(lines.size()).isEqualTo(number);
            lines.writeTo(page, "  ");
            output.flush();
            Collections.sort(expected);
            assertThat(written.toString(StandardCharsets.UTF_8).lines()).isEqualTo(expected);
        }
    }
}
