package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The inputs by which Jazzer reached every branch that it has reached, and every buffer of the research, once more.
final class FuzzingCorpusTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "dev", "linkwright", "reparse",
            "fuzzing-corpus.txt");

    static List<String> corpus() throws IOException {
        return Files.readAllLines(CORPUS);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatJazzerFoundStillHolds(String hex) {
        assertThatCode(() -> ReparseFuzzer.fuzzerTestOneInput(Buffers.bytes(hex))).doesNotThrowAnyException();
    }

    @Test
    void theHarnessHoldsForEveryKnownBuffer() {
        assertThat(Buffers.allValid()).isNotEmpty();
        Buffers.allValid().values().forEach(ReparseFuzzer::fuzzerTestOneInput);
    }
}
