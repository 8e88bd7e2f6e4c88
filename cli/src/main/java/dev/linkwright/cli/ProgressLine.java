package dev.linkwright.cli;

import java.util.Locale;

import dev.linkwright.cli.Invocation.Stream;
import dev.linkwright.cli.output.Output;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.text.Quoting;
import dev.linkwright.tree.ScanEvent;

/// One line on the terminal of stderr that says how far a scan is, written over and over, and gone at the end. A failure
/// to write it is nobody's business.
final class ProgressLine {

    private static final String BEGIN = "\r\33[K";
    private static final int WIDTH = 79;

    private final Output err;
    private final boolean wanted;
    private boolean shown;

    private ProgressLine(Output err, boolean wanted) {
        this.err = err;
        this.wanted = wanted;
    }

    /// Where stderr is a terminal that takes control sequences, unless results are shown on the same terminal meanwhile.
    static ProgressLine on(Console console, CommandLine line) {
        Invocation invocation = console.invocation();
        boolean results = (line.has(Options.NDJSON) || line.has(Options.NULL)) && invocation.isTerminal(Stream.OUT);
        boolean dumb = "dumb".equals(invocation.environment().get("TERM"));
        boolean wanted = invocation.isTerminal(Stream.ERR) && !dumb && !results && !line.has(Options.QUIET);
        return new ProgressLine(new Output(invocation.err()), wanted);
    }

    void show(ScanEvent.Progress now) {
        if (!wanted) {
            return;
        }
        String line = String.format(Locale.ROOT, "%,d entries, %,d links  ", now.entries(), now.links());
        String current = Quoting.line(now.current().toString());
        int room = WIDTH - line.length();
        String shownPart = current.length() <= room ? current : "..." + current.substring(current.length() - room + 3);
        show(line + shownPart);
    }

    void show(String line) {
        if (wanted) {
            write(BEGIN + line);
            shown = true;
        }
    }

    void clear() {
        if (shown) {
            write(BEGIN);
            shown = false;
        }
    }

    private void write(String text) {
        try {
            err.text(text);
            err.flush();
        } catch (OutputFailure nobodyLooks) {
            shown = false;
        }
    }
}
