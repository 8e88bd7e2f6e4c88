package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.PosixCalls.hex;
import static dev.linkwright.ffm.posix.PosixCalls.octal;

import java.lang.foreign.MemorySegment;

/// The calls of Linux for attributes, one method each. Those are repeated after `EINTR` of which doing it twice is doing
/// it once: all but [#setxattr], by whose flags the second would be refused.
///
/// Those that take a descriptor refuse one that was opened with `O_PATH`; those that take a path are for these, by
/// their name in `/proc`, which leads to the object itself, a link too.
final class AttributeCalls {
    /// Where a path counts from if no descriptor says so.
    static final int AT_FDCWD = -100;

    /// No path: the descriptor itself is meant.
    private static final long NO_PATH = 0;

    private AttributeCalls() {}

    /// `int fchownat(int dirfd, const char *path, uid_t user, gid_t group, int flags);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/chown.html>
    static void fchownat(Scratch scratch, int dirfd, MemorySegment path, int user, int group, int flags)
            throws NativeCallException {
        long result = SystemCall.FCHOWNAT.repeat(scratch, dirfd, path.address(), user, group, flags, 0);
        SystemCall.keepReachable(path);
        if (result != 0) {
            throw SystemCall.FCHOWNAT.failed(scratch, dirfd, CText.quoted(path), Integer.toUnsignedLong(user),
                    Integer.toUnsignedLong(group), hex(flags));
        }
    }

    /// `int fchmod(int fd, mode_t mode);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/fchmod.html>
    static void fchmod(Scratch scratch, int fd, int mode) throws NativeCallException {
        if (SystemCall.FCHMOD.repeat(scratch, fd, mode, 0) != 0) {
            throw SystemCall.FCHMOD.failed(scratch, fd, octal(mode));
        }
    }

    /// `int chmod(const char *path, mode_t mode);` which is `fchmodat` without flags: ARM64 has no other.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/chmod.html>
    static void chmod(Scratch scratch, MemorySegment path, int mode) throws NativeCallException {
        long result = SystemCall.FCHMODAT.repeat(scratch, AT_FDCWD, path.address(), mode);
        SystemCall.keepReachable(path);
        if (result != 0) {
            throw SystemCall.FCHMODAT.failed(scratch, AT_FDCWD, CText.quoted(path), octal(mode));
        }
    }

    /// `int futimens(int fd, const struct timespec times[2]);` which is `utimensat` without a path.
    ///
    /// <https://man7.org/linux/man-pages/man2/utimensat.2.html>
    static void futimens(Scratch scratch, int fd, MemorySegment times) throws NativeCallException {
        long result = SystemCall.UTIMENSAT.repeat(scratch, fd, NO_PATH, times.address(), 0, 0, 0);
        SystemCall.keepReachable(times);
        if (result != 0) {
            throw SystemCall.UTIMENSAT.failed(scratch, fd, "NULL");
        }
    }

    /// `int utimensat(int dirfd, const char *path, const struct timespec times[2], int flags);`
    ///
    /// <https://man7.org/linux/man-pages/man2/utimensat.2.html>
    static void utimensat(Scratch scratch, int dirfd, MemorySegment path, MemorySegment times, int flags)
            throws NativeCallException {
        long result = SystemCall.UTIMENSAT.repeat(scratch, dirfd, path.address(), times.address(), flags, 0, 0);
        SystemCall.keepReachable(path, times);
        if (result != 0) {
            throw SystemCall.UTIMENSAT.failed(scratch, dirfd, CText.quoted(path), hex(flags));
        }
    }

    /// `ssize_t getxattr(const char *path, const char *name, void *value, size_t size);` links followed.
    ///
    /// <https://man7.org/linux/man-pages/man2/getxattr.2.html>
    ///
    /// @return the number of bytes of the value
    static int getxattr(Scratch scratch, MemorySegment path, MemorySegment name, MemorySegment value)
            throws NativeCallException {
        long length = SystemCall.GETXATTR.repeat(
                scratch, path.address(), name.address(), value.address(), value.byteSize(), 0, 0);
        SystemCall.keepReachable(path, name, value);
        if (length < 0) {
            throw SystemCall.GETXATTR.failed(scratch, CText.quoted(path), CText.quoted(name), value.byteSize());
        }
        return Math.toIntExact(length);
    }

    /// `ssize_t lgetxattr(const char *path, const char *name, void *value, size_t size);` a link at the end not followed.
    ///
    /// <https://man7.org/linux/man-pages/man2/getxattr.2.html>
    ///
    /// @return the number of bytes of the value
    static int lgetxattr(Scratch scratch, MemorySegment path, MemorySegment name, MemorySegment value)
            throws NativeCallException {
        long length = SystemCall.LGETXATTR.repeat(
                scratch, path.address(), name.address(), value.address(), value.byteSize(), 0, 0);
        SystemCall.keepReachable(path, name, value);
        if (length < 0) {
            throw SystemCall.LGETXATTR.failed(scratch, CText.quoted(path), CText.quoted(name), value.byteSize());
        }
        return Math.toIntExact(length);
    }

    /// `ssize_t fgetxattr(int fd, const char *name, void *value, size_t size);`
    ///
    /// <https://man7.org/linux/man-pages/man2/getxattr.2.html>
    ///
    /// @return how many bytes; with size 0 how many there are
    static long fgetxattr(Scratch scratch, int fd, MemorySegment name, MemorySegment value, long size)
            throws NativeCallException {
        long length = SystemCall.FGETXATTR.repeat(scratch, fd, name.address(), value.address(), size, 0, 0);
        SystemCall.keepReachable(name, value);
        if (length < 0) {
            throw SystemCall.FGETXATTR.failed(scratch, fd, CText.quoted(name), size);
        }
        return length;
    }

    /// `ssize_t flistxattr(int fd, char *list, size_t size);`
    ///
    /// <https://man7.org/linux/man-pages/man2/listxattr.2.html>
    ///
    /// @return how many bytes; with size 0 how many there are
    static long flistxattr(Scratch scratch, int fd, MemorySegment list, long size) throws NativeCallException {
        long length = SystemCall.FLISTXATTR.repeat(scratch, fd, list.address(), size);
        SystemCall.keepReachable(list);
        if (length < 0) {
            throw SystemCall.FLISTXATTR.failed(scratch, fd, size);
        }
        return length;
    }

    /// `ssize_t listxattr(const char *path, char *list, size_t size);`
    ///
    /// <https://man7.org/linux/man-pages/man2/listxattr.2.html>
    ///
    /// @return how many bytes; with size 0 how many there are
    static long listxattr(Scratch scratch, MemorySegment path, MemorySegment list, long size)
            throws NativeCallException {
        long length = SystemCall.LISTXATTR.repeat(scratch, path.address(), list.address(), size);
        SystemCall.keepReachable(path, list);
        if (length < 0) {
            throw SystemCall.LISTXATTR.failed(scratch, CText.quoted(path), size);
        }
        return length;
    }

    /// `int setxattr(const char *path, const char *name, const void *value, size_t size, int flags);` links followed.
    ///
    /// <https://man7.org/linux/man-pages/man2/setxattr.2.html>
    static void setxattr(Scratch scratch, MemorySegment path, MemorySegment name, MemorySegment value, int flags)
            throws NativeCallException {
        long result = SystemCall.SETXATTR.make(
                scratch, path.address(), name.address(), value.address(), value.byteSize(), flags, 0);
        SystemCall.keepReachable(path, name, value);
        if (result != 0) {
            throw SystemCall.SETXATTR.failed(scratch, CText.quoted(path), CText.quoted(name), value.byteSize(),
                    hex(flags));
        }
    }

    /// `int fsetxattr(int fd, const char *name, const void *value, size_t size, int flags);`
    ///
    /// <https://man7.org/linux/man-pages/man2/setxattr.2.html>
    static void fsetxattr(Scratch scratch, int fd, MemorySegment name, MemorySegment value, long size, int flags)
            throws NativeCallException {
        long result = SystemCall.FSETXATTR.repeat(
                scratch, fd, name.address(), value.address(), size, flags, 0);
        SystemCall.keepReachable(name, value);
        if (result != 0) {
            throw SystemCall.FSETXATTR.failed(scratch, fd, CText.quoted(name), size, hex(flags));
        }
    }

    /// `int fremovexattr(int fd, const char *name);`
    ///
    /// <https://man7.org/linux/man-pages/man2/removexattr.2.html>
    static void fremovexattr(Scratch scratch, int fd, MemorySegment name) throws NativeCallException {
        long result = SystemCall.FREMOVEXATTR.repeat(scratch, fd, name.address(), 0);
        SystemCall.keepReachable(name);
        if (result != 0) {
            throw SystemCall.FREMOVEXATTR.failed(scratch, fd, CText.quoted(name));
        }
    }
}
