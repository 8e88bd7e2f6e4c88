package dev.linkwright.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.Verdict;

/// Finds the broken links of a tree by the library and by what the JDK has, in turns, and prints a line
/// `library TAB name TAB milliseconds` for each. Both are warmed up by a turn that is not counted.
final class TreeComparison {
    private static final PrintStream RESULTS = new PrintStream(
            new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private TreeComparison() {}

    /// Compares, and prints what each turn took.
    ///
    /// @param arguments the tree, and how many turns
    public static void main(String[] arguments) throws IOException {
        Path tree = Path.of(arguments[0]);
        int turns = Integer.parseInt(arguments[1]);
        long expected = byHand(tree);
        for (int turn = -1; turn < turns; turn++) {
            long start = System.nanoTime();
            long byHand = byHand(tree);
            long between = System.nanoTime();
            long byLibrary = byLibrary(tree);
            long end = System.nanoTime();
            if (byHand != expected || byLibrary != expected) {
                throw new AssertionError(byHand + " and " + byLibrary + " broken links, not " + expected);
            }
            if (turn >= 0) {
                print("`Files.walkFileTree`, `readSymbolicLink`, `exists`", between - start);
                print("`Trees.scan`, problems only", end - between);
            }
        }
    }

    private static void print(String name, long nanoseconds) {
        RESULTS.println("library\t" + name + "\t" + nanoseconds / 1_000 + "e-3");
    }

    private static long byLibrary(Path tree) throws IOException {
        ScanOptions options = ScanOptions.defaults().withWanted(Verdict.problems());
        try (Stream<ScanEvent> events = Trees.system().scan(tree, options)) {
            return events.filter(event -> event instanceof ScanEvent.Found).count();
        }
    }

    private static long byHand(Path tree) throws IOException {
        Counter counter = new Counter();
        Files.walkFileTree(tree, counter);
        return counter.broken;
    }

    private static final class Counter extends SimpleFileVisitor<Path> {
        private long broken;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink() && !Files.readSymbolicLink(file).toString().isEmpty()
                    && !Files.exists(file)) {
                broken++;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
