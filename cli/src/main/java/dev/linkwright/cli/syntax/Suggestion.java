package dev.linkwright.cli.syntax;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Finds what somebody may have meant who typed a name that does not exist.
public final class Suggestion {

    /// More slips than this make another word.
    private static final int MOST_SLIPS = 2;

    private Suggestion() {}

    /// The name that `typed` abbreviates, else the one that is the fewest slips away; null when none is near.
    ///
    /// A slip is a letter too many, too few, or wrong, or two neighbours swapped.
    public static @Nullable String among(List<String> names, String typed) {
        String best = null;
        int fewest = MOST_SLIPS + 1;
        for (String name : names) {
            int slips = name.startsWith(typed) && !typed.isEmpty() ? 0 : slips(typed, name);
            // A word of two letters is two slips away from every other such word.
            if (slips < fewest && slips < Math.max(typed.length(), 1)) {
                best = name;
                fewest = slips;
            }
        }
        return best;
    }

    /// The distance of Damerau and Levenshtein in its restricted form (optimal string alignment).
    private static int slips(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int different = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + different);
                boolean swapped = i > 1 && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
