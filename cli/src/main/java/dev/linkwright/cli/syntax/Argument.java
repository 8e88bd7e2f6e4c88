package dev.linkwright.cli.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.linkwright.cli.text.Quoting;

/// One argument of the command line, as the bytes that were given.
///
/// On POSIX systems these are the bytes of `argv`, valid UTF-8 or not; on Windows the UTF-8 form of its 16-bit units,
/// lone surrogates kept in their three-byte form. Immutable; equal by bytes.
public final class Argument {

    private final byte[] bytes;

    private Argument(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The argument that `text` spells in UTF-8. For text that a program wrote, as option values and tests are.
    public static Argument of(String text) {
        return new Argument(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The argument that consists of `bytes`.
    public static Argument ofBytes(byte[] bytes) {
        return new Argument(bytes.clone());
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The argument in quotes, for a message.
    public String quoted() {
        return Quoting.inMessage(bytes);
    }

    int length() {
        return bytes.length;
    }

    byte byteAt(int index) {
        return bytes[index];
    }

    /// True for `-`, `-x`, `--xyz` and `--`.
    boolean startsWithDash() {
        return bytes.length > 0 && bytes[0] == '-';
    }

    /// True for `--` and `--xyz`.
    boolean startsWithTwoDashes() {
        return bytes.length > 1 && bytes[0] == '-' && bytes[1] == '-';
    }

    /// The place of the first `wanted` at or after `from`, or -1.
    int indexOf(char wanted, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// The argument made of the bytes from `from` to the end.
    Argument from(int from) {
        return new Argument(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /// The bytes from `from` to before `to` as text; what is not UTF-8 becomes U+FFFD.
    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Argument that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// The argument as text; what is not UTF-8 becomes U+FFFD.
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
