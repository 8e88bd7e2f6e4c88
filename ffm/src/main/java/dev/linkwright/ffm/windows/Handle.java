package dev.linkwright.ffm.windows;

import java.util.concurrent.atomic.AtomicInteger;

/// A handle and a count of those who are using it at this moment.
///
/// Closing forbids new uses, and whoever is the last to leave closes the handle: its number is given to something else
/// at once, so no call may meet it afterwards.
final class Handle {
    private static final int CLOSED = 1 << 31;

    private final long number;
    private final AtomicInteger uses = new AtomicInteger();

    Handle(long number) {
        this.number = number;
    }

    /// Whether it may be used until [#release]; not after it was closed.
    boolean acquire() {
        int seen = uses.get();
        while (seen >= 0) {
            int witness = uses.compareAndExchange(seen, seen + 1);
            if (witness == seen) {
                return true;
            }
            seen = witness;
        }
        return false;
    }

    void release() {
        if (uses.getAndDecrement() == (CLOSED | 1)) {
            NtDll.ntClose(number);
        }
    }

    /// Idempotent.
    void close() {
        if (uses.getAndUpdate(count -> count | CLOSED) == 0) {
            NtDll.ntClose(number);
        }
    }

    /// For those who have acquired it.
    long number() {
        return number;
    }
}
