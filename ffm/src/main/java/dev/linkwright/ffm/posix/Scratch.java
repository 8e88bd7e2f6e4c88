package dev.linkwright.ffm.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/// The memory that one call needs: two C strings, room for what comes back, and `errno`.
///
/// Taken for the length of one primitive. A call inside a call gets memory of its own.
final class Scratch extends Places.Reused implements AutoCloseable {
    /// One text of the longest usual size (4095 bytes) is seen to be complete in it.
    private static final int OUT_SIZE = 4096;
    /// The most that an extended attribute can have (xattr(7)).
    private static final int LARGEST_ATTRIBUTE = 65_536;

    private static final Places<Scratch> PLACES = new Places<>() {
        @Override
        Scratch make() {
            return new Scratch(OUT_SIZE);
        }
    };

    private static final long ERRNO = Linker.Option.captureStateLayout()
            .byteOffset(MemoryLayout.PathElement.groupElement("errno"));

    /// Takes `errno` of a call: the first argument of every linked function.
    final MemorySegment callState;
    /// What a call gives back: a struct, a text.
    final MemorySegment out;
    /// The path, or the first of two.
    final CText first;
    /// The second path, or a link's text.
    final CText second;

    private @Nullable MemorySegment largeOut;
    private final byte[] outBytes;
    private final ByteBuffer outBuffer;

    Scratch(int outSize) {
        Arena arena = Arena.ofAuto();
        callState = arena.allocate(Linker.Option.captureStateLayout());
        out = arena.allocate(outSize, Long.BYTES);
        first = new CText(arena);
        second = new CText(arena);
        outBytes = new byte[outSize];
        outBuffer = out.asByteBuffer();
    }

    /// Memory that nobody else uses until it is closed.
    static Scratch take() {
        return PLACES.take();
    }

    /// Gives it back.
    @Override
    public void close() {
        giveBack();
    }

    /// The `errno` of the last call.
    int errno() {
        return callState.get(ValueLayout.JAVA_INT, ERRNO);
    }

    /// Room for the largest extended attribute. Few calls need it, so it is there from the first of them on.
    MemorySegment largeOut() {
        MemorySegment room = largeOut;
        if (room == null) {
            room = Arena.ofAuto().allocate(LARGEST_ATTRIBUTE, 1);
            largeOut = room;
        }
        return room;
    }

    /// The first bytes of [#out], in an array that is used again.
    byte[] outBytes(int length) {
        outBuffer.get(0, outBytes, 0, length);
        return outBytes;
    }
}
