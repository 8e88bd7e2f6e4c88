package dev.linkwright.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C while a tree is worked on: the work is asked to end, and the process stays until what was done has been told.
///
/// The JVM ends with 130 after SIGINT when its hooks have run; the program itself, which goes on meanwhile, ends with
/// [ExitCode#INTERRUPTED] as soon as it has written its results.
final class Interruption implements AutoCloseable {
    /// One file may be so large that nobody wants to wait for the end of its copy.
    private static final long MOST_SECONDS = 10;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitUntilTold, "linkwright-interrupt");
    private volatile boolean requested;

    private Interruption() {}

    /// Watches for it until it is closed.
    static Interruption watch() {
        Interruption interruption = new Interruption();
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException isEndingAlready) {
            interruption.requested = true;
        }
        return interruption;
    }

    boolean isRequested() {
        return requested;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            told.countDown();
        } catch (IllegalStateException isEnding) {
            // The hook waits until the results are written and the program halts.
            requested = true;
        }
    }

    private void waitUntilTold() {
        requested = true;
        try {
            if (!told.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
