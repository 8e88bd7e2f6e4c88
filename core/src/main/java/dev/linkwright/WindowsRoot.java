package dev.linkwright;

/// Where the root of a Windows path ends. Only ASCII matters for that, so it works on WTF-8.
final class WindowsRoot {
    private WindowsRoot() {}

    static int length(byte[] text) {
        if (startsWithSeparators(text, 2)) {
            return afterServerAndShare(text);
        }
        if (text.length >= 2 && text[1] == ':' && isLetter(text[0])) {
            return text.length > 2 && isSeparator(text[2]) ? 3 : 2;
        }
        boolean ntPrefix = text.length >= 4 && text[0] == '\\' && text[1] == '?' && text[2] == '?' && text[3] == '\\';
        return ntPrefix ? afterPrefix(text) : startsWithSeparators(text, 1) ? 1 : 0;
    }

    private static int afterServerAndShare(byte[] text) {
        boolean device = text.length >= 4 && (text[2] == '?' || text[2] == '.') && isSeparator(text[3]);
        return device ? afterPrefix(text) : afterComponents(text, 2, 2);
    }

    /// `\\?\`, `\\.\` or `\??\`, then `C:\`, `UNC\server\share\` or a device such as `Volume{guid}\`.
    private static int afterPrefix(byte[] text) {
        boolean unc = text.length >= 8 && (text[4] | 0x20) == 'u' && (text[5] | 0x20) == 'n' && (text[6] | 0x20) == 'c'
                && isSeparator(text[7]);
        return unc ? afterComponents(text, 8, 2) : afterComponents(text, 4, 1);
    }

    private static int afterComponents(byte[] text, int from, int count) {
        int at = from;
        for (int i = 0; i < count; i++) {
            while (at < text.length && !isSeparator(text[at])) {
                at++;
            }
            if (at < text.length) {
                at++;
            }
        }
        return at;
    }

    private static boolean startsWithSeparators(byte[] text, int count) {
        for (int i = 0; i < count; i++) {
            if (i >= text.length || !isSeparator(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(byte unit) {
        return unit == '/' || unit == '\\';
    }

    private static boolean isLetter(byte unit) {
        int lower = unit | 0x20;
        return lower >= 'a' && lower <= 'z';
    }
}
