package dev.linkwright.tree;

/// What a [TreeVisitor] wants of the walk.
public enum Decision {
    /// Go on: a directory is entered.
    CONTINUE,
    /// Leave this out: a directory is not entered, or its entries are not listed.
    SKIP,
    /// End the walk as soon as possible.
    STOP
}
