package dev.linkwright.path;

import static dev.linkwright.path.WindowsNames.isSeparator;

import java.util.HexFormat;

/// Tells the forms of Windows texts apart and finds where their roots end.
///
/// The order of the tests is that of RtlDetermineDosPathNameType_U: `docs/windows-links.md`, "Forms of a text".
final class WindowsForm {
    private static final String VERBATIM_PREFIX = "\\\\?\\";
    private static final String NT_PREFIX = "\\??\\";
    private static final String UNC_PREFIX = "UNC\\";
    private static final int PREFIX_LENGTH = 4;
    private static final String VOLUME_PREFIX = "Volume{";
    private static final String GUID_SHAPE = "00000000-0000-0000-0000-000000000000}";

    private WindowsForm() {}

    static PathForm of(String text) {
        if (text.isEmpty()) {
            return PathForm.EMPTY;
        }
        if (isSeparator(text.charAt(0))) {
            return ofSeparated(text);
        }
        if (startsWithDrive(text)) {
            return text.length() > 2 && isSeparator(text.charAt(2)) ? PathForm.DRIVE_ABSOLUTE : PathForm.DRIVE_RELATIVE;
        }
        if (nextSeparator(text, 0) == text.length() && WindowsNames.isDevice(text)) {
            return PathForm.DEVICE_NAME;
        }
        return text.indexOf(':') >= 0 ? PathForm.STREAM : PathForm.RELATIVE;
    }

    private static PathForm ofSeparated(String text) {
        if (text.startsWith(NT_PREFIX)) {
            return PathForm.NT;
        }
        if (text.length() == 1 || !isSeparator(text.charAt(1))) {
            return PathForm.ROOTED;
        }
        boolean device = text.length() > 2 && (text.charAt(2) == '.' || text.charAt(2) == '?')
                && (text.length() == 3 || isSeparator(text.charAt(3)));
        if (!device) {
            return PathForm.UNC;
        }
        if (!text.startsWith(VERBATIM_PREFIX)) {
            return PathForm.DEVICE;
        }
        return isVolume(text, PREFIX_LENGTH) ? PathForm.VOLUME_GUID : PathForm.VERBATIM;
    }

    /// Whether nothing folds, trims or converts a text of this form.
    static boolean isLiteral(PathForm form) {
        return form == PathForm.VERBATIM || form == PathForm.VOLUME_GUID || form == PathForm.NT;
    }

    static boolean isAbsolute(PathForm form) {
        return switch (form) {
            case DRIVE_ABSOLUTE, UNC, VERBATIM, VOLUME_GUID, DEVICE -> true;
            case EMPTY, RELATIVE, DEVICE_NAME, STREAM, ROOTED, DRIVE_RELATIVE, NT -> false;
        };
    }

    static boolean startsWithDrive(String text) {
        return startsWithDrive(text, 0);
    }

    /// Windows does not ask that the unit before the colon be a letter.
    private static boolean startsWithDrive(String text, int at) {
        return text.length() > at + 1 && text.charAt(at + 1) == ':' && !isSeparator(text.charAt(at));
    }

    /// Whether `Volume{GUID}` stands at an index, followed by `\` or nothing.
    private static boolean isVolume(String text, int at) {
        int guid = at + VOLUME_PREFIX.length();
        int end = guid + GUID_SHAPE.length();
        if (!text.regionMatches(true, at, VOLUME_PREFIX, 0, VOLUME_PREFIX.length()) || text.length() < end) {
            return false;
        }
        for (int i = guid; i < end; i++) {
            char shape = GUID_SHAPE.charAt(i - guid);
            char unit = text.charAt(i);
            if (shape == '0' ? !HexFormat.isHexDigit(unit) : unit != shape) {
                return false;
            }
        }
        return text.length() == end || text.charAt(end) == '\\';
    }

    /// How many units of a text belong to its root, the separators after it included.
    static int rootLength(String text, PathForm form) {
        return switch (form) {
            case EMPTY, RELATIVE, DEVICE_NAME, STREAM -> 0;
            case ROOTED -> 1;
            case DRIVE_RELATIVE -> 2;
            case DRIVE_ABSOLUTE -> skipSeparators(text, 2);
            case DEVICE -> skipSeparators(text, 3);
            case UNC -> skipSeparators(text, shareEnd(text));
            case VERBATIM, VOLUME_GUID, NT -> literalRootLength(text);
        };
    }

    /// Where the share of a UNC text ends. As in Windows only one separator is allowed between server and share, so
    /// the share of `\\server\\share` is empty.
    private static int shareEnd(String text) {
        int serverEnd = nextSeparator(text, 2);
        return serverEnd == text.length() ? serverEnd : nextSeparator(text, serverEnd + 1);
    }

    private static int literalRootLength(String text) {
        int end = PREFIX_LENGTH;
        if (isLiteralUnc(text)) {
            end = literalNameEnd(text, end + UNC_PREFIX.length());
        }
        return literalNameEnd(text, end);
    }

    private static boolean isLiteralUnc(String text) {
        return text.regionMatches(true, PREFIX_LENGTH, UNC_PREFIX, 0, UNC_PREFIX.length());
    }

    /// The index after the name at an index and the one `\` behind it.
    private static int literalNameEnd(String text, int from) {
        int end = text.indexOf('\\', from);
        return end < 0 ? text.length() : end + 1;
    }

    /// The root as it is written: one kind of separator, none doubled, one at the end. Empty if there is none.
    static String canonicalRoot(PathText text) {
        String root = text.root();
        return switch (text.form()) {
            case EMPTY, RELATIVE, DEVICE_NAME, STREAM -> "";
            case ROOTED -> "\\";
            case DRIVE_RELATIVE -> root;
            case DRIVE_ABSOLUTE -> root.substring(0, 2) + '\\';
            case DEVICE -> "\\\\" + root.charAt(2) + '\\';
            case UNC -> separated(root.substring(0, shareEnd(root)).replace('/', '\\'));
            case VERBATIM, VOLUME_GUID, NT -> separated(root);
        };
    }

    private static String separated(String root) {
        return root.endsWith("\\") ? root : root + '\\';
    }

    /// Whether a canonical UNC root has a share, if perhaps (`\\\share`) no server.
    static boolean hasShare(String root) {
        return root.indexOf('\\', 2) < root.length() - 1;
    }

    private static String shareIdentity(String root) {
        boolean hasServer = root.indexOf('\\', 2) > 2;
        return hasServer && hasShare(root) ? root : "";
    }

    /// What two roots have in common if they are one place as far as letters tell, or the empty string for a root that
    /// is a device: `C:\` for a drive, `\\SERVER\SHARE\`, `\\?\VOLUME{GUID}\`.
    static String rootIdentity(PathText text) {
        String root = canonicalRoot(text);
        String identity = switch (text.form()) {
            case DRIVE_ABSOLUTE, VOLUME_GUID -> root;
            case UNC -> shareIdentity(root);
            case VERBATIM -> verbatimIdentity(root);
            case EMPTY, RELATIVE, DEVICE_NAME, STREAM, ROOTED, DRIVE_RELATIVE, DEVICE, NT -> "";
        };
        return WindowsNames.upperCase(identity);
    }

    private static String verbatimIdentity(String root) {
        if (isLiteralUnc(root)) {
            return shareIdentity("\\\\" + root.substring(PREFIX_LENGTH + UNC_PREFIX.length()));
        }
        boolean drive = startsWithDrive(root, PREFIX_LENGTH) && root.length() == PREFIX_LENGTH + "C:\\".length();
        return drive ? root.substring(PREFIX_LENGTH) : "";
    }

    private static int nextSeparator(String text, int from) {
        int i = from;
        while (i < text.length() && !isSeparator(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int skipSeparators(String text, int from) {
        int i = from;
        while (i < text.length() && isSeparator(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
