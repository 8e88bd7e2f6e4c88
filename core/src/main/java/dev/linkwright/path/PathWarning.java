package dev.linkwright.path;

/// Why a system cannot follow a link with a certain text, or follows it to something else than the text seems to say.
///
/// The numbers are those of the Win32 error when the link is opened. New values may come in minor versions.
///
/// Source: `docs/windows-links.md`, "What Windows cannot follow".
public enum PathWarning {
    /// The text is empty. Windows refuses to make such a link (4392, or 87), POSIX too (ENOENT).
    EMPTY,

    /// U+0000 stands in the text. Windows stores it when it is set directly, but no name can hold it; APIs that end a
    /// string there see a shorter text.
    NUL_CHARACTER,

    /// A `/` stands in a text that only `\` separates (123, certain).
    SLASH,

    /// Form and flag contradict each other (123, certain): an absolute link whose substitute name is not an NT path, a
    /// relative one whose substitute name is an NT path, a drive, a share or a device.
    FORM_CONTRADICTS_FLAG,

    /// One character and a colon at the start of a text without a root: Windows takes it for a path on that drive,
    /// relative to a current directory. A name with a colon is written `.\a:b`. (Likely.)
    DRIVE_RELATIVE,

    /// `.` or `..` is a component of an absolute substitute name, where nothing folds it (123, certain).
    DOT_COMPONENT,

    /// Two separators stand side by side where nothing joins them (123, certain for absolute texts, likely for
    /// relative ones).
    EMPTY_COMPONENT,

    /// The text ends in a separator after a name: a file link cannot be followed (123, certain), a directory link can.
    TRAILING_SEPARATOR,

    /// A component holds one of `< > " | ? *` or a control character (123, certain).
    INVALID_CHARACTER,

    /// A component holds a colon: what stands behind it names a stream of a file, not a file. (Likely.)
    STREAM,

    /// A component is a device name such as `NUL` or `COM1`: Win32 programs cannot make or open a file of that name in
    /// the usual way. (Likely.)
    DEVICE_NAME,

    /// A component ends in a dot or a blank, which is looked up literally while Win32 drops it from every path it is
    /// given: usually nothing of that name exists (2 or 3, certain for absolute texts, likely for relative ones).
    TRAILING_DOT_OR_BLANK,

    /// A component is longer than 255 units (123 or 206, likely).
    NAME_TOO_LONG,

    /// The two names do not fit into a reparse buffer of 16,384 bytes: a link with this text cannot be made on Windows
    /// (4392 or 206, likely).
    TOO_LONG
}
