package dev.linkwright.win32;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/// The pages that say which test shows what: no case is missing, and no test is invented.
final class Kernel32PageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/kernel32.md");
    private static final Path README = ROOT.resolve("README.md");
    private static final int CASES = 70;
    private static final Pattern CASE = Pattern.compile("(?m)^\\| (C\\d\\d) \\|.*\\| ([^|]+) \\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|Rules|Conformance))\\.([a-z]\\w*)`");
    private static final Pattern SHOWN = Pattern.compile(
            "shown by test (" + TEST + " on bench [a-z0-9]+(, [a-z0-9]+)*(; )?)+");
    private static final Pattern EXCEPTION = Pattern.compile("(?m)\\| false \\| (.* \\((\\d+), [A-Z_]+\\)) \\|$");
    private static final String NOT_HERE = "does not apply here, because ";

    @Test
    void everyCaseIsThereAndSaysWhereItIsShownOrWhyNot() throws IOException {
        Map<String, String> cases = new TreeMap<>();
        CASE.matcher(Files.readString(PAGE)).results().forEach(row -> cases.put(row.group(1), row.group(2)));

        assertThat(cases.keySet()).containsExactlyElementsOf(
                IntStream.rangeClosed(1, CASES).mapToObj("C%02d"::formatted).toList());
        assertThat(cases).allSatisfy((row, shown) -> assertThat(SHOWN.matcher(shown).matches()
                || shown.startsWith(NOT_HERE)).as("%s: %s", row, shown).isTrue());
    }

    @Test
    void everyBenchIsOne() throws IOException {
        String benches = Files.readString(ROOT.resolve("testing/src/main/java/dev/linkwright/testing/Bench.java"));
        List<String> named = Pattern.compile("on bench ([a-z0-9]+(?:, [a-z0-9]+)*)").matcher(Files.readString(PAGE))
                .results().flatMap(row -> Stream.of(row.group(1).split(", "))).distinct().toList();

        assertThat(named).isNotEmpty().allSatisfy(bench -> assertThat(benches)
                .containsPattern("(?m)^    " + bench.toUpperCase(Locale.ROOT) + "[,;]"));
    }

    @Test
    void theTextsOfExceptionsAreThoseOfThePage() throws IOException {
        List<MatchResult> texts = EXCEPTION.matcher(Files.readString(PAGE)).results().toList();

        assertThat(texts).isNotEmpty().allSatisfy(text -> assertThat(
                new Win32Exception(Integer.parseInt(text.group(2)))).hasMessage(text.group(1)));
    }

    @Test
    void everyTestThatThePageOfCasesNamesExists() throws IOException {
        allExist(Files.readString(PAGE));
    }

    @Test
    void everyTestOfACaseIsNamed() throws IOException {
        String page = Files.readString(PAGE);
        List<String> tests = Stream.of("CreatingConformance", "FakeCreatingConformanceTest").flatMap(
                type -> Pattern.compile("void (c\\d\\d_\\w+)\\(").matcher(source(type)).results()
                        .map(test -> type + "." + test.group(1)))
                .toList();

        assertThat(tests).isNotEmpty().allSatisfy(test -> assertThat(page).contains("`" + test + "`"));
    }

    @Test
    void everyTestThatReadmeNamesExists() throws IOException {
        allExist(section(Files.readString(README), "### What the page says, and what is true"));
    }

    private static String section(String page, String heading) {
        int start = page.indexOf(heading + "\n");
        assertThat(start).as("the heading %s", heading).isNotNegative();
        int end = page.indexOf("\n#", start + heading.length());
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static void allExist(String text) {
        List<MatchResult> tests = TEST.matcher(text).results().toList();

        assertThat(tests).isNotEmpty().allSatisfy(test -> assertThat(source(test.group(1)))
                .as("%s", test.group()).containsPattern("(void|DynamicTest>) " + test.group(2) + "\\("));
    }

    /// The sources of the classes of tests with this name, wherever they are.
    private static String source(String type) {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path folder : modules.map(module -> module.resolve("src")).filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(each -> each.endsWith(type + ".java")).toList()) {
                        sources.append(Files.readString(file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(sources).as("classes of tests called %s", type).isNotEmpty();
        return sources.toString();
    }
}
