package dev.linkwright.tree;

import java.util.Arrays;

/// A pattern over bytes: names need not be text.
final class Glob {
    private final byte[] pattern;

    private Glob(byte[] pattern) {
        this.pattern = pattern;
    }

    /// @throws IllegalArgumentException if a `[` has no end
    static Glob of(byte[] pattern) {
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i] == '\\') {
                i++;
            } else if (pattern[i] == '[') {
                i = endOfSet(pattern, i);
                if (i < 0) {
                    throw new IllegalArgumentException("a [ without ] in the pattern");
                }
            }
        }
        return new Glob(pattern.clone());
    }

    /// Whether it stands for the whole text.
    boolean matches(byte[] text) {
        return matches(0, text, 0);
    }

    /// Goes back only for stars; a set of places where the text cannot go on would grow with both lengths.
    private boolean matches(int fromPattern, byte[] text, int fromText) {
        int p = fromPattern;
        int t = fromText;
        while (p < pattern.length) {
            if (pattern[p] == '*') {
                return afterStars(p, text, t);
            }
            int next = t < text.length ? one(p, text, t) : -1;
            if (next < 0) {
                return false;
            }
            p = afterOne(p);
            t = next;
        }
        return t == text.length;
    }

    private boolean afterStars(int star, byte[] text, int from) {
        int p = star;
        while (p < pattern.length && pattern[p] == '*') {
            p++;
        }
        boolean crosses = p - star > 1;
        if (crosses && p < pattern.length && pattern[p] == '/' && matches(p + 1, text, from)) {
            return true;
        }
        for (int t = from; t <= text.length; t++) {
            if (matches(p, text, t)) {
                return true;
            }
            if (t < text.length && text[t] == '/' && !crosses) {
                return false;
            }
        }
        return false;
    }

    /// The place in the text after the one character for which the pattern stands at `p`; -1 if it is another one.
    private int one(int p, byte[] text, int t) {
        return switch (pattern[p]) {
            case '?' -> text[t] == '/' ? -1 : afterCharacter(text, t);
            case '[' -> isInSet(p, text[t]) ? t + 1 : -1;
            case '\\' -> p + 1 < pattern.length && pattern[p + 1] == text[t] ? t + 1 : -1;
            default -> pattern[p] == text[t] ? t + 1 : -1;
        };
    }

    private int afterOne(int p) {
        return switch (pattern[p]) {
            case '[' -> endOfSet(pattern, p) + 1;
            case '\\' -> p + 2;
            default -> p + 1;
        };
    }

    /// The bytes of one character of UTF-8; a byte that is none is one by itself.
    private static int afterCharacter(byte[] text, int t) {
        int first = text[t] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
        int end = t + 1;
        while (end < text.length && end < t + length && (text[end] & 0xC0) == 0x80) {
            end++;
        }
        return end == t + length ? end : t + 1;
    }

    private boolean isInSet(int open, byte unit) {
        int end = endOfSet(pattern, open);
        boolean negated = pattern[open + 1] == '!' || pattern[open + 1] == '^';
        boolean found = false;
        for (int i = open + (negated ? 2 : 1); i < end; i++) {
            boolean range = i + 2 < end && pattern[i + 1] == '-';
            int least = pattern[i] & 0xFF;
            int most = pattern[range ? i + 2 : i] & 0xFF;
            int value = unit & 0xFF;
            found |= least <= value && value <= most;
            i += range ? 2 : 0;
        }
        return found != negated && unit != '/';
    }

    /// The `]` of the set that begins at `open`; a `]` that comes first is one of the set. -1 if there is none.
    private static int endOfSet(byte[] pattern, int open) {
        int i = open + 1;
        if (i < pattern.length && (pattern[i] == '!' || pattern[i] == '^')) {
            i++;
        }
        i++;
        while (i < pattern.length && pattern[i] != ']') {
            i++;
        }
        return i < pattern.length ? i : -1;
    }

    @Override
    public String toString() {
        return Arrays.toString(pattern);
    }
}
