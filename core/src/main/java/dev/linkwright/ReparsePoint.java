package dev.linkwright;

import java.util.Optional;

/// A reparse point that is no link: a cloud placeholder, a deduplicated file, an app execution alias, an unknown tag.
/// Described, never changed: it is user data or belongs to the system.
///
/// @param path where it is
/// @param status what the system tells about the object itself; [Status#reparseTag] says which kind
/// @param defect what is wrong with its data, if they are malformed
public record ReparsePoint(LinkPath path, Status status, Optional<String> defect) implements Entry {}
