package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.Capability;
import dev.linkwright.Cursor;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// A directory that is open: a descriptor and a count of those who are using it at this moment.
///
/// Closing forbids new uses, and whoever is the last to leave closes the descriptor. So no call can meet a descriptor
/// that has been closed and given to something else.
final class HeldDirectory extends PosixDirectory {
    private static final int CLOSED = 1 << 31;
    private static final int FREE = 0;
    private static final int IN_USE = 1;

    private final int fd;
    // Not variable handles: a walk opens a directory for every few entries, and these are quick without a compiler.
    private final AtomicInteger uses = new AtomicInteger();
    /// Whether a cursor has the position of the descriptor, of which there is only one.
    private final AtomicInteger listed = new AtomicInteger(FREE);
    /// Whether the descriptor has its first position. Guarded by [#listed].
    private boolean atStart;
    private @Nullable LinkCapabilities capabilities;
    /// Null until somebody asks; which file system a descriptor is on never changes.
    private @Nullable Boolean reparsePoints;

    HeldDirectory(Platform platform, LinkPath path, Opened opened) {
        super(platform, path);
        this.fd = opened.fd();
        this.atStart = opened.listable();
    }

    @Override
    int acquire(String operation) throws FileSystemException {
        int seen;
        do {
            seen = uses.get();
            if (seen < 0) {
                throw closed(operation);
            }
        } while (!uses.compareAndSet(seen, seen + 1));
        return fd;
    }

    @Override
    void release() {
        int before = uses.getAndDecrement();
        if (before == (CLOSED | 1)) {
            closeDescriptor();
        }
    }

    @Override
    public void close() {
        int seen;
        do {
            seen = uses.get();
        } while (!uses.compareAndSet(seen, seen | CLOSED));
        if (seen == 0) {
            closeDescriptor();
        }
    }

    @Override
    MemorySegment place(CText text, Name name) {
        return text.of(name);
    }

    @Override
    MemorySegment itself(CText text) {
        return text.ofBytes(HERE);
    }

    @Override
    public boolean mayHaveReparsePoints() throws FileSystemException {
        Boolean known = reparsePoints;
        if (known == null) {
            Ntfs3g ntfs3g = platform.ntfs3g();
            known = ntfs3g != null && ntfs3g.mayBeMounted() && capabilities().has(Capability.REPARSE_POINTS);
            reparsePoints = known;
        }
        return known;
    }

    @Override
    MemorySegment reachable(CText text, int dirfd, Name name) {
        return text.of(LinkPath.ofBytes(PathRules.POSIX, Platform.pathOfDescriptor(dirfd)), name);
    }

    @Override
    MemorySegment above(CText text) {
        return text.ofBytes(ABOVE);
    }

    @Override
    public LinkCapabilities capabilities() throws FileSystemException {
        LinkCapabilities known = capabilities;
        if (known != null) {
            return known;
        }
        int dirfd = acquire(LOOK);
        try (Scratch scratch = Scratch.take()) {
            known = platform.capabilities(scratch, dirfd);
        } catch (NativeCallException e) {
            throw refused(LOOK, path(), e);
        } finally {
            release();
        }
        capabilities = known;
        return known;
    }

    @Override
    public Status status() throws FileSystemException {
        int dirfd = acquire(LOOK);
        try (Scratch scratch = Scratch.take()) {
            return platform.status(scratch, dirfd);
        } catch (NativeCallException e) {
            throw refused(LOOK, path(), e);
        } finally {
            release();
        }
    }

    @Override
    public LinkPath physicalPath() throws FileSystemException {
        int dirfd = acquire(LOOK);
        try (Scratch scratch = Scratch.take()) {
            return platform.pathOf(scratch, dirfd).orElseThrow(() -> FailureDetails.of(LOOK, path(), Reason.NOT_FOUND)
                    .withRemark("no path leads to this directory now").toException());
        } catch (NativeCallException e) {
            throw refused(LOOK, path(), e);
        } finally {
            release();
        }
    }

    /// The first cursor reads from this very descriptor; one beside it needs a position of its own.
    @Override
    public Cursor list() throws FileSystemException {
        if (!listed.compareAndSet(FREE, IN_USE)) {
            return listAnew();
        }
        int dirfd = acquire(LIST);
        try {
            if (!atStart) {
                rewind(dirfd);
            }
            atStart = false;
        } catch (NativeCallException e) {
            // A descriptor that was opened with O_PATH has no position: the directory may be entered but not read.
            listed.setRelease(FREE);
            return listAnew();
        } finally {
            release();
        }
        return platform.list(this, () -> listed.setRelease(FREE));
    }

    @Override
    public @Nullable Reason whyNotFollowed(Cursor entry) {
        if (!(entry instanceof LinuxCursor own)) {
            return super.whyNotFollowed(entry);
        }
        int errno;
        try {
            int dirfd = acquire("follow");
            try {
                errno = own.errnoOfFollowing(dirfd);
            } finally {
                release();
            }
        } catch (FileSystemException closed) {
            return Reason.OTHER;
        }
        return platform.reason(errno);
    }

    FileSystemException refusedListing(NativeCallException call) {
        return new Refusal(platform, LIST, path(), call).ofListing();
    }

    FileSystemException closed(String operation) {
        return FailureDetails.of(operation, path(), Reason.OTHER).withRemark("the directory has been closed")
                .toException();
    }

    private void rewind(int dirfd) throws NativeCallException {
        try (Scratch scratch = Scratch.take()) {
            platform.calls.rewind(scratch, dirfd);
        }
    }

    private Cursor listAnew() throws FileSystemException {
        int dirfd = acquire(LIST);
        try (Scratch scratch = Scratch.take()) {
            return openedForListing(scratch, dirfd, scratch.first.ofBytes(HERE));
        } finally {
            release();
        }
    }

    private void closeDescriptor() {
        try (Scratch scratch = Scratch.take()) {
            platform.calls.close(scratch, fd);
        }
    }
}
