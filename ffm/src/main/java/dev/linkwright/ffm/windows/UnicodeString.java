package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// `UNICODE_STRING`: a counted text. Its lengths are bytes and have 16 bits, the one of the room for a U+0000 as well.
final class UnicodeString {
    static final long SIZE = 16;
    static final WindowsField LENGTH = new WindowsField("UNICODE_STRING", "Length", 0, 16);
    static final WindowsField MAXIMUM_LENGTH = new WindowsField("UNICODE_STRING", "MaximumLength", 2, 16);
    static final WindowsField BUFFER = new WindowsField("UNICODE_STRING", "Buffer", 8, 64);
    static final int MOST_UNITS = 32_766;

    private UnicodeString() {}

    /// The text in memory.
    static MemorySegment of(Arena arena, String units) throws WindowsCallException {
        requireLength(units);
        MemorySegment text = WideText.terminated(arena, units);
        MemorySegment string = arena.allocate(SIZE, Long.BYTES);
        LENGTH.write(string, 2L * units.length());
        MAXIMUM_LENGTH.write(string, text.byteSize());
        string.set(ValueLayout.ADDRESS, BUFFER.offset(), text);
        return string;
    }

    /// A longer one would be cut off, and what is left may be the path of something else.
    static void requireLength(String units) throws WindowsCallException {
        if (units.length() > MOST_UNITS) {
            throw WindowsCallException.without("NtCreateFile", units.length() + " units",
                    NtStatus.STATUS_NAME_TOO_LONG);
        }
    }

    /// The text that the system put there.
    static String read(MemorySegment string) {
        int length = (int) LENGTH.read(string);
        MemorySegment text = string.get(ValueLayout.ADDRESS, BUFFER.offset()).reinterpret(length);
        return WideText.read(text, 0, length / 2);
    }
}
