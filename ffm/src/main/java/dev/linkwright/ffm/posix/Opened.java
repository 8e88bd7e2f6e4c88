package dev.linkwright.ffm.posix;

/// A descriptor of a directory that was just opened.
///
/// @param listable whether the directory can be listed through it, from its beginning: not if it may only be searched
record Opened(int fd, boolean listable) {}
