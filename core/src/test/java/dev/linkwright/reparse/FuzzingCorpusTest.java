package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The inputs by which Jazzer reached every branch that it has reached, and every buffer of the research, once more.
final class FuzzingCorpusTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz", "reparse");

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatJazzerFoundStillHolds(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);

        assertThatCode(() -> ReparseFuzzer.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
    }

    @Test
    void theHarnessHoldsForEveryKnownBuffer() {
        Buffers.allValid().values().forEach(ReparseFuzzer::fuzzerTestOneInput);
        assertThat(Buffers.allValid()).isNotEmpty();
    }
}
