package dev.linkwright;

/// How following a path ends.
public enum LinkState {
    /// Something is there.
    OK,
    /// A part of it does not exist: the link is dangling.
    MISSING,
    /// The links form a cycle, which was found.
    LOOP,
    /// There is no cycle, but there are more links than the system follows (Linux 40, Windows 63).
    HOP_LIMIT,
    /// It may exist, but this process cannot get there now: permission, policy, network, a failed device.
    UNREACHABLE,
    /// It exists and is not of the kind that the link was made for (Windows).
    WRONG_TYPE
}
