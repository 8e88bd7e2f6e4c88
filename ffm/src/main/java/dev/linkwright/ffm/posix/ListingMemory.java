package dev.linkwright.ffm.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/// The memory of one listing, used again by later ones. Contents that are copied pass through such memory too.
final class ListingMemory extends Places.Reused {
    /// Up to two thousand entries a call.
    private static final int SIZE = 64 * 1024;
    /// The longest name of the usual file systems (NAME_MAX).
    private static final int USUAL_NAME = 255;

    /// The size of `struct statx`.
    private static final int STRUCT_STATX = 256;

    private static final Places<ListingMemory> PLACES = new Places<>() {
        @Override
        ListingMemory make() {
            return new ListingMemory();
        }
    };

    /// Where the system writes the entries.
    final MemorySegment entries = Arena.ofAuto().allocate(SIZE, Long.BYTES);
    private final ByteBuffer buffer = entries.asByteBuffer();
    /// For the calls about these entries.
    final Scratch scratch = new Scratch(STRUCT_STATX);
    private byte[] bytes = new byte[USUAL_NAME];
    private byte @Nullable [] copy;

    private ListingMemory() {}

    /// Memory that nobody else uses until it is given back.
    static ListingMemory take() {
        return PLACES.take();
    }

    /// The first bytes, in an array that is used again: of the quick compiler's code, reading an array is much faster than
    /// reading memory.
    byte[] copy(int length) {
        byte[] to = copy;
        if (to == null) {
            to = new byte[SIZE];
            copy = to;
        }
        buffer.get(0, to, 0, length);
        return to;
    }

    /// Some of the bytes, in an array that is used again.
    byte[] bytes(long start, int length) {
        if (length > bytes.length) {
            bytes = new byte[length];
        }
        MemorySegment.copy(entries, ValueLayout.JAVA_BYTE, start, bytes, 0, length);
        return bytes;
    }
}
