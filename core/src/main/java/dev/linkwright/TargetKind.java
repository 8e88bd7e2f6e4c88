package dev.linkwright;

/// What kind of target a symbolic link is made for.
///
/// Windows stores it in the link, which works only with a target of that kind. POSIX links have none.
public enum TargetKind {
    /// The link says nothing about its target: every POSIX link. As a wish: what the target is now; a missing one is
    /// taken for a directory if the text ends in a separator, else for a file.
    UNSPECIFIED,
    /// The link is for a file (flag 0 of CreateSymbolicLinkW).
    FILE,
    /// The link is for a directory (flag 1).
    DIRECTORY
}
