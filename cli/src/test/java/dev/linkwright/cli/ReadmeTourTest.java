package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The output that README shows is the output that a reader gets: each `console` block is run by a shell, in a fresh
/// directory, and its transcript compared with the block, letter by letter.
class ReadmeTourTest {
    private static final Path README = Path.of("..", "README.md");

    @ParameterizedTest
    @MethodSource("blocks")
    void showsWhatTheProgramPrints(String block, @TempDir Path scratch) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the tour is for a POSIX shell");

        assertThat(Tour.transcriptOf(block.lines().toList(), scratch, Files.createDirectory(scratch.resolve("place"))))
                .isEqualTo(block);
    }

    static Stream<String> blocks() throws IOException {
        return Tour.blocks(README, "console").stream();
    }
}
