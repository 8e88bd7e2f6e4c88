package dev.linkwright;

/// One link on the way.
///
/// @param path where the link is: absolute, and free of links in its own directories
/// @param target its text
public record Hop(LinkPath path, LinkTarget target) {}
