package dev.linkwright.cli.output;

import java.io.IOException;

import dev.linkwright.FailureDetails;

/// Takes the results and failures of one run in the order in which they happen.
public interface Report {

    /// Takes one result.
    void result(Result result) throws IOException;

    /// Takes one failure.
    void failure(FailureDetails failure) throws IOException;

    /// Called once at the end, also when there was nothing.
    void finish() throws IOException;
}
