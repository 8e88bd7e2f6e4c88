package dev.linkwright.tree;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// One scan: a walk that works ahead of its reader.
final class Scan implements TreeVisitor, Placeholders.Findings {
    /// So many events are handed over at once: waking the reader costs as much as examining some links.
    private static final int BATCH = 128;
    private static final long LONGEST_WAIT = 50_000_000;

    private final Examiner examiner;
    /// Null if nobody wants to know of them: then nothing is looked at for it.
    private final @Nullable Placeholders placeholders;
    private final Walk walk;
    private final Directory root;
    private final ScanQueue queue = new ScanQueue();
    private final AtomicLong directories = new AtomicLong();
    private final AtomicLong entries = new AtomicLong();
    /// All workers count, for every link.
    private final LongAdder links = new LongAdder();
    private volatile LinkPath current;
    private volatile @Nullable Throwable thrown;
    /// Guarded by this.
    private List<ScanEvent> batch = new ArrayList<>(BATCH);
    private volatile long lastHandOver = System.nanoTime();
    private @Nullable Thread worker;

    /// @param root held; closed by the scan
    /// @throws FileSystemException if the root cannot be looked at
    Scan(LinkSystem system, LinkPath path, Directory root, ScanOptions options) throws FileSystemException {
        this.root = root;
        this.current = path;
        this.examiner = new Examiner(system, options, root);
        boolean wantsPlaceholders = options.judgement() == ScanOptions.Judgement.FULL
                && options.wanted().contains(Verdict.GIT_PLACEHOLDER);
        this.placeholders = wantsPlaceholders ? new Placeholders(system.rules(), options.walk(), this) : null;
        this.walk = new Walk(system, path, root, options.walk(), this);
    }

    /// Begins, and gives what is found; closing the stream ends the scan and waits until nothing of it runs.
    Stream<ScanEvent> events() {
        Thread first = new Thread(this::run, "linkwright-scan");
        first.setDaemon(true);
        worker = first;
        first.start();
        int traits = Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Reader(), traits), false)
                .onClose(this::close);
    }

    private void run() {
        try (root) {
            walk.run();
            handOver(progress());
        } catch (RuntimeException | Error e) {
            thrown = e;
        } finally {
            queue.complete();
        }
    }

    private void close() {
        queue.close();
        walk.stop();
        boolean interrupted = false;
        Thread first = worker;
        while (first != null && first.isAlive()) {
            try {
                first.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean wantsFiles() {
        return false;
    }

    @Override
    public boolean allowsConcurrentEntries() {
        return true;
    }

    @Override
    public Decision enter(TreeDirectory directory) {
        directories.incrementAndGet();
        if (isTimeToTell()) {
            current = directory.path();
            say(progress());
        }
        return Decision.CONTINUE;
    }

    @Override
    public Decision entry(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
        if (Examiner.mayBeLink(entry)) {
            links.increment();
            ScanEvent.Found found = examined(directory, entry);
            return found == null || say(found) ? Decision.CONTINUE : Decision.STOP;
        }
        if (placeholders != null && placeholders.marksWorkTree(entry)) {
            placeholders.find(directory, entry.name());
        }
        return Decision.CONTINUE;
    }

    @Override
    public boolean found(ScanEvent.Found placeholder) {
        return say(placeholder);
    }

    @Override
    public boolean goesOn() {
        if (isTimeToTell()) {
            say(progress());
        }
        return !walk.isStopped();
    }

    /// A link that has vanished, or become something else, since it was listed is none any more.
    private ScanEvent.@Nullable Found examined(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
        try {
            return examiner.examine(directory, entry);
        } catch (FileSystemException e) {
            Reason reason = LinkFailure.detailsOf(e, "examine", directory.path()).reason();
            if (reason == Reason.NOT_FOUND || reason == Reason.NOT_A_LINK) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void listed(TreeDirectory directory, long shown) {
        entries.addAndGet(shown);
    }

    @Override
    public void failed(WalkFailure failure) {
        say(new ScanEvent.Failed(failure));
    }

    /// Where the options draw a border, that is what was asked for.
    @Override
    public void notEntered(TreeDirectory parent, Name name, NotEntered why) {
        if (why == NotEntered.WOULD_BE_FETCHED) {
            LinkPath path = parent.path().resolve(name);
            failed(new WalkFailure(parent.depth() + 1, FailureDetails.of("scan", path, Reason.UNREACHABLE)
                    .withRemark(CloudFiles.REMARK)));
        }
    }

    private ScanEvent.Progress progress() {
        return new ScanEvent.Progress(directories.get(), entries.get(), links.sum(), current);
    }

    private boolean isTimeToTell() {
        return System.nanoTime() - lastHandOver > LONGEST_WAIT;
    }

    private boolean say(ScanEvent event) {
        List<ScanEvent> full;
        synchronized (this) {
            batch.add(event);
            if (batch.size() < BATCH && System.nanoTime() - lastHandOver <= LONGEST_WAIT) {
                return true;
            }
            full = batch;
            batch = new ArrayList<>(BATCH);
            lastHandOver = System.nanoTime();
        }
        return queue.put(full);
    }

    private void handOver(ScanEvent last) {
        List<ScanEvent> rest;
        synchronized (this) {
            rest = batch;
            batch = new ArrayList<>();
        }
        rest.add(last);
        queue.put(rest);
    }

    /// Reads the queue, batch by batch.
    private final class Reader implements Iterator<ScanEvent> {
        private Iterator<ScanEvent> batch = List.<ScanEvent>of().iterator();

        @Override
        public boolean hasNext() {
            while (!batch.hasNext()) {
                List<ScanEvent> next = queue.take();
                if (next == null) {
                    rethrow();
                    return false;
                }
                batch = next.iterator();
            }
            return true;
        }

        @Override
        public ScanEvent next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the scan is at its end");
            }
            return batch.next();
        }

        private void rethrow() {
            if (queue.isInterrupted()) {
                throw new UncheckedIOException(
                        new InterruptedIOException("the scan was interrupted: not everything was examined"));
            }
            Throwable failure = thrown;
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }
    }
}
