package dev.linkwright.windows;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs Java classes of this class path on a Windows JVM.
final class JavaCommand {
    private final WindowsJvm jvm;
    private final Path options;

    private JavaCommand(WindowsJvm jvm, Path options) {
        this.jvm = jvm;
        this.options = options;
    }

    /// @param room where the class files for that JVM go
    static JavaCommand on(WindowsJvm jvm, Path room) throws IOException {
        List<String> options = new ArrayList<>(jvm.options(room));
        options.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-cp", classPath(jvm, room)));
        Path file = Files.writeString(room.resolve("java.options"),
                options.stream().map(JavaCommand::quoted).collect(joining("\n")));
        return new JavaCommand(jvm, file);
    }

    /// What that JVM is told before everything else.
    Path optionsFile() {
        return options;
    }

    /// Runs it to its end.
    ///
    /// @param words options, the main class, its arguments
    /// @return the exit code
    int run(Path directory, Path output, List<String> words) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("@" + jvm.path(options)));
        arguments.addAll(words);
        return jvm.run(arguments, directory, output);
    }

    /// An argument file takes `\` for the start of an escape.
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Our class files as that JVM can read them, and the other libraries; JUnit is in the launcher.
    private static String classPath(WindowsJvm jvm, Path room) throws IOException {
        List<String> entries = new ArrayList<>();
        entries.add(jvm.path(Path.of(System.getProperty("windows.jvm"), "junit-console.jar")));
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path place = Path.of(entry);
            if (Java21ClassFiles.areOurs(place)) {
                entries.add(jvm.path(jvm.classes(place, room.resolve("classes" + number++))));
            } else if (Files.isRegularFile(place) && !place.getFileName().toString().startsWith("junit-")) {
                entries.add(jvm.path(place));
            }
        }
        return String.join(jvm.separator(), entries);
    }
}
