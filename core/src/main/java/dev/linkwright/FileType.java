package dev.linkwright;

/// What an object of a file system is, links not followed.
public enum FileType {
    /// A regular file.
    FILE,
    /// A directory that is not a link of any kind.
    DIRECTORY,
    /// A symbolic link.
    SYMBOLIC_LINK,
    /// A reparse point that stands for something else, as its name-surrogate bit says: a junction, a mount point, a
    /// link of WSL. [Status#reparseTag] tells which. Other reparse points, such as a folder kept in a cloud, are of the
    /// type that they look like.
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
