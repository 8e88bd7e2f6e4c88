package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/// The headings that comments point to stand in the page of facts.
final class DocumentedFactsTest {
    private static final Path PAGE = Path.of("..", "docs", "windows-links.md");
    private static final Pattern POINTER = Pattern.compile("`docs/windows-links\\.md`((?:,\\s*\"[^\"]+\")+)");
    private static final Pattern HEADING = Pattern.compile("\"([^\"]+)\"");

    @Test
    void everyHeadingThatACommentPointsToExists() throws IOException {
        Set<String> headings = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .collect(Collectors.toSet());
        Set<String> pointedTo = new TreeSet<>();
        for (Path source : sources()) {
            // A comment may break anywhere.
            String text = Files.readString(source).replaceAll("\\R\\s*///?\\s*", " ");
            Matcher pointers = POINTER.matcher(text);
            while (pointers.find()) {
                HEADING.matcher(pointers.group(1)).results().forEach(heading -> pointedTo.add(heading.group(1)));
            }
        }

        assertThat(pointedTo).isNotEmpty().isSubsetOf(headings);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
