package dev.linkwright.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// The directories that wait to be entered. Each worker goes down where it is, so that little is open at a time; one that
/// has nothing left takes from another one, as far up as possible, where most is to be done; and where nobody has anything
/// to be begun, it helps with a long listing.
///
/// Its lock guards what the workers share: the stacks here, the handles, and the guarded fields of [Branch].
final class Agenda {
    private final List<Deque<Branch>> stacks = new ArrayList<>();
    /// The long ones.
    private final Deque<Listing> listings = new ArrayDeque<>();
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

    /// Whether nothing is there that could be begun, or helped with, at this moment.
    synchronized boolean isEmpty() {
        return listings.isEmpty() && oldest() == null;
    }

    /// Lets others help with a listing.
    synchronized void add(Listing listing) {
        listings.addLast(listing);
        changed();
    }

    /// Tells that a worker could not read on in a listing.
    ///
    /// @return whether it was the first one
    synchronized boolean fail(Listing listing) {
        return listing.fail();
    }

    /// Tells that a worker leaves a listing, whose end it has seen, or a failure. No more will find anything in it.
    ///
    /// @return whether it was the last one
    synchronized boolean leave(Listing listing, long seen) {
        listings.remove(listing);
        return listing.leave(seen);
    }

    /// Begins a directory, or helps with one, waiting if there are none at the moment.
    ///
    /// @return a branch whose parent counts one more user, a listing that has one more reader, or null if all is done or
    ///     the walk is stopped
    synchronized @Nullable Work begin(int worker) {
        while (!over && !stopped) {
            Branch own = newest(stacks.get(worker));
            Branch parent = own == null ? oldest() : own;
            if (parent != null) {
                Branch.Way way = parent.waiting.nextIsLink() ? Branch.Way.THROUGH_LINK : Branch.Way.ITSELF;
                parent.users++;
                parent.running++;
                return new Branch(parent, parent.waiting.take(), way);
            }
            Listing listing = listings.peekFirst();
            if (listing != null) {
                listing.join();
                return listing;
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
