package dev.linkwright.reparse;

import java.util.Locale;

import dev.linkwright.path.DriveDirectories;
import dev.linkwright.path.PathRules;

/// The label that a link has for people beside the name that is followed.
final class PrintName {
    private PrintName() {}

    /// Whether the label names another object than the one that is followed, as far as letters tell. No label deceives
    /// nobody.
    static boolean isDeceptive(String printName, String substituteName, boolean relative) {
        boolean isPlain = printName.isEmpty() || printName.equals(NtPath.shortened(substituteName));
        return !isPlain && !asFollowed(printName, relative).equals(folded(substituteName));
    }

    /// What would be followed if the label were the text of the link.
    private static String asFollowed(String printName, boolean relative) {
        boolean isNtPath = !relative && NtPath.isNtPath(printName);
        if (isNtPath || printName.indexOf('\0') >= 0) {
            return folded(printName);
        }
        return folded(PathRules.WINDOWS.stored(printName, DriveDirectories.roots()).substituteName());
    }

    /// The same for all spellings that lead to one object: separators, dots, letter case, a separator at the end.
    private static String folded(String text) {
        String folded = PathRules.WINDOWS.fold(text.replace('/', '\\')).toUpperCase(Locale.ROOT);
        return folded.endsWith("\\") && folded.length() > 1 ? folded.substring(0, folded.length() - 1) : folded;
    }
}
