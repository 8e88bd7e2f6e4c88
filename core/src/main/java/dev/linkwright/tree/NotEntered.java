package dev.linkwright.tree;

/// Why a directory of the tree was not entered although nothing failed.
public enum NotEntered {
    /// It is deeper than [WalkOptions#maxDepth].
    TOO_DEEP,
    /// It belongs to another file system, or is reached through another mount: [WalkOptions#boundary].
    OTHER_FILE_SYSTEM,
    /// Listing it would fetch it from a cloud (the Windows attributes `RECALL_ON_OPEN` and `RECALL_ON_DATA_ACCESS`).
    WOULD_BE_FETCHED
}
