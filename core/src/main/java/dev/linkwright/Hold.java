package dev.linkwright;

/// Whether others may move a directory while it is held.
public enum Hold {
    /// Others may rename and remove it: what only looks must not stand in anybody's way.
    SHARED,
    /// Nobody, the holder included, may rename or remove it before it is closed, where the system has such a thing
    /// (Windows): what works in a tree need not fear that it is moved away. Opening fails with [Reason#BUSY] if somebody
    /// is about to. POSIX has no such thing.
    PINNED
}
