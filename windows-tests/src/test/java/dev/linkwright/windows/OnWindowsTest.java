package dev.linkwright.windows;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a Windows JVM shows. The tests of `dev.linkwright.ffm.windows` in this module are run there by JUnit, and each
/// result is a test here; the command line is run there as `linkwright.cmd` runs it.
final class OnWindowsTest {
    private static final Path ROOM = Path.of("target", "on-windows").toAbsolutePath();
    private static final String TESTS = "dev.linkwright.ffm.windows";
    private static final String MAIN = "dev.linkwright.cli.Main";
    private static final String MARKER = "-Dlinkwright.arguments=next";

    private static WindowsJvm jvm;
    private static JavaCommand java;

    private final Path output = ROOM.resolve("output.txt");

    @BeforeAll
    static void start() throws Exception {
        Clearing.clear(ROOM);
        Files.createDirectories(ROOM);
        jvm = WindowsJvm.here();
        java = JavaCommand.on(jvm, ROOM);
    }

    @AfterAll
    static void stop() throws Exception {
        if (jvm != null) {
            jvm.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> theTestsOnTheWindowsJvm() throws Exception {
        List<ConsoleReport.Result> results = results();
        Map<String, String> divergences = Divergences.of(jvm);
        assertThat(results).extracting(ConsoleReport.Result::id).as("tests that ran on the Windows JVM").isNotEmpty()
                .containsAll(divergences.keySet());
        Stream<DynamicContainer> groups = results.stream()
                .collect(groupingBy(ConsoleReport.Result::group, LinkedHashMap::new, toList())).entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(group.getKey(), group.getValue().stream()
                        .map(result -> asTest(result, divergences.get(result.id())))));
        return Stream.concat(groups, Stream.of(skips(results)));
    }

    /// A test for each reason why others are skipped: the capability that is not there, and nothing that could be done.
    private static DynamicContainer skips(List<ConsoleReport.Result> results) throws IOException {
        Skips skips = Skips.of(results);
        String summary = skips.summary(results.size());
        Files.writeString(ROOM.resolve("skipped.txt"), summary);
        System.out.print(summary);
        return DynamicContainer.dynamicContainer("skipped", skips.counts().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getValue() + ": " + each.getKey(),
                        () -> assertThat(WindowsJvm.isThisOne() || Skips.isGood(each.getKey())).as(each.getKey())
                                .isTrue())));
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

    private List<ConsoleReport.Result> results() throws IOException, InterruptedException {
        Path report = ROOM.resolve("TEST-junit-jupiter.xml");
        List<String> words = new ArrayList<>();
        BooleanDll.build(ROOM).ifPresent(dll -> words.add("-Dboolean.dll=" + jvm.path(dll)));
        unixLinks().ifPresent(links -> words.add("-Dunix.links=" + jvm.path(links)));
        words.add("-Danswers=" + jvm.path(ROOM));
        words.addAll(List.of("org.junit.platform.console.ConsoleLauncher", "execute", "--disable-banner",
                "--disable-ansi-colors", "--details=tree", "--reports-dir=" + jvm.path(ROOM),
                "--select-package=" + TESTS));
        int exit = java.run(ROOM, output, words);
        assertThat(report).as("no report; the JVM ended with %s and said:%n%s", exit, Files.readString(output))
                .exists();
        requireTheAnswersOfTheLikelyRows();
        return ConsoleReport.read(report);
    }

    /// A directory with a directory and a link to it as Unix knows them, which Wine shows to programs.
    private static Optional<Path> unixLinks() throws IOException {
        if (WindowsJvm.isThisOne()) {
            return Optional.empty();
        }
        Path directory = Files.createDirectories(ROOM.resolve("unix-links"));
        Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("dir")));
        return Optional.of(directory);
    }

    private static void requireTheAnswersOfTheLikelyRows() {
        assertThat(ROOM.resolve("likely-rows.md")).as("the answers to the rows that are only likely").content()
                .contains("| C10 |", "| P11 |");
    }

    @Test
    void aNameThatTheCodePageLacksArrivesAsItIs() throws Exception {
        Path directory = directoryWith("names", "a", "b", "c");

        assertThat(linkwright(directory, MARKER, MAIN, "read", "ж", "日本")).isEqualTo(1);
        assertThat(said()).contains("'ж'").contains("'日本'").doesNotContain("'a'");
    }

    @Test
    void nothingIsExpanded() throws Exception {
        Path directory = directoryWith("wildcards", "a", "b", "c");

        assertThat(linkwright(directory, MARKER, MAIN, "read", "*", "?")).isNotZero();
        assertThat(said()).contains("'*'").contains("'?'").doesNotContain("'a'");
    }

    @Test
    void whatTheCodePageMayHaveMadeOfNamesIsNeverChanged() throws Exception {
        Path directory = directoryWith("others", "a");

        assertThat(linkwright(directory, MAIN, "remove", "ж")).isEqualTo(5);
        assertThat(said()).contains("the ANSI code page");
        assertThat(directory.resolve("a")).exists();
    }

    @Test
    void theDoctorTellsWhatCanBeMadeHere() throws Exception {
        Path directory = directoryWith("doctor", "file");

        linkwright(directory, MARKER, MAIN, "doctor", "--json");

        assertThat(said()).contains("\"schema\":\"linkwright/1\"").contains("\"command\":\"doctor\"")
                .contains("\"linkSystem\":\"windows\"").contains("\"fileSystem\":\"NTFS\"")
                .contains("\"kind\":\"file-symlink\"").contains("\"kind\":\"directory-symlink\"");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("file");
        }
    }

    @Test
    void aTreeIsCopiedAndDeletedWithNamesThatWin32WouldChange() throws Exception {
        Path directory = directoryWith("trees", "outside");
        Path tree = Files.createDirectories(directory.resolve("tree").resolve("ж").resolve("deep"));
        Files.writeString(tree.resolve("file"), "contents");
        if (!WindowsJvm.isThisOne()) {
            Files.writeString(tree.resolve("x."), "dot");
            Files.writeString(tree.resolve("nul"), "no device");
        }

        assertThat(linkwright(directory, MARKER, MAIN, "copy", "tree", "copy", "--json")).isZero();
        assertThat(said()).contains("\"complete\":true").contains("\"directories\":3").doesNotContain("losses");
        assertThat(contents(directory.resolve("copy"))).isEqualTo(contents(directory.resolve("tree"))).isNotEmpty();

        assertThat(linkwright(directory, MARKER, MAIN, "copy", "tree", "outside")).isEqualTo(4);
        for (String each : List.of("copy", "tree")) {
            assertThat(linkwright(directory, MARKER, MAIN, "delete", each)).isZero();
        }
        assertThat(contents(directory)).containsExactly(Map.entry("outside", "outside"));
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private int linkwright(Path directory, String... words) throws IOException, InterruptedException {
        return java.run(directory, output, List.of(words));
    }

    private String said() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static Path directoryWith(String name, String... files) throws IOException {
        Path directory = Files.createDirectories(ROOM.resolve("work").resolve(name));
        for (String file : new ArrayList<>(List.of(files))) {
            Files.writeString(directory.resolve(file), file);
        }
        return directory;
    }
}
