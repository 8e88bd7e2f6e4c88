package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.CType.CONST_CHAR_POINTER;
import static dev.linkwright.ffm.posix.CType.INT;
import static dev.linkwright.ffm.posix.CType.UNSIGNED_INT;
import static dev.linkwright.ffm.posix.CType.pointer;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The functions of libc that only macOS has, or has with types of its own, one method each.
///
/// On Intel those that know structs with inode numbers have two forms; the one with 64 bits is `…$INODE64`.
///
/// **Not run.** Written from Apple's headers and manual pages; no Mac has called it yet.
final class MacCalls {
    private static final String INODE64 = System.getProperty("os.arch").equals("x86_64") ? "$INODE64" : "";
    private static final AddressLayout DIR = pointer("DIR *");
    /// Sixteen bits here, thirty-two on Linux.
    private static final ValueLayout.OfShort MODE_T = ValueLayout.JAVA_SHORT.withName("mode_t");

    static final CFunction FSTATAT = CFunction
            .of("fstatat", INT, INT, CONST_CHAR_POINTER, pointer("struct stat *"), INT)
            .withSymbol("fstatat" + INODE64);
    static final CFunction FSTAT = CFunction.of("fstat", INT, INT, pointer("struct stat *"))
            .withSymbol("fstat" + INODE64);
    static final CFunction STATFS = CFunction.of("statfs", INT, CONST_CHAR_POINTER, pointer("struct statfs *"))
            .withSymbol("statfs" + INODE64);
    static final CFunction FSTATFS = CFunction.of("fstatfs", INT, INT, pointer("struct statfs *"))
            .withSymbol("fstatfs" + INODE64);
    static final CFunction FDOPENDIR = CFunction.of("fdopendir", DIR, INT).withSymbol("fdopendir" + INODE64);
    static final CFunction READDIR_R = CFunction
            .of("readdir_r", INT, DIR, pointer("struct dirent *"), pointer("struct dirent **"))
            .withSymbol("readdir_r" + INODE64);
    static final CFunction CLOSEDIR = CFunction.of("closedir", INT, DIR);
    static final CFunction FCNTL = CFunction.variadic("fcntl", 2, INT, INT, INT, CType.CHAR_POINTER);
    static final CFunction MKDIRAT = CFunction.of("mkdirat", INT, INT, CONST_CHAR_POINTER, MODE_T);
    static final CFunction RENAMEATX_NP = CFunction.of(
            "renameatx_np", INT, INT, CONST_CHAR_POINTER, INT, CONST_CHAR_POINTER, UNSIGNED_INT);

    /// `fcntl`: the path of an open file, into MAXPATHLEN bytes.
    static final int F_GETPATH = 50;

    private MacCalls() {}

    /// `int fstatat(int dirfd, const char *path, struct stat *buffer, int flags);`
    ///
    /// <https://developer.apple.com/library/archive/documentation/System/Conceptual/ManPages_iPhoneOS/man2/stat.2.html>
    static void fstatat(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Fstatat.HANDLE.invokeExact(scratch.callState, dirfd, path, scratch.out, flags);
            } while (result < 0 && scratch.errno() == PosixCalls.EINTR);
            if (result == 0) {
                return;
            }
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
        throw PosixCalls.failed(scratch, "fstatat", dirfd, CText.quoted(path), PosixCalls.hex(flags));
    }

    /// `int fstat(int fd, struct stat *buffer);`
    ///
    /// <https://developer.apple.com/library/archive/documentation/System/Conceptual/ManPages_iPhoneOS/man2/stat.2.html>
    static void fstat(Scratch scratch, int fd) throws NativeCallException {
        try {
            if ((int) Fstat.HANDLE.invokeExact(scratch.callState, fd, scratch.out) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
        throw PosixCalls.failed(scratch, "fstat", fd);
    }

    /// `int statfs(const char *path, struct statfs *buffer);`
    ///
    /// <https://developer.apple.com/library/archive/documentation/System/Conceptual/ManPages_iPhoneOS/man2/statfs.2.html>
    static void statfs(Scratch scratch, MemorySegment path) throws NativeCallException {
        try {
            if ((int) Statfs.HANDLE.invokeExact(scratch.callState, path, scratch.out) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
        throw PosixCalls.failed(scratch, "statfs", CText.quoted(path));
    }

    /// `int fstatfs(int fd, struct statfs *buffer);`
    ///
    /// <https://developer.apple.com/library/archive/documentation/System/Conceptual/ManPages_iPhoneOS/man2/statfs.2.html>
    static void fstatfs(Scratch scratch, int fd) throws NativeCallException {
        try {
            if ((int) Fstatfs.HANDLE.invokeExact(scratch.callState, fd, scratch.out) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
        throw PosixCalls.failed(scratch, "fstatfs", fd);
    }

    /// `DIR *fdopendir(int fd);` which takes the descriptor over.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/fdopendir.html>
    static MemorySegment fdopendir(Scratch scratch, int fd) throws NativeCallException {
        try {
            MemorySegment stream = (MemorySegment) Fdopendir.HANDLE.invokeExact(scratch.callState, fd);
            if (stream.address() != 0) {
                return stream;
            }
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
        throw PosixCalls.failed(scratch, "fdopendir", fd);
    }

    /// `int readdir_r(DIR *stream, struct dirent *entry, struct dirent **result);` and not `readdir`, whose error and
    /// end differ only by an `errno` that would have to be cleared before.
    ///
    /// <https://developer.apple.com/library/archive/documentation/System/Conceptual/ManPages_iPhoneOS/man3/directory.3.html>
    ///
    /// @return whether there is an entry in the memory
    static boolean readdir(Scratch scratch, MemorySegment stream, MemorySegment entry, MemorySegment result)
            throws NativeCallException {
        int code;
        try {
            code = (int) ReaddirR.HANDLE.invokeExact(scratch.callState, stream, entry, result);
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
        if (code != 0) {
            throw new NativeCallException("readdir_r", "", code);
        }
        return result.get(ValueLayout.JAVA_LONG, 0) != 0;
    }

    /// `int closedir(DIR *stream);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/closedir.html>
    static void closedir(Scratch scratch, MemorySegment stream) {
        try {
            int ignored = (int) Closedir.HANDLE.invokeExact(scratch.callState, stream);
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
    }

    /// `int fcntl(int fd, int command, ...);` with `F_GETPATH` and a buffer.
    ///
    /// <https://developer.apple.com/library/archive/documentation/System/Conceptual/ManPages_iPhoneOS/man2/fcntl.2.html>
    static void getPath(Scratch scratch, int fd) throws NativeCallException {
        try {
            if ((int) Fcntl.HANDLE.invokeExact(scratch.callState, fd, F_GETPATH, scratch.out) >= 0) {
                return;
            }
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
        throw PosixCalls.failed(scratch, "fcntl", fd, "F_GETPATH");
    }

    /// `int mkdirat(int dirfd, const char *path, mode_t mode);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/mkdir.html>
    static void mkdirat(Scratch scratch, int dirfd, MemorySegment path, int mode) throws NativeCallException {
        try {
            if ((int) Mkdirat.HANDLE.invokeExact(scratch.callState, dirfd, path, (short) mode) == 0) {
                return;
            }
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
        throw PosixCalls.failed(scratch, "mkdirat", dirfd, CText.quoted(path), PosixCalls.octal(mode));
    }

    /// `int renameatx_np(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);`
    ///
    /// <https://www.manpagez.com/man/2/renameatx_np/>
    static void renameatx(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath,
            int flags) throws NativeCallException {
        try {
            int result = (int) RenameatxNp.HANDLE.invokeExact(
                    scratch.callState, oldDirfd, oldPath, newDirfd, newPath, flags);
            if (result == 0) {
                return;
            }
        } catch (Throwable e) {
            throw PosixCalls.impossible(e);
        }
        throw PosixCalls.failed(scratch, "renameatx_np", oldDirfd, CText.quoted(oldPath), newDirfd,
                CText.quoted(newPath),
                PosixCalls.hex(flags));
    }

    private static final class Fstatat {
        static final MethodHandle HANDLE = FSTATAT.link();
    }

    private static final class Fstat {
        static final MethodHandle HANDLE = FSTAT.link();
    }

    private static final class Statfs {
        static final MethodHandle HANDLE = STATFS.link();
    }

    private static final class Fstatfs {
        static final MethodHandle HANDLE = FSTATFS.link();
    }

    private static final class Fdopendir {
        static final MethodHandle HANDLE = FDOPENDIR.link();
    }

    private static final class ReaddirR {
        static final MethodHandle HANDLE = READDIR_R.link();
    }

    private static final class Closedir {
        static final MethodHandle HANDLE = CLOSEDIR.link();
    }

    private static final class Fcntl {
        static final MethodHandle HANDLE = FCNTL.link();
    }

    private static final class Mkdirat {
        static final MethodHandle HANDLE = MKDIRAT.link();
    }

    private static final class RenameatxNp {
        static final MethodHandle HANDLE = RENAMEATX_NP.link();
    }
}
