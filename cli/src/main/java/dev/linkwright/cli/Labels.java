package dev.linkwright.cli;

import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.output.Page;

/// Lines that begin with a label, in a column.
final class Labels {

    private static final int WIDTH = 12;

    private Labels() {}

    /// Begins such a line.
    static Page label(Page page, String label) throws OutputFailure {
        return page.words("  ").words(Colour.LABEL, label).words(" ".repeat(Math.max(WIDTH - label.length(), 1)));
    }
}
