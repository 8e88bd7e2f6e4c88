package dev.linkwright;

/// What becomes of links that lead to another machine, or to a device, when somebody only wants to know where they lead.
/// Only Windows has such texts.
public enum RemoteTargets {
    /// Nothing is opened there: [LinkState#UNREACHABLE] with [Reason#REMOTE_NOT_CHECKED]. Opening would hand the user's
    /// credentials to a server, and may take a minute.
    NOT_FOLLOWED,
    /// They are followed like any other.
    FOLLOWED
}
