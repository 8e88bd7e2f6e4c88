package dev.linkwright.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.linkwright.testing.Bench;

/// Wine with a prefix of its own. `LINKWRIGHT_WINE` names another `wine` program than that of the system, of which a
/// `wineserver` stands beside it or is on the PATH.
final class Wine implements AutoCloseable {
    /// Where Debian has the programs, apart from those that start them.
    private static final List<String> PLACES = List.of("/usr/lib/wine", "/usr/bin", "/usr/local/bin");

    private final Path program;
    private final Path server;
    private final Path prefix;

    private Wine(Path program, Path server, Path prefix) {
        this.program = program;
        this.server = server;
        this.prefix = prefix;
    }

    /// Makes the prefix. The test is skipped, or fails if the bench is required, where there is no Wine.
    static Wine start(Path prefix) throws IOException, InterruptedException {
        String own = System.getenv("LINKWRIGHT_WINE");
        Path program = own == null ? found("wine64") : Path.of(own);
        Bench.WINE.require(Files.isExecutable(program), "Wine (Debian: wine64), or its program in LINKWRIGHT_WINE");
        Path beside = program.resolveSibling("wineserver");
        Path server = Files.isExecutable(beside) ? beside : found("wineserver64");
        Wine wine = new Wine(program, server, prefix);
        Files.createDirectories(prefix);
        Path output = prefix.resolveSibling("wineboot.txt");
        int exit = wine.run(Path.of("wineboot"), List.of("--init"), prefix, output);
        if (exit != 0) {
            wine.close();
            throw new IOException("wineboot ended with " + exit + ": " + Files.readString(output));
        }
        return wine;
    }

    /// Runs a Windows program to its end.
    int run(Path program, List<String> arguments, Path directory, Path output)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(program.toString()));
        all.addAll(arguments);
        return runToTheEnd(this.program.toString(), all, directory, output, environment());
    }

    /// Ends every process of the prefix and waits for that, and takes away its links: it has some to the root and to the
    /// home directory, which whoever deletes the prefix must not follow.
    @Override
    public void close() throws IOException, InterruptedException {
        runToTheEnd(server.toString(), List.of("--kill", "--wait"), prefix, prefix.resolveSibling("wineserver.txt"),
                environment());
        List<Path> links;
        try (Stream<Path> walk = Files.walk(prefix)) {
            links = walk.filter(Files::isSymbolicLink).toList();
        }
        for (Path link : links) {
            Files.delete(link);
        }
    }

    /// Runs a program to its end, with nothing to read.
    static int runToTheEnd(String program, List<String> arguments, Path directory, Path output,
            List<Map.Entry<String, String>> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_HOME"));
        environment.forEach(variable -> builder.environment().put(variable.getKey(), variable.getValue()));
        Process process = builder.start();
        process.getOutputStream().close();
        return process.waitFor();
    }

    /// The two DLLs would offer to fetch software.
    private List<Map.Entry<String, String>> environment() {
        return List.of(Map.entry("WINEPREFIX", prefix.toString()), Map.entry("WINEDEBUG", "-all"),
                Map.entry("WINEDLLOVERRIDES", "mscoree,mshtml="), Map.entry("LC_ALL", "C.UTF-8"));
    }

    private static Path found(String name) {
        return PLACES.stream().map(place -> Path.of(place, name)).filter(Files::isExecutable).findFirst()
                .orElse(Path.of(name));
    }
}
