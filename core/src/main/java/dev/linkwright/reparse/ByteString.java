package dev.linkwright.reparse;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/// Bytes that do not change: the data of tags whose meaning is not known here, and texts that need not be valid in any
/// encoding. Equal by content.
public final class ByteString {
    private static final ByteString EMPTY = new ByteString(new byte[0]);

    private final byte[] bytes;

    private ByteString(byte[] bytes) {
        this.bytes = bytes;
    }

    /// No bytes.
    public static ByteString empty() {
        return EMPTY;
    }

    /// A copy of these bytes.
    public static ByteString of(byte... bytes) {
        return of(bytes, 0, bytes.length);
    }

    /// A copy of a part of an array.
    ///
    /// @throws IndexOutOfBoundsException if the part is not inside the array
    public static ByteString of(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return length == 0 ? EMPTY : new ByteString(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /// How many bytes there are.
    public int length() {
        return bytes.length;
    }

    /// The byte at an index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public byte at(int index) {
        return bytes[Objects.checkIndex(index, bytes.length)];
    }

    /// A new array with the bytes.
    public byte[] toArray() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    /// The bytes themselves, for readers in this package that do not change them.
    byte[] array() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteString that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// The bytes in hexadecimal, lower case, without separators.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
