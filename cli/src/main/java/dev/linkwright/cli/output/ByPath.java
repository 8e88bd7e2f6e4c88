package dev.linkwright.cli.output;

import java.util.Comparator;

import dev.linkwright.FailureDetails;

/// The order of text and of JSON documents: by the bytes of the paths, what was given twice in the order given.
///
/// Not by `Comparator.comparing`: what that gives can be serialised, and Java makes up the class of such a lambda in each
/// process anew.
final class ByPath {

    /// By the path that the result is about.
    static final Comparator<Result> RESULTS = (one, other) -> one.path().compareTo(other.path());
    static final Comparator<FailureDetails> FAILURES = (one, other) -> one.link().compareTo(other.link());

    private ByPath() {}
}
