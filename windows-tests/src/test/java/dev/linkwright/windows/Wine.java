package dev.linkwright.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.linkwright.testing.Bench;

/// Wine with a prefix of its own. `LINKWRIGHT_WINE` names another `wine` program than that of the system, of which a
/// `wineserver` stands beside it or is on the PATH.
final class Wine implements AutoCloseable {
    /// Where Debian has the programs, apart from those that start them.
    private static final List<String> PLACES = List.of("/usr/lib/wine", "/usr/bin", "/usr/local/bin");

    /// Wine 8 was seen to crash now and then before the program had done anything. That is no result, so it is tried again;
    /// whatever a program that ran has answered is one.
    private static final int ATTEMPTS = 3;
    private static final String CRASH = "wine: Unhandled ";

    private final Path program;
    private final WineKind kind;
    private final Path server;
    private final Path prefix;

    private Wine(Path program, WineKind kind, Path server, Path prefix) {
        this.program = program;
        this.kind = kind;
        this.server = server;
        this.prefix = prefix;
    }

    /// Makes the prefix. The test is skipped, or fails if the bench is required, where there is no Wine.
    ///
    /// The prefix is not below the sources: it has a link to the root of the file system, and what is left of a run that
    /// was killed must not be there for tools that walk the sources and follow links.
    static Wine start() throws IOException, InterruptedException {
        String own = System.getenv("LINKWRIGHT_WINE");
        Path program = own == null ? found("wine64") : Path.of(own);
        Bench.WINE.require(Files.isExecutable(program), "Wine (Debian: wine64), or its program in LINKWRIGHT_WINE");
        Path beside = program.resolveSibling("wineserver");
        Path server = Files.isExecutable(beside) ? beside : found("wineserver64");
        Path prefix = Files.createTempDirectory("linkwright-wine").toRealPath();
        Wine wine = new Wine(program, kindOf(program, prefix), server, prefix);
        Path output = prefix.resolve("wineboot.txt");
        int exit = wine.run(Path.of("wineboot"), List.of("--init"), prefix, output);
        if (exit != 0) {
            String said = Files.readString(output);
            wine.close();
            throw new IOException("wineboot ended with " + exit + ": " + said);
        }
        return wine;
    }

    /// Which one it is.
    WineKind kind() {
        return kind;
    }

    private static WineKind kindOf(Path program, Path room) throws IOException, InterruptedException {
        Path version = room.resolve("version.txt");
        runToTheEnd(program.toString(), List.of("--version"), room, version, List.of());
        return WineKind.of(Files.readString(version));
    }

    /// Runs a Windows program to its end; again if Wine has crashed.
    int run(Path program, List<String> arguments, Path directory, Path output)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(program.toString()));
        all.addAll(arguments);
        int exit = runToTheEnd(this.program.toString(), all, directory, output, environment());
        for (int attempt = 1; attempt < ATTEMPTS && hasCrashed(output); attempt++) {
            exit = runToTheEnd(this.program.toString(), all, directory, output, environment());
        }
        return exit;
    }

    /// Runs a Windows program in a terminal of its own, of which Wine makes a console; again if Wine has crashed.
    ///
    /// @param output the file for what the terminal shows, with the sequences that Wine sends it
    int runOnTerminal(Path program, List<String> arguments, Path directory, Path output)
            throws IOException, InterruptedException {
        StringBuilder line = new StringBuilder();
        List<String> words = new ArrayList<>(List.of(this.program.toString(), program.toString()));
        words.addAll(arguments);
        for (String word : words) {
            line.append('\'').append(word.replace("'", "'\\''")).append("' ");
        }
        List<String> command = List.of("--quiet", "--return", "--flush", "--command", line.toString(), "/dev/null");
        int exit = runToTheEnd("script", command, directory, output, environment());
        for (int attempt = 1; attempt < ATTEMPTS && hasCrashed(output); attempt++) {
            exit = runToTheEnd("script", command, directory, output, environment());
        }
        return exit;
    }

    /// What Wine says when a program under it ends by an exception that nobody handles. A JVM handles its own, and says so
    /// otherwise: those could be ours.
    private static boolean hasCrashed(Path output) throws IOException {
        return Files.readString(output, StandardCharsets.ISO_8859_1).contains(CRASH);
    }

    /// Ends every process of the prefix, waits for that, and deletes the prefix.
    @Override
    public void close() throws IOException, InterruptedException {
        runToTheEnd(server.toString(), List.of("--kill", "--wait"), prefix, prefix.resolve("wineserver.txt"),
                environment());
        Clearing.clear(prefix);
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
