package dev.linkwright.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.linkwright.CreateOptions;
import dev.linkwright.CreateOptions.Parents;
import dev.linkwright.Links;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.Verdict;

/// Finds the links of a tree that do not do what links are for, and says what is wrong with each.
///
/// Prints:
/// ```
/// lost: [MISSING]
/// turning: [LOOP]
/// ```
public final class FindBrokenLinks {
    public static void main(String[] arguments) throws IOException {
        Path tree = Path.of("tree");
        Links.system().create(tree.resolve("lost"), "nowhere", CreateOptions.defaults().withParents(Parents.MADE));
        Links.system().create(tree.resolve("turning"), "turning");
        Links.system().create(tree.resolve("good"), ".");

        ScanOptions problems = ScanOptions.defaults().withWanted(Verdict.problems());
        try (Stream<ScanEvent> events = Trees.system().scan(tree, problems)) {
            events.filter(ScanEvent.Found.class::isInstance).map(ScanEvent.Found.class::cast)
                    .map(found -> found.path().name().orElseThrow() + ": " + found.verdicts())
                    .sorted().forEach(System.out::println);
        }
    }
}
