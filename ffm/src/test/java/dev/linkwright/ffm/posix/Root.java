package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.linkwright.testing.Bench;

/// What tests can do only as root: mount file systems, become somebody else.
final class Root {
    private Root() {}

    static void require() throws IOException {
        Bench.POSIX.require(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "root");
    }

    static boolean hasCommand(String name) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    /// Runs a command that must succeed.
    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as("%s: %s", String.join(" ", command), output).isZero();
    }

    /// What a command that must succeed writes to its standard output.
    static byte[] output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.onExit().join().exitValue()).as(String.join(" ", command)).isZero();
        return output;
    }
}
