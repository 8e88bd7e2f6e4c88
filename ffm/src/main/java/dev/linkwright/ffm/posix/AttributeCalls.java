package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.CType.CHAR_POINTER;
import static dev.linkwright.ffm.posix.CType.CONST_CHAR_POINTER;
import static dev.linkwright.ffm.posix.CType.INT;
import static dev.linkwright.ffm.posix.CType.MODE_T;
import static dev.linkwright.ffm.posix.CType.SIZE_T;
import static dev.linkwright.ffm.posix.CType.SSIZE_T;
import static dev.linkwright.ffm.posix.CType.pointer;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The functions of libc for attributes, one method each. All of them are repeated after `EINTR`: doing it twice is
/// doing it once.
///
/// Those that take a descriptor refuse one that was opened with `O_PATH`; those that take a path are for these, by
/// their name in `/proc`, which leads to the object itself, a link too.
final class AttributeCalls {
    private static final ValueLayout.OfInt UID_T = ValueLayout.JAVA_INT.withName("uid_t");
    private static final ValueLayout.OfInt GID_T = ValueLayout.JAVA_INT.withName("gid_t");
    private static final AddressLayout TIMESPECS = pointer("const struct timespec *");
    private static final AddressLayout VOID_POINTER = pointer("void *");
    private static final AddressLayout CONST_VOID_POINTER = pointer("const void *");

    static final CFunction FCHOWNAT = CFunction.of("fchownat", INT, INT, CONST_CHAR_POINTER, UID_T, GID_T, INT);
    static final CFunction FCHMOD = CFunction.of("fchmod", INT, INT, MODE_T);
    static final CFunction CHMOD = CFunction.of("chmod", INT, CONST_CHAR_POINTER, MODE_T);
    static final CFunction FUTIMENS = CFunction.of("futimens", INT, INT, TIMESPECS);
    static final CFunction UTIMENSAT = CFunction.of("utimensat", INT, INT, CONST_CHAR_POINTER, TIMESPECS, INT);
    static final CFunction FLISTXATTR = CFunction.of("flistxattr", SSIZE_T, INT, CHAR_POINTER, SIZE_T);
    static final CFunction LISTXATTR = CFunction.of("listxattr", SSIZE_T, CONST_CHAR_POINTER, CHAR_POINTER, SIZE_T);
    static final CFunction FGETXATTR = CFunction.of("fgetxattr", SSIZE_T, INT, CONST_CHAR_POINTER, VOID_POINTER,
            SIZE_T);
    static final CFunction FSETXATTR = CFunction.of("fsetxattr", INT, INT, CONST_CHAR_POINTER, CONST_VOID_POINTER,
            SIZE_T, INT);
    static final CFunction FREMOVEXATTR = CFunction.of("fremovexattr", INT, INT, CONST_CHAR_POINTER);

    private AttributeCalls() {}

    /// `int fchownat(int dirfd, const char *path, uid_t user, gid_t group, int flags);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/chown.html>
    static void fchownat(Scratch scratch, int dirfd, MemorySegment path, int user, int group, int flags)
            throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Fchownat.HANDLE.invokeExact(scratch.callState, dirfd, path, user, group, flags);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "fchownat", dirfd, CText.quoted(path), Integer.toUnsignedLong(user),
                Integer.toUnsignedLong(group), LibC.hex(flags));
    }

    /// `int fchmod(int fd, mode_t mode);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/fchmod.html>
    static void fchmod(Scratch scratch, int fd, int mode) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Fchmod.HANDLE.invokeExact(scratch.callState, fd, mode);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "fchmod", fd, LibC.octal(mode));
    }

    /// `int chmod(const char *path, mode_t mode);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/chmod.html>
    static void chmod(Scratch scratch, MemorySegment path, int mode) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Chmod.HANDLE.invokeExact(scratch.callState, path, mode);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "chmod", CText.quoted(path), LibC.octal(mode));
    }

    /// `int futimens(int fd, const struct timespec times[2]);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/futimens.html>
    static void futimens(Scratch scratch, int fd, MemorySegment times) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Futimens.HANDLE.invokeExact(scratch.callState, fd, times);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "futimens", fd);
    }

    /// `int utimensat(int dirfd, const char *path, const struct timespec times[2], int flags);`
    ///
    /// <https://man7.org/linux/man-pages/man2/utimensat.2.html>
    static void utimensat(Scratch scratch, int dirfd, MemorySegment path, MemorySegment times, int flags)
            throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Utimensat.HANDLE.invokeExact(scratch.callState, dirfd, path, times, flags);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "utimensat", dirfd, CText.quoted(path), LibC.hex(flags));
    }

    /// `ssize_t flistxattr(int fd, char *list, size_t size);`
    ///
    /// <https://man7.org/linux/man-pages/man2/listxattr.2.html>
    ///
    /// @return how many bytes; with size 0 how many there are
    static long flistxattr(Scratch scratch, int fd, MemorySegment list, long size) throws NativeCallException {
        try {
            long result;
            do {
                result = (long) Flistxattr.HANDLE.invokeExact(scratch.callState, fd, list, size);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return result;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "flistxattr", fd, size);
    }

    /// `ssize_t listxattr(const char *path, char *list, size_t size);`
    ///
    /// <https://man7.org/linux/man-pages/man2/listxattr.2.html>
    ///
    /// @return how many bytes; with size 0 how many there are
    static long listxattr(Scratch scratch, MemorySegment path, MemorySegment list, long size)
            throws NativeCallException {
        try {
            long result;
            do {
                result = (long) Listxattr.HANDLE.invokeExact(scratch.callState, path, list, size);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return result;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "listxattr", CText.quoted(path), size);
    }

    /// `ssize_t fgetxattr(int fd, const char *name, void *value, size_t size);`
    ///
    /// <https://man7.org/linux/man-pages/man2/getxattr.2.html>
    ///
    /// @return how many bytes; with size 0 how many there are
    static long fgetxattr(Scratch scratch, int fd, MemorySegment name, MemorySegment value, long size)
            throws NativeCallException {
        try {
            long result;
            do {
                result = (long) Fgetxattr.HANDLE.invokeExact(scratch.callState, fd, name, value, size);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return result;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "fgetxattr", fd, CText.quoted(name), size);
    }

    /// `int fsetxattr(int fd, const char *name, const void *value, size_t size, int flags);`
    ///
    /// <https://man7.org/linux/man-pages/man2/setxattr.2.html>
    static void fsetxattr(Scratch scratch, int fd, MemorySegment name, MemorySegment value, long size, int flags)
            throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Fsetxattr.HANDLE.invokeExact(scratch.callState, fd, name, value, size, flags);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "fsetxattr", fd, CText.quoted(name), size, LibC.hex(flags));
    }

    /// `int fremovexattr(int fd, const char *name);`
    ///
    /// <https://man7.org/linux/man-pages/man2/removexattr.2.html>
    static void fremovexattr(Scratch scratch, int fd, MemorySegment name) throws NativeCallException {
        try {
            int result;
            do {
                result = (int) Fremovexattr.HANDLE.invokeExact(scratch.callState, fd, name);
            } while (result < 0 && scratch.errno() == LibC.EINTR);
            if (result >= 0) {
                return;
            }
        } catch (Throwable e) {
            throw LibC.impossible(e);
        }
        throw LibC.failed(scratch, "fremovexattr", fd, CText.quoted(name));
    }

    private static final class Fchownat {
        static final MethodHandle HANDLE = FCHOWNAT.link();
    }

    private static final class Fchmod {
        static final MethodHandle HANDLE = FCHMOD.link();
    }

    private static final class Chmod {
        static final MethodHandle HANDLE = CHMOD.link();
    }

    private static final class Futimens {
        static final MethodHandle HANDLE = FUTIMENS.link();
    }

    private static final class Utimensat {
        static final MethodHandle HANDLE = UTIMENSAT.link();
    }

    private static final class Flistxattr {
        static final MethodHandle HANDLE = FLISTXATTR.link();
    }

    private static final class Listxattr {
        static final MethodHandle HANDLE = LISTXATTR.link();
    }

    private static final class Fgetxattr {
        static final MethodHandle HANDLE = FGETXATTR.link();
    }

    private static final class Fsetxattr {
        static final MethodHandle HANDLE = FSETXATTR.link();
    }

    private static final class Fremovexattr {
        static final MethodHandle HANDLE = FREMOVEXATTR.link();
    }
}
