package dev.linkwright.ffm.posix;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/// Things that are used again, in a fixed number of places that the threads share. So nothing is allocated each time, and
/// nothing is kept per thread, of which there may be a million virtual ones. Who finds no place free, as one does who uses many at
/// once, takes a spare one, behind a lock.
abstract class Places<T extends Places.Reused> {
    private static final int PLACES = Integer
            .highestOneBit(Math.clamp(Runtime.getRuntime().availableProcessors() * 4L, 8, 64));
    private static final int PROBES = 4;
    private static final int MOST_SPARE = 64;

    private final @Nullable Reused[] places = new Reused[PLACES];
    private final Deque<Reused> spares = new ArrayDeque<>();

    /// A new one.
    abstract T make();

    /// One that nobody else uses until it is given back.
    @SuppressWarnings("unchecked") // only what was made here is in a place
    final T take() {
        int home = (int) Thread.currentThread().threadId();
        for (int i = 0; i < PROBES; i++) {
            int place = (home + i) & (PLACES - 1);
            Reused shared = places[place];
            if (shared == null) {
                T made = make();
                places[place] = made;
                return made;
            }
            if (shared.taken.compareAndSet(0, 1)) {
                return (T) shared;
            }
        }
        Reused spare;
        synchronized (spares) {
            spare = spares.pollFirst();
        }
        if (spare == null) {
            spare = make();
            spare.waitsIn = spares;
        }
        return (T) spare;
    }

    /// What is used again. Its maker has it first; other threads meet only what has been given back, whole.
    abstract static class Reused {
        private final AtomicInteger taken = new AtomicInteger(1);
        /// Where it is while nobody uses it, if it has no place.
        private @Nullable Deque<Reused> waitsIn;

        /// Lets others use it.
        final void giveBack() {
            Deque<Reused> spares = waitsIn;
            if (spares == null) {
                taken.setRelease(0);
                return;
            }
            synchronized (spares) {
                if (spares.size() < MOST_SPARE) {
                    spares.addFirst(this);
                }
            }
        }
    }
}
