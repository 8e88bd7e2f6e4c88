package dev.linkwright;

import java.util.Optional;

/// A directory at which a volume is mounted (Windows). Described, never changed.
///
/// @param path where it is
/// @param status what the system tells about the object itself
/// @param target the text as stored
/// @param printName the label for people, which may say something else than where it leads
public record VolumeMountPoint(LinkPath path, Status status, LinkTarget target,
        Optional<LinkTarget> printName) implements Link {}
