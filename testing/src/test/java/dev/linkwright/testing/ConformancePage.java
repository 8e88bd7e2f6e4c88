package dev.linkwright.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A page of `docs` that says of each row of the conformance table where a test shows it: the first column is the number,
/// the last one says `yes` for this module, `Windows JVM` or `Windows only` for windows-tests, or `no` and why; other tables
/// do not count. A test shows a row if its name begins with the number: `c01_`.
///
/// @param rows for each number what the last column says
record ConformancePage(Map<String, String> rows) {
    private static final Path DOCS = Path.of("..", "docs");
    /// The tests of this module.
    static final Path HERE = Path.of("src");
    /// Those that run on a Windows JVM.
    static final Path ON_WINDOWS = Path.of("..", "windows-tests", "src");

    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| ([A-Z]\\d\\d) \\|.*\\| ((?:yes|Windows JVM|Windows only: |no: )[^|]*) \\|$");
    private static final Pattern TEST = Pattern.compile("void ([a-z]\\d\\d)_\\w+\\(");

    static ConformancePage read(String name) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(Files.readString(DOCS.resolve(name))).results()
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        return new ConformancePage(rows);
    }

    Set<String> shown() {
        return rowsThatSay("yes");
    }

    Set<String> shownOnWindows() {
        return rowsThatSay("Windows ");
    }

    Set<String> notShown() {
        return rowsThatSay("no: ");
    }

    private Set<String> rowsThatSay(String start) {
        return rows.entrySet().stream().filter(row -> row.getValue().startsWith(start)).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The numbers of all rows for which there is a test below a directory.
    static Set<String> testedIn(Path sources) throws IOException {
        Set<String> tested = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                TEST.matcher(Files.readString(file)).results()
                        .forEach(test -> tested.add(test.group(1).toUpperCase(java.util.Locale.ROOT)));
            }
        }
        return tested;
    }
}
