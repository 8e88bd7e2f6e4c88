package dev.linkwright.cli.output;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.LinkPath;

/// Lines of text that begin with the path of a link, in the order of the paths.
///
/// Sorted a run at a time as they come, when other processors still search; at the end runs are only merged, which is what the
/// sort of the library does with them.
public final class SortedLines {

    private static final int RUN = 1_024;

    private final List<Line> lines = new ArrayList<>();
    private final List<Line> run = new ArrayList<>();

    /// Adds one.
    ///
    /// @param rest what a [Draft] has kept of what comes behind the path
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

    /// Writes all of them. Called once, at the end.
    ///
    /// @param begin what comes before each path
    public void writeTo(Page page, String begin) throws OutputFailure {
        endRun();
        sort(lines);
        for (Line line : lines) {
            page.words(begin).name(Colour.LINK, line.path).written(line.rest);
        }
    }

    private void endRun() {
        sort(run);
        lines.addAll(run);
        run.clear();
    }

    private static void sort(List<Line> some) {
        some.sort((one, other) -> one.path.compareTo(other.path));
    }

    private static final class Line {
        private final LinkPath path;
        private final byte[] rest;

        Line(LinkPath path, byte[] rest) {
            this.path = path;
            this.rest = rest;
        }
    }
}
