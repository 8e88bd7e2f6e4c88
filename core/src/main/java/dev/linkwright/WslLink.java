package dev.linkwright;

/// A symbolic link of the Windows Subsystem for Linux: UTF-8 text that only Linux programs follow.
///
/// @param path where it is
/// @param status what the system tells about the object itself
/// @param target the text as stored
public record WslLink(LinkPath path, Status status, LinkTarget target) implements Link {}
