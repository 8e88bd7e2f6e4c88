package dev.linkwright.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The AOT cache (JEP 483, 514, 515) by which a JVM starts the program with its classes loaded and linked.
///
/// It serves one build of one JDK and is named by the version of it, so that another JDK is not even offered it; that
/// the build is the same is checked by the JVM, which goes on without the cache if not. Where none can be made, the
/// program runs without.
final class AotCache {
    /// By which a JVM takes options that would be missing, or in the way, when the launcher runs it.
    private static final List<String> OPTIONS_IN_ENVIRONMENT = List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS",
            "JDK_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS");

    private final Path image;
    private final Path javaHome;

    AotCache(Path image, Path javaHome) {
        this.image = image;
        this.javaHome = javaHome;
    }

    void makeUnlessThere() throws IOException, InterruptedException {
        Path cache = image.resolve(version() + ".aot");
        if (!Files.exists(cache)) {
            Path scratch = Files.createTempDirectory("linkwright-training");
            try {
                make(cache, scratch);
            } finally {
                Tree.delete(scratch);
            }
        }
    }

    private void make(Path cache, Path scratch) throws IOException, InterruptedException {
        Path log = scratch.resolve("log");
        Path links = Files.createDirectory(scratch.resolve("links"));
        Path temporary = WholeFile.temporaryFor(cache);
        try {
            if (run(log, "-XX:AOTCacheOutput=" + temporary, "dev.linkwright.cli.Training", links.toString())
                    && run(log, "-XX:AOTCache=" + temporary, "-XX:AOTMode=on", "dev.linkwright.cli.Main",
                            "--version")) {
                WholeFile.put(temporary, cache);
            } else {
                System.err.println("linkwright: no AOT cache could be made, the program will start more slowly:");
                System.err.print(Files.readString(log, StandardCharsets.ISO_8859_1));
            }
        } finally {
            Files.deleteIfExists(temporary);
            Files.deleteIfExists(temporary.resolveSibling(temporary.getFileName() + ".config"));
        }
    }

    private boolean run(Path log, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.add("@" + image.resolve("jvm.options"));
        command.addAll(List.of("-cp", image.resolve("linkwright.jar").toString(), "-Dlinkwright.tty="));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().keySet().removeAll(OPTIONS_IN_ENVIRONMENT);
        // As the launcher does it.
        process.environment().put("LC_ALL", "C.UTF-8");
        process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return process.start().waitFor() == 0;
    }

    /// What the JDK's file `release` says first of `JAVA_RUNTIME_VERSION` and `JAVA_VERSION`: the launchers read no
    /// further either.
    private String version() throws IOException {
        for (String line : Files.readAllLines(javaHome.resolve("release"))) {
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals);
            if (key.equals("JAVA_RUNTIME_VERSION") || key.equals("JAVA_VERSION")) {
                return line.substring(equals + 1).replace("\"", "");
            }
        }
        throw new IOException("no version in " + javaHome.resolve("release"));
    }
}
