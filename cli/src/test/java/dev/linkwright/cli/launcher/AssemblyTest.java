package dev.linkwright.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How Maven's phase `package` assembles an image, with parts that are no program.
class AssemblyTest {
    private static final Path SOURCES = Path.of("src/image").toAbsolutePath();

    @TempDir
    private Path base;

    @Test
    void onlyAnImageThatWorksGetsAnArchive() throws Exception {
        Run run = assemble(directory("part", Map.of("a", "1")));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("no class data archive could be made").contains("dev.linkwright.cli.Training");
        assertThat(namesIn(image())).containsExactly("jvm.options", "linkwright.jar");
    }

    @Test
    void theSamePartsGiveTheSameImage() throws Exception {
        assemble(directory("part", Map.of("a", "1")));
        String first = current();
        Object time = Files.getLastModifiedTime(image().resolve("linkwright.jar"));

        assertThat(assemble(directory("part", Map.of("a", "1"))).exitCode()).isZero();

        assertThat(current()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(image().resolve("linkwright.jar"))).isEqualTo(time);
    }

    @Test
    void theImageThatWasCurrentStaysAndOlderOnesGo() throws Exception {
        assemble(directory("part", Map.of("a", "1")));
        assemble(directory("part", Map.of("a", "2")));
        String second = current();

        assemble(directory("part", Map.of("a", "3")));

        assertThat(namesIn(base.resolve("images"))).containsExactlyInAnyOrder("current", second, current());
    }

    @Test
    void theJarHasEverythingOnceAndServicesOfAllParts() throws Exception {
        Path directory = directory("part", Map.of(
                "a/b", "1", "module-info.class", "x", "META-INF/services/s.S", "one", "META-INF/LICENSE", "ours"));
        Path jar = jar("other.jar", Map.of(
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n", "module-info.class", "y",
                "c", "for Java 8", "META-INF/versions/21/c", "for Java 21", "META-INF/versions/26/c", "for Java 26",
                "META-INF/services/s.S", "two", "META-INF/LICENSE", "theirs", "META-INF/NOTICE", "note"));

        assemble(directory, jar);

        Map<String, String> content = contentOf(image().resolve("linkwright.jar"));
        assertThat(content.remove("META-INF/MANIFEST.MF")).contains("Main-Class: dev.linkwright.cli.Main");
        assertThat(content).containsExactlyInAnyOrderEntriesOf(Map.of(
                "a/b", "1", "c", "for Java 21", "META-INF/services/s.S", "one\ntwo", "META-INF/LICENSE", "ours",
                "META-INF/other.jar/LICENSE", "theirs", "META-INF/NOTICE", "note"));
    }

    @Test
    void partsThatContradictEachOtherAreRefused() throws Exception {
        Run run = assemble(directory("part", Map.of("a.class", "1")), jar("other.jar", Map.of("a.class", "2")));

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("other.jar and another part of the class path have different a.class");
        assertThat(base.resolve("images/current")).doesNotExist();
    }

    private Run assemble(Path... classPath) throws IOException, InterruptedException {
        return Run.of(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                SOURCES.resolve("java/dev/linkwright/image/AssembleImage.java").toString(),
                base.resolve("images").toString(), SOURCES.resolve("jvm.options").toString(),
                Stream.of(classPath).map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
    }

    private String current() throws IOException {
        return Files.readString(base.resolve("images/current")).strip();
    }

    private Path image() throws IOException {
        return base.resolve("images").resolve(current());
    }

    private Path directory(String name, Map<String, String> content) throws IOException {
        for (Map.Entry<String, String> entry : content.entrySet()) {
            Path file = base.resolve(name).resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
        return base.resolve(name);
    }

    private Path jar(String name, Map<String, String> content) throws IOException {
        try (OutputStream file = Files.newOutputStream(base.resolve(name));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            // The manifest comes first in a jar, and so it does by its name.
            for (Map.Entry<String, String> entry : new TreeMap<>(content).entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return base.resolve(name);
    }

    private static Map<String, String> contentOf(Path jar) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                content.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return content;
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
