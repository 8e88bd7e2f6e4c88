package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.Verdict;

/// Scans a tree for problems and prints what was found and what could not be examined, sorted.
public final class ScanProbe {
    private ScanProbe() {}

    /// The argument is the root.
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        SortedSet<String> lines = new TreeSet<>();
        try (Stream<ScanEvent> events = Trees.system().scan(root,
                ScanOptions.defaults().withWanted(Verdict.problems()))) {
            events.forEach(event -> {
                if (event instanceof ScanEvent.Found link) {
                    lines.add(below(root, link.path()) + ": " + link.verdicts());
                } else if (event instanceof ScanEvent.Failed failed) {
                    FailureDetails details = failed.failure().details();
                    lines.add(below(root, details.link()) + ": " + details.operation() + " " + details.reason() + " "
                            + details.codeName() + " at depth " + failed.failure().depth());
                }
            });
        }
        lines.forEach(System.out::println);
    }

    private static Path below(Path root, LinkPath path) {
        return root.relativize(path.toPath().orElseThrow());
    }
}
