package dev.linkwright.cli.output;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkTarget;
import dev.linkwright.cli.text.Quoting;
import org.jspecify.annotations.Nullable;

/// Lines on stderr, each with the program and the command in front. Names in them are always quoted: a line is a line,
/// in a log too.
///
/// A failure to write here is not reported, because there is nowhere left to report it to; the exit code still tells.
public final class Diagnostics {

    private final Output output;
    private final Page.Colours colours;
    private String prefix = "linkwright: ";
    private @Nullable String lastAdvice;

    /// Writes to `output`.
    public Diagnostics(Output output, Page.Colours colours) {
        this.output = output;
        this.colours = colours;
    }

    /// The same with the command's name in each line.
    public Diagnostics of(String command) {
        Diagnostics named = new Diagnostics(output, colours);
        named.prefix = prefix + command + ": ";
        return named;
    }

    /// Writes one line about what went wrong.
    public void error(String message) {
        String begin = colours == Page.Colours.ON ? Colour.PROBLEM.on() + prefix + Colour.OFF : prefix;
        line(begin + message);
    }

    /// Writes one line that is not about something wrong.
    public void note(String message) {
        line(prefix + message);
    }

    /// Writes what was tried on which paths, why not, the system's own word, and on a second line what can be done, unless
    /// that was said of the failure before.
    public void failure(FailureDetails failure) {
        error(describe(failure));
        String advice = failure.advice();
        if (advice != null && !advice.equals(lastAdvice)) {
            note(advice);
            lastAdvice = advice;
        }
    }

    /// The failure in one sentence, without the advice.
    static String describe(FailureDetails failure) {
        StringBuilder text = new StringBuilder("cannot ").append(failure.operation()).append(' ')
                .append(Quoting.inMessage(failure.link().bytes()));
        LinkTarget target = failure.target();
        if (target != null) {
            text.append(" -> ").append(Quoting.inMessage(target.bytes()));
        }
        text.append(": ").append(failure.reason().sentence());
        String remark = failure.remark();
        if (remark != null) {
            text.append(" (").append(Quoting.line(remark)).append(')');
        }
        appendCode(text, failure);
        return text.toString();
    }

    private static void appendCode(StringBuilder text, FailureDetails failure) {
        String function = failure.function();
        String codeName = failure.codeName();
        if (function == null && failure.code() == 0) {
            return;
        }
        text.append(" [");
        if (function != null) {
            text.append(function);
        }
        if (failure.code() != 0) {
            text.append(function == null ? "" : ": ").append(codeName == null ? "error" : codeName)
                    .append(" (").append(failure.code()).append(')');
        }
        text.append(']');
    }

    private void line(String line) {
        try {
            output.text(line);
            output.write('\n');
            output.flush();
        } catch (OutputFailure nowhereToReportIt) {
            return;
        }
    }
}
