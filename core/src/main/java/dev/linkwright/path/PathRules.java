package dev.linkwright.path;

import java.util.Set;

/// The rules by which a system reads the text of a link. Two values: [#WINDOWS] and [#POSIX].
///
/// Rules are plain values: immutable, thread-safe, without access to any file system, and the same on every system.
/// Every method works on the units of the text and throws [NullPointerException] for null.
///
/// The interface is sealed; new rules may come in minor versions.
public sealed interface PathRules permits WindowsPathRules, PosixPathRules {
    /// Windows: `\` separates and `/` too wherever Win32 reads the text; drives, shares, devices and volumes.
    PathRules WINDOWS = new WindowsPathRules();

    /// POSIX: `/` separates, every other unit is a part of a name.
    PathRules POSIX = new PosixPathRules();

    /// The separator that these rules write.
    char separator();

    /// Whether a unit separates names in a text that is not taken literally ([PathForm#VERBATIM] and its like know `\`
    /// only).
    boolean isSeparator(char unit);

    /// The form of a text.
    PathForm form(String text);

    /// Whether a text names the same place from every directory and every volume.
    ///
    /// On Windows a rooted text is not absolute (it stays on the volume), a drive-relative one is not, and neither is
    /// an NT path, because every Win32 function takes it for a rooted text.
    boolean isAbsolute(String text);

    /// Takes a text apart. Never fails: every text has a form and names.
    PathText parse(String text);

    /// The text with every `/` that Windows would take for a separator written as `\`; on POSIX the text itself.
    ///
    /// `CreateSymbolicLinkW` stores a relative text as it is, and one with `/` cannot be followed
    /// ([PathWarning#SLASH]); whoever makes a link sends its text through here first. Literal forms
    /// ([PathForm#VERBATIM], [PathForm#VOLUME_GUID], [PathForm#NT]) and [PathForm#DEVICE] are left alone.
    ///
    /// Source: `docs/windows-links.md`, "What CreateSymbolicLinkW stores".
    String withNativeSeparators(String text);

    /// Takes `.` and `..` out of a text, and joins doubled separators, by its letters alone.
    ///
    /// On Windows an absolute text becomes what GetFullPathNameW makes of it, that is also without the dots and blanks
    /// at its end: this happens before any link on the way is seen, so it does not change what the text means to a
    /// Win32 program. A relative or rooted text is folded as the system folds it when it follows a link; a `..` that
    /// nothing precedes stays in a relative text and is dropped after a root. Literal forms come back as they are.
    ///
    /// On POSIX `a/..` is not the place where it started if `a` is a link. There this is for display and comparison;
    /// whoever wants to know where a path leads resolves it.
    ///
    /// A relative text of which nothing remains becomes `.`; an empty text stays empty.
    ///
    /// Source: `docs/windows-links.md`, "Full paths", "Following a link".
    String fold(String text);

    /// Where a link's text leads from the directory that holds the link, by its letters alone: the rule of Windows for
    /// relative links, and the first guess everywhere.
    ///
    /// An absolute target starts at its own root, a rooted one at the root of `directory`.
    ///
    /// @param directory the directory that holds the link: an absolute text without `.` and `..`
    /// @param target the text of the link
    /// @throws IllegalArgumentException if `directory` is not absolute or has a `.` or `..` among its names, or if the
    ///         target is empty, drive-relative or an NT path: those have no meaning that letters give
    LexicalPath resolve(String directory, String target);

    /// The relative text that leads from a directory to a target, by their letters alone.
    ///
    /// Names are compared unit by unit, never ignoring case: two spellings of one directory give a longer text that is
    /// right all the same, while taking two directories for one would give a wrong one. Drive letters, servers, shares
    /// and volume identities are compared ignoring case, and `\\?\C:\` is the drive `C:`. Give both as the system
    /// spells them.
    ///
    /// The text is safe only if none of the directories that it climbs out of is a link: see
    /// [Relativization.Relative].
    ///
    /// @param directory the directory that will hold the link
    /// @param target what the link is to lead to
    Relativization relativize(String directory, String target);

    /// What a link made with this text holds: on Windows what `CreateSymbolicLinkW` stores, on POSIX the text.
    ///
    /// The target is not looked at by either system: neither that it exists nor what it is. Windows before 11 puts a
    /// device in place of an absolute text whose last name is a device name (`C:\x\NUL`); here it stays a name, with
    /// the warning [PathWarning#DEVICE_NAME].
    ///
    /// Source: `docs/windows-links.md`, "What CreateSymbolicLinkW stores".
    ///
    /// @param target the text given
    /// @param directories the current directories for a drive-relative text; used for no other form
    /// @throws IllegalArgumentException if the text is empty or holds U+0000, or if the directory of a drive that is
    ///         needed is not drive-absolute
    StoredTarget stored(String target, DriveDirectories directories);

    /// Why this system could not follow a link made with this text as it is, or would follow it elsewhere.
    ///
    /// To judge a POSIX text for use on Windows, send it through [#withNativeSeparators] first: a toolkit would store
    /// it so.
    ///
    /// @return the warnings in the order of the enum; an unmodifiable set
    Set<PathWarning> warnings(String target);

    /// Why this system cannot follow a link that holds this.
    ///
    /// @return the warnings in the order of the enum; an unmodifiable set
    Set<PathWarning> warnings(StoredTarget stored);

    /// Whether two names in one directory are the same, as far as letters tell.
    ///
    /// POSIX: if all units are equal. Windows: if they are equal in upper case, unit by unit, which is what NTFS does
    /// by a table of its own; a directory can be made case-sensitive, so only the file system has the last word.
    ///
    /// Source: `docs/windows-links.md`, "Case".
    boolean sameName(String name, String other);
}
