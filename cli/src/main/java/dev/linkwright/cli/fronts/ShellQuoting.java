package dev.linkwright.cli.fronts;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import dev.linkwright.cli.text.Utf8;

/// Names as GNU's programs show them: words that a shell reads back (info coreutils, "Formatting the file names"),
/// bytes that cannot be shown as octal escapes in `$'…'`. Found by looking at what the programs print.
enum ShellQuoting {
    /// Characters are shown as they are, where they can be.
    UNICODE,
    /// Only those of ASCII are.
    ASCII;

    /// The characters for which a word needs quotes wherever they stand.
    private static final String SPECIAL = " !\"$&'()*:;<=>?[\\^`|";
    /// Those before which a single quote cannot be kept by double quotes around all.
    private static final String NOT_IN_DOUBLE_QUOTES = "!\"#$&()*;<=>?[\\^`{|}~";
    private static final String SHORT_ESCAPED = "\7\b\t\n\13\f\r";
    private static final String SHORT_ESCAPES = "abtnvfr";

    /// By the locale that the environment names, as `setlocale` looks for it. Without any it is `C`.
    static ShellQuoting of(Map<String, String> environment) {
        for (String variable : new String[]{"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                String form = locale.toLowerCase(Locale.ROOT);
                return form.contains("utf-8") || form.contains("utf8") ? UNICODE : ASCII;
            }
        }
        return ASCII;
    }

    /// In the quotes of the language; what cannot be shown, and a closing quote, is escaped as in C.
    String inLocalQuotes(byte[] word) {
        String close = this == UNICODE ? "\u2019" : "'";
        StringBuilder text = new StringBuilder(this == UNICODE ? "\u2018" : "'");
        for (int i = 0; i < word.length;) {
            int length = length(word, i);
            String shown = new String(word, i, length, StandardCharsets.UTF_8);
            if (!isShown(word, i)) {
                appendEscapes(text, word, i, length);
            } else {
                text.append(shown.equals(close) || shown.equals("\\") ? "\\" : "").append(shown);
            }
            i += length;
        }
        return text.append(close).toString();
    }

    /// In quotes, whatever it is.
    String always(byte[] name) {
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

    private String escaped(byte[] name) {
        StringBuilder text = new StringBuilder(name.length + 2).append('\'');
        boolean inEscapes = false;
        for (int i = 0; i < name.length;) {
            int length = length(name, i);
            if (!isShown(name, i)) {
                text.append(inEscapes ? "" : "'$'");
                inEscapes = true;
                appendEscapes(text, name, i, length);
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
    String ifNeeded(byte[] name) {
        return needsQuotes(name) ? always(name) : new String(name, StandardCharsets.UTF_8);
    }

    private boolean needsQuotes(byte[] name) {
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

    private static void appendEscapes(StringBuilder text, byte[] name, int from, int length) {
        for (int i = from; i < from + length; i++) {
            appendEscape(text, name[i] & 0xff);
        }
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

    private boolean isShown(byte[] name, int at) {
        int c = Utf8.codePointAt(name, at);
        if (c < 0x7f) {
            return c >= ' ';
        }
        if (this == ASCII) {
            return false;
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
