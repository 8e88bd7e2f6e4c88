package dev.linkwright.ffm.posix;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/// Things that are used again, in a fixed number of places that the threads share. So nothing is allocated each time, and
/// nothing is kept per thread, of which there may be a million virtual ones. Who finds none free gets a new one.
abstract class Places<T extends Places.Reused> {
    private static final int PLACES = Integer
            .highestOneBit(Math.clamp(Runtime.getRuntime().availableProcessors() * 4L, 8, 64));
    private static final int PROBES = 4;

    private final @Nullable Reused[] places = new Reused[PLACES];

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
        return make();
    }

    /// What is used again. Its maker has it first; other threads meet only what has been given back, whole.
    abstract static class Reused {
        private final AtomicInteger taken = new AtomicInteger(1);

        /// Lets others use it.
        final void giveBack() {
            taken.setRelease(0);
        }
    }
}
