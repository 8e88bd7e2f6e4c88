package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;

/// The calls that Linux and macOS have in common, as Linux makes them.
final class LinuxSystemCalls extends PosixCalls {
    @Override
    int openat(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException {
        int fd = (int) SystemCall.OPENAT.repeat(scratch, dirfd, path.address(), flags);
        SystemCall.keepReachable(path);
        if (fd < 0) {
            throw SystemCall.OPENAT.failed(scratch, dirfd, CText.quoted(path), hex(flags));
        }
        return fd;
    }

    @Override
    void close(Scratch scratch, int fd) {
        SystemCall.CLOSE.make(scratch, fd, 0, 0);
    }

    @Override
    void rewind(Scratch scratch, int fd) throws NativeCallException {
        if (SystemCall.LSEEK.make(scratch, fd, 0L, SEEK_SET) != 0) {
            throw SystemCall.LSEEK.failed(scratch, fd, 0, "SEEK_SET");
        }
    }

    @Override
    void symlinkat(Scratch scratch, MemorySegment target, int dirfd, MemorySegment path) throws NativeCallException {
        long result = SystemCall.SYMLINKAT.make(scratch, target.address(), dirfd, path.address());
        SystemCall.keepReachable(target, path);
        if (result != 0) {
            throw SystemCall.SYMLINKAT.failed(scratch, CText.quoted(target), dirfd, CText.quoted(path));
        }
    }

    @Override
    int tryReadlinkat(Scratch scratch, int dirfd, MemorySegment path, MemorySegment buffer) {
        long length = SystemCall.READLINKAT.repeat(
                scratch, dirfd, path.address(), buffer.address(), buffer.byteSize(), 0, 0);
        SystemCall.keepReachable(path, buffer);
        return Math.toIntExact(length);
    }

    @Override
    void linkat(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath)
            throws NativeCallException {
        long result = SystemCall.LINKAT.make(
                scratch, oldDirfd, oldPath.address(), newDirfd, newPath.address(), 0, 0);
        SystemCall.keepReachable(oldPath, newPath);
        if (result != 0) {
            throw SystemCall.LINKAT.failed(
                    scratch, oldDirfd, CText.quoted(oldPath), newDirfd, CText.quoted(newPath), 0);
        }
    }

    @Override
    void unlinkat(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException {
        long result = SystemCall.UNLINKAT.make(scratch, dirfd, path.address(), flags);
        SystemCall.keepReachable(path);
        if (result != 0) {
            throw SystemCall.UNLINKAT.failed(scratch, dirfd, CText.quoted(path), hex(flags));
        }
    }

    @Override
    void renameat(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath)
            throws NativeCallException {
        long result = SystemCall.RENAMEAT.make(
                scratch, oldDirfd, oldPath.address(), newDirfd, newPath.address(), 0, 0);
        SystemCall.keepReachable(oldPath, newPath);
        if (result != 0) {
            throw SystemCall.RENAMEAT.failed(
                    scratch, oldDirfd, CText.quoted(oldPath), newDirfd, CText.quoted(newPath));
        }
    }
}
