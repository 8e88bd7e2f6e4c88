package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Text in memory as Windows has it: 16-bit units, which need not be well-formed UTF-16.
final class WideText {
    private WideText() {}

    /// The units and a U+0000 after them.
    ///
    /// @throws IllegalArgumentException if U+0000 is among the units: the function would take less than was given
    static MemorySegment terminated(Arena arena, String units) {
        if (units.indexOf(0) >= 0) {
            throw new IllegalArgumentException("U+0000 would shorten the text");
        }
        MemorySegment memory = arena.allocate(2L * units.length() + 2, 2);
        write(memory, 0, units);
        return memory;
    }

    /// Copies the units as they are.
    static void write(MemorySegment to, long offset, String units) {
        MemorySegment.copy(units.toCharArray(), 0, to, ValueLayout.JAVA_CHAR, offset, units.length());
    }

    /// So many units.
    static String read(MemorySegment from, long offset, int length) {
        char[] units = new char[length];
        MemorySegment.copy(from, ValueLayout.JAVA_CHAR, offset, units, 0, length);
        return new String(units);
    }

    /// The units before the first U+0000 of a text somewhere in memory.
    static String at(MemorySegment address) {
        MemorySegment unbounded = address.reinterpret(Long.MAX_VALUE);
        int length = 0;
        while (unbounded.get(ValueLayout.JAVA_CHAR, 2L * length) != 0) {
            length++;
        }
        return read(unbounded, 0, length);
    }
}
