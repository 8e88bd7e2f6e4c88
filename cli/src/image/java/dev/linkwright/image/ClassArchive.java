package dev.linkwright.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The class data archive (CDS) from which a JVM takes the program's classes as it would have them after loading.
///
/// It serves one build of one JDK and is named by the version of it, so that another JDK is not even offered it; that
/// the build and the jar are the same is checked by the JVM, which goes on without the archive if not. Where none can
/// be made, the program runs without.
///
/// Not an AOT cache of JEP 483, which is an archive whose classes are all loaded and linked at the start: of JDK 25.0.3
/// it made `read` need a quarter more time, and accepted a jar that had changed (docs/performance.md has the figures).
final class ClassArchive {
    /// By which a JVM takes options that would be missing, or in the way, when the launcher runs it.
    private static final List<String> OPTIONS_IN_ENVIRONMENT = List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS",
            "JDK_JAVA_OPTIONS");

    private final Path image;
    private final Path javaHome;

    ClassArchive(Path image, Path javaHome) {
        this.image = image;
        this.javaHome = javaHome;
    }

    void makeUnlessThere() throws IOException, InterruptedException {
        Path archive = image.resolve(version() + ".jsa");
        if (!Files.exists(archive)) {
            Path scratch = Files.createTempDirectory("linkwright-training");
            try {
                make(archive, scratch);
            } finally {
                Tree.delete(scratch);
            }
        }
    }

    private void make(Path archive, Path scratch) throws IOException, InterruptedException {
        Path classes = scratch.resolve("classes");
        Path work = Files.createDirectory(scratch.resolve("work"));
        Path temporary = WholeFile.temporaryFor(archive);
        String use = "-XX:SharedArchiveFile=" + temporary;
        try {
            if (run(work, "-XX:DumpLoadedClassList=" + classes, "dev.linkwright.cli.Training")
                    && run(work, "-Xshare:dump", "-XX:SharedClassListFile=" + classes, use)
                    && run(work, "-Xshare:on", use, "dev.linkwright.cli.Main", "--version")) {
                WholeFile.put(temporary, archive);
            } else {
                System.err.println(
                        "linkwright: no class data archive could be made, the program will start more slowly:");
                System.err.print(Files.readString(log(work), StandardCharsets.ISO_8859_1));
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean run(Path work, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.add("@" + image.resolve("jvm.options").toAbsolutePath());
        command.addAll(
                List.of("-cp", image.resolve("linkwright.jar").toAbsolutePath().toString(), "-Dlinkwright.tty=",
                        "-Dlinkwright.locale=C.UTF-8"));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(work.toFile());
        process.environment().keySet().removeAll(OPTIONS_IN_ENVIRONMENT);
        // As the launcher does it.
        process.environment().put("LC_ALL", "C.UTF-8");
        process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log(work).toFile()));
        return process.start().waitFor() == 0;
    }

    private static Path log(Path work) {
        return work.resolveSibling("log");
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
