package dev.linkwright;

/// What a link system can do in a directory. Values of a file system, not of an operating system.
public enum Capability {
    /// Symbolic links can be made and read.
    SYMBOLIC_LINKS,
    /// Hard links can be made.
    HARD_LINKS,
    /// Any text is stored and read back unit by unit.
    VERBATIM_TEXT,
    /// Any name that the file system has can be given and read back unit by unit.
    VERBATIM_NAMES,
    /// A symbolic link stores whether it is for a file or a directory.
    TARGET_KIND,
    /// Junctions can be made and read.
    JUNCTIONS,
    /// Raw reparse data can be read and set.
    REPARSE_POINTS,
    /// A link can be replaced in one step, so that no reader finds nothing.
    ATOMIC_REPLACE,
    /// A rename can refuse to replace.
    RENAME_NO_REPLACE,
    /// Two names can change places in one step.
    RENAME_EXCHANGE,
    /// A link can be replaced only if it is still what was expected.
    COMPARE_AND_SET,
    /// A [Directory] is held by a handle: it cannot be swapped for another one between two calls.
    HELD_DIRECTORIES,
    /// [Status#identity] is told, so objects can be recognised.
    IDENTITY,
    /// Failures carry the system's own code.
    NATIVE_CODES,
    /// A reported success can be believed without looking.
    BELIEVED_SUCCESS,
    /// Contents and attributes can be read and copied, by [Directory#contents].
    CONTENTS
}
