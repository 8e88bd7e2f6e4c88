package dev.linkwright.tree;

import dev.linkwright.FailureDetails;

/// Is told how a deletion or copy is getting on. Called by several threads at the same time.
public interface TreeObserver {
    /// Something could not be done; the work goes on. The result has it too.
    default void failed(FailureDetails failure) {}

    /// Called now and then, at least once for each directory.
    ///
    /// @param objects how many have been done so far
    /// @return [Decision#STOP] to end the work as soon as possible; what has been done stays done
    default Decision progressed(long objects) {
        return Decision.CONTINUE;
    }
}
