package dev.linkwright.cli;

import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// Counts how the items of one run ended, and says the exit code.
final class Outcome {

    private int good;
    private int problems;
    private int failures;
    private @Nullable ExitCode common;

    /// One item was done, or examined and found well.
    void good() {
        good++;
    }

    /// One item was examined, and the answer is no.
    void problem() {
        problems++;
    }

    /// One item could not be done or examined.
    void failed(Reason reason) {
        ExitCode code = ExitCode.of(reason);
        common = failures == 0 || common == code ? code : ExitCode.MIXED;
        failures++;
    }

    /// If every item failed with the same code that one; if only some failed, or with different codes,
    /// [ExitCode#MIXED]; without failures whether problems were found.
    ExitCode exitCode() {
        if (common != null) {
            return good + problems == 0 ? common : ExitCode.MIXED;
        }
        return problems > 0 ? ExitCode.NO : ExitCode.DONE;
    }
}
