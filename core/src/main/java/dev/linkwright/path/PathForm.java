package dev.linkwright.path;

/// The form of a text, told by its first characters (and, for the forms without a root, by a device name or a colon).
///
/// A form says how a text is read, not whether anything is there. POSIX knows [#EMPTY], [#RELATIVE] and [#ROOTED];
/// Windows all of them. Whether a form is absolute is a question for [PathRules#isAbsolute]: a rooted text is absolute
/// on POSIX only.
///
/// New forms may come in minor versions.
///
/// Source: `docs/windows-links.md`, "Forms of a text".
public enum PathForm {
    /// No character at all: no system makes a link to it.
    EMPTY,

    /// `x`, `..\x`, `.`: starts at the directory that holds the link.
    RELATIVE,

    /// A relative text that is one name which old Windows programs take for a device: `NUL`, `con`, `COM1.txt`, `aux:`.
    /// As the text of a link it is stored as it is and means a file of that name, which Win32 programs cannot open.
    DEVICE_NAME,

    /// A relative text with a colon elsewhere than after one leading character: `file:stream`, `.\a:b`.
    STREAM,

    /// `\x` or `/x`: one leading separator. The root of the file system on POSIX; on Windows the root of the volume
    /// that holds the link.
    ROOTED,

    /// `C:x`, `C:`, `a:b`: relative to the current directory of a drive, which belongs to the process that asks.
    DRIVE_RELATIVE,

    /// `C:\x`.
    DRIVE_ABSOLUTE,

    /// `\\server\share\x`.
    UNC,

    /// `\\?\x`, with exactly these four characters: taken literally, neither folded nor trimmed, only `\` separates.
    VERBATIM,

    /// `\\?\Volume{GUID}\x`: verbatim, by the identity of the volume.
    VOLUME_GUID,

    /// `\\.\x`, also `//./x` and every spelling of `\\?\x` other than the exact one: folded and trimmed.
    DEVICE,

    /// `\??\x`: what stands in the substitute name of an absolute link. Given to `CreateSymbolicLinkW` it is taken for
    /// a [#ROOTED] text, and the link cannot be opened.
    NT
}
