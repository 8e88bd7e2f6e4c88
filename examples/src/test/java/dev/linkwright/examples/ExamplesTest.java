package dev.linkwright.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.linkwright.LinkSystemProvider;
import dev.linkwright.Links;
import dev.linkwright.testing.FakeLinkSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example prints what its own comment says, in an empty directory, and is short.
final class ExamplesTest {
    private static final Path SOURCES = Path.of("src", "main");
    private static final Path TESTS = Path.of("src", "test", "java", "dev", "linkwright", "examples");
    private static final Path README = Path.of("..", "README.md");
    private static final int FEW_LINES = 40;
    private static final Pattern PRINTED = Pattern.compile("Prints:\\R[^\\n]*```\\R(.*?)\\R[^\\n]*```",
            Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *(///|\\*) ?");

    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|kt)")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void printsWhatItSays(Path source, @TempDir Path place) throws Exception {
        Matcher printed = PRINTED.matcher(Files.readString(source));
        assertThat(printed.find()).as("%s says what it prints", source).isTrue();

        assertThat(output(mainClass(source), place))
                .isEqualToNormalizingNewlines(COMMENT.matcher(printed.group(1)).replaceAll("") + "\n");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isShort(Path source) throws IOException {
        assertThat(Files.readAllLines(source)).hasSizeLessThan(FEW_LINES);
    }

    @Test
    void theExampleOfATestIsShortToo() throws IOException {
        assertThat(Files.readAllLines(TESTS.resolve("UserWithoutPrivilegeTest.java"))).hasSizeLessThan(FEW_LINES);
    }

    @Test
    void readmeNamesEveryExample() throws IOException {
        String readme = Files.readString(README);
        List<String> links = programs().stream()
                .map(source -> "(examples/" + source.toString().replace('\\', '/') + ")").toList();

        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(readme).contains(link));
    }

    private static String mainClass(Path source) {
        String file = source.getFileName().toString();
        String name = file.substring(0, file.lastIndexOf('.'));
        return ExamplesTest.class.getPackageName() + "." + name + (file.endsWith(".kt") ? "Kt" : "");
    }

    /// In a JVM of its own: an example works in the current directory, which a JVM cannot change.
    private static String output(String mainClass, Path place) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(mainClass), mainClass);
        builder.directory(place.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String classPath(String mainClass) throws ReflectiveOperationException {
        Set<Class<?>> needed = new LinkedHashSet<>(List.of(Class.forName(mainClass), Links.class,
                FakeLinkSystem.class));
        if (mainClass.endsWith("Kt")) {
            needed.add(Class.forName("kotlin.Unit"));
        }
        ServiceLoader.load(LinkSystemProvider.class).stream().forEach(provider -> needed.add(provider.type()));
        return needed.stream().map(ExamplesTest::placeOf).distinct().collect(joining(System.getProperty(
                "path.separator")));
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
