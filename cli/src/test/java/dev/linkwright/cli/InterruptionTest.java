package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linkwright.Links;
import dev.linkwright.system.Primitive;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ctrl-C in the middle of the work on a tree: the process ends with 130 and says what was done.
final class InterruptionTest {
    private static final int DIRECTORIES = 400;

    @TempDir
    Path dir;

    private record Ended(int code, String out, String err) {}

    private void plant() throws IOException {
        for (int directory = 0; directory < DIRECTORIES; directory++) {
            Path made = Files.createDirectories(dir.resolve("tree/d" + directory));
            Files.writeString(made.resolve("file"), "contents");
            Files.createSymbolicLink(made.resolve("link"), Path.of("nowhere"));
        }
    }

    /// Interrupts a command of its own process at the tenth call of that primitive.
    private Ended interrupt(Primitive primitive, String... commandLine) throws Exception {
        return interrupt("native", primitive, 10, commandLine);
    }

    private Ended interrupt(String system, Primitive primitive, int turn, String... commandLine) throws Exception {
        Bench.POSIX.require(Files.isExecutable(Path.of("/bin/kill")), "kill");
        Path waits = dir.resolve("waits");
        Path err = dir.resolve("stderr");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dlinkwright.system=" + system, "-cp", classPath(),
                InterruptedCommand.class.getName(),
                waits.toString(), primitive.name(), String.valueOf(turn)));
        command.addAll(List.of(commandLine));
        Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        while (!Files.exists(waits)) {
            assertThat(process.isAlive()).as("%s", err).isTrue();
            Thread.onSpinWait();
        }
        assertThat(new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor()).isZero();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err));
    }

    private long count(String directory) throws IOException {
        try (Stream<Path> all = Files.list(dir.resolve(directory))) {
            return all.count();
        }
    }

    private long filesIn(String tree) throws IOException {
        try (Stream<Path> all = Files.walk(dir.resolve(tree))) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).count();
        }
    }

    @Test
    void anInterruptedCommandEndsWith130AndTellsWhatWasRemoved() throws Exception {
        plant();
        Ended ended = interrupt(Primitive.UNLINK, "delete", dir.resolve("tree").toString());

        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.out()).contains("(incomplete: deleted ").hasLineCount(1);
        assertThat(count("tree")).isBetween(DIRECTORIES / 2L, (long) DIRECTORIES);
    }

    @Test
    void anInterruptedCommandEndsWith130WhateverFailedBefore() throws Exception {
        plant();
        Ended ended = interrupt(Primitive.UNLINK, "delete", dir.resolve("missing").toString(),
                dir.resolve("tree").toString(), dir.resolve("tree/d1").toString());

        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.err()).contains("missing': it does not exist").hasLineCount(1);
        assertThat(count("tree")).isBetween(DIRECTORIES / 2L, (long) DIRECTORIES);
    }

    @Test
    void anInterruptedCopyEndsWith130AndTellsWhatItLeaves() throws Exception {
        plant();
        Ended ended = interrupt(Primitive.CREATE_FILE, "copy", "--json", dir.resolve("tree").toString(),
                dir.resolve("copy").toString());

        assertThat(ended.code()).isEqualTo(130);
        JsonNode result = new ObjectMapper().readTree(ended.out()).at("/results/0");
        assertThat(result.isMissingNode()).as("%s", ended).isFalse();
        assertThat(result.get("complete").asBoolean()).isFalse();
        assertThat(result.get("files").asLong()).isEqualTo(filesIn("copy")).isBetween(1L, DIRECTORIES / 2L);
        assertThat(count("tree")).isEqualTo(DIRECTORIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "nio"})
    void aCopyIsInterruptedInTheMiddleOfFilesAndLeavesNoPartOfThem(String system) throws Exception {
        plant();
        Ended ended = interrupt(system, Primitive.COPY_CONTENTS, 10, "copy", "--json", dir.resolve("tree").toString(),
                dir.resolve("copy").toString());

        assertThat(ended.code()).isEqualTo(130);
        JsonNode document = new ObjectMapper().readTree(ended.out());
        assertThat(document.at("/errors")).extracting(error -> error.get("reason").asText()).isNotEmpty()
                .containsOnly("INTERRUPTED");
        assertThat(document.at("/results/0/files").asLong()).isEqualTo(filesIn("copy")).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "nio"})
    void aFileThatIsCopiedAloneIsInterruptedToo(String system) throws Exception {
        Files.writeString(dir.resolve("file"), "contents");
        Ended ended = interrupt(system, Primitive.COPY_CONTENTS, 1, "copy", dir.resolve("file").toString(),
                dir.resolve("copy").toString());

        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.err()).contains("it was interrupted").hasLineCount(1);
        assertThat(dir.resolve("copy")).doesNotExist();
    }

    @Test
    void anInterruptedScanEndsWith130AndCountsWhatItTells() throws Exception {
        plant();
        Ended ended = interrupt(Primitive.FOLLOW, "scan", dir.resolve("tree").toString());

        assertThat(ended.code()).isEqualTo(130);
        long told = ended.out().lines().filter(line -> line.endsWith("/link -> nowhere")).count();
        assertThat(told).isLessThan(DIRECTORIES);
        assertThat(ended.out()).endsWith(
                told + (told == 1 ? " problem" : " problems") + " up to the interruption\n");
        assertThat(ended.err()).isEqualTo("linkwright: scan: interrupted: not everything was examined\n");
    }

    /// Wherever these come from: a folder or an archive, of the class path or the module path.
    private static String classPath() throws URISyntaxException {
        Set<String> places = new LinkedHashSet<>();
        Class<?> system = Links.system().linkSystem().getClass();
        for (Class<?> type : List.of(InterruptedCommand.class, Main.class, Links.class, system, JsonFactory.class)) {
            places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
