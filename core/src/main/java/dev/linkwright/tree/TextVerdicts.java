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

    private static final String[] DEVICES = {"con", "prn", "aux", "nul"};
    private static final String[] NUMBERED_DEVICES = {"com", "lpt"};
    /// The bit of a letter of ASCII.
    private static final int LOWER_CASE = 0x20;

    private final PathRules rules;

    TextVerdicts(PathRules rules) {
        this.rules = rules;
    }

    void judge(LinkTarget target, Set<Verdict> verdicts) {
        if (rules == PathRules.POSIX) {
            add(verdicts, Verdict.ABSOLUTE, target.length() > 0 && target.byteAt(0) == '/');
            add(verdicts, Verdict.NOT_PORTABLE, !isPlain(target) && !isPortable(target));
        } else {
            add(verdicts, Verdict.ABSOLUTE, rules.isAbsolute(target.units()));
            add(verdicts, Verdict.SLASH, rules.warnings(target.units()).contains(PathWarning.SLASH));
        }
        add(verdicts, Verdict.OVER_LONG, target.length() > USUAL_LIMIT);
        add(verdicts, Verdict.MESSY, isMessy(target));
    }

    private static void add(Set<Verdict> verdicts, Verdict verdict, boolean holds) {
        if (holds) {
            verdicts.add(verdict);
        }
    }

    /// An absolute text of POSIX means nothing on Windows, which [Verdict#ABSOLUTE] says already.
    private static boolean isPortable(LinkTarget target) {
        String units = target.units();
        if (!target.isUnicode() || units.indexOf('\\') >= 0) {
            return false;
        }
        String relative = units.startsWith("/") ? units.substring(1) : units;
        return relative.isEmpty() || FINE_ONCE_WRITTEN.containsAll(
                PathRules.WINDOWS.warnings(PathRules.WINDOWS.withNativeSeparators(relative)));
    }

    /// Whether nothing in the text raises a question that [PathRules#WINDOWS] would have to answer: most texts.
    private static boolean isPlain(LinkTarget target) {
        int start = 0;
        int firstDot = -1;
        for (int at = 0; at <= target.length(); at++) {
            byte unit = at < target.length() ? target.byteAt(at) : (byte) '/';
            if (unit == '/') {
                if (!isPlainName(target, start, firstDot < 0 ? at : firstDot, at)) {
                    return false;
                }
                start = at + 1;
                firstDot = -1;
            } else if (unit == '.') {
                firstDot = firstDot < 0 ? at : firstDot;
            } else if (!isPlainUnit(unit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainUnit(byte unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9')
                || unit == '-' || unit == '_';
    }

    private static boolean isPlainName(LinkTarget target, int start, int firstDot, int end) {
        boolean dots = firstDot == start && end - start <= 2;
        if (start == end || dots) {
            return true;
        }
        return target.byteAt(end - 1) != '.' && !mayBeDevice(target, start, firstDot - start);
    }

    /// Whether it begins like a device and is as long. Others than these have a `$`, which is not plain.
    private static boolean mayBeDevice(LinkTarget target, int start, int length) {
        if (length != 3 && length != 4) {
            return false;
        }
        for (String device : length == 3 ? DEVICES : NUMBERED_DEVICES) {
            int at = 0;
            while (at < 3 && (target.byteAt(start + at) | LOWER_CASE) == device.charAt(at)) {
                at++;
            }
            if (at == 3) {
                return true;
            }
        }
        return false;
    }

    private boolean isMessy(LinkTarget text) {
        int end = text.length();
        int start = 0;
        boolean afterName = false;
        boolean messy = end > 1 && isSeparator(text.byteAt(end - 1));
        for (int at = 0; at <= end && !messy; at++) {
            if (at < end && !isSeparator(text.byteAt(at))) {
                continue;
            }
            int length = at - start;
            boolean dot = length == 1 && text.byteAt(start) == '.';
            boolean up = length == 2 && text.byteAt(start) == '.' && text.byteAt(start + 1) == '.';
            boolean doubled = length == 0 && start > rootLength(text) && at < end;
            messy = doubled || (dot && end > 1) || (up && afterName);
            afterName |= length > 0 && !dot && !up;
            start = at + 1;
        }
        return messy;
    }

    /// How far separators at the start may be doubled: `\\server`, and on POSIX the one that is the root.
    private int rootLength(LinkTarget text) {
        return rules == PathRules.POSIX ? 0 : text.length() > 1 && isSeparator(text.byteAt(1)) ? 1 : 0;
    }

    private boolean isSeparator(byte unit) {
        return unit == '/' || (rules == PathRules.WINDOWS && unit == '\\');
    }
}
