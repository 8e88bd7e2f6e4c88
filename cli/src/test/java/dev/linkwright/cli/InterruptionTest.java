package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.linkwright.Links;
import dev.linkwright.testing.Bench;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C in the middle of a deletion: the process ends with 130 and says what was done.
final class InterruptionTest {
    @TempDir
    Path dir;

    @Test
    void anInterruptedDeletionEndsWith130AndTellsWhatWasRemoved() throws Exception {
        Bench.POSIX.require(Files.isExecutable(Path.of("/bin/kill")), "kill");
        for (int directory = 0; directory < 30; directory++) {
            Path made = Files.createDirectories(dir.resolve("tree/d" + directory));
            Files.createFile(made.resolve("file"));
        }
        Path waits = dir.resolve("waits");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(), InterruptedDeletion.class.getName(),
                dir.resolve("tree").toString(), waits.toString()).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (!Files.exists(waits)) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        assertThat(new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor()).isZero();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(output).contains("(incomplete: deleted ");
        try (Stream<Path> left = Files.list(dir.resolve("tree"))) {
            assertThat(left).isNotEmpty();
        }
    }

    /// Wherever these come from: a folder or an archive, of the class path or the module path.
    private static String classPath() throws URISyntaxException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(InterruptedDeletion.class, Main.class, Links.class, Trees.class)) {
            places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
