package dev.linkwright;

/// The entry point.
public final class Links {
    private Links() {}
}
