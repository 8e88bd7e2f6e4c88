package dev.linkwright.cli.output;

import java.io.IOException;

import dev.linkwright.FailureDetails;

/// Results as NUL-terminated fields on stdout, in the order in which they happen; failures as lines on stderr.
public final class NulReport implements Report {

    private final NulFields fields;
    private final Diagnostics diagnostics;

    /// Writes results to `output` and failures to `diagnostics`.
    public NulReport(Output output, Diagnostics diagnostics) {
        this.fields = new NulFields(output);
        this.diagnostics = diagnostics;
    }

    @Override
    public void result(Result result) throws IOException {
        result.writeNul(fields);
    }

    @Override
    public void failure(FailureDetails failure) {
        diagnostics.failure(failure);
    }

    @Override
    public void finish() {
        // Each result was complete when it was written.
    }
}
