package dev.linkwright.cli;

import java.nio.file.FileSystemException;
import java.util.function.Supplier;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;

/// A link system that another thread makes ready while this one reads the command line: to find it and to link the first
/// native function takes a process longer than all else before its first system call.
///
/// Who asks for it waits until that is done, so no class is initialised by two threads at once; and what prevents it is
/// told to who asks.
final class HeadStart implements Supplier<LinkSystem>, Runnable {
    private final Supplier<LinkSystem> system;
    private final Thread thread = new Thread(this, "linkwright-head-start");

    private HeadStart(Supplier<LinkSystem> system) {
        this.system = system;
    }

    static HeadStart with(Supplier<LinkSystem> system) {
        HeadStart headStart = new HeadStart(system);
        headStart.thread.setDaemon(true);
        headStart.thread.start();
        return headStart;
    }

    /// Looks at a directory that always answers.
    @Override
    public void run() {
        try {
            system.get().at(LinkPath.of("/")).status();
        } catch (FileSystemException | RuntimeException | LinkageError willBeToldToWhoAsks) {
            return;
        }
    }

    @Override
    public LinkSystem get() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return system.get();
    }
}
