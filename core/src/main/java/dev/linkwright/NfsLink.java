package dev.linkwright;

/// A symbolic link that the NFS server of Windows keeps for its clients.
///
/// @param path where it is
/// @param status what the system tells about the object itself
/// @param target the text as stored
public record NfsLink(LinkPath path, Status status, LinkTarget target) implements Link {}
