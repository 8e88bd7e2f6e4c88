package dev.linkwright.cli.fronts;

import java.util.Arrays;

import dev.linkwright.path.PathRules;

/// The last component of a text, as the name of a link that leads there.
final class LastComponent {
    private LastComponent() {}

    /// Without the separators after it; empty for a root alone or the empty text.
    static byte[] of(byte[] text, PathRules rules) {
        int end = text.length;
        while (end > 0 && isSeparator(text[end - 1], rules)) {
            end--;
        }
        int start = end;
        while (start > 0 && !isSeparator(text[start - 1], rules)) {
            start--;
        }
        return Arrays.copyOfRange(text, start, end);
    }

    private static boolean isSeparator(byte unit, PathRules rules) {
        return unit == '/' || (unit == '\\' && rules == PathRules.WINDOWS);
    }
}
