package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.PosixCalls.hex;
import static dev.linkwright.ffm.posix.PosixCalls.octal;

import java.lang.foreign.MemorySegment;

/// The calls that only Linux has, or has with types of its own, one method each.
final class LinuxCalls {
    private LinuxCalls() {}

    /// `int statx(int dirfd, const char *path, int flags, unsigned int mask, struct statx *buffer);`
    ///
    /// <https://man7.org/linux/man-pages/man2/statx.2.html>
    static void statx(Scratch scratch, int dirfd, MemorySegment path, int flags, int mask)
            throws NativeCallException {
        if (errnoOfStatx(scratch, dirfd, path, flags, mask) != 0) {
            throw SystemCall.STATX.failed(scratch, dirfd, CText.quoted(path), hex(flags), hex(mask));
        }
    }

    /// [#statx] for those who only want to know whether it succeeds.
    ///
    /// @return 0, or the `errno`
    static int errnoOfStatx(Scratch scratch, int dirfd, MemorySegment path, int flags, int mask) {
        return errnoOfStatx(scratch, dirfd, path, 0, flags, mask);
    }

    /// The same for a path that begins somewhere in a memory: a walk makes this call for every link.
    static int errnoOfStatx(Scratch scratch, int dirfd, MemorySegment memory, long start, int flags, int mask) {
        long result = SystemCall.STATX.repeat(
                scratch, dirfd, memory.address() + start, flags, mask, scratch.out.address(), 0);
        SystemCall.keepReachable(memory, scratch.out);
        return result < 0 ? scratch.errno() : 0;
    }

    /// `int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);`
    ///
    /// <https://man7.org/linux/man-pages/man2/rename.2.html>
    static void renameat2(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath,
            int flags) throws NativeCallException {
        long result = SystemCall.RENAMEAT2.make(
                scratch, oldDirfd, oldPath.address(), newDirfd, newPath.address(), flags, 0);
        SystemCall.keepReachable(oldPath, newPath);
        if (result != 0) {
            throw SystemCall.RENAMEAT2.failed(scratch, oldDirfd, CText.quoted(oldPath), newDirfd,
                    CText.quoted(newPath), hex(flags));
        }
    }

    /// `ssize_t getdents64(int fd, void *buffer, size_t size);`
    ///
    /// <https://man7.org/linux/man-pages/man2/getdents.2.html>
    ///
    /// @return the number of bytes in the buffer; 0 at the end
    static int getdents64(Scratch scratch, int fd, MemorySegment buffer) throws NativeCallException {
        long length = SystemCall.GETDENTS64.repeat(scratch, fd, buffer.address(), buffer.byteSize());
        SystemCall.keepReachable(buffer);
        if (length < 0) {
            throw SystemCall.GETDENTS64.failed(scratch, fd, buffer.byteSize());
        }
        return Math.toIntExact(length);
    }

    /// `int openat2(int dirfd, const char *path, struct open_how *how, size_t size);` without a mode.
    ///
    /// <https://man7.org/linux/man-pages/man2/openat2.2.html>
    ///
    /// @return the descriptor; -1 for any failure, whose code is then in `scratch`: here the caller has another way
    static int openat2(Scratch scratch, int dirfd, MemorySegment path, MemorySegment how) {
        long fd = SystemCall.OPENAT2.make(scratch, dirfd, path.address(), how.address(), how.byteSize(), 0, 0);
        SystemCall.keepReachable(path, how);
        return (int) fd;
    }

    /// `int mkdirat(int dirfd, const char *path, mode_t mode);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/mkdir.html>
    static void mkdirat(Scratch scratch, int dirfd, MemorySegment path, int mode) throws NativeCallException {
        long result = SystemCall.MKDIRAT.make(scratch, dirfd, path.address(), mode);
        SystemCall.keepReachable(path);
        if (result != 0) {
            throw SystemCall.MKDIRAT.failed(scratch, dirfd, CText.quoted(path), octal(mode));
        }
    }

    /// `int statfs(const char *path, struct statfs *buffer);`
    ///
    /// <https://man7.org/linux/man-pages/man2/statfs.2.html>
    static void statfs(Scratch scratch, MemorySegment path) throws NativeCallException {
        long result = SystemCall.STATFS.repeat(scratch, path.address(), scratch.out.address(), 0);
        SystemCall.keepReachable(path, scratch.out);
        if (result != 0) {
            throw SystemCall.STATFS.failed(scratch, CText.quoted(path));
        }
    }

    /// `int fstatfs(int fd, struct statfs *buffer);`
    ///
    /// <https://man7.org/linux/man-pages/man2/statfs.2.html>
    static void fstatfs(Scratch scratch, int fd) throws NativeCallException {
        long result = SystemCall.FSTATFS.repeat(scratch, fd, scratch.out.address(), 0);
        SystemCall.keepReachable(scratch.out);
        if (result != 0) {
            throw SystemCall.FSTATFS.failed(scratch, fd);
        }
    }

    /// `int openat(int dirfd, const char *path, int flags, mode_t mode);` with `O_CREAT`.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/openat.html>
    static int create(Scratch scratch, int dirfd, MemorySegment path, int flags, int mode)
            throws NativeCallException {
        int fd = (int) SystemCall.OPENAT.make(scratch, dirfd, path.address(), flags, mode, 0, 0);
        SystemCall.keepReachable(path);
        if (fd < 0) {
            throw SystemCall.OPENAT.failed(scratch, dirfd, CText.quoted(path), hex(flags), octal(mode));
        }
        return fd;
    }
}
