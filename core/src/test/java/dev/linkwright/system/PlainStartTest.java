package dev.linkwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that makes or reads one link is done in a blink. What the JVM sets up at the first lambda, the first
/// concatenation of strings, the first set of enum constants, stream or pattern takes longer than the link: none of it
/// happens on the way.
final class PlainStartTest {
    private static final String COSTLY = ".*(LambdaMetafactory|StringConcatFactory|SwitchBootstraps|ObjectMethods"
            + "|java\\.util\\.stream\\.|java\\.util\\.regex\\.|java\\.util\\.Formatter|LambdaForm\\$|MethodHandleAccessorFactory).*";

    @TempDir
    Path directory;

    @Test
    void readingALinkLoadsNoMachinery() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("target"));
        List<String> classes = classesLoadedBy("read", link.toString());
        assertThat(classes).anyMatch(line -> line.contains("NioDirectory")).noneMatch(line -> line.matches(COSTLY));
        Files.delete(link);
    }

    @Test
    void creatingALinkLoadsNoMachinery() throws IOException, InterruptedException {
        Path link = directory.resolve("link");
        List<String> classes = classesLoadedBy("create", link.toString());
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("target"));
        assertThat(classes).anyMatch(line -> line.contains("NioDirectory")).noneMatch(line -> line.matches(COSTLY));
        Files.delete(link);
    }

    private List<String> classesLoadedBy(String operation, String link) throws IOException, InterruptedException {
        Path log = directory.resolve("classes");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"),
                PlainProgram.class.getName(), operation, link));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(log);
    }
}
