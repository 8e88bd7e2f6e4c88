package dev.linkwright.ffm.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import dev.linkwright.LinkTarget;
import org.jspecify.annotations.Nullable;

/// Reads the texts of links, whole.
final class LinkText {
    private static final int GROWTH = 4;

    private LinkText() {}

    /// The text of the link at a path; null if something else is there.
    static @Nullable LinkTarget readIfAny(PosixCalls calls, Scratch scratch, int dirfd, MemorySegment path)
            throws NativeCallException {
        int length = calls.tryReadlinkat(scratch, dirfd, path, scratch.out);
        if (length < 0 && scratch.errno() == PosixCalls.EINVAL) {
            return null;
        }
        return length >= 0 && length < scratch.out.byteSize()
                ? LinkTarget.ofBytes(scratch.outBytes(length), 0, length)
                : read(calls, scratch, dirfd, path);
    }

    /// The text of the link at a path. One that fills the memory may go on, so it is read again into more.
    static LinkTarget read(PosixCalls calls, Scratch scratch, int dirfd, MemorySegment path)
            throws NativeCallException {
        MemorySegment memory = scratch.out;
        int length = calls.readlinkat(scratch, dirfd, path, memory);
        if (length < memory.byteSize()) {
            return LinkTarget.ofBytes(scratch.outBytes(length), 0, length);
        }
        while (length == memory.byteSize()) {
            memory = Arena.ofAuto().allocate(memory.byteSize() * GROWTH, 1);
            length = calls.readlinkat(scratch, dirfd, path, memory);
        }
        return LinkTarget.ofBytes(memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
    }
}
