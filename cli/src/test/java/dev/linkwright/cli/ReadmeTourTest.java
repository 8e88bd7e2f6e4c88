package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

        assertThat(transcriptOf(block.lines().toList(), scratch)).isEqualTo(block);
    }

    static Stream<String> blocks() throws IOException {
        List<String> blocks = Pattern.compile("(?ms)^```console\n(.*?)^```$")
                .matcher(Files.readString(README)).results().map((MatchResult block) -> block.group(1)).toList();
        assertThat(blocks).isNotEmpty();
        return blocks.stream();
    }

    private static String transcriptOf(List<String> block, Path scratch) throws Exception {
        Path bin = Files.createDirectory(scratch.resolve("bin"));
        Path place = Files.createDirectory(scratch.resolve("place"));
        Path program = Files.writeString(bin.resolve("linkwright"), launcher());
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        StringBuilder script = new StringBuilder("PATH=").append(quoted(bin.toString())).append(":$PATH\nrc=0\n");
        for (String line : block) {
            if (line.startsWith("$ ")) {
                script.append("printf '%s\\n' ").append(quoted(line)).append("\n(exit $rc)\neval ")
                        .append(quoted(line.substring(2))).append("\nrc=$?\n");
            }
        }
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", script.toString());
        shell.directory(place.toFile()).redirectErrorStream(true);
        shell.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = shell.start();
        process.getOutputStream().close();
        String transcript = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return transcript.replace(place.toRealPath().toString(), "/home/ada");
    }

    private static String launcher() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return "#!/bin/sh\nexec " + quoted(java) + " -cp " + quoted(System.getProperty("java.class.path"))
                + " --enable-native-access=ALL-UNNAMED -Dlinkwright.tty= dev.linkwright.cli.Main \"$@\"\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
