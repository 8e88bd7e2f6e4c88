package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A field of a C struct: where it is and how it is read. The audit compares it with the headers.
///
/// @param struct the struct's type in C
/// @param name the field's name in C; `a.b` for a field of a field
/// @param offset its offset in bytes
/// @param kind its size and signedness
record CField(String struct, String name, long offset, Kind kind) {
    /// An integer type by its size in bits and its signedness, or bytes of any number.
    enum Kind {
        U8,
        U16,
        U32,
        S32,
        U64,
        S64,
        BYTES
    }

    /// The value in a struct that starts at `base`.
    long read(MemorySegment memory, long base) {
        long at = base + offset;
        return switch (kind) {
            case U8 -> Byte.toUnsignedLong(memory.get(ValueLayout.JAVA_BYTE, at));
            case U16 -> Short.toUnsignedLong(memory.get(ValueLayout.JAVA_SHORT, at));
            case U32 -> Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT, at));
            case S32 -> memory.get(ValueLayout.JAVA_INT, at);
            case U64, S64 -> memory.get(ValueLayout.JAVA_LONG, at);
            case BYTES -> throw new IllegalStateException(name + " is no number");
        };
    }

    /// Sets the value in the struct that the segment starts with.
    void write(MemorySegment memory, long value) {
        if (kind != Kind.U64 && kind != Kind.S64) {
            throw new IllegalStateException(name + " is not written");
        }
        memory.set(ValueLayout.JAVA_LONG, offset, value);
    }

    /// The value in the struct that the segment starts with.
    long read(MemorySegment memory) {
        return read(memory, 0);
    }
}
