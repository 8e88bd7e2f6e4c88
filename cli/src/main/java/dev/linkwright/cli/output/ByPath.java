package dev.linkwright.cli.output;

import java.util.Comparator;

import dev.linkwright.FailureDetails;

/// The order of text and of JSON documents: by the bytes of the paths, what was given twice in the order given.
final class ByPath {

    static final Comparator<Result> RESULTS = Comparator.comparing(Result::path);
    static final Comparator<FailureDetails> FAILURES = Comparator.comparing(FailureDetails::link);

    private ByPath() {}
}
