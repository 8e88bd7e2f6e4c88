package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Runs what a page shows of a shell.
final class Tour {
    private Tour() {}

    /// The blocks of a page with this word behind the fence.
    static List<String> blocks(Path page, String word) throws IOException {
        List<String> blocks = Pattern.compile("(?ms)^```" + word + "\n(.*?)^```$")
                .matcher(Files.readString(page)).results().map((MatchResult block) -> block.group(1)).toList();
        assertThat(blocks).isNotEmpty();
        return blocks;
    }

    /// What a terminal would show of these lines, of which those that start with `$ ` are run in `place`.
    static String transcriptOf(List<String> block, Path scratch, Path place) throws Exception {
        Path bin = Files.createDirectory(scratch.resolve("bin"));
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
