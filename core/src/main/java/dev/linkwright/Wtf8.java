package dev.linkwright;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// WTF-8, the generalised UTF-8 that can also carry lone surrogates (each as three bytes, `ED A0 80` to `ED BF BF`).
/// Defined at <https://wtf-8.codeberg.page/>.
final class Wtf8 {
    private Wtf8() {}

    static byte[] fromUnits(String units) {
        byte[] out = new byte[units.length()];
        for (int i = 0; i < out.length; i++) {
            char unit = units.charAt(i);
            if (unit >= 0x80) {
                return fromUnitsBeyondAscii(units);
            }
            out[i] = (byte) unit;
        }
        return out;
    }

    private static byte[] fromUnitsBeyondAscii(String units) {
        byte[] out = new byte[units.length() * 3];
        int at = 0;
        for (int i = 0; i < units.length(); i++) {
            int point = units.codePointAt(i);
            if (point < 0x80) {
                out[at++] = (byte) point;
            } else if (point < 0x800) {
                out[at++] = (byte) (0xC0 | (point >> 6));
                out[at++] = (byte) (0x80 | (point & 0x3F));
            } else if (point < 0x10000) {
                out[at++] = (byte) (0xE0 | (point >> 12));
                out[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                out[at++] = (byte) (0x80 | (point & 0x3F));
            } else {
                i++;
                out[at++] = (byte) (0xF0 | (point >> 18));
                out[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                out[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                out[at++] = (byte) (0x80 | (point & 0x3F));
            }
        }
        return Arrays.copyOf(out, at);
    }

    static boolean isAscii(byte[] text) {
        for (byte b : text) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isUnicode(byte[] text) {
        if (isAscii(text)) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static String toDisplay(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }

    static String toUnits(byte[] text) {
        if (isUnicode(text)) {
            return toDisplay(text);
        }
        StringBuilder units = new StringBuilder(text.length);
        int start = 0;
        for (int i = 0; i + 2 < text.length; i++) {
            if (isEncodedSurrogate(text, i)) {
                units.append(new String(text, start, i - start, StandardCharsets.UTF_8));
                units.append((char) (0xD000 | ((text[i + 1] & 0x3F) << 6) | (text[i + 2] & 0x3F)));
                start = i + 3;
                i += 2;
            }
        }
        return units.append(new String(text, start, text.length - start, StandardCharsets.UTF_8)).toString();
    }

    private static boolean isEncodedSurrogate(byte[] text, int at) {
        return text[at] == (byte) 0xED && (text[at + 1] & 0xE0) == 0xA0 && (text[at + 2] & 0xC0) == 0x80;
    }

    static String hex(byte[] text, boolean asUtf16) {
        if (!asUtf16) {
            return HexFormat.of().formatHex(text);
        }
        CharBuffer units = CharBuffer.wrap(toUnits(text));
        byte[] littleEndian = new byte[units.length() * 2];
        for (int i = 0; i < units.length(); i++) {
            littleEndian[2 * i] = (byte) units.charAt(i);
            littleEndian[2 * i + 1] = (byte) (units.charAt(i) >> 8);
        }
        return HexFormat.of().formatHex(littleEndian);
    }
}
