package dev.linkwright.testing;

/// How a rename by [FakeKernel32] treats what stands at the new name: the flags of `FileRenameInfoEx`.
public enum FakeRename {
    /// `FILE_RENAME_FLAG_REPLACE_IF_EXISTS`: it is replaced.
    REPLACE,
    /// `FILE_RENAME_FLAG_POSIX_SEMANTICS`: empty directories are replaced too, and open files that share deletion.
    POSIX,
    /// `FILE_RENAME_FLAG_IGNORE_READONLY_ATTRIBUTE`.
    IGNORE_READ_ONLY
}
