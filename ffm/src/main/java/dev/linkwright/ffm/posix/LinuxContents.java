package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;

/// Contents and attributes on Linux, found from the descriptor of their directory.
final class LinuxContents implements Contents {
    static final int O_WRONLY = 0x1;
    static final int O_CREAT = 0x40;
    static final int O_EXCL = 0x80;
    static final int O_NONBLOCK = 0x800;

    private static final String LOOK = "look at";
    private static final String OPEN = "open";
    private static final String CREATE = "create";
    private static final int ONLY_OWNER = 0600;

    private final Linux platform;
    private final PosixDirectory directory;

    LinuxContents(Linux platform, PosixDirectory directory) {
        this.platform = platform;
        this.directory = directory;
    }

    @Override
    public Attributes attributes(Name name) throws FileSystemException {
        return call(LOOK, name, (scratch, dirfd, place) -> platform.attributes(
                scratch, dirfd, place, platform.numbers.atSymlinkNofollow()));
    }

    /// With `O_NONBLOCK`, so that what has become a pipe in the meantime is not waited for.
    @Override
    public HeldObject openFile(Name name, Attributes expected) throws FileSystemException {
        if (expected.type() != FileType.FILE) {
            throw otherThanExpected(name, expected);
        }
        LinkPath path = path(name);
        int flags = numbers().oNofollow() | numbers().oCloexec() | O_NONBLOCK;
        int fd = openAt(name, flags);
        LinuxObject file = LinuxObject.open(platform, path, fd);
        boolean isExpected = false;
        try {
            Attributes found = file.look();
            Identity identity = found.identity();
            isExpected = found.type() == FileType.FILE && identity != null && identity.equals(expected.identity());
        } finally {
            if (!isExpected) {
                file.close();
            }
        }
        if (isExpected) {
            return file;
        }
        throw FailureDetails.of(OPEN, path, Reason.CHANGED_BY_OTHERS).toException();
    }

    @Override
    public HeldObject createFile(Name name) throws FileSystemException {
        int flags = O_WRONLY | O_CREAT | O_EXCL | numbers().oNofollow() | numbers().oCloexec();
        int fd = call(CREATE, name, (scratch, dirfd, place) -> LinuxCalls.create(
                scratch, dirfd, place, flags, ONLY_OWNER));
        return LinuxObject.open(platform, path(name), fd);
    }

    @Override
    public HeldObject hold(Name name) throws FileSystemException {
        int fd = openAt(name, Linux.O_PATH | numbers().oNofollow() | numbers().oCloexec());
        return LinuxObject.byPath(platform, path(name), fd);
    }

    @Override
    public HeldObject holdDirectory() throws FileSystemException {
        int dirfd = directory.acquire(OPEN);
        try (Scratch scratch = Scratch.take()) {
            int fd = platform.openForListing(scratch, dirfd, directory.itself(scratch.first));
            return LinuxObject.open(platform, directory.path(), fd);
        } catch (NativeCallException e) {
            throw directory.refused(OPEN, directory.path(), e);
        } finally {
            directory.release();
        }
    }

    @Override
    public void makeSpecialFile(Name name, FileType type, long device) throws FileSystemException {
        int mode = ONLY_OWNER | typeBits(name, type);
        call(CREATE, name, (scratch, dirfd, place) -> {
            FileCalls.mknodat(scratch, dirfd, place, mode, device);
            return name;
        });
    }

    @Override
    public List<LinkPath> mountsBelow() throws FileSystemException {
        return MountTable.below(directory.physicalPath());
    }

    private int typeBits(Name name, FileType type) throws FileSystemException {
        return switch (type) {
            case FIFO -> Platform.S_IFIFO;
            case SOCKET -> Platform.S_IFSOCK;
            case CHARACTER_DEVICE -> Platform.S_IFCHR;
            case BLOCK_DEVICE -> Platform.S_IFBLK;
            default -> throw FailureDetails.of(CREATE, path(name), Reason.CAPABILITY_MISSING)
                    .withRemark("it is no named pipe, socket or device").toException();
        };
    }

    private int openAt(Name name, int flags) throws FileSystemException {
        int dirfd = directory.acquire(OPEN);
        try (Scratch scratch = Scratch.take()) {
            return platform.calls.openat(scratch, dirfd, directory.place(scratch.first, name), flags);
        } catch (NativeCallException e) {
            throw new Refusal(platform, OPEN, path(name), e).ofOpening(directory, name);
        } finally {
            directory.release();
        }
    }

    private FileSystemException otherThanExpected(Name name, Attributes expected) {
        Reason reason = expected.status().isSymbolicLink() ? Reason.IS_A_LINK : Reason.OTHER;
        return FailureDetails.of(OPEN, path(name), reason).withRemark("it is no regular file").toException();
    }

    private LinkPath path(Name name) {
        return directory.path().resolve(name);
    }

    private Numbers numbers() {
        return platform.numbers;
    }

    private <T> T call(String operation, Name name, Call<T> call) throws FileSystemException {
        int dirfd = directory.acquire(operation);
        try (Scratch scratch = Scratch.take()) {
            return call.make(scratch, dirfd, directory.place(scratch.first, name));
        } catch (NativeCallException e) {
            throw directory.refused(operation, path(name), e);
        } finally {
            directory.release();
        }
    }

    /// A call on a name, counted from the descriptor of the directory.
    @FunctionalInterface
    private interface Call<T> {
        T make(Scratch scratch, int dirfd, MemorySegment place) throws NativeCallException;
    }
}
