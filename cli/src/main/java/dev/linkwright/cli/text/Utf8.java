package dev.linkwright.cli.text;

/// Steps through bytes that may or may not be UTF-8, by the table of well-formed sequences of the Unicode standard
/// (3.9, D92).
public final class Utf8 {

    /// Stands for one byte that begins no well-formed sequence.
    public static final int INVALID = -1;

    private Utf8() {}

    /// The code point that begins at `at`, or [#INVALID].
    public static int codePointAt(byte[] bytes, int at) {
        int first = bytes[at];
        if (first >= 0) {
            return first;
        }
        int following = following(first & 0xff);
        if (following == 0 || at + following >= bytes.length) {
            return INVALID;
        }
        int c = first & (0x3f >> following);
        for (int i = 1; i <= following; i++) {
            int next = bytes[at + i];
            if ((next & 0xc0) != 0x80) {
                return INVALID;
            }
            c = (c << 6) | (next & 0x3f);
        }
        return isShortest(c, following) && !isSurrogate(c) ? c : INVALID;
    }

    /// The number of bytes that the code point, or [#INVALID], takes.
    public static int length(int c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return c < 0x10000 ? 3 : 4;
    }

    private static int following(int first) {
        if (first >= 0xc2 && first <= 0xdf) {
            return 1;
        }
        if (first >= 0xe0 && first <= 0xef) {
            return 2;
        }
        return first >= 0xf0 && first <= 0xf4 ? 3 : 0;
    }

    private static boolean isShortest(int c, int following) {
        return length(c) == following + 1 && c <= Character.MAX_CODE_POINT;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
