package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.CType.CHAR_POINTER;
import static dev.linkwright.ffm.posix.CType.CONST_CHAR_POINTER;
import static dev.linkwright.ffm.posix.CType.INT;
import static dev.linkwright.ffm.posix.CType.OFF_T;
import static dev.linkwright.ffm.posix.CType.SIZE_T;
import static dev.linkwright.ffm.posix.CType.SSIZE_T;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The calls that Linux and macOS have in common, by the functions of the C library: so macOS makes them, where system
/// calls have no numbers to rely on. Each function is linked when it is first called.
final class LibC extends PosixCalls {
    static final CFunction OPENAT = CFunction.variadic("openat", 3, INT, INT, CONST_CHAR_POINTER, INT);
    static final CFunction CLOSE = CFunction.of("close", INT, INT);
    static final CFunction LSEEK = CFunction.of("lseek", OFF_T, INT, OFF_T, INT);
    static final CFunction SYMLINKAT = CFunction.of("symlinkat", INT, CONST_CHAR_POINTER, INT, CONST_CHAR_POINTER);
    static final CFunction READLINKAT = CFunction.of("readlinkat", SSIZE_T, INT, CONST_CHAR_POINTER, CHAR_POINTER,
            SIZE_T);
    static final CFunction LINKAT = CFunction.of("linkat", INT, INT, CONST_CHAR_POINTER, INT, CONST_CHAR_POINTER, INT);
    static final CFunction UNLINKAT = CFunction.of("unlinkat", INT, INT, CONST_CHAR_POINTER, INT);
    static final CFunction RENAMEAT = CFunction.of("renameat", INT, INT, CONST_CHAR_POINTER, INT, CONST_CHAR_POINTER);

    @Override
    int openat(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException {
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

    @Override
    void close(Scratch scratch, int fd) {
        try {
            int ignored = (int) Close.HANDLE.invokeExact(scratch.callState, fd);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    @Override
    void rewind(Scratch scratch, int fd) throws NativeCallException {
        try {
            if ((long) Lseek.HANDLE.invokeExact(scratch.callState, fd, 0L, SEEK_SET) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw impossible(e);
        }
        throw failed(scratch, "lseek", fd, 0, "SEEK_SET");
    }

    @Override
    void symlinkat(Scratch scratch, MemorySegment target, int dirfd, MemorySegment path)
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

    @Override
    int tryReadlinkat(Scratch scratch, int dirfd, MemorySegment path, MemorySegment buffer) {
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

    @Override
    void linkat(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath)
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

    @Override
    void unlinkat(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException {
        try {
            if ((int) Unlinkat.HANDLE.invokeExact(scratch.callState, dirfd, path, flags) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw impossible(e);
        }
        throw failed(scratch, "unlinkat", dirfd, CText.quoted(path), hex(flags));
    }

    @Override
    void renameat(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath)
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
