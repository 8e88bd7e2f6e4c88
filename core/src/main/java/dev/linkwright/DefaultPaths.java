package dev.linkwright;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The bytes of a POSIX `Path` of the default file system, which keeps bytes but shows them only through the
/// encoding of the locale (`sun.jnu.encoding`). A `file:` URI carries them percent-encoded, so nothing is lost there.
final class DefaultPaths {
    /// ASCII decodes what it cannot spell to U+FFFD, as UTF-8 does; every other encoding would hand out characters
    /// whose UTF-8 form is not what stands on the disk.
    private static final boolean DECODES_LIKE_UTF8 = decodesLikeUtf8(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private static final String UNRESERVED = "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private DefaultPaths() {}

    /// Whether the UTF-8 form of what `Path.toString` gave is what the path holds.
    static boolean spells(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return false;
        }
        return DECODES_LIKE_UTF8 || isAscii(text);
    }

    static byte[] bytes(Path path) {
        byte[] absolute = decodePercent(path.toUri().getRawPath());
        int length = absolute.length;
        boolean slashAdded = length > 1 && absolute[length - 1] == '/';
        int end = slashAdded ? length - 1 : length;
        int start = path.isAbsolute() ? 0 : lengthOfBase(path);
        byte[] bytes = new byte[end - start];
        System.arraycopy(absolute, start, bytes, 0, bytes.length);
        return bytes;
    }

    private static int lengthOfBase(Path path) {
        byte[] base = decodePercent(path.getFileSystem().getPath("").toUri().getRawPath());
        return base.length > 0 && base[base.length - 1] == '/' ? base.length : base.length + 1;
    }

    static String uri(byte[] absolute) {
        StringBuilder uri = new StringBuilder("file://");
        for (byte b : absolute) {
            if (UNRESERVED.indexOf(b) >= 0) {
                uri.append((char) b);
            } else {
                uri.append('%').append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
            }
        }
        return uri.toString();
    }

    private static byte[] decodePercent(String rawPath) {
        byte[] encoded = rawPath.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[encoded.length];
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                decoded[length++] = (byte) (Character.digit(encoded[i + 1], 16) << 4
                        | Character.digit(encoded[i + 2], 16));
                i += 2;
            } else {
                decoded[length++] = encoded[i];
            }
        }
        return java.util.Arrays.copyOf(decoded, length);
    }

    private static boolean decodesLikeUtf8(String encoding) {
        if (!Charset.isSupported(encoding)) {
            return false;
        }
        Charset charset = Charset.forName(encoding);
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
