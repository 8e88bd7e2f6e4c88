package dev.linkwright.tree;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Status;
import org.jspecify.annotations.Nullable;

/// What all parts of one copy share: the options, what has been done, lost and refused so far.
final class CopyRun {
    final LongAdder directories = new LongAdder();
    final LongAdder links = new LongAdder();
    final LongAdder files = new LongAdder();
    final LongAdder hardLinks = new LongAdder();
    final LongAdder bytes = new LongAdder();

    private final AtomicInteger entries = new AtomicInteger();
    private final LinkSystem system;
    private final CopyOptions options;
    private final Failures failures;
    private final Losses losses = new Losses();
    private volatile AttributeCopy attributes = new AttributeCopy(losses, null);
    private volatile boolean stopped;

    CopyRun(LinkSystem system, CopyOptions options) {
        this.system = system;
        this.options = options;
        this.failures = new Failures(options.observer());
    }

    LinkSystem system() {
        return system;
    }

    CopyOptions options() {
        return options;
    }

    Failures failures() {
        return failures;
    }

    Losses losses() {
        return losses;
    }

    AttributeCopy attributes() {
        return attributes;
    }

    /// Everything that is made below a directory has the owner and group that the directory got when it was made: those of
    /// the process, or where a group is inherited, which the sub-directories then do too, that one.
    void learnMaker(Status.@Nullable Ownership maker) {
        attributes = new AttributeCopy(losses, maker);
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /// Tells the observer, who may end it.
    Decision progress() {
        long objects = directories.sum() + links.sum() + files.sum() + hardLinks.sum();
        if (options.observer().progressed(objects) == Decision.STOP) {
            stop();
        }
        return stopped ? Decision.STOP : Decision.CONTINUE;
    }

    /// Tells the observer after each few objects.
    Decision entryDone() {
        boolean isTimeToTell = (entries.incrementAndGet() & TreeDeletion.EACH_MANY) == 0;
        return isTimeToTell ? progress() : Decision.CONTINUE;
    }

    Copied result(LinkPath source, LinkPath destination, FileType type) {
        return new Copied(source, destination, type, directories.sum(), links.sum(), files.sum(), hardLinks.sum(),
                bytes.sum(), losses.all(), failures.all(), stopped);
    }
}
