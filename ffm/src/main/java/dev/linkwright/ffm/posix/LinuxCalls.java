package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.CType.CONST_CHAR_POINTER;
import static dev.linkwright.ffm.posix.CType.INT;
import static dev.linkwright.ffm.posix.CType.LONG;
import static dev.linkwright.ffm.posix.CType.MODE_T;
import static dev.linkwright.ffm.posix.CType.SIZE_T;
import static dev.linkwright.ffm.posix.CType.SSIZE_T;
import static dev.linkwright.ffm.posix.CType.UNSIGNED_INT;
import static dev.linkwright.ffm.posix.CType.pointer;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The functions of libc that only Linux has, or has with types of its own, one method each.
///
/// Three are younger than the C libraries of systems that are still in use (glibc 2.28 has no `getdents64`, musl came
/// late to `statx` and `renameat2`), so they are made by number through `syscall`.
final class LinuxCalls {
    static final CFunction STATX = CFunction.variadic(
            "syscall", 1, LONG, LONG, INT, CONST_CHAR_POINTER, INT, UNSIGNED_INT, pointer("struct statx *"));
    static final CFunction RENAMEAT2 = CFunction.variadic(
            "syscall", 1, LONG, LONG, INT, CONST_CHAR_POINTER, INT, CONST_CHAR_POINTER, UNSIGNED_INT);
    static final CFunction GETDENTS64 = CFunction.variadic("syscall", 1, LONG, LONG, INT, pointer("void *"), SIZE_T);
    static final CFunction OPENAT2 = CFunction.variadic(
            "syscall", 1, LONG, LONG, INT, CONST_CHAR_POINTER, pointer("struct open_how *"), SIZE_T);
    static final CFunction MKDIRAT = CFunction.of("mkdirat", INT, INT, CONST_CHAR_POINTER, MODE_T);
    static final CFunction STATFS = CFunction.of("statfs", INT, CONST_CHAR_POINTER, pointer("struct statfs *"));
    static final CFunction OPENAT_CREATING = CFunction.variadic("openat", 3, INT, INT, CONST_CHAR_POINTER, INT, MODE_T);
    static final CFunction GETXATTR = CFunction.of("getxattr", SSIZE_T, CONST_CHAR_POINTER, CONST_CHAR_POINTER,
            pointer("void *"), SIZE_T);
    static final CFunction LGETXATTR = CFunction.of("lgetxattr", SSIZE_T, CONST_CHAR_POINTER, CONST_CHAR_POINTER,
            pointer("void *"), SIZE_T);
    static final CFunction SETXATTR = CFunction.of("setxattr", INT, CONST_CHAR_POINTER, CONST_CHAR_POINTER,
            pointer("const void *"), SIZE_T, INT);
    static final CFunction FSTATFS = CFunction.of("fstatfs", INT, INT, pointer("struct statfs *"));

    private LinuxCalls() {}

    /// `int statx(int dirfd, const char *path, int flags, unsigned int mask, struct statx *buffer);`
    ///
    /// <https://man7.org/linux/man-pages/man2/statx.2.html>
    static void statx(Scratch scratch, long number, int dirfd, MemorySegment path, int flags, int mask)
            throws NativeCallException {
        if (errnoOfStatx(scratch, number, dirfd, path, flags, mask) == 0) {
            return;
        }
        throw LibC.failed(scratch, "statx", dirfd, CText.quoted(path), LibC.hex(flags), LibC.hex(mask));
    }

    /// [#statx] for those who only want to know whether it succeeds.
    ///
    /// @return 0, or the `errno`
    static int errnoOfStatx(Scratch scratch, long number, int dirfd, MemorySegment path, int flags, int mask) {
        try {
            while (true) {
                long result = (long) Statx.HANDLE.invokeExact(
                        scratch.callState, number, dirfd, path, flags, mask, scratch.out);
                int errno = result < 0 ? scratch.errno() : 0;
                if (errno != LibC.EINTR) {
                    return errno;
                }
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
    }

    /// `int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);`
    ///
    /// <https://man7.org/linux/man-pages/man2/rename.2.html>
    static void renameat2(Scratch scratch, long number, int oldDirfd, MemorySegment oldPath, int newDirfd,
            MemorySegment newPath, int flags) throws NativeCallException {
        try {
            long result = (long) Renameat2.HANDLE.invokeExact(
                    scratch.callState, number, oldDirfd, oldPath, newDirfd, newPath, flags);
            if (result == 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "renameat2", oldDirfd, CText.quoted(oldPath), newDirfd, CText.quoted(newPath),
                LibC.hex(flags));
    }

    /// `ssize_t getdents64(int fd, void *buffer, size_t size);`
    ///
    /// <https://man7.org/linux/man-pages/man2/getdents.2.html>
    ///
    /// @return the number of bytes in the buffer; 0 at the end
    static int getdents64(Scratch scratch, long number, int fd, MemorySegment buffer) throws NativeCallException {
        try {
            long result;
            do {
                result = (long) Getdents64.HANDLE.invokeExact(
                        scratch.callState, number, fd, buffer, buffer.byteSize());
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return Math.toIntExact(result);
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "getdents64", fd, buffer.byteSize());
    }

    /// `int openat2(int dirfd, const char *path, struct open_how *how, size_t size);` without a mode.
    ///
    /// <https://man7.org/linux/man-pages/man2/openat2.2.html>
    ///
    /// @return the descriptor; -1 for any failure, whose code is then in `scratch`: here the caller has another way
    static int openat2(Scratch scratch, long number, int dirfd, MemorySegment path, MemorySegment how) {
        try {
            return (int) (long) Openat2.HANDLE.invokeExact(
                    scratch.callState, number, dirfd, path, how, how.byteSize());
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
    }

    /// `int mkdirat(int dirfd, const char *path, mode_t mode);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/mkdir.html>
    static void mkdirat(Scratch scratch, int dirfd, MemorySegment path, int mode) throws NativeCallException {
        try {
            if ((int) Mkdirat.HANDLE.invokeExact(scratch.callState, dirfd, path, mode) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "mkdirat", dirfd, CText.quoted(path), LibC.octal(mode));
    }

    /// `int statfs(const char *path, struct statfs *buffer);`
    ///
    /// <https://man7.org/linux/man-pages/man2/statfs.2.html>
    static void statfs(Scratch scratch, MemorySegment path) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Statfs.HANDLE.invokeExact(scratch.callState, path, scratch.out);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result == 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "statfs", CText.quoted(path));
    }

    /// `int fstatfs(int fd, struct statfs *buffer);`
    ///
    /// <https://man7.org/linux/man-pages/man2/statfs.2.html>
    static void fstatfs(Scratch scratch, int fd) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Fstatfs.HANDLE.invokeExact(scratch.callState, fd, scratch.out);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result == 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "fstatfs", fd);
    }

    /// `int openat(int dirfd, const char *path, int flags, mode_t mode);` with `O_CREAT`.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/openat.html>
    static int create(Scratch scratch, int dirfd, MemorySegment path, int flags, int mode)
            throws NativeCallException {
        try {
            int result = (int) OpenatCreating.HANDLE.invokeExact(scratch.callState, dirfd, path, flags, mode);
            if (result >= 0) {
                return result;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "openat", dirfd, CText.quoted(path), LibC.hex(flags), LibC.octal(mode));
    }

    /// `ssize_t getxattr(const char *path, const char *name, void *value, size_t size);` links followed.
    ///
    /// <https://man7.org/linux/man-pages/man2/getxattr.2.html>
    ///
    /// @return the number of bytes of the value
    static int getxattr(Scratch scratch, MemorySegment path, MemorySegment name, MemorySegment value)
            throws NativeCallException {
        try {
            long result;
            do {
                result = (long) Getxattr.HANDLE.invokeExact(scratch.callState, path, name, value, value.byteSize());
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return Math.toIntExact(result);
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "getxattr", CText.quoted(path), CText.quoted(name), value.byteSize());
    }

    /// `ssize_t lgetxattr(const char *path, const char *name, void *value, size_t size);` a link at the end not followed.
    ///
    /// <https://man7.org/linux/man-pages/man2/getxattr.2.html>
    ///
    /// @return the number of bytes of the value
    static int lgetxattr(Scratch scratch, MemorySegment path, MemorySegment name, MemorySegment value)
            throws NativeCallException {
        try {
            long result;
            do {
                result = (long) Lgetxattr.HANDLE.invokeExact(scratch.callState, path, name, value, value.byteSize());
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return Math.toIntExact(result);
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "lgetxattr", CText.quoted(path), CText.quoted(name), value.byteSize());
    }

    /// `int setxattr(const char *path, const char *name, const void *value, size_t size, int flags);` links followed.
    ///
    /// <https://man7.org/linux/man-pages/man2/setxattr.2.html>
    static void setxattr(Scratch scratch, MemorySegment path, MemorySegment name, MemorySegment value, int flags)
            throws NativeCallException {
        try {
            if ((int) Setxattr.HANDLE.invokeExact(scratch.callState, path, name, value, value.byteSize(),
                    flags) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "setxattr", CText.quoted(path), CText.quoted(name), value.byteSize(),
                LibC.hex(flags));
    }

    private static final class Statx {
        static final MethodHandle HANDLE = STATX.link();
    }

    private static final class Renameat2 {
        static final MethodHandle HANDLE = RENAMEAT2.link();
    }

    private static final class Getdents64 {
        static final MethodHandle HANDLE = GETDENTS64.link();
    }

    private static final class Openat2 {
        static final MethodHandle HANDLE = OPENAT2.link();
    }

    private static final class Mkdirat {
        static final MethodHandle HANDLE = MKDIRAT.link();
    }

    private static final class Statfs {
        static final MethodHandle HANDLE = STATFS.link();
    }

    private static final class Fstatfs {
        static final MethodHandle HANDLE = FSTATFS.link();
    }

    private static final class OpenatCreating {
        static final MethodHandle HANDLE = OPENAT_CREATING.link();
    }

    private static final class Getxattr {
        static final MethodHandle HANDLE = GETXATTR.link();
    }

    private static final class Lgetxattr {
        static final MethodHandle HANDLE = LGETXATTR.link();
    }

    private static final class Setxattr {
        static final MethodHandle HANDLE = SETXATTR.link();
    }
}
