package dev.linkwright.reparse;

import java.util.UUID;

/// Numbers, names and GUIDs in the byte order of Windows.
///
/// Shifts rather than a view of the array as characters: the compiler makes one load of them, and nothing has to be
/// set up in a process that decodes one link.
final class LittleEndian {
    static final int GUID_SIZE = 16;

    private LittleEndian() {}

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
    }

    static int i32(byte[] bytes, int at) {
        return u16(bytes, at) | (u16(bytes, at + 2) << 16);
    }

    static long i64(byte[] bytes, int at) {
        return Integer.toUnsignedLong(i32(bytes, at)) | ((long) i32(bytes, at + 4) << 32);
    }

    static void putU16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
    }

    static void putI32(byte[] bytes, int at, int value) {
        putU16(bytes, at, value);
        putU16(bytes, at + 2, value >>> 16);
    }

    static void putI64(byte[] bytes, int at, long value) {
        putI32(bytes, at, (int) value);
        putI32(bytes, at + 4, (int) (value >>> 32));
    }

    /// The units between two offsets as a string, whatever they are: a decoder of UTF-16 would replace lone surrogates.
    ///
    /// @param scratch as long as the units or longer; overwritten
    static String units(byte[] bytes, int from, int byteLength, char[] scratch) {
        int length = byteLength / 2;
        if (length == 0) {
            return "";
        }
        for (int i = 0; i < length; i++) {
            scratch[i] = (char) u16(bytes, from + 2 * i);
        }
        return new String(scratch, 0, length);
    }

    /// Writes the units of a string and returns the offset behind them.
    static int putUnits(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            putU16(bytes, at + 2 * i, text.charAt(i));
        }
        return at + 2 * text.length();
    }

    /// A GUID as it lies in memory: three numbers in little-endian order, then eight bytes.
    static UUID guid(byte[] bytes, int at) {
        long head = (Integer.toUnsignedLong(i32(bytes, at)) << 32) | ((long) u16(bytes, at + 4) << 16)
                | u16(bytes, at + 6);
        return new UUID(head, Long.reverseBytes(i64(bytes, at + 8)));
    }

    static void putGuid(byte[] bytes, int at, UUID guid) {
        long head = guid.getMostSignificantBits();
        putI32(bytes, at, (int) (head >>> 32));
        putU16(bytes, at + 4, (int) (head >>> 16));
        putU16(bytes, at + 6, (int) head);
        putI64(bytes, at + 8, Long.reverseBytes(guid.getLeastSignificantBits()));
    }
}
