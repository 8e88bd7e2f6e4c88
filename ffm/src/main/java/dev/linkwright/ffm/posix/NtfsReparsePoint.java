package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Optional;

import dev.linkwright.Cursor;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import dev.linkwright.TemporaryNames;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseTag;
import dev.linkwright.reparse.WriteRefusal;

/// Makes and changes reparse points on a volume of ntfs-3g, with the checks that Windows would make: the driver makes
/// none, and would hide the contents of a directory that is not empty.
///
/// Facts about the driver, and what was tried: `docs/windows-links.md`, "NTFS on Linux".
final class NtfsReparsePoint {
    private static final String MAKE = "make reparse point";
    private static final String REPLACE = "replace reparse data of";
    private static final int AS_UMASK_LEAVES = 0666;

    private final PosixDirectory directory;
    private final Name name;
    private final byte[] data;
    private final Ntfs3g ntfs3g;

    NtfsReparsePoint(PosixDirectory directory, Name name, byte[] data) {
        this.directory = directory;
        this.name = name;
        this.data = data.clone();
        this.ntfs3g = directory.requireNtfs3g();
    }

    /// Makes a new object with the data.
    void make(TargetKind kind) throws FileSystemException {
        requireWritable(MAKE);
        boolean isMountPoint = NtfsObject.tag(data) == ReparseTag.MOUNT_POINT.value();
        if (isMountPoint && kind != TargetKind.DIRECTORY) {
            throw refusal(MAKE, name, Reason.NOT_A_DIRECTORY).withRemark("a mount point is a directory").toException();
        }
        if (kind == TargetKind.DIRECTORY) {
            makeDirectory();
        } else {
            makeFile();
        }
    }

    /// A file gets its data under a temporary name and then its own name by a hard link, which never replaces: the
    /// driver has no rename that would not. So nobody sees it without data, under its name.
    private void makeFile() throws FileSystemException {
        Name temporary = TemporaryNames.next();
        try {
            int fd = newFile(temporary);
            try {
                set(fd, MAKE, temporary, Ntfs3g.XATTR_CREATE);
            } finally {
                close(fd);
            }
            requireAsSet(temporary);
            directory.makeHardLink(name, directory, temporary);
        } catch (FileSystemException e) {
            throw withoutTemporary(temporary, e);
        }
        try {
            directory.unlink(temporary);
        } catch (FileSystemException e) {
            throw alsoSaying(e, "it is made, and has the name '" + directory.path().resolve(temporary) + "' too");
        }
    }

    private int newFile(Name temporary) throws FileSystemException {
        int dirfd = directory.acquire(MAKE);
        try (Scratch scratch = Scratch.take()) {
            int flags = Linux.O_CREAT | Linux.O_EXCL | Linux.O_WRONLY | directory.platform.numbers.oNofollow()
                    | directory.platform.numbers.oCloexec();
            return LinuxCalls.create(scratch, dirfd, directory.place(scratch.first, temporary), flags, AS_UMASK_LEAVES);
        } catch (NativeCallException e) {
            throw new Refusal(directory.platform, MAKE, directory.path().resolve(name), e).ofMakingDirectory();
        } finally {
            directory.release();
        }
    }

    private FileSystemException withoutTemporary(Name temporary, FileSystemException because) {
        try {
            directory.unlink(temporary);
        } catch (FileSystemException e) {
            boolean notMade = LinkFailure.detailsOf(e, MAKE, directory.path()).reason() == Reason.NOT_FOUND;
            return notMade
                    ? because
                    : alsoSaying(because, "'" + directory.path().resolve(temporary) + "' is left");
        }
        return because;
    }

    /// A directory gets its data under its own name: it can have no second one, and a rename would replace what others
    /// put there meanwhile. For a moment it is an ordinary empty directory.
    private void makeDirectory() throws FileSystemException {
        directory.makeDirectory(name);
        try (HeldDirectory made = (HeldDirectory) directory.open(name)) {
            requireEmpty(made);
            int fd = made.acquire(MAKE);
            try {
                set(fd, MAKE, name, Ntfs3g.XATTR_CREATE);
            } finally {
                made.release();
            }
        } catch (FileSystemException e) {
            throw withoutDirectory(e);
        }
        requireAsSet(name);
    }

    private void requireEmpty(HeldDirectory made) throws FileSystemException {
        try (Cursor cursor = made.list()) {
            if (cursor.next()) {
                throw refusal(MAKE, name, Reason.CHANGED_BY_OTHERS)
                        .withRemark("somebody puts things into the directory that is to become a link").toException();
            }
        }
    }

    /// Removes the directory again, which the system refuses if it is not empty or something else by now.
    private FileSystemException withoutDirectory(FileSystemException because) {
        try {
            directory.removeDirectory(name);
            return because;
        } catch (FileSystemException e) {
            return alsoSaying(because, "an ordinary directory is left at the name");
        }
    }

    /// Replaces the data in place: readers never find nothing. Two who do this at the same time are not told apart by the
    /// driver, so the last one wins.
    void replace(byte[] expected) throws FileSystemException {
        requireWritable(REPLACE);
        if (expected.length < Integer.BYTES || NtfsObject.tag(expected) != NtfsObject.tag(data)) {
            throw refusal(REPLACE, name, Reason.INVALID_TARGET).withRemark("a reparse point keeps its tag")
                    .toException();
        }
        int fd = openItself();
        try {
            requireData(fd, expected);
            set(fd, REPLACE, name, Ntfs3g.XATTR_REPLACE);
            requireData(fd, data);
        } finally {
            close(fd);
        }
    }

    private int openItself() throws FileSystemException {
        int dirfd = directory.acquire(REPLACE);
        try (Scratch scratch = Scratch.take()) {
            int flags = Linux.O_PATH | directory.platform.numbers.oNofollow() | directory.platform.numbers.oCloexec();
            return directory.platform.calls.openat(scratch, dirfd, directory.place(scratch.first, name), flags);
        } catch (NativeCallException e) {
            throw directory.refused(REPLACE, directory.path().resolve(name), e);
        } finally {
            directory.release();
        }
    }

    private void requireData(int fd, byte[] expected) throws FileSystemException {
        byte[] found;
        try (Scratch scratch = Scratch.take()) {
            found = ntfs3g.reparseData(scratch, object(scratch, fd), Platform.FollowLinks.YES);
        } catch (NativeCallException e) {
            throw directory.refused(REPLACE, directory.path().resolve(name), e);
        }
        if (!Arrays.equals(found, expected)) {
            throw refusal(REPLACE, name, Reason.CHANGED_BY_OTHERS).toException();
        }
    }

    private void set(int fd, String operation, Name of, int flag) throws FileSystemException {
        try (Scratch scratch = Scratch.take()) {
            ntfs3g.set(scratch, object(scratch, fd), data, flag);
        } catch (NativeCallException e) {
            throw directory.refused(operation, directory.path().resolve(of), e);
        }
    }

    /// What was made carries the data. The first look may fail, and takes the memory of what it was from the system.
    private void requireAsSet(Name made) throws FileSystemException {
        directory.stat(made);
        byte[] found = new NtfsObject(directory, made).reparseData(MAKE);
        if (found == null) {
            throw refusal(MAKE, made, Reason.SILENT_FAILURE).toException();
        }
        if (!Arrays.equals(found, data)) {
            throw refusal(MAKE, made, Reason.CHANGED_BY_OTHERS).toException();
        }
    }

    private void requireWritable(String operation) throws FileSystemException {
        Optional<WriteRefusal> refusal = ReparseBuffer.refusal(data, 0, data.length);
        if (refusal.isPresent()) {
            throw refusal(operation, name, Reason.INVALID_TARGET)
                    .withRemark("Windows takes no such reparse data: " + refusal.get() + ", error "
                            + refusal.get().error())
                    .toException();
        }
    }

    private void close(int fd) {
        try (Scratch scratch = Scratch.take()) {
            directory.platform.calls.close(scratch, fd);
        }
    }

    private static MemorySegment object(Scratch scratch, int fd) {
        return scratch.first.ofBytes(Platform.pathOfDescriptor(fd));
    }

    private FailureDetails refusal(String operation, Name of, Reason reason) {
        return FailureDetails.of(operation, directory.path().resolve(of), reason);
    }

    private FileSystemException alsoSaying(FileSystemException because, String whatIsLeft) {
        FailureDetails details = LinkFailure.detailsOf(because, MAKE, directory.path().resolve(name));
        String remark = details.remark();
        FileSystemException told = details.withRemark(remark == null ? whatIsLeft : remark + "; " + whatIsLeft)
                .toException();
        told.initCause(because);
        return told;
    }
}
