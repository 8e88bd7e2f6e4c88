package dev.linkwright.tree;

import java.nio.file.FileSystemException;

import dev.linkwright.LinkFailure;
import dev.linkwright.Reason;

/// Repeats what a signal has interrupted. The system does not tell whether it has happened: who removes something takes
/// its absence for success the second time; who makes something reports that the name is taken. Whoever interrupts the
/// thread itself wants it to end.
final class Retry {
    private static final int MOST = 100;

    private Retry() {}

    /// Does it again while it is interrupted.
    static void whileInterrupted(Action action) throws FileSystemException {
        value(() -> {
            action.run();
            return action;
        });
    }

    /// Does it again while it is interrupted.
    static <T> T value(Question<T> question) throws FileSystemException {
        for (int tries = 1;; tries++) {
            try {
                return question.ask();
            } catch (FileSystemException e) {
                boolean isFinal = tries == MOST || Thread.currentThread().isInterrupted();
                if (isFinal || reasonOf(e) != Reason.INTERRUPTED) {
                    throw e;
                }
            }
        }
    }

    static Reason reasonOf(FileSystemException e) {
        return e instanceof LinkFailure failure ? failure.reason() : Reason.OTHER;
    }

    /// What is done.
    @FunctionalInterface
    interface Action {
        void run() throws FileSystemException;
    }

    /// What is done and has an answer.
    @FunctionalInterface
    interface Question<T> {
        T ask() throws FileSystemException;
    }
}
