package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes through `Path` and back, in this JVM and in others whose locale spells them otherwise.
final class DefaultPathsTest {
    @TempDir
    Path directory;

    @BeforeEach
    void pathsAreBytesOnPosixOnly() {
        Assumptions.assumeTrue(LinkPath.defaultRules() == PathRules.POSIX,
                "skipped: paths of Windows are no bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF", "61FF", "FF2F62", "2FFF", "2F61FF2F62", "C3", "EDA080", "2E2E2FFF", "FF2F2E2E",
            "C3A9",
            "EFBFBD", "61", "2F", "2E", "F09F9880"})
    void aLocationKeepsItsBytes(String hex) {
        LinkPath location = location(hex);
        Path path = location.toPath().orElseThrow();
        assertThat(path.isAbsolute()).isEqualTo(location.isAbsolute());
        assertThat(LinkPath.of(path)).isEqualTo(location);
    }

    /// `Files.readSymbolicLink` gives paths that were never normalised.
    @ParameterizedTest
    @ValueSource(strings = {"FF", "FF2F", "FF2F2F", "2FFF2F", "2F2FFF", "2F2F2FFF2F2F61", "612F2FFF2F2E2F",
            "2E2E2FFF2F",
            "C3A92F", "EFBFBD2F2F61", "612F2F622F", "2F", "2F2F", "2E2F", "20", "0A"})
    void aTextThatIsReadKeepsItsBytes(String hex) throws IOException, InterruptedException {
        byte[] text = HexFormat.of().parseHex(hex);
        assertThat(LinkTarget.of(Files.readSymbolicLink(linkWith(hex)))).isEqualTo(LinkTarget.ofBytes(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "windows-1252", "UTF-8"})
    void bytesSurviveEveryEncodingOfTheLocale(String encoding) throws IOException, InterruptedException {
        List<String> told = inAnotherJvm(List.of("-Dsun.jnu.encoding=" + encoding), "C.UTF-8");
        assertThat(told).isEqualTo(EncodingProbe.EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
    void bytesSurviveEveryLocale(String locale) throws IOException, InterruptedException {
        assertThat(inAnotherJvm(List.of(), locale)).isEqualTo(EncodingProbe.EXPECTED);
    }

    @Test
    void lookingAtTheBytesOfAPathNeverLooksAtTheDisk() throws IOException, InterruptedException {
        Path link = linkWith("FF");
        Files.createDirectory(LinkPath.ofBytes(PathRules.POSIX, HexFormat.of().parseHex("FF"))
                .toPath().map(directory::resolve).orElseThrow());
        assertThat(LinkTarget.of(Files.readSymbolicLink(link)).bytes()).containsExactly(0xFF);
        Path named = directory.resolve(Files.readSymbolicLink(link));
        assertThat(Files.isDirectory(named)).isTrue();
        assertThat(LinkPath.of(named).hasTrailingSeparator()).isFalse();
    }

    @AfterEach
    void removeTheLink() throws IOException {
        Files.deleteIfExists(directory.resolve("link"));
    }

    private static LinkPath location(String hex) {
        return LinkPath.ofBytes(PathRules.POSIX, HexFormat.of().parseHex(hex));
    }

    /// A link whose text `java.nio.file` could not store: made by `ln`, whose argument is written by a shell.
    private Path linkWith(String hex) throws IOException, InterruptedException {
        Path link = directory.resolve("link");
        String script = "text=$(printf '" + octal(hex) + "x'); ln -s -- \"${text%x}\" \"$1\"";
        Process shell = new ProcessBuilder("sh", "-c", script, "sh", link.toString()).inheritIO().start();
        assertThat(shell.waitFor()).isZero();
        return link;
    }

    private static String octal(String hex) {
        StringBuilder octal = new StringBuilder();
        for (byte b : HexFormat.of().parseHex(hex)) {
            String digits = "00" + Integer.toOctalString(b & 0xFF);
            octal.append('\\').append(digits, digits.length() - 3, digits.length());
        }
        return octal.toString();
    }

    private List<String> inAnotherJvm(List<String> options, String locale) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EncodingProbe.class.getName(),
                directory.toString()));
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", locale);
        int exit = builder.start().waitFor();
        String told = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(exit).as(told).isZero();
        return told.lines().toList();
    }
}
