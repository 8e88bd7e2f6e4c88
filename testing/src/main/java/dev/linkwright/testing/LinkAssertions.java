package dev.linkwright.testing;

/// Assertions about links.
public final class LinkAssertions {
    private LinkAssertions() {}
}
