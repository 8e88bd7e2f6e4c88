package dev.linkwright.tree;

import java.util.EnumSet;
import java.util.Set;

import dev.linkwright.LinkTarget;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;

/// What the text of a link says by itself, without a look at anything.
final class TextVerdicts {
    /// PATH_MAX of macOS, the least of the usual systems, with its zero byte.
    private static final int USUAL_LIMIT = 1_023;
    private static final Set<PathWarning> FINE_ONCE_WRITTEN = EnumSet.of(PathWarning.TRAILING_SEPARATOR,
            PathWarning.EMPTY_COMPONENT, PathWarning.DOT_COMPONENT);

    private final PathRules rules;

    TextVerdicts(PathRules rules) {
        this.rules = rules;
    }

    void judge(LinkTarget target, Set<Verdict> verdicts) {
        byte[] text = target.bytes();
        String units = target.units();
        add(verdicts, Verdict.ABSOLUTE, rules == PathRules.POSIX
                ? text.length > 0 && text[0] == '/'
                : rules.isAbsolute(units));
        add(verdicts, Verdict.SLASH, rules == PathRules.WINDOWS && rules.warnings(units).contains(PathWarning.SLASH));
        add(verdicts, Verdict.OVER_LONG, text.length > USUAL_LIMIT);
        add(verdicts, Verdict.MESSY, isMessy(text));
        add(verdicts, Verdict.NOT_PORTABLE, rules == PathRules.POSIX && !isPortable(target, units));
    }

    private static void add(Set<Verdict> verdicts, Verdict verdict, boolean holds) {
        if (holds) {
            verdicts.add(verdict);
        }
    }

    /// An absolute text of POSIX means nothing on Windows, which [Verdict#ABSOLUTE] says already.
    private static boolean isPortable(LinkTarget target, String units) {
        if (!target.isUnicode() || units.indexOf('\\') >= 0) {
            return false;
        }
        String relative = units.startsWith("/") ? units.substring(1) : units;
        return relative.isEmpty() || FINE_ONCE_WRITTEN.containsAll(
                PathRules.WINDOWS.warnings(PathRules.WINDOWS.withNativeSeparators(relative)));
    }

    private boolean isMessy(byte[] text) {
        int start = 0;
        boolean afterName = false;
        boolean messy = text.length > 1 && isSeparator(text[text.length - 1]);
        for (int at = 0; at <= text.length && !messy; at++) {
            if (at < text.length && !isSeparator(text[at])) {
                continue;
            }
            int length = at - start;
            boolean dot = length == 1 && text[start] == '.';
            boolean up = length == 2 && text[start] == '.' && text[start + 1] == '.';
            boolean doubled = length == 0 && start > rootLength(text) && at < text.length;
            messy = doubled || (dot && text.length > 1) || (up && afterName);
            afterName |= length > 0 && !dot && !up;
            start = at + 1;
        }
        return messy;
    }

    /// How far separators at the start may be doubled: `\\server`, and on POSIX the one that is the root.
    private int rootLength(byte[] text) {
        return rules == PathRules.POSIX ? 0 : text.length > 1 && isSeparator(text[1]) ? 1 : 0;
    }

    private boolean isSeparator(byte unit) {
        return unit == '/' || (rules == PathRules.WINDOWS && unit == '\\');
    }
}
