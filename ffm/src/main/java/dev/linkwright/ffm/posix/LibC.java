package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.CType.CHAR_POINTER;
import static dev.linkwright.ffm.posix.CType.CONST_CHAR_POINTER;
import static dev.linkwright.ffm.posix.CType.INT;
import static dev.linkwright.ffm.posix.CType.OFF_T;
import static dev.linkwright.ffm.posix.CType.SIZE_T;
import static dev.linkwright.ffm.posix.CType.SSIZE_T;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The functions of libc that Linux and macOS have in common, one method each.
///
/// Each is linked when it is first called. A call that failed throws; `EINTR` is repeated where the call has no effect
/// of its own (a change that was interrupted may have happened, so it is reported).
final class LibC {
    static final CFunction OPENAT = CFunction.variadic("openat", 3, INT, INT, CONST_CHAR_POINTER, INT);
    static final CFunction CLOSE = CFunction.of("close", INT, INT);
    static final CFunction LSEEK = CFunction.of("lseek", OFF_T, INT, OFF_T, INT);
    static final CFunction SYMLINKAT = CFunction.of("symlinkat", INT, CONST_CHAR_POINTER, INT, CONST_CHAR_POINTER);
    static final CFunction READLINKAT = CFunction.of("readlinkat", SSIZE_T, INT, CONST_CHAR_POINTER, CHAR_POINTER,
            SIZE_T);
    static final CFunction LINKAT = CFunction.of("linkat", INT, INT, CONST_CHAR_POINTER, INT, CONST_CHAR_POINTER, INT);
    static final CFunction UNLINKAT = CFunction.of("unlinkat", INT, INT, CONST_CHAR_POINTER, INT);
    static final CFunction RENAMEAT = CFunction.of("renameat", INT, INT, CONST_CHAR_POINTER, INT, CONST_CHAR_POINTER);

    /// The same on both systems.
    static final int EINTR = 4;
    static final int EINVAL = 22;
    static final int SEEK_SET = 0;

    private LibC() {}

    /// `int openat(int dirfd, const char *path, int flags, ...);` without a mode, so never with `O_CREAT`.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/openat.html>
    static int openat(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Openat.HANDLE.invokeExact(scratch.callState, dirfd, path, flags);
            } while (result < 0 && scratch.errno() == EINTR);
            if (result >= 0) {
                return result;
            }
        } catch (Throwable e) {
            throw impossible(e);
        }
        throw failed(scratch, "openat", dirfd, CText.quoted(path), hex(flags));
    }

    /// `int close(int fd);` whatever it reports, the descriptor is gone on Linux and macOS: it must not be repeated.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/close.html>
    static void close(Scratch scratch, int fd) {
        try {
            int ignored = (int) Close.HANDLE.invokeExact(scratch.callState, fd);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// `off_t lseek(int fd, off_t offset, int whence);` back to the start.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/lseek.html>
    static void rewind(Scratch scratch, int fd) throws NativeCallException {
        try {
            if ((long) Lseek.HANDLE.invokeExact(scratch.callState, fd, 0L, SEEK_SET) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw impossible(e);
        }
        throw failed(scratch, "lseek", fd, 0, "SEEK_SET");
    }

    /// `int symlinkat(const char *target, int dirfd, const char *path);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/symlink.html>
    static void symlinkat(Scratch scratch, MemorySegment target, int dirfd, MemorySegment path)
            throws NativeCallException {
        try {
            if ((int) Symlinkat.HANDLE.invokeExact(scratch.callState, target, dirfd, path) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw impossible(e);
        }
        throw failed(scratch, "symlinkat", CText.quoted(target), dirfd, CText.quoted(path));
    }

    /// `ssize_t readlinkat(int dirfd, const char *path, char *buffer, size_t size);` which cuts off what does not fit:
    /// a text that fills the buffer need not be complete.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/readlink.html>
    ///
    /// @return the number of bytes in the buffer, which no zero byte follows
    static int readlinkat(Scratch scratch, int dirfd, MemorySegment path, MemorySegment buffer)
            throws NativeCallException {
        int length = tryReadlinkat(scratch, dirfd, path, buffer);
        if (length < 0) {
            throw failed(scratch, "readlinkat", dirfd, CText.quoted(path), buffer.byteSize());
        }
        return length;
    }

    /// [#readlinkat] for those who expect that it may be no link.
    ///
    /// @return negative if it failed; the code is then in `scratch`
    static int tryReadlinkat(Scratch scratch, int dirfd, MemorySegment path, MemorySegment buffer) {
        try {
            long result;
            do {
                result = (long) Readlinkat.HANDLE.invokeExact(
                        scratch.callState, dirfd, path, buffer, buffer.byteSize());
            } while (result < 0 && scratch.errno() == EINTR);
            return Math.toIntExact(result);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// `int linkat(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, int flags);` with no flags: a
    /// symbolic link is linked itself.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/link.html>
    static void linkat(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath)
            throws NativeCallException {
        try {
            if ((int) Linkat.HANDLE.invokeExact(scratch.callState, oldDirfd, oldPath, newDirfd, newPath, 0) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw impossible(e);
        }
        throw failed(scratch, "linkat", oldDirfd, CText.quoted(oldPath), newDirfd, CText.quoted(newPath), 0);
    }

    /// `int unlinkat(int dirfd, const char *path, int flags);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/unlink.html>
    static void unlinkat(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException {
        try {
            if ((int) Unlinkat.HANDLE.invokeExact(scratch.callState, dirfd, path, flags) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw impossible(e);
        }
        throw failed(scratch, "unlinkat", dirfd, CText.quoted(path), hex(flags));
    }

    /// `int renameat(int olddirfd, const char *oldpath, int newdirfd, const char *newpath);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/rename.html>
    static void renameat(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath)
            throws NativeCallException {
        try {
            if ((int) Renameat.HANDLE.invokeExact(scratch.callState, oldDirfd, oldPath, newDirfd, newPath) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw impossible(e);
        }
        throw failed(scratch, "renameat", oldDirfd, CText.quoted(oldPath), newDirfd, CText.quoted(newPath));
    }

    /// The failure of the call that was just made. A negative descriptor that a caller passes is `AT_FDCWD`.
    static NativeCallException failed(Scratch scratch, String function, Object... arguments) {
        StringBuilder list = new StringBuilder();
        for (Object argument : arguments) {
            list.append(list.isEmpty() ? "" : ", ");
            list.append(argument instanceof Integer fd && fd < 0 ? "AT_FDCWD" : argument);
        }
        return new NativeCallException(function, list.toString(), scratch.errno());
    }

    /// A handle throws nothing that is checked; its declaration does.
    static RuntimeException impossible(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException unchecked) {
            return unchecked;
        }
        throw new AssertionError("a linked function threw what it cannot throw", thrown);
    }

    /// Flags as people read them.
    static String hex(int flags) {
        return "0x" + Integer.toHexString(flags);
    }

    /// Permissions as people read them.
    static String octal(int mode) {
        return "0" + Integer.toOctalString(mode);
    }

    private static final class Openat {
        static final MethodHandle HANDLE = OPENAT.link();
    }

    private static final class Close {
        static final MethodHandle HANDLE = CLOSE.link();
    }

    private static final class Lseek {
        static final MethodHandle HANDLE = LSEEK.link();
    }

    private static final class Symlinkat {
        static final MethodHandle HANDLE = SYMLINKAT.link();
    }

    private static final class Readlinkat {
        static final MethodHandle HANDLE = READLINKAT.link();
    }

    private static final class Linkat {
        static final MethodHandle HANDLE = LINKAT.link();
    }

    private static final class Unlinkat {
        static final MethodHandle HANDLE = UNLINKAT.link();
    }

    private static final class Renameat {
        static final MethodHandle HANDLE = RENAMEAT.link();
    }
}
