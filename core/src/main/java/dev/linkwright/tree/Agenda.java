package dev.linkwright.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// The directories that wait to be entered. Each worker goes down where it is, so that little is open at a time; one that
/// has nothing left takes from another one, as far up as possible, where most is to be done.
///
/// Its lock guards what the workers share: the stacks here, the handles, and the guarded fields of [Branch].
final class Agenda {
    private final List<Deque<Branch>> stacks = new ArrayList<>();
    private boolean over;
    private long changes;
    private volatile boolean stopped;

    /// A place for one more worker.
    synchronized int join() {
        stacks.add(new ArrayDeque<>());
        return stacks.size() - 1;
    }

    /// Puts a directory there that has been listed and has sub-directories that wait. Its call no longer uses the one above.
    synchronized void add(int worker, Branch listed) {
        Branch parent = listed.parent();
        if (parent != null) {
            parent.users--;
        }
        stacks.get(worker).addLast(listed);
        changed();
    }

    /// Whether nothing is there that could be begun at this moment.
    synchronized boolean isEmpty() {
        return oldest() == null;
    }

    /// Begins a directory, waiting for one if there are none at the moment.
    ///
    /// @return a branch whose parent counts one more user, or null if all is done or the walk is stopped
    synchronized @Nullable Branch begin(int worker) {
        while (!over && !stopped) {
            Branch own = newest(stacks.get(worker));
            Branch parent = own == null ? oldest() : own;
            if (parent != null) {
                Branch.Way way = parent.waiting.nextIsLink() ? Branch.Way.THROUGH_LINK : Branch.Way.ITSELF;
                parent.users++;
                parent.running++;
                return new Branch(parent, parent.waiting.take(), way);
            }
            await();
        }
        return null;
    }

    /// Tells that a sub-directory is done, and its call no longer uses the directory.
    ///
    /// @return whether it was the last one, so that the directory itself is done
    synchronized boolean done(Branch parent, boolean complete) {
        if (!complete) {
            parent.setIncomplete();
        }
        parent.users--;
        parent.running--;
        return parent.running == 0 && parent.waiting.isEmpty();
    }

    /// Tells that the root is done.
    synchronized void end() {
        over = true;
        changed();
    }

    /// Lets no more be begun.
    synchronized void stop() {
        stopped = true;
        changed();
    }

    boolean isStopped() {
        return stopped;
    }

    /// Wakes those who wait for something to begin, or for a handle.
    synchronized void changed() {
        changes++;
        notifyAll();
    }

    /// Waits for a change. An interrupt stops the walk.
    synchronized void await() {
        long seen = changes;
        try {
            while (changes == seen) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    private static @Nullable Branch newest(Deque<Branch> stack) {
        while (!stack.isEmpty() && stack.getLast().waiting.isEmpty()) {
            stack.removeLast();
        }
        return available(stack.descendingIterator());
    }

    private @Nullable Branch oldest() {
        Branch found = null;
        for (int i = 0; found == null && i < stacks.size(); i++) {
            found = available(stacks.get(i).iterator());
        }
        return found;
    }

    private static @Nullable Branch available(Iterator<Branch> branches) {
        while (branches.hasNext()) {
            Branch branch = branches.next();
            if (branch.handle != null && !branch.waiting.isEmpty()) {
                return branch;
            }
        }
        return null;
    }
}
