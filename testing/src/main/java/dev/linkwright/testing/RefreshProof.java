package dev.linkwright.testing;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;

/// Two threads that read a link over and over while it is refreshed: what they have seen.
///
/// ```java
/// RefreshProof seen = RefreshProof.of(links, link, 1_000_000, turn -> links.retarget(link, texts[turn % 2], options));
/// assertThat(seen.failures()).isEmpty();
/// ```
///
/// That they see no failure says something only if the same readers do see some beside somebody who deletes the link and
/// creates it anew.
public final class RefreshProof {
    private static final int ENOUGH_FAILURES = 100;

    private final Links links;
    private final LinkPath link;
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicLong reads = new AtomicLong();
    private final List<FileSystemException> failures = Collections.synchronizedList(new ArrayList<>());
    private final Set<LinkTarget> texts = ConcurrentHashMap.newKeySet();

    private RefreshProof(Links links, LinkPath link) {
        this.links = links;
        this.link = link;
    }

    /// Lets two threads read until they have read so often, or have failed a hundred times, and refreshes meanwhile.
    ///
    /// @throws FileSystemException if refreshing fails
    /// @throws InterruptedException if the caller is interrupted
    public static RefreshProof of(Links links, LinkPath link, long reads, Refresh refresh)
            throws FileSystemException, InterruptedException {
        RefreshProof proof = new RefreshProof(links, link);
        List<Thread> threads = List.of(new Thread(proof::read), new Thread(proof::read));
        threads.forEach(Thread::start);
        try {
            for (int turn = 1; proof.reads() < reads && proof.failures.size() < ENOUGH_FAILURES; turn++) {
                refresh.refresh(turn);
            }
        } finally {
            proof.done.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        return proof;
    }

    private void read() {
        while (!done.get()) {
            try {
                texts.add(links.read(link));
            } catch (FileSystemException e) {
                failures.add(e);
            }
            reads.incrementAndGet();
        }
    }

    /// How often it was read.
    public long reads() {
        return reads.get();
    }

    /// What went wrong while reading.
    public List<FileSystemException> failures() {
        return List.copyOf(failures);
    }

    /// The texts that were read.
    public Set<LinkTarget> texts() {
        return Set.copyOf(texts);
    }

    /// Refreshes the link once.
    @FunctionalInterface
    public interface Refresh {
        /// Gives it another text than in the turn before.
        ///
        /// @param turn counted from 1
        /// @throws FileSystemException if that fails
        void refresh(int turn) throws FileSystemException;
    }
}
