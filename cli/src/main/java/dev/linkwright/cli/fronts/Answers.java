package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.syntax.Argument;

/// Prints one answer for each operand. An operand without one makes the run fail, and keeps the others from nothing.
final class Answers {
    /// What follows an answer.
    enum End {
        NEWLINE,
        ZERO,
        NOTHING
    }

    /// What becomes of an operand without an answer.
    enum Failures {
        TOLD,
        SILENT
    }

    private final GnuRun run;
    private final End end;
    private final Failures failures;

    Answers(GnuRun run, End end, Failures failures) {
        this.run = run;
        this.end = end;
        this.failures = failures;
    }

    /// Asks about each operand.
    ///
    /// @return whether there was an answer for each
    boolean print(List<Argument> operands, Question question) throws IOException {
        boolean well = true;
        for (int i = 0; i < operands.size(); i++) {
            LinkPath path = run.calls().path(operands.get(i).bytes());
            try {
                run.out().write(question.answer(path, run.calls()));
                if (end != End.NOTHING) {
                    run.out().write(end == End.ZERO ? 0 : '\n');
                }
            } catch (Refused e) {
                well = false;
                if (failures == Failures.TOLD) {
                    run.say(run.shown(path) + ": " + e.words());
                }
            }
        }
        return well;
    }

    /// What is asked about each operand.
    interface Question {
        byte[] answer(LinkPath path, Calls calls) throws Refused;
    }
}
