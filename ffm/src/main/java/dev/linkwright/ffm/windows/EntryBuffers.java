package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;

/// The memory of listings, used again by later ones: a walk has as many open as it is deep, and makes one for each
/// directory.
final class EntryBuffers {
    /// A file server answers with at most that much.
    private static final long SIZE = 64 * 1024;
    private static final int MOST_KEPT = 64;

    private static final Deque<MemorySegment> KEPT = new ArrayDeque<>();

    private EntryBuffers() {}

    /// Memory that nobody else uses until it is given back.
    static MemorySegment take() {
        MemorySegment kept;
        synchronized (KEPT) {
            kept = KEPT.pollFirst();
        }
        return kept == null ? Arena.ofAuto().allocate(SIZE, Long.BYTES) : kept;
    }

    static void giveBack(MemorySegment entries) {
        synchronized (KEPT) {
            if (KEPT.size() < MOST_KEPT) {
                KEPT.addFirst(entries);
            }
        }
    }
}
