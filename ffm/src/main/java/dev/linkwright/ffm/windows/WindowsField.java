package dev.linkwright.ffm.windows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A field of a Windows struct: where it is and how it is read. The audit compares it with the headers.
///
/// @param struct the struct's type in the headers
/// @param name the field's name
/// @param offset its offset in bytes
/// @param bits its size if it is a number: 8, 16, 32 or 64; 0 for bytes, which the offset alone is used of
record WindowsField(String struct, String name, long offset, int bits) {
    /// The number in a struct that starts at `base`, unsigned if it has fewer than 64 bits.
    long read(MemorySegment memory, long base) {
        long at = base + offset;
        return switch (bits) {
            case 8 -> Byte.toUnsignedLong(memory.get(ValueLayout.JAVA_BYTE, at));
            case 16 -> Short.toUnsignedLong(memory.get(ValueLayout.JAVA_SHORT, at));
            case 32 -> Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT, at));
            case 64 -> memory.get(ValueLayout.JAVA_LONG, at);
            default -> throw new IllegalStateException(name + " is no number");
        };
    }

    /// The number in the struct that the segment starts with.
    long read(MemorySegment memory) {
        return read(memory, 0);
    }

    /// The same as an `int`, whose bits matter.
    int readInt(MemorySegment memory, long base) {
        return (int) read(memory, base);
    }

    /// Sets the number in the struct that the segment starts with.
    void write(MemorySegment memory, long value) {
        switch (bits) {
            case 8 -> memory.set(ValueLayout.JAVA_BYTE, offset, (byte) value);
            case 16 -> memory.set(ValueLayout.JAVA_SHORT, offset, (short) value);
            case 32 -> memory.set(ValueLayout.JAVA_INT, offset, (int) value);
            case 64 -> memory.set(ValueLayout.JAVA_LONG, offset, value);
            default -> throw new IllegalStateException(name + " is no number");
        }
    }
}
