package dev.linkwright;

/// What a rename does when the new name is taken.
public enum RenameMode {
    /// It fails with [Reason#EXISTS]; nothing is ever replaced (Linux `RENAME_NOREPLACE`, Windows without REPLACE).
    NO_REPLACE,
    /// It replaces whatever file or link stands there, in one step (`rename`).
    REPLACE,
    /// Both objects change places in one step; both must exist (Linux `RENAME_EXCHANGE`, macOS `RENAME_SWAP`).
    EXCHANGE
}
