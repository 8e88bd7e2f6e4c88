package dev.linkwright.tree;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import org.jspecify.annotations.Nullable;

/// One walk: its parts, and its workers from start to end.
final class Walk {
    /// So many entries a worker sees before others are worth their while. In a JVM that has just begun they would only take the
    /// processors from its compiler, and do little themselves until that has done its work.
    static final long ENTRIES_ALONE = 4_096;
    /// In nanoseconds, for trees whose entries are slow to come.
    private static final long TIME_ALONE = 30_000_000;

    private final WalkOptions options;
    private final TreeVisitor visitor;
    private final Branch root;
    private final Agenda agenda = new Agenda();
    private final Handles handles;
    private final Borders borders;
    private final boolean passesFiles;
    private final boolean sharesListings;
    private final List<Walker> walkers = new ArrayList<>();
    private final List<Thread> helpers = new ArrayList<>();
    private volatile boolean hasAllWorkers;
    private final long begun = System.nanoTime();
    private @Nullable Throwable thrown;

    Walk(LinkSystem system, LinkPath path, Directory held, WalkOptions options, TreeVisitor visitor) {
        this.options = options;
        this.visitor = visitor;
        this.root = new Branch(path, held);
        int share = Math.max(1, (options.handles() - 1) / options.workers());
        this.handles = new Handles(agenda, system, held.path(), share);
        this.borders = new Borders(options, system.rules(), root);
        this.passesFiles = !visitor.wantsFiles() && options.exclusions().isEmpty();
        this.sharesListings = visitor.allowsConcurrentEntries() && options.workers() > 1;
    }

    /// Whether nobody asks for files: neither the visitor nor a pattern.
    boolean passesFiles() {
        return passesFiles;
    }

    /// Whether several workers may list one directory.
    boolean sharesListings() {
        return sharesListings;
    }

    TreeVisitor visitor() {
        return visitor;
    }

    Agenda agenda() {
        return agenda;
    }

    Handles handles() {
        return handles;
    }

    Borders borders() {
        return borders;
    }

    /// Does all of it, with the calling thread as the first worker.
    Walked run() {
        workOf(hire(), root).run();
        waitForHelpers();
        walkers.forEach(handles::closeAll);
        rethrow();
        return sum();
    }

    /// Ends it as soon as each worker has done what it is at.
    void stop() {
        agenda.stop();
    }

    /// Whether somebody has ended it.
    boolean isStopped() {
        return agenda.isStopped();
    }

    /// Whether a worker that has seen so many entries should call for help.
    boolean needsHelp(long entries) {
        return !hasAllWorkers
                && (entries >= ENTRIES_ALONE || options.workersAtOnce() || System.nanoTime() - begun > TIME_ALONE);
    }

    /// Lets one more work, if the options allow it and there is something to be begun.
    void callForHelp() {
        synchronized (agenda) {
            if (hasAllWorkers || agenda.isStopped() || agenda.isEmpty()) {
                return;
            }
            Walker walker = hire();
            Thread helper = new Thread(workOf(walker, null), "linkwright-walk-" + walkers.size());
            helper.setDaemon(true);
            helpers.add(helper);
            helper.start();
        }
    }

    /// Lets others help with a listing.
    void share(Listing listing) {
        agenda.add(listing);
        callForHelp();
    }

    private Walker hire() {
        Walker walker = new Walker(this);
        walkers.add(walker);
        handles.join(walker);
        hasAllWorkers = walkers.size() >= options.workers();
        return walker;
    }

    /// All that a worker does. What a visitor throws besides failures of the file system ends the walk.
    ///
    /// @param begin with what it begins; null for what waits
    private Runnable workOf(Walker walker, @Nullable Branch begin) {
        return () -> {
            try {
                if (begin != null) {
                    walker.visit(begin);
                }
                walker.work();
            } catch (RuntimeException | Error e) {
                note(e);
                stop();
            }
        };
    }

    private void note(Throwable e) {
        synchronized (agenda) {
            if (thrown == null) {
                thrown = e;
            } else if (!thrown.equals(e)) {
                thrown.addSuppressed(e);
            }
        }
    }

    /// Helpers are started by workers only, so when the last one in the list has ended there are no more.
    private void waitForHelpers() {
        boolean interrupted = false;
        for (int i = 0; i < helperCount(); i++) {
            Thread helper = helper(i);
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                    interruptHelpers();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Who interrupts the calling thread means all of them.
    private void interruptHelpers() {
        synchronized (agenda) {
            helpers.forEach(Thread::interrupt);
        }
    }

    private int helperCount() {
        synchronized (agenda) {
            return helpers.size();
        }
    }

    private Thread helper(int index) {
        synchronized (agenda) {
            return helpers.get(index);
        }
    }

    private void rethrow() {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private Walked sum() {
        long directories = 0;
        long entries = 0;
        long failures = 0;
        long vanished = 0;
        for (Walker walker : walkers) {
            directories += walker.directories();
            entries += walker.entries();
            failures += walker.failures();
            vanished += walker.vanished();
        }
        return new Walked(directories, entries, failures, vanished, agenda.isStopped());
    }
}
