package dev.linkwright;

/// A file, a directory or another object that is neither link nor reparse point.
///
/// @param path where it is
/// @param status what the system tells about it
public record OrdinaryEntry(LinkPath path, Status status) implements Entry {}
