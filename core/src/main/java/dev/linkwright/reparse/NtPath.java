package dev.linkwright.reparse;

import dev.linkwright.path.DriveDirectories;
import dev.linkwright.path.PathForm;
import dev.linkwright.path.PathRules;

/// A path of the NT object manager, as it stands in the substitute name of an absolute link: `\??\C:\x`.
///
/// Source: `docs/windows-links.md`, "NT paths".
///
/// @param text the path; it starts with `\`
public record NtPath(String text) {
    private static final String DOS_DEVICES = "\\??\\";
    private static final String VERBATIM = "\\\\?\\";
    private static final String UNC = "\\??\\UNC\\";

    /// What an NT path leads to. New kinds may come in minor versions.
    public enum Kind {
        /// `\??\C:` or something on it.
        DRIVE,

        /// `\??\UNC\server\share` or something on it.
        UNC,

        /// `\??\Volume{GUID}` or something on it.
        VOLUME,

        /// Any other object: a device, a pipe, `\Device\HarddiskVolume1\x`, `\??\GLOBALROOT\…`.
        OTHER
    }

    /// @throws IllegalArgumentException if the text does not start with a single `\`
    public NtPath {
        if (!isNtPath(text)) {
            throw new IllegalArgumentException("not an NT path: " + text);
        }
    }

    /// Whether a text is an NT path by its letters: it starts with a `\` that no other one follows.
    public static boolean isNtPath(String text) {
        return text.startsWith("\\") && !text.startsWith("\\\\");
    }

    /// The NT path of an absolute DOS path. Literal forms (`\\?\`) are converted as they are, all others folded and
    /// trimmed as Win32 does it.
    ///
    /// @throws IllegalArgumentException if the text is not absolute by [PathRules#WINDOWS], or holds U+0000
    public static NtPath ofDos(String text) {
        if (!PathRules.WINDOWS.isAbsolute(text)) {
            throw new IllegalArgumentException("not an absolute Windows path: " + text);
        }
        return new NtPath(PathRules.WINDOWS.stored(text, DriveDirectories.roots()).substituteName());
    }

    /// What the path leads to.
    public Kind kind() {
        if (isDrive(text)) {
            return Kind.DRIVE;
        }
        if (startsWithUnc(text)) {
            return Kind.UNC;
        }
        return PathRules.WINDOWS.form(verbatim()) == PathForm.VOLUME_GUID ? Kind.VOLUME : Kind.OTHER;
    }

    /// The path as people write it: `C:\x` for a drive, `\\server\share\x` for a share, and the path itself for
    /// everything else.
    ///
    /// For showing, and for comparing with what was given; a Win32 program would fold and trim it once more, so that
    /// `\??\C:\x.` comes out as another file. [#verbatim] has no such trap.
    public String shortened() {
        return shortened(text);
    }

    /// [#shortened] for any substitute name, NT path or not.
    public static String shortened(String substituteName) {
        if (isDrive(substituteName)) {
            return substituteName.substring(DOS_DEVICES.length());
        }
        if (startsWithUnc(substituteName)) {
            return "\\\\" + substituteName.substring(UNC.length());
        }
        return substituteName;
    }

    /// The DOS path that Win32 takes literally and that leads to the same object: `\\?\C:\x`, `\\?\UNC\…`,
    /// `\\?\Volume{GUID}\x`, and `\\?\GLOBALROOT\Device\…` for a path outside `\??\`.
    public String verbatim() {
        return text.startsWith(DOS_DEVICES)
                ? VERBATIM + text.substring(DOS_DEVICES.length())
                : VERBATIM + "GLOBALROOT" + text;
    }

    /// As libuv has it: a drive counts if nothing or a `\` follows it.
    private static boolean isDrive(String text) {
        int letter = DOS_DEVICES.length();
        int end = letter + "C:".length();
        if (!text.startsWith(DOS_DEVICES) || text.length() < end || text.charAt(letter + 1) != ':') {
            return false;
        }
        char lower = (char) (text.charAt(letter) | 0x20);
        return lower >= 'a' && lower <= 'z' && (text.length() == end || text.charAt(end) == '\\');
    }

    private static boolean startsWithUnc(String text) {
        return text.regionMatches(true, 0, UNC, 0, UNC.length());
    }

    /// The path itself.
    @Override
    public String toString() {
        return text;
    }
}
