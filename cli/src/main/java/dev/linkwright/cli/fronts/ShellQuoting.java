package dev.linkwright.cli.fronts;

import java.nio.charset.StandardCharsets;

import dev.linkwright.cli.text.Utf8;

/// Names as GNU's programs show them: words that a shell reads back (info coreutils, "Formatting the file names"),
/// bytes that cannot be shown as octal escapes in `$'…'`. Found by looking at what the programs print.
final class ShellQuoting {
    /// The characters for which a word needs quotes wherever they stand.
    private static final String SPECIAL = " !\"$&'()*:;<=>?[\\^`|";
    /// Those before which a single quote cannot be kept by double quotes around all.
    private static final String NOT_IN_DOUBLE_QUOTES = "!\"#$&()*;<=>?[\\^`{|}~";
    private static final String SHORT_ESCAPED = "\7\b\t\n\13\f\r";
    private static final String SHORT_ESCAPES = "abtnvfr";

    private ShellQuoting() {}

    /// In quotes, whatever it is.
    static String always(byte[] name) {
        boolean singleQuote = false;
        boolean plain = true;
        for (int i = 0; i < name.length; i += length(name, i)) {
            if (name[i] == '\'') {
                singleQuote = true;
            } else if (!isShown(name, i) || NOT_IN_DOUBLE_QUOTES.indexOf(name[i]) >= 0) {
                plain = false;
            }
        }
        if (singleQuote && plain) {
            return '"' + new String(name, StandardCharsets.UTF_8) + '"';
        }
        return escaped(name);
    }

    private static String escaped(byte[] name) {
        StringBuilder text = new StringBuilder(name.length + 2).append('\'');
        boolean inEscapes = false;
        for (int i = 0; i < name.length;) {
            int length = length(name, i);
            if (!isShown(name, i)) {
                text.append(inEscapes ? "" : "'$'");
                inEscapes = true;
                for (int k = i; k < i + length; k++) {
                    appendEscape(text, name[k] & 0xff);
                }
            } else if (name[i] == '\'') {
                text.append("'\\''");
                inEscapes = false;
            } else {
                text.append(inEscapes ? "''" : "").append(new String(name, i, length, StandardCharsets.UTF_8));
                inEscapes = false;
            }
            i += length;
        }
        return text.append('\'').toString();
    }

    /// In quotes only if a shell, or a reader of `NAME: message`, could misread it otherwise.
    static String ifNeeded(byte[] name) {
        return needsQuotes(name) ? always(name) : new String(name, StandardCharsets.UTF_8);
    }

    private static boolean needsQuotes(byte[] name) {
        if (name.length == 0 || name[0] == '#' || name[0] == '~') {
            return true;
        }
        if (name.length == 1 && (name[0] == '{' || name[0] == '}')) {
            return true;
        }
        for (int i = 0; i < name.length; i += length(name, i)) {
            if (!isShown(name, i) || SPECIAL.indexOf(name[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void appendEscape(StringBuilder text, int unit) {
        int place = SHORT_ESCAPED.indexOf(unit);
        text.append('\\');
        if (place >= 0) {
            text.append(SHORT_ESCAPES.charAt(place));
        } else {
            text.append((char) ('0' + (unit >> 6))).append((char) ('0' + (unit >> 3 & 7)))
                    .append((char) ('0' + (unit & 7)));
        }
    }

    private static boolean isShown(byte[] name, int at) {
        int c = Utf8.codePointAt(name, at);
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static int length(byte[] name, int at) {
        return Utf8.length(Utf8.codePointAt(name, at));
    }
}
