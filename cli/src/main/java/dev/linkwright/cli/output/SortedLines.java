package dev.linkwright.cli.output;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.LinkPath;

/// Lines of text, in the order of the paths that they are about.
///
/// Sorted a run at a time as they come, when other processors still search; at the end runs are only merged, which is what the
/// sort of the library does with them.
public final class SortedLines {

    /// What is left to say of a result at the end.
    ///
    /// @param path what the line begins with
    /// @param rest what a [Draft] has kept of what comes behind it
    public record Line(LinkPath path, byte[] rest) {}

    private static final int RUN = 1_024;

    private final List<Line> lines = new ArrayList<>();
    private final List<Line> run = new ArrayList<>();

    /// Adds one.
    public void add(LinkPath path, byte[] rest) {
        run.add(new Line(path, rest));
        if (run.size() == RUN) {
            endRun();
        }
    }

    /// How many there are.
    public int size() {
        return lines.size() + run.size();
    }

    /// All of them in their order. Called once, at the end.
    public List<Line> sorted() {
        endRun();
        sort(lines);
        return lines;
    }

    private void endRun() {
        sort(run);
        lines.addAll(run);
        run.clear();
    }

    private static void sort(List<Line> some) {
        some.sort((one, other) -> one.path().compareTo(other.path()));
    }
}
