package dev.linkwright.ffm.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.NativeText;

/// Memory for one C string at a time, used again and again. What does not fit gets memory of its own: how long a path
/// may be is for the system to say.
final class CText {
    /// A path of PATH_MAX (4096) fits, with room to spare for the messages of longer ones.
    private static final int CAPACITY = 4352;

    private static final byte[] HERE = {'.'};

    private final MemorySegment memory;
    /// The same memory: of the quick compiler's code, a copy by a buffer is a tenth of what one by segments is.
    private final ByteBuffer buffer;
    private final byte[] bytes = new byte[CAPACITY];

    CText(Arena arena) {
        memory = arena.allocate(CAPACITY, 1);
        buffer = memory.asByteBuffer();
    }

    /// A text as it is.
    MemorySegment of(NativeText text) {
        int length = text.length();
        byte[] to = room(length);
        text.copyTo(to, 0);
        return terminated(to, length);
    }

    /// The path of a name in a directory. The empty path is the working directory.
    MemorySegment of(LinkPath directory, Name name) {
        int prefix = directory.length();
        boolean glue = prefix > 0 && directory.byteAt(prefix - 1) != '/';
        int start = glue ? prefix + 1 : prefix;
        int length = start + name.length();
        byte[] to = room(length);
        directory.copyTo(to, 0);
        if (glue) {
            to[prefix] = '/';
        }
        name.copyTo(to, start);
        return terminated(to, length);
    }

    /// The path of a directory itself.
    MemorySegment of(LinkPath directory) {
        return directory.isEmpty() ? ofBytes(HERE) : of((NativeText) directory);
    }

    /// Bytes as they are.
    MemorySegment ofBytes(byte[] text) {
        byte[] to = room(text.length);
        System.arraycopy(text, 0, to, 0, text.length);
        return terminated(to, text.length);
    }

    /// A C string for people, in quotes, as strace shows it.
    static String quoted(MemorySegment text) {
        return '"' + textAt(text, 0) + '"';
    }

    /// A C string that stands in memory, as text.
    static String textAt(MemorySegment memory, long start) {
        return new String(bytesAt(memory, start), StandardCharsets.UTF_8);
    }

    /// A C string that stands in memory, without its zero byte.
    static byte[] bytesAt(MemorySegment memory, long start) {
        return memory.asSlice(start, lengthAt(memory, start)).toArray(ValueLayout.JAVA_BYTE);
    }

    /// The length of a C string that stands in memory.
    static int lengthAt(MemorySegment memory, long start) {
        int length = 0;
        while (memory.get(ValueLayout.JAVA_BYTE, start + length) != 0) {
            length++;
        }
        return length;
    }

    /// Whether a C string that stands in memory is `.` or `..`.
    static boolean isDots(MemorySegment memory, long start) {
        if (memory.get(ValueLayout.JAVA_BYTE, start) != '.') {
            return false;
        }
        byte second = memory.get(ValueLayout.JAVA_BYTE, start + 1);
        return second == 0 || (second == '.' && memory.get(ValueLayout.JAVA_BYTE, start + 2) == 0);
    }

    private byte[] room(int length) {
        return length < CAPACITY ? bytes : new byte[length + 1];
    }

    private MemorySegment terminated(byte[] text, int length) {
        text[length] = 0;
        if (length < CAPACITY) {
            buffer.put(0, text, 0, length + 1);
            return memory;
        }
        MemorySegment to = Arena.ofAuto().allocate(text.length, 1);
        to.copyFrom(MemorySegment.ofArray(text));
        return to;
    }
}
