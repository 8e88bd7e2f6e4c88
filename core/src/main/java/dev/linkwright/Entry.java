package dev.linkwright;

/// What was found at a path, links not followed: a [Link], another [ReparsePoint], or an [OrdinaryEntry].
///
/// A value: it says what was there when it was looked at.
public sealed interface Entry permits Link, ReparsePoint, OrdinaryEntry {
    /// The path as it was given, or joined from the names that were found.
    LinkPath path();

    /// What the system tells about the object itself.
    Status status();
}
