package dev.linkwright.windows;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The tests of `dev.linkwright.ffm.windows` in this module, run by JUnit on a Windows JVM: each result there is a test
/// here.
final class OnWindowsTest {
    private static final Path ROOM = Path.of("target", "on-windows").toAbsolutePath();
    private static final String TESTS = "dev.linkwright.ffm.windows";

    /// Wine 8 itself was seen to crash now and then, before a JVM has done anything. A run without a report is no
    /// result, so it is repeated; a failed test never is.
    private static final int ATTEMPTS = 3;

    @TestFactory
    Stream<DynamicContainer> theTestsOnTheWindowsJvm() throws Exception {
        Clearing.clear(ROOM);
        Files.createDirectories(ROOM);
        List<ConsoleReport.Result> results;
        Map<String, String> divergences;
        try (WindowsJvm jvm = WindowsJvm.here(ROOM)) {
            results = run(jvm);
            divergences = Divergences.of(jvm);
        }
        assertThat(results).extracting(ConsoleReport.Result::id).as("tests that ran on the Windows JVM").isNotEmpty()
                .containsAll(divergences.keySet());
        return results.stream().collect(groupingBy(ConsoleReport.Result::group, LinkedHashMap::new,
                toList())).entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(group.getKey(),
                        group.getValue().stream()
                                .map(result -> asTest(result, divergences.get(result.id())))));
    }

    /// @param divergence how the test must fail; null if it must pass
    private static DynamicTest asTest(ConsoleReport.Result result, @Nullable String divergence) {
        return DynamicTest.dynamicTest(result.name(), () -> {
            if (divergence != null) {
                assertThat(result.failure()).as("a test that is listed as one which must fail here")
                        .contains(divergence);
            } else if (result.failure() != null) {
                Assertions.fail(result.failure());
            }
            Assumptions.assumeTrue(result.skipped() == null, result.skipped());
        });
    }

    private static List<ConsoleReport.Result> run(WindowsJvm jvm) throws IOException, InterruptedException {
        Path arguments = Files.writeString(ROOM.resolve("arguments"), arguments(jvm));
        Path output = ROOM.resolve("output.txt");
        Path report = ROOM.resolve("TEST-junit-jupiter.xml");
        int exit = -1;
        for (int attempt = 0; attempt < ATTEMPTS && !Files.exists(report); attempt++) {
            exit = jvm.run(List.of("@" + jvm.path(arguments)), ROOM, output);
        }
        assertThat(report).as("no report; the JVM ended with %s and said:%n%s", exit, Files.readString(output))
                .exists();
        return ConsoleReport.read(report);
    }

    private static String arguments(WindowsJvm jvm) throws IOException {
        List<String> arguments = new ArrayList<>(jvm.options(ROOM));
        arguments.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        arguments.addAll(List.of("-cp", classPath(jvm), "org.junit.platform.console.ConsoleLauncher", "execute",
                "--disable-banner", "--disable-ansi-colors", "--details=tree", "--reports-dir=" + jvm.path(ROOM),
                "--select-package=" + TESTS));
        return arguments.stream().map(OnWindowsTest::quoted).collect(joining("\n"));
    }

    /// An argument file takes `\` for the start of an escape.
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Our class files as that JVM can read them, and the other libraries; JUnit is in the launcher.
    private static String classPath(WindowsJvm jvm) throws IOException {
        List<String> entries = new ArrayList<>();
        entries.add(jvm.path(Path.of(System.getProperty("windows.jvm"), "junit-console.jar")));
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path place = Path.of(entry);
            if (Java21ClassFiles.areOurs(place)) {
                entries.add(jvm.path(jvm.classes(place, ROOM.resolve("classes" + number++))));
            } else if (Files.isRegularFile(place) && !place.getFileName().toString().startsWith("junit-")) {
                entries.add(jvm.path(place));
            }
        }
        return String.join(";", entries);
    }
}
