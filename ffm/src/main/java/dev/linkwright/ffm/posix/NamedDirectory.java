package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.util.Arrays;

import dev.linkwright.Cursor;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.ffm.posix.Platform.FollowLinks;

/// A directory that is only a path: every call resolves it anew, and there is nothing to close.
final class NamedDirectory extends PosixDirectory {
    private static final byte[] BELOW_TO_ABOVE = {'/', '.', '.'};

    private final BelievedPlaces believed;

    NamedDirectory(Platform platform, LinkPath path, BelievedPlaces believed) {
        super(platform, path);
        this.believed = believed;
    }

    @Override
    int acquire(String operation) {
        return platform.numbers.atFdcwd();
    }

    @Override
    void release() {
        // AT_FDCWD is not held.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    MemorySegment place(CText text, Name name) {
        return text.of(path(), name);
    }

    @Override
    MemorySegment itself(CText text) {
        return text.of(path());
    }

    @Override
    public boolean mayHaveReparsePoints() {
        Ntfs3g ntfs3g = platform.ntfs3g();
        return ntfs3g != null && ntfs3g.mayBeMounted();
    }

    @Override
    MemorySegment reachable(CText text, int dirfd, Name name) {
        return place(text, name);
    }

    @Override
    MemorySegment above(CText text) {
        return text.ofBytes(path().isEmpty() ? ABOVE : concatenated(path().bytes(), BELOW_TO_ABOVE));
    }

    @Override
    public LinkCapabilities capabilities() throws FileSystemException {
        try (Scratch scratch = Scratch.take()) {
            return platform.capabilities(scratch, scratch.first.of(path()));
        } catch (NativeCallException e) {
            throw refused(LOOK, path(), e);
        }
    }

    @Override
    public boolean isBelieved() throws FileSystemException {
        return believed.has(path(), this::capabilities);
    }

    @Override
    public Status status() throws FileSystemException {
        Status status;
        try (Scratch scratch = Scratch.take()) {
            status = platform.status(
                    scratch, platform.numbers.atFdcwd(), scratch.first.of(path()), FollowLinks.YES);
        } catch (NativeCallException e) {
            throw refused(LOOK, path(), e);
        }
        if (!status.isDirectory()) {
            throw FailureDetails.of(LOOK, path(), Reason.NOT_A_DIRECTORY).toException();
        }
        return status;
    }

    @Override
    public LinkPath physicalPath() throws FileSystemException {
        try (HeldDirectory held = PosixLinkSystem.hold(platform, path())) {
            return held.physicalPath();
        }
    }

    @Override
    public Cursor list() throws FileSystemException {
        try (Scratch scratch = Scratch.take()) {
            return openedForListing(scratch, platform.numbers.atFdcwd(), scratch.first.of(path()));
        }
    }

    private static byte[] concatenated(byte[] head, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
