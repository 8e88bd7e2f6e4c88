package dev.linkwright.path;

import java.util.Locale;
import java.util.Set;

/// Units and names of Windows: separators, letters, device names, case.
final class WindowsNames {
    static final int MAX_LENGTH = 255;

    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$");

    /// Windows counts the superscript digits of Latin-1 among the digits here.
    private static final String PORT_NUMBERS = "123456789\u00b9\u00b2\u00b3";

    private WindowsNames() {}

    static boolean isSeparator(char unit) {
        return unit == '\\' || unit == '/';
    }

    /// Whether Windows, in one of its versions, takes a name for a device: whatever follows a dot or a colon and blanks
    /// before it do not count. Newer versions keep only some of these: `docs/windows-links.md`, "Device names".
    static boolean isDevice(String name) {
        int end = 0;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != ':') {
            end++;
        }
        while (end > 0 && name.charAt(end - 1) == ' ') {
            end--;
        }
        String base = name.substring(0, end).toUpperCase(Locale.ROOT);
        return DEVICES.contains(base) || isPort(base);
    }

    private static boolean isPort(String base) {
        return base.length() == 4 && (base.startsWith("COM") || base.startsWith("LPT"))
                && PORT_NUMBERS.indexOf(base.charAt(3)) >= 0;
    }

    /// Whether no file or directory can have a name with this unit. U+0000, the separators and the colon are others'
    /// business.
    static boolean isInvalid(char unit) {
        return unit < ' ' || "<>\"|?*".indexOf(unit) >= 0;
    }

    /// Upper case unit by unit, like the table of NTFS, which never maps a letter to one of ASCII from outside
    /// (dotless i, long s).
    static char upperCase(char unit) {
        char upper = Character.toUpperCase(unit);
        return unit >= 0x80 && upper < 0x80 ? unit : upper;
    }

    static String upperCase(String text) {
        char[] units = text.toCharArray();
        for (int i = 0; i < units.length; i++) {
            units[i] = upperCase(units[i]);
        }
        return new String(units);
    }
}
