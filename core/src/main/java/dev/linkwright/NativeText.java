package dev.linkwright;

import java.nio.file.InvalidPathException;
import java.util.Arrays;

/// Text as a file system keeps it: without loss, whatever it is made of.
///
/// POSIX keeps bytes, which need not be UTF-8; Windows keeps 16-bit units, which need not be well-formed UTF-16.
/// Both fit one form, WTF-8 (UTF-8 in which a lone surrogate may stand as three bytes): on POSIX it is just the raw
/// bytes, on Windows the generalised encoding of the units. Two texts are equal when they are of the same class and
/// have the same units; nothing is ever normalised, folded or shortened.
///
/// Immutable and thread-safe.
public abstract sealed class NativeText implements Comparable<NativeText> permits Name, LinkTarget, LinkPath {
    private final byte[] wtf8;
    private int hash;

    /// Takes the array as it is: callers inside the package hand over arrays that nobody else holds.
    NativeText(byte[] wtf8) {
        this.wtf8 = wtf8;
    }

    /// The number of bytes of [#bytes].
    public final int length() {
        return wtf8.length;
    }

    /// One byte of [#bytes].
    public final byte byteAt(int index) {
        return wtf8[index];
    }

    /// The bytes: on POSIX exactly what the system keeps; elsewhere WTF-8. A fresh array.
    public final byte[] bytes() {
        return wtf8.clone();
    }

    /// Copies [#bytes] to `destination` from `offset` on, without an array in between.
    public final void copyTo(byte[] destination, int offset) {
        System.arraycopy(wtf8, 0, destination, offset, wtf8.length);
    }

    /// The 16-bit units, lone surrogates included: what Windows keeps. Bytes that are neither UTF-8 nor an encoded
    /// surrogate become U+FFFD.
    public final String units() {
        return Wtf8.toUnits(wtf8);
    }

    /// The hexadecimal form of the units of `rules`: bytes for POSIX, UTF-16LE for Windows.
    public final String hex(dev.linkwright.path.PathRules rules) {
        return Wtf8.hex(wtf8, rules == dev.linkwright.path.PathRules.WINDOWS);
    }

    /// Whether [#toString] loses nothing: the text is valid Unicode.
    public final boolean isUnicode() {
        return Wtf8.isUnicode(wtf8);
    }

    /// The text for people: exact when [#isUnicode], else with U+FFFD for each part that is not Unicode.
    @Override
    public final String toString() {
        return Wtf8.toDisplay(wtf8);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof NativeText text && text.getClass() == getClass() && Arrays.equals(wtf8, text.wtf8);
    }

    @Override
    public final int hashCode() {
        int result = hash;
        if (result == 0) {
            result = Arrays.hashCode(wtf8);
            hash = result;
        }
        return result;
    }

    /// Orders by unsigned bytes, which for Unicode text is the order of its code points.
    @Override
    public final int compareTo(NativeText other) {
        return Arrays.compareUnsigned(wtf8, other.wtf8);
    }

    /// Not copied: for the package only.
    final byte[] raw() {
        return wtf8;
    }

    static byte[] encode(String text) {
        return Wtf8.fromUnits(text);
    }

    /// Refuses U+0000, which would silently shorten the text in every native call.
    static byte[] withoutNul(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == 0) {
                throw new InvalidPathException(Wtf8.toDisplay(text), "U+0000 is not possible in names and link texts",
                        i);
            }
        }
        return text;
    }
}
