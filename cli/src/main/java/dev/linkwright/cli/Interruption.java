package dev.linkwright.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C while a tree is worked on: the work is asked to end, and the process stays until what was done has been told.
///
/// The JVM ends with 130 after SIGINT when its hooks have run; the program itself, which goes on meanwhile, ends with
/// [ExitCode#INTERRUPTED] as soon as it has written its results.
final class Interruption implements AutoCloseable {
    /// A device may be so slow that nobody wants to wait for it.
    private static final long MOST_SECONDS = 10;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitUntilTold, "linkwright-interrupt");
    private final Runnable wake;
    private volatile boolean requested;

    private Interruption(Runnable wake) {
        this.wake = wake;
    }

    /// Watches for it until it is closed.
    static Interruption watch() {
        return watch(() -> {});
    }

    /// Watches for it until it is closed, and wakes who may be at something long then.
    static Interruption watch(Runnable wake) {
        Interruption interruption = new Interruption(wake);
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
        wake.run();
        try {
            if (!told.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
