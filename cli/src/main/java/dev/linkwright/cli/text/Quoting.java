package dev.linkwright.cli.text;

import java.nio.charset.StandardCharsets;

/// Shows a name or a link's text so that it can be neither misread nor act on a terminal.
///
/// Text that is harmless is shown as it is. Text that is not becomes a word in the `$'…'` form of bash, zsh and ksh,
/// which can be pasted back into such a shell: `\n`, `\t` and the other short escapes, `\'` and `\\`, `\xHH` for a byte
/// that is not part of valid UTF-8, and four or eight hexadecimal digits after a backslash and `u` or `U` for a
/// character. Harmful are: control characters, bidirectional and other format characters (which can make one name look
/// like another), line and paragraph separators, unassigned code points, bytes that are not UTF-8, a blank at either
/// end, the empty text, and a text that begins with `$'` itself. So two different texts never look the same because of
/// characters that cannot be seen.
public final class Quoting {

    private static final String HEX = "0123456789abcdef";

    /// What the escapes after a backslash stand for, in the same order.
    private static final String ESCAPED = "\7\b\t\n\13\f\r\33";
    private static final String ESCAPES = "abtnvfre";

    private Quoting() {}

    /// The text for a terminal: as it is, or as a `$'…'` word.
    public static String forTerminal(byte[] text) {
        return isHarmless(text) ? new String(text, StandardCharsets.UTF_8) : word(text);
    }

    /// The text within a sentence: in single quotes, or as a `$'…'` word when it holds a single quote or anything that
    /// [#forTerminal] escapes.
    public static String inMessage(byte[] text) {
        if (text.length > 0 && isHarmless(text) && indexOf(text, '\'') < 0) {
            return "'" + new String(text, StandardCharsets.UTF_8) + "'";
        }
        return text.length == 0 ? "''" : word(text);
    }

    /// A sentence that may have names in it, on one line: what is harmless stays, and the rest is escaped in its place.
    public static String line(String sentence) {
        StringBuilder line = new StringBuilder(sentence.length());
        for (int i = 0; i < sentence.length();) {
            int c = sentence.codePointAt(i);
            if (isVisible(c)) {
                line.appendCodePoint(c);
            } else {
                appendCharacter(line, c);
            }
            i += Character.charCount(c);
        }
        return line.toString();
    }

    private static int indexOf(byte[] text, char wanted) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    static boolean isHarmless(byte[] text) {
        if (text.length == 0 || text[0] == ' ' || text[text.length - 1] == ' ') {
            return false;
        }
        if (text.length > 1 && text[0] == '$' && text[1] == '\'') {
            return false;
        }
        for (int i = 0; i < text.length;) {
            int c = Utf8.codePointAt(text, i);
            if (!isVisible(c)) {
                return false;
            }
            i += Utf8.length(c);
        }
        return true;
    }

    private static boolean isVisible(int c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static String word(byte[] text) {
        if (text.length == 0) {
            return "''";
        }
        StringBuilder word = new StringBuilder(text.length + 16).append("$'");
        for (int i = 0; i < text.length;) {
            int c = Utf8.codePointAt(text, i);
            if (c == Utf8.INVALID) {
                appendHex(word.append("\\x"), text[i] & 0xff, 2);
            } else {
                appendCharacter(word, c);
            }
            i += Utf8.length(c);
        }
        return word.append('\'').toString();
    }

    private static void appendCharacter(StringBuilder word, int c) {
        int escape = ESCAPED.indexOf(c);
        if (c == '\'' || c == '\\') {
            word.append('\\').append((char) c);
        } else if (escape >= 0) {
            word.append('\\').append(ESCAPES.charAt(escape));
        } else if (isVisible(c)) {
            word.appendCodePoint(c);
        } else if (c < 0x80) {
            appendHex(word.append("\\x"), c, 2);
        } else if (c < 0x10000) {
            appendHex(word.append("\\u"), c, 4);
        } else {
            appendHex(word.append("\\U"), c, 8);
        }
    }

    private static void appendHex(StringBuilder word, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            word.append(HEX.charAt(value >>> shift & 0xf));
        }
    }
}
