package dev.linkwright.cli.output;

import dev.linkwright.FailureDetails;

/// No results; failures as lines on stderr.
public final class QuietReport implements Report {

    private final Diagnostics diagnostics;

    /// Writes failures to `diagnostics`.
    public QuietReport(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Override
    public void result(Result result) {
        // The exit code says it.
    }

    @Override
    public void failure(FailureDetails failure) {
        diagnostics.failure(failure);
    }

    @Override
    public void finish() {
        // Nothing was held back.
    }
}
