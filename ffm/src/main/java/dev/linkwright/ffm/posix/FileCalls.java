package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.CType.CONST_CHAR_POINTER;
import static dev.linkwright.ffm.posix.CType.INT;
import static dev.linkwright.ffm.posix.CType.LONG;
import static dev.linkwright.ffm.posix.CType.MODE_T;
import static dev.linkwright.ffm.posix.CType.OFF_T;
import static dev.linkwright.ffm.posix.CType.SIZE_T;
import static dev.linkwright.ffm.posix.CType.SSIZE_T;
import static dev.linkwright.ffm.posix.CType.UNSIGNED_INT;
import static dev.linkwright.ffm.posix.CType.pointer;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The functions of libc for contents of files, one method each. What repeats after `EINTR` has had no effect then.
final class FileCalls {
    static final CFunction PREAD = CFunction.of("pread", SSIZE_T, INT, pointer("void *"), SIZE_T, OFF_T);
    static final CFunction PWRITE = CFunction.of("pwrite", SSIZE_T, INT, pointer("const void *"), SIZE_T, OFF_T);
    static final CFunction FTRUNCATE = CFunction.of("ftruncate", INT, INT, OFF_T);
    static final CFunction FSYNC = CFunction.of("fsync", INT, INT);
    static final CFunction SEEK = CFunction.of("lseek", OFF_T, INT, OFF_T, INT);
    static final CFunction IOCTL = CFunction.variadic("ioctl", 2, INT, INT, ValueLayout.JAVA_LONG.withName(
            "unsigned long"), INT);
    static final CFunction MKNODAT = CFunction.of("mknodat", INT, INT, CONST_CHAR_POINTER, MODE_T,
            ValueLayout.JAVA_LONG.withName("dev_t"));
    static final CFunction COPY_FILE_RANGE = CFunction.variadic("syscall", 1, LONG, LONG, INT, pointer("loff_t *"),
            INT, pointer("loff_t *"), SIZE_T, UNSIGNED_INT);

    private FileCalls() {}

    /// `ssize_t pread(int fd, void *buffer, size_t size, off_t offset);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/read.html>
    ///
    /// @return how many bytes came; 0 at the end
    static long pread(Scratch scratch, int fd, MemorySegment buffer, long size, long offset)
            throws NativeCallException {
        try {
            long result;
            do {
                result = (long) Pread.HANDLE.invokeExact(scratch.callState, fd, buffer, size, offset);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return result;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "pread", fd, size, offset);
    }

    /// `ssize_t pwrite(int fd, const void *buffer, size_t size, off_t offset);` which may write a part, and after
    /// `EINTR` has written nothing.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/write.html>
    static long pwrite(Scratch scratch, int fd, MemorySegment buffer, long size, long offset)
            throws NativeCallException {
        try {
            long result;
            do {
                result = (long) Pwrite.HANDLE.invokeExact(scratch.callState, fd, buffer, size, offset);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return result;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "pwrite", fd, size, offset);
    }

    /// `int ftruncate(int fd, off_t length);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/ftruncate.html>
    static void ftruncate(Scratch scratch, int fd, long length) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Ftruncate.HANDLE.invokeExact(scratch.callState, fd, length);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result == 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "ftruncate", fd, length);
    }

    /// `int fsync(int fd);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/fsync.html>
    static void fsync(Scratch scratch, int fd) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Fsync.HANDLE.invokeExact(scratch.callState, fd);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result == 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "fsync", fd);
    }

    /// `off_t lseek(int fd, off_t offset, int whence);` with `SEEK_DATA` or `SEEK_HOLE`.
    ///
    /// <https://man7.org/linux/man-pages/man2/lseek.2.html>
    static long seek(Scratch scratch, int fd, long offset, int whence) throws NativeCallException {
        try {
            long result = (long) Seek.HANDLE.invokeExact(scratch.callState, fd, offset, whence);
            if (result >= 0) {
                return result;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "lseek", fd, offset, whence);
    }

    /// `int ioctl(int fd, unsigned long request, ...);` with a number.
    ///
    /// <https://man7.org/linux/man-pages/man2/ioctl_ficlonerange.2.html>
    static void ioctl(Scratch scratch, int fd, long request, int argument) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Ioctl.HANDLE.invokeExact(scratch.callState, fd, request, argument);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result == 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "ioctl", fd, "0x" + Long.toHexString(request), argument);
    }

    /// `int mknodat(int dirfd, const char *path, mode_t mode, dev_t device);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/mknod.html>
    static void mknodat(Scratch scratch, int dirfd, MemorySegment path, int mode, long device)
            throws NativeCallException {
        try {
            if ((int) Mknodat.HANDLE.invokeExact(scratch.callState, dirfd, path, mode, device) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "mknodat", dirfd, CText.quoted(path), LibC.octal(mode), device);
    }

    /// `ssize_t copy_file_range(int fdIn, off_t *offsetIn, int fdOut, off_t *offsetOut, size_t size,
    /// unsigned int flags);` by number: musl came late to it.
    ///
    /// <https://man7.org/linux/man-pages/man2/copy_file_range.2.html>
    ///
    /// @param offset of both, 8 bytes of memory each; moved on by as much as was copied
    /// @return how many bytes were copied; 0 at the end
    static long copyFileRange(Scratch scratch, long number, int from, MemorySegment offset, int to,
            MemorySegment offsetTo, long size) throws NativeCallException {
        try {
            long result;
            do {
                result = (long) CopyFileRange.HANDLE.invokeExact(
                        scratch.callState, number, from, offset, to, offsetTo, size, 0);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return result;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "copy_file_range", from, to, size);
    }

    private static final class Pread {
        static final MethodHandle HANDLE = PREAD.link();
    }

    private static final class Pwrite {
        static final MethodHandle HANDLE = PWRITE.link();
    }

    private static final class Ftruncate {
        static final MethodHandle HANDLE = FTRUNCATE.link();
    }

    private static final class Fsync {
        static final MethodHandle HANDLE = FSYNC.link();
    }

    private static final class Seek {
        static final MethodHandle HANDLE = SEEK.link();
    }

    private static final class Ioctl {
        static final MethodHandle HANDLE = IOCTL.link();
    }

    private static final class Mknodat {
        static final MethodHandle HANDLE = MKNODAT.link();
    }

    private static final class CopyFileRange {
        static final MethodHandle HANDLE = COPY_FILE_RANGE.link();
    }
}
