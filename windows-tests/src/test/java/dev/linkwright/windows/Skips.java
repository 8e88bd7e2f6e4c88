package dev.linkwright.windows;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Why tests were skipped on the other JVM, and how many for each reason.
///
/// @param counts how many tests, by reason
record Skips(Map<String, Long> counts) {
    /// A capability that is absent, or that is there where a test is about its absence; what only Windows has. Anything
    /// else is a test that could have run under Wine.
    private static final Pattern GOOD_REASON = Pattern.compile("windows has (no [A-Z_]+ here \\(.+\\)|[A-Z_]+ here)"
            + "|this Wine makes links|on Windows only: .+|Wine .+");
    private static final Pattern PREFIX = Pattern.compile("^.*?skipped: ");

    static Skips of(List<ConsoleReport.Result> results) {
        return new Skips(results.stream().map(ConsoleReport.Result::skipped).filter(reason -> reason != null)
                .map(Skips::firstLine).collect(groupingBy(reason -> reason, TreeMap::new, counting())));
    }

    /// Whether a test may be skipped for it.
    static boolean isGood(String reason) {
        return GOOD_REASON.matcher(reason).matches();
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// One line for each reason, the commonest first.
    String summary(int tests) {
        StringBuilder summary = new StringBuilder(
                "%d tests on the Windows JVM, %d of them skipped%n".formatted(tests, total()));
        counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(each -> summary.append("%5d  %s%n".formatted(each.getValue(), each.getKey())));
        return summary.toString();
    }

    private static String firstLine(String reason) {
        return PREFIX.matcher(reason.lines().findFirst().orElse("")).replaceFirst("").strip();
    }
}
