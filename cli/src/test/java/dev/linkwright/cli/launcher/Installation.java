package dev.linkwright.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An installation of the program with a copy of the launcher, in surroundings that a test determines: nothing of this
/// process's environment, a `PATH` and a home directory of its own, and another directory for the usual places of JDKs.
final class Installation {
    /// The tests of a module run in its directory.
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Path base;
    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    private Installation(Path base, Path root) {
        this.base = base;
        this.root = root;
    }

    /// The launcher in a new directory, with nothing built.
    ///
    /// @param base an empty directory; what the test works with is beside the installation
    static Installation in(Path base, String name) throws IOException {
        Installation installation = new Installation(base, Files.createDirectories(base.resolve(name)));
        installation.copyLauncher();
        installation.set("PATH", Files.createDirectories(base.resolve("bin")).toString());
        installation.set("HOME", Files.createDirectories(base.resolve("home")).toString());
        Files.createDirectories(base.resolve("usual"));
        return installation;
    }

    private void copyLauncher() throws IOException {
        String launcher = Files.readString(REPOSITORY.resolve("linkwright"));
        String here = launcher.replaceFirst("(?s)system_places='.*?'",
                "system_places='" + base.resolve("usual") + "/*'");
        assertThat(here).as("the launcher has its list of usual places").isNotEqualTo(launcher);
        Files.writeString(launcher(), here);
        Files.setPosixFilePermissions(launcher(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Pretends that something is built, for runs whose JDK is only a stand-in.
    Installation withEmptyImage() throws IOException {
        Path image = Files.createDirectories(images().resolve("built"));
        Files.createFile(image.resolve("linkwright.jar"));
        Files.writeString(images().resolve("current"), "built\n");
        return this;
    }

    /// The sources that the launcher builds with.
    Installation withBuild() throws IOException {
        Path sources = REPOSITORY.resolve("cli/src/image");
        try (Stream<Path> walk = Files.walk(sources)) {
            for (Path source : walk.toList()) {
                Path copy = root.resolve("cli/src/image").resolve(sources.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(source, copy);
                }
            }
        }
        return this;
    }

    /// Puts a stand-in for a JDK into a directory: its command only tells how it was called.
    ///
    /// @param release the text of the file `release`
    Path jdk(String directory, String release) throws IOException {
        Path home = Files.createDirectories(base.resolve(directory));
        Files.writeString(home.resolve("release"), release);
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/java"), """
                printf '%s\\n' "$0"
                printf '<%s>' "$@"
                """);
        return home;
    }

    Path jdk(String directory, int feature) throws IOException {
        return jdk(directory, "IMPLEMENTOR=\"N. N.\"\nJAVA_RUNTIME_VERSION=\"" + feature + ".0.1+2\"\nJAVA_VERSION=\""
                + feature + ".0.1\"\nMODULES=\"java.base\"\n");
    }

    /// A script that anybody may run.
    static Path script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Installation set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path root() {
        return root;
    }

    Path base() {
        return base;
    }

    Path launcher() {
        return root.resolve("linkwright");
    }

    Path images() {
        return root.resolve("cli/target/image");
    }

    /// Runs the launcher in the directory beside the installation.
    Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(Arrays.asList(arguments));
        return Run.of(command(command));
    }

    /// Runs a script of the shell, with `$launcher`.
    Run shell(String script) throws IOException, InterruptedException {
        ProcessBuilder shell = command(List.of("/bin/sh", "-c", script));
        shell.environment().put("launcher", launcher().toString());
        return Run.of(shell);
    }

    ProcessBuilder command(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command).directory(base.toFile());
        process.environment().clear();
        process.environment().putAll(environment);
        return process;
    }

    /// The Java home whose stand-in was run.
    static Path homeThatRan(Run run) {
        assertThat(run.out()).as("what the stand-in for java says").isNotEmpty();
        return Path.of(run.out().lines().findFirst().orElseThrow()).resolve("../..").normalize();
    }

    /// The arguments that the stand-in got, behind the main class.
    static String argumentsIn(Run run) {
        String marker = "<dev.linkwright.cli.Main>";
        assertThat(run.out()).contains(marker);
        return run.out().substring(run.out().indexOf(marker) + marker.length());
    }
}
