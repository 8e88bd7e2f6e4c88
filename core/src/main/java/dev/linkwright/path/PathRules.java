package dev.linkwright.path;

/// The syntax of paths and link texts.
public enum PathRules {
    /// Windows.
    WINDOWS,
    /// POSIX.
    POSIX
}
