package dev.linkwright;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Arrays;

/// The bytes of a POSIX `Path` of the default file system, which keeps bytes but takes and shows them only through the
/// encoding of the locale (`sun.jnu.encoding`). A `file:` URI carries them percent-encoded, so nothing is lost there.
///
/// Three things that the JDK's documentation does not tell were found out on JDK 25, and the tests hold them: a path
/// from `Files.readSymbolicLink` is not normalised; `subpath` copies the bytes between its ends as they are; and
/// `toUri` looks at the disk, to add a separator if the path leads to a directory.
final class DefaultPaths {
    private static final String UNRESERVED = "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final Charset ENCODING = encoding(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private DefaultPaths() {}

    /// Whether the UTF-8 form of what `Path.toString` gave is what the path holds. ASCII decodes what it cannot spell
    /// to U+FFFD, as UTF-8 does; every other encoding hands out characters whose UTF-8 form is something else.
    static boolean spells(String shown) {
        boolean marksWhatItCannotSpell = ENCODING.equals(StandardCharsets.UTF_8)
                || ENCODING.equals(StandardCharsets.US_ASCII);
        return shown.indexOf('\uFFFD') < 0 && (marksWhatItCannotSpell || isAscii(shown));
    }

    /// The bytes of a path, whatever they are.
    static byte[] bytes(Path path) {
        String shown = path.toString();
        int separators = 0;
        while (separators < shown.length() && shown.charAt(separators) == '/') {
            separators++;
        }
        if (separators == shown.length()) {
            return NativeText.encode(shown);
        }
        byte[] names = Nowhere.bytesBelow(path.subpath(0, path.getNameCount()));
        byte[] bytes = new byte[separators + names.length];
        Arrays.fill(bytes, 0, separators, (byte) '/');
        System.arraycopy(names, 0, bytes, separators, names.length);
        return bytes;
    }

    /// The path that holds these bytes. Doubled and trailing separators are lost, as in every `Path`.
    static Path path(byte[] text) {
        if (Wtf8.isAscii(text) || (ENCODING.equals(StandardCharsets.UTF_8) && Wtf8.isUnicode(text))) {
            return FileSystems.getDefault().getPath(Wtf8.toDisplay(text));
        }
        if (text[0] == '/') {
            return Path.of(URI.create(uri(text)));
        }
        byte[] absolute = new byte[text.length + 1];
        absolute[0] = '/';
        System.arraycopy(text, 0, absolute, 1, text.length);
        Path path = Path.of(URI.create(uri(absolute)));
        return path.subpath(0, path.getNameCount());
    }

    private static String uri(byte[] absolute) {
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
        byte[] encoded = rawPath.getBytes(StandardCharsets.US_ASCII);
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
        return Arrays.copyOf(decoded, length);
    }

    private static Charset encoding(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /// A place that cannot exist, because its name is longer than any file system allows. Below it `toUri` finds out
    /// nothing: no link is followed and nothing is mounted on the way.
    private static final class Nowhere {
        private static final String NAME = "/" + "-".repeat(256);

        static byte[] bytesBelow(Path names) {
            byte[] whole = decodePercent(Path.of(NAME).resolve(names).toUri().getRawPath());
            return Arrays.copyOfRange(whole, NAME.length() + 1, whole.length);
        }
    }
}
