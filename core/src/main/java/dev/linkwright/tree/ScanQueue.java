package dev.linkwright.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What the workers of a scan have found and its reader has not read: bounded, so that a slow reader slows the scan down
/// instead of filling the memory.
final class ScanQueue {
    private static final int MOST_BATCHES = 64;

    private final Deque<List<ScanEvent>> batches = new ArrayDeque<>();
    private boolean complete;
    private boolean closed;
    private boolean interrupted;
    private long changes;

    /// Waits for room.
    ///
    /// @return whether somebody still reads
    synchronized boolean put(List<ScanEvent> batch) {
        while (batches.size() >= MOST_BATCHES && !closed) {
            await();
        }
        if (!closed) {
            batches.addLast(batch);
            changed();
        }
        return !closed;
    }

    /// Waits for something to read; null at the end, and for a reader that is interrupted.
    synchronized @Nullable List<ScanEvent> take() {
        if (Thread.currentThread().isInterrupted()) {
            interrupt();
        }
        while (batches.isEmpty() && !complete && !closed) {
            await();
        }
        changed();
        return closed ? null : batches.pollFirst();
    }

    /// Nothing more will come.
    synchronized void complete() {
        complete = true;
        changed();
    }

    /// Nobody reads any more.
    synchronized void close() {
        closed = true;
        batches.clear();
        changed();
    }

    /// Whether it has ended because somebody who waited was interrupted.
    synchronized boolean isInterrupted() {
        return interrupted;
    }

    private synchronized void interrupt() {
        interrupted = true;
        close();
    }

    private synchronized void changed() {
        changes++;
        notifyAll();
    }

    private synchronized void await() {
        long seen = changes;
        try {
            while (changes == seen) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupt();
        }
    }
}
