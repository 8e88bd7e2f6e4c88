package dev.linkwright.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The workflow for the systems that are not at hand: nobody sees a mistake in it before it runs there.
final class WorkflowTest {
    private static final Path WORKFLOW = Path.of("..", ".github", "workflows", "ci.yml");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\{ *(matrix|env)\\.(\\w+) *}}");

    private Map<String, Object> jobs;

    @BeforeEach
    void read() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<String, Object> workflow = new Yaml(new SafeConstructor(options)).load(Files.readString(WORKFLOW));
        jobs = map(workflow.get("jobs"));
    }

    @Test
    void thereIsAJobForEachCircumstanceThatMatters() {
        assertThat(include("windows-circumstances")).extracting(each -> each.get("circumstance")).containsExactly(
                "administrator", "standard-user-developer-mode-on", "standard-user-developer-mode-off", "exfat",
                "fat32",
                "refs", "loopback-share", "case-sensitive", "short-names", "long-path");
        assertThat(include("windows-and-macos")).extracting(each -> each.get("os")).contains("windows-11-arm");
    }

    @Test
    void aStandardUserDoesNotRunAsTheAdministratorWhoPrepares() {
        assertThat(include("windows-circumstances")).filteredOn(each -> "standard".equals(each.get("user")))
                .extracting(each -> each.get("circumstance"))
                .allSatisfy(circumstance -> assertThat((String) circumstance).startsWith("standard-user"));
        assertThat(steps("windows-circumstances")).extracting(step -> step.get("if"))
                .contains("!matrix.user", "matrix.user == 'standard'");
    }

    @Test
    void whatWindowsAnswersIsKept() {
        for (String job : List.of("windows-circumstances", "windows-and-macos")) {
            List<Map<String, Object>> kept = steps(job).stream()
                    .filter(step -> String.valueOf(step.get("uses")).startsWith("actions/upload-artifact@")).toList();
            assertThat(kept).as(job).singleElement().satisfies(step -> {
                assertThat((String) step.get("if")).startsWith("always()");
                assertThat((String) map(step.get("with")).get("path")).contains("on-windows/*.md", "on-windows/*.xml");
            });
        }
    }

    @Test
    void everyBenchThatIsRequiredIsKnown() {
        Stream<String> required = Stream.concat(
                include("windows-and-macos").stream().map(each -> (String) each.get("benches")),
                Stream.of((String) map(map(jobs.get("windows-circumstances")).get("env")).get(Bench.REQUIRED_BENCHES)));
        assertThat(required.flatMap(benches -> Stream.of(benches.split(",", -1)))).isNotEmpty()
                .allSatisfy(bench -> assertThat(Bench.valueOf(bench.toUpperCase(Locale.ROOT))).isNotNull());
    }

    @Test
    void whatIsReferredToIsThere() {
        assertThat(jobs).containsOnlyKeys("linux", "windows-and-macos", "windows-circumstances");
        jobs.forEach((name, job) -> {
            List<String> matrix = include(name).stream().flatMap(each -> each.keySet().stream()).toList();
            Object environment = map(job).get("env");
            REFERENCE.matcher(job.toString()).results().forEach(reference -> {
                String key = reference.group(2);
                if (reference.group(1).equals("matrix")) {
                    assertThat(matrix).as("the matrix of %s", name).contains(key);
                } else {
                    assertThat(environment).as("the environment of %s", name).isNotNull();
                    assertThat(map(environment)).containsKey(key);
                }
            });
        });
    }

    @Test
    void theTestsThatItNamesAreThere() {
        String tests = (String) map(map(jobs.get("windows-circumstances")).get("env")).get("TESTS");
        assertThat(tests).contains("-Dtest=" + OnWindowsTest.class.getSimpleName() + " ")
                .contains("-pl " + Path.of("").toAbsolutePath().getFileName() + " ");
    }

    private List<Map<String, Object>> include(String job) {
        return maps(map(map(map(jobs.get(job)).get("strategy")).get("matrix")).get("include"));
    }

    private List<Map<String, Object>> steps(String job) {
        return maps(map(jobs.get(job)).get("steps"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object yaml) {
        return (List<Map<String, Object>>) yaml;
    }
}
