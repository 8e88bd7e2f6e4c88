package dev.linkwright.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Scripts as people have them, with `ln`, `readlink` and `realpath` of GNU on the `PATH` and with links to the launcher
/// before those: exit codes, outputs and what is there in the end are the same.
class InstalledNamesTest extends InstalledProgram {
    private static final String SHOW_WHAT_IS_THERE = "\nfind . ! -name '*.sh' -printf '%P %y %n %l\\n' | LC_ALL=C sort";

    @BeforeEach
    void installUnderTheNames() throws Exception {
        for (String name : List.of("ln", "readlink", "realpath", "mklink")) {
            Files.createSymbolicLink(base.resolve("bin").resolve(name), installation.launcher());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"configure", "farm", "deploy", "worktree", "streams"})
    void aScriptDoesTheSameAsWithGnusPrograms(String script) throws Exception {
        Bench.POSIX.require(run("git", "--version").exitCode() == 0, "git, and coreutils of GNU");

        String text = resource(script + ".sh");

        assertThat(ours(List.of("sh", "-c", text + SHOW_WHAT_IS_THERE)))
                .isEqualTo(theirs(List.of("sh", "-c", text + SHOW_WHAT_IS_THERE)));
    }

    @ParameterizedTest
    @CsvSource({"dash", "bash --posix", "busybox sh"})
    void everyShellRunsThemTheSameWay(String shell) throws Exception {
        List<String> command = List.of(shell.split(" "));
        Bench.POSIX.require(Files.isExecutable(Path.of("/usr/bin", command.get(0)))
                || Files.isExecutable(Path.of("/bin", command.get(0))), "the shell " + shell);
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("-c", resource("configure.sh") + SHOW_WHAT_IS_THERE));

        assertThat(ours(line)).isEqualTo(theirs(line));
    }

    @Test
    void makeInstallsTheSame() throws Exception {
        Bench.POSIX.require(run("make", "--version").exitCode() == 0, "make");
        String text = resource("install.mk");
        List<String> line = List.of("sh", "-c",
                "cat >install.mk <<'END'\n" + text + "END\nmake -f install.mk 2>&1" + SHOW_WHAT_IS_THERE);

        assertThat(ours(line)).isEqualTo(theirs(line));
    }

    private Run run(String... command) throws IOException, InterruptedException {
        return Run.of(installation.command(List.of("/bin/sh", "-c", String.join(" ", command))));
    }

    private Run ours(List<String> command) throws IOException, InterruptedException {
        return in("place", base.resolve("bin") + ":" + System.getenv("PATH"), command);
    }

    private Run theirs(List<String> command) throws IOException, InterruptedException {
        return in("place", System.getenv("PATH"), command);
    }

    /// In a directory of the same name, which results may have in them.
    private Run in(String name, String path, List<String> command) throws IOException, InterruptedException {
        Path place = Files.createDirectory(base.resolve(name));
        ProcessBuilder process = installation.command(command).directory(place.toFile());
        process.environment().put("PATH", path);
        process.environment().put("LC_ALL", "C.UTF-8");
        Run run = Run.of(process);
        Run.of(installation.command(List.of("rm", "-rf", place.toString())));
        return run;
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = InstalledNamesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
