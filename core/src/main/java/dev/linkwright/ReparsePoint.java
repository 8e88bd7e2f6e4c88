package dev.linkwright;

/// A reparse point that is no link: a cloud placeholder, a deduplicated file, an app execution alias, an unknown tag.
/// Described, never changed: it is user data or belongs to the system.
///
/// @param path where it is
/// @param status what the system tells about the object itself; [Status#reparseTag] says which kind
public record ReparsePoint(LinkPath path, Status status) implements Entry {}
