package dev.linkwright;

/// What an object of a file system is, links not followed.
public enum FileType {
    /// A regular file.
    FILE,
    /// A directory that is not a link of any kind.
    DIRECTORY,
    /// A symbolic link.
    SYMBOLIC_LINK,
    /// A reparse point of another kind: a junction, a mount point, a placeholder. [Status#reparseTag] tells.
    REPARSE_POINT,
    /// A named pipe.
    FIFO,
    /// A socket.
    SOCKET,
    /// A character device.
    CHARACTER_DEVICE,
    /// A block device.
    BLOCK_DEVICE,
    /// Something else, or a kind that the system does not tell apart.
    OTHER,
    /// Not told by the listing: ask [Directory#stat].
    UNKNOWN
}
