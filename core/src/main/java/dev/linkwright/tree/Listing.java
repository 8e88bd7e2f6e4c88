package dev.linkwright.tree;

import dev.linkwright.Cursor;
import org.jspecify.annotations.Nullable;

/// A directory while it is listed: by the worker that has entered it, and in the middle of a long listing by others, which
/// find nothing else to do. The last one to leave goes on with the directory.
///
/// What changes is guarded by the lock of the [Agenda].
final class Listing implements Work {
    private final Branch branch;
    private final Cursor cursor;
    private int readers = 1;
    private long shown;
    private boolean failed;

    /// @param cursor of the worker that has entered the directory
    Listing(Branch branch, Cursor cursor) {
        this.branch = branch;
        this.cursor = cursor;
    }

    Branch branch() {
        return branch;
    }

    /// A cursor for one who has joined, over what nobody has been shown yet; null where the system has none.
    @Nullable
    Cursor split() {
        return cursor.trySplit();
    }

    /// Counts one more reader.
    void join() {
        readers++;
    }

    /// Notes that one of them was told of a failure. What keeps one from reading on mostly keeps all of them.
    ///
    /// @return whether it is the first one
    boolean fail() {
        boolean isFirst = !failed;
        failed = true;
        return isFirst;
    }

    /// Counts one reader less.
    ///
    /// @param seen how many entries it has been given
    /// @return whether it was the last one
    boolean leave(long seen) {
        shown += seen;
        readers--;
        return readers == 0;
    }

    /// Closes the cursor that it began with. For the last one to leave, as what follows.
    void close() {
        cursor.close();
    }

    /// How many entries all of them have been given.
    long shown() {
        return shown;
    }

    /// Whether one of them was told of a failure.
    boolean hasFailed() {
        return failed;
    }
}
