package dev.linkwright;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What the system tells about an object itself, links not followed.
///
/// @param type what it is
/// @param targetKind for a symbolic link on Windows what it was made for, else [TargetKind#UNSPECIFIED]
/// @param reparseTag the reparse tag; 0 if there is none
/// @param identity which object it is; null if the system does not tell
/// @param linkCount the number of its hard links; -1 if unknown
/// @param size its size in bytes (of a link: of its text)
/// @param modified when its contents were last changed
/// @param owner who it belongs to; null where there are no POSIX owners or they are not told
/// @param attributes the Windows file attributes (FILE_ATTRIBUTE_…), among them those that say that opening the object
///     would fetch it from a cloud; 0 elsewhere
public record Status(FileType type, TargetKind targetKind, int reparseTag, @Nullable Identity identity, long linkCount,
        long size, Instant modified, @Nullable Ownership owner, int attributes) {
    /// A status without Windows attributes.
    public Status(FileType type, TargetKind targetKind, int reparseTag, @Nullable Identity identity, long linkCount,
            long size, Instant modified, @Nullable Ownership owner) {
        this(type, targetKind, reparseTag, identity, linkCount, size, modified, owner, 0);
    }

    /// Whether it is a symbolic link.
    public boolean isSymbolicLink() {
        return type == FileType.SYMBOLIC_LINK;
    }

    /// Whether it is a directory that is not a link of any kind.
    public boolean isDirectory() {
        return type == FileType.DIRECTORY;
    }

    /// POSIX owner, group and mode bits (permissions, setuid, setgid, sticky).
    ///
    /// @param user the user id
    /// @param group the group id
    /// @param mode the lower twelve bits of `st_mode`
    public record Ownership(long user, long group, int mode) {}
}
