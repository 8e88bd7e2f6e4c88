package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.nio.file.ProviderMismatchException;
import java.util.Objects;

import dev.linkwright.Capability;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Identity;
import dev.linkwright.LinkNotFoundException;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.NotALinkException;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.ffm.posix.Platform.FollowLinks;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// The primitives, each one system call on a directory descriptor and a path: the descriptor of a held directory and a
/// bare name, or `AT_FDCWD` and the whole path.
abstract sealed class PosixDirectory implements Directory permits HeldDirectory, NamedDirectory {
    static final String LOOK = "look at";
    static final String LIST = "list";
    static final byte[] HERE = {'.'};
    static final byte[] ABOVE = {'.', '.'};

    private static final String OPEN = "open";
    private static final String READ = "read";
    private static final String READ_REPARSE_DATA = "read reparse data of";
    private static final String CREATE = "create";
    private static final String HARD_LINK = "make hard link";
    private static final String MAKE_DIRECTORY = "make directory";
    private static final String RENAME = "rename";
    private static final String REMOVE = "remove";
    private static final String REMOVE_DIRECTORY = "remove directory";
    private static final int ONLY_OWNER = 0700;
    private static final int WHAT_UMASK_LEAVES = 0777;

    final Platform platform;
    private final LinkPath path;

    PosixDirectory(Platform platform, LinkPath path) {
        this.platform = platform;
        this.path = path;
    }

    /// The descriptor from which [#place] counts. Until [#release] it stays open.
    abstract int acquire(String operation) throws FileSystemException;

    abstract void release();

    /// The path of a name, counted from the descriptor.
    abstract MemorySegment place(CText text, Name name);

    /// The path of the directory itself.
    abstract MemorySegment itself(CText text);

    /// A directory that is not held says yes wherever there may be any; then the objects tell.
    @Override
    public abstract boolean mayHaveReparsePoints() throws FileSystemException;

    /// The path of a name, counted from nowhere: for functions that take no descriptor.
    abstract MemorySegment reachable(CText text, int dirfd, Name name);

    /// The path of the directory above.
    abstract MemorySegment above(CText text);

    @Override
    public final LinkPath path() {
        return path;
    }

    @Override
    public final Directory open(Name name) throws FileSystemException {
        int dirfd = acquire(OPEN);
        try (Scratch scratch = Scratch.take()) {
            return new HeldDirectory(platform, path.resolve(name),
                    platform.openDirectory(scratch, dirfd, place(scratch.first, name), FollowLinks.NO));
        } catch (NativeCallException e) {
            throw new Refusal(platform, OPEN, path.resolve(name), e).ofOpening(this, name);
        } finally {
            release();
        }
    }

    @Override
    public final Directory openParent(Identity expected) throws FileSystemException {
        LinkPath parent = path.resolve(LinkPath.ofBytes(PathRules.POSIX, ABOVE));
        Directory above = openAbove(parent);
        boolean isExpected = false;
        try {
            isExpected = expected.equals(above.status().identity());
        } finally {
            if (!isExpected) {
                above.close();
            }
        }
        if (isExpected) {
            return above;
        }
        throw FailureDetails.of(OPEN, parent, Reason.CHANGED_BY_OTHERS).toException();
    }

    private Directory openAbove(LinkPath parent) throws FileSystemException {
        int dirfd = acquire(OPEN);
        try (Scratch scratch = Scratch.take()) {
            return new HeldDirectory(platform, parent,
                    platform.openDirectory(scratch, dirfd, above(scratch.first), FollowLinks.YES));
        } catch (NativeCallException e) {
            throw refused(OPEN, parent, e);
        } finally {
            release();
        }
    }

    @Override
    public final Status stat(Name name) throws FileSystemException {
        Status status = status(LOOK, name, FollowLinks.NO);
        return mayHaveReparsePoints() ? new NtfsObject(this, name).described(status) : status;
    }

    @Override
    public final Status follow(Name name) throws FileSystemException {
        try {
            return status("follow", name, FollowLinks.YES);
        } catch (LinkNotFoundException dangling) {
            if (mayHaveReparsePoints()) {
                new NtfsObject(this, name).requirePlaceHere(dangling);
            }
            throw dangling;
        }
    }

    @Override
    public final LinkTarget readLink(Name name) throws FileSystemException {
        return mayHaveReparsePoints() ? new NtfsObject(this, name).text() : readPlainLink(name);
    }

    @Override
    public final @Nullable Step readStep(Name name) throws FileSystemException {
        if (!mayHaveReparsePoints()) {
            LinkTarget text = readPlainLinkIfAny(name);
            return text == null ? null : new Step(text, text);
        }
        try {
            return new NtfsObject(this, name).step();
        } catch (NotALinkException e) {
            return null;
        }
    }

    /// Null if something else stands there, which on the way along a path is nothing special: not worth an exception.
    private @Nullable LinkTarget readPlainLinkIfAny(Name name) throws FileSystemException {
        int dirfd = acquire(READ);
        try (Scratch scratch = Scratch.take()) {
            return LinkText.readIfAny(platform.calls, scratch, dirfd, place(scratch.first, name));
        } catch (NativeCallException e) {
            throw new Refusal(platform, READ, path.resolve(name), e).ofReading();
        } finally {
            release();
        }
    }

    /// For those who have asked [#mayHaveReparsePoints].
    final Ntfs3g requireNtfs3g() {
        return Objects.requireNonNull(platform.ntfs3g(), "a system without ntfs-3g");
    }

    /// What the system itself says that the text is.
    final LinkTarget readPlainLink(Name name) throws FileSystemException {
        int dirfd = acquire(READ);
        try (Scratch scratch = Scratch.take()) {
            return LinkText.read(platform.calls, scratch, dirfd, place(scratch.first, name));
        } catch (NativeCallException e) {
            throw new Refusal(platform, READ, path.resolve(name), e).ofReading();
        } finally {
            release();
        }
    }

    @Override
    public final @Nullable Reason whyNotThere(Name name) {
        int errno;
        try {
            int dirfd = acquire(LOOK);
            try (Scratch scratch = Scratch.take()) {
                errno = platform.errnoOfLooking(scratch, dirfd, place(scratch.first, name), FollowLinks.NO);
            } finally {
                release();
            }
        } catch (FileSystemException closed) {
            return Reason.OTHER;
        }
        return platform.reason(errno);
    }

    @Override
    public final void makeLink(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
        if (target.isEmpty()) {
            throw Refusal.ofEmptyText(CREATE, path.resolve(name), target);
        }
        int dirfd = acquire(CREATE);
        try (Scratch scratch = Scratch.take()) {
            platform.calls.symlinkat(scratch, scratch.second.of(target), dirfd, place(scratch.first, name));
        } catch (NativeCallException e) {
            throw new Refusal(platform, CREATE, path.resolve(name), e).ofMakingLink(this, name, target);
        } finally {
            release();
        }
    }

    @Override
    public final void makeHardLink(Name name, Directory from, Name existing) throws FileSystemException {
        PosixDirectory source = own(from);
        int dirfd = acquire(HARD_LINK);
        try {
            int sourceFd = source.acquire(HARD_LINK);
            try (Scratch scratch = Scratch.take()) {
                platform.calls.linkat(scratch, sourceFd, source.place(scratch.first, existing), dirfd,
                        place(scratch.second, name));
            } catch (NativeCallException e) {
                throw new Refusal(platform, HARD_LINK, path.resolve(name), e).ofHardLink(this, source, existing);
            } finally {
                source.release();
            }
        } finally {
            release();
        }
    }

    @Override
    public final void makePrivateDirectory(Name name) throws FileSystemException {
        makeDirectory(name, ONLY_OWNER);
    }

    @Override
    public final void makeDirectory(Name name) throws FileSystemException {
        makeDirectory(name, WHAT_UMASK_LEAVES);
    }

    @Override
    public final void rename(Name from, Directory to, Name newName, RenameMode mode) throws FileSystemException {
        PosixDirectory destination = own(to);
        int dirfd = acquire(RENAME);
        try {
            int newDirfd = destination.acquire(RENAME);
            try (Scratch scratch = Scratch.take()) {
                platform.rename(scratch, dirfd, place(scratch.first, from), newDirfd,
                        destination.place(scratch.second, newName), mode);
            } catch (NativeCallException e) {
                throw new Refusal(platform, RENAME, path.resolve(from), e)
                        .ofRename(this, from, destination.path().resolve(newName), mode);
            } finally {
                destination.release();
            }
        } finally {
            release();
        }
    }

    @Override
    public final void unlink(Name name) throws FileSystemException {
        int dirfd = acquire(REMOVE);
        try (Scratch scratch = Scratch.take()) {
            platform.calls.unlinkat(scratch, dirfd, place(scratch.first, name), 0);
        } catch (NativeCallException e) {
            throw new Refusal(platform, REMOVE, path.resolve(name), e).ofUnlinking(this, name);
        } finally {
            release();
        }
    }

    @Override
    public final void removeDirectory(Name name) throws FileSystemException {
        int dirfd = acquire(REMOVE_DIRECTORY);
        try (Scratch scratch = Scratch.take()) {
            platform.calls.unlinkat(scratch, dirfd, place(scratch.first, name), platform.numbers.atRemovedir());
        } catch (NativeCallException e) {
            throw new Refusal(platform, REMOVE_DIRECTORY, path.resolve(name), e).ofRemovingDirectory();
        } finally {
            release();
        }
    }

    @Override
    public final void removeLink(Name name, Judge judge) throws FileSystemException {
        Status status = stat(name);
        judge.judge(status, status.reparseTag() == 0 ? null : readReparseData(name));
        unlink(name);
    }

    @Override
    public final Contents contents() throws FileSystemException {
        Contents contents = platform.contents(this);
        return contents == null ? Directory.super.contents() : contents;
    }

    @Override
    public final byte @Nullable [] readReparseData(Name name) throws FileSystemException {
        return mayHaveReparsePoints() && capabilities().has(Capability.REPARSE_POINTS)
                ? new NtfsObject(this, name).reparseData(READ_REPARSE_DATA)
                : Directory.super.readReparseData(name);
    }

    @Override
    public final void makeReparsePoint(Name name, byte[] data, TargetKind kind) throws FileSystemException {
        if (mayHaveReparsePoints() && capabilities().has(Capability.REPARSE_POINTS)) {
            new NtfsReparsePoint(this, name, data).make(kind);
        } else {
            Directory.super.makeReparsePoint(name, data, kind);
        }
    }

    @Override
    public final void replaceReparseData(Name name, byte[] expected, byte[] data) throws FileSystemException {
        if (mayHaveReparsePoints() && capabilities().has(Capability.REPARSE_POINTS)) {
            new NtfsReparsePoint(this, name, data).replace(expected);
        } else {
            Directory.super.replaceReparseData(name, expected, data);
        }
    }

    /// A cursor over the directory at a path, which is opened for it alone.
    final Cursor openedForListing(Scratch scratch, int dirfd, MemorySegment place) throws FileSystemException {
        try {
            HeldDirectory own = new HeldDirectory(platform, path,
                    new Opened(platform.openForListing(scratch, dirfd, place), true));
            return platform.list(own, own::close);
        } catch (NativeCallException e) {
            throw refused(LIST, path, e);
        }
    }

    final FileSystemException refused(String operation, LinkPath link, NativeCallException call) {
        return new Refusal(platform, operation, link, call).toException();
    }

    private Status status(String operation, Name name, FollowLinks followLinks) throws FileSystemException {
        int dirfd = acquire(operation);
        try (Scratch scratch = Scratch.take()) {
            return statusByAnyMeans(scratch, dirfd, name, followLinks);
        } catch (NativeCallException e) {
            throw refused(operation, path.resolve(name), e);
        } finally {
            release();
        }
    }

    /// An object that has just become a reparse point is remembered as what it was, and the first look at it answers EIO
    /// (`docs/windows-links.md`, "NTFS on Linux").
    private Status statusByAnyMeans(Scratch scratch, int dirfd, Name name, FollowLinks followLinks)
            throws NativeCallException, FileSystemException {
        try {
            return platform.status(scratch, dirfd, place(scratch.first, name), followLinks);
        } catch (NativeCallException e) {
            if (e.code() == Errno.EIO.linux() && mayHaveReparsePoints()) {
                return platform.status(scratch, dirfd, place(scratch.first, name), followLinks);
            }
            throw e;
        }
    }

    private void makeDirectory(Name name, int mode) throws FileSystemException {
        int dirfd = acquire(MAKE_DIRECTORY);
        try (Scratch scratch = Scratch.take()) {
            platform.makeDirectory(scratch, dirfd, place(scratch.first, name), mode);
        } catch (NativeCallException e) {
            throw new Refusal(platform, MAKE_DIRECTORY, path.resolve(name), e).ofMakingDirectory();
        } finally {
            release();
        }
    }

    private static PosixDirectory own(Directory directory) {
        if (directory instanceof PosixDirectory own) {
            return own;
        }
        throw new ProviderMismatchException("a directory of another link system");
    }
}
