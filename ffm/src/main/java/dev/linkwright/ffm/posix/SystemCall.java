package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.CType.LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.Locale;

/// The system calls of Linux that are made here, with their numbers and types.
///
/// All of them go through one function, `long syscall(long number, ...)`, which is linked once with room for six
/// arguments. To link a function takes a process 30 ms, and each function of another type 8 ms more: that is what a run
/// of the command line pays that needs native calls. Besides, some of these calls are younger than the C libraries of
/// systems that are still in use.
///
/// Every argument is a `long`, as the kernel takes it from a register. Of a parameter of 32 bits the kernel looks only at
/// the lower half, whatever its sign; a pointer is the address of memory that nobody can close, and that the caller keeps
/// until the call has returned, by [#keepReachable].
enum SystemCall {
    OPENAT(257, 56, "int openat(int, const char *, int, ... mode_t)"),
    OPENAT2(437, 437, "int openat2(int, const char *, struct open_how *, size_t)"),
    CLOSE(3, 57, "int close(int)"),
    LSEEK(8, 62, "off_t lseek(int, off_t, int)"),
    GETDENTS64(217, 61, "ssize_t getdents64(int, void *, size_t)"),
    SYMLINKAT(266, 36, "int symlinkat(const char *, int, const char *)"),
    READLINKAT(267, 78, "ssize_t readlinkat(int, const char *, char *, size_t)"),
    LINKAT(265, 37, "int linkat(int, const char *, int, const char *, int)"),
    UNLINKAT(263, 35, "int unlinkat(int, const char *, int)"),
    RENAMEAT(264, 38, "int renameat(int, const char *, int, const char *)"),
    RENAMEAT2(316, 276, "int renameat2(int, const char *, int, const char *, unsigned int)"),
    MKDIRAT(258, 34, "int mkdirat(int, const char *, mode_t)"),
    MKNODAT(259, 33, "int mknodat(int, const char *, mode_t, dev_t)"),
    STATX(332, 291, "int statx(int, const char *, int, unsigned int, struct statx *)"),
    STATFS(137, 43, "int statfs(const char *, struct statfs *)"),
    FSTATFS(138, 44, "int fstatfs(int, struct statfs *)"),

    PREAD64(17, 67, "ssize_t pread64(int, void *, size_t, off64_t)"),
    PWRITE64(18, 68, "ssize_t pwrite64(int, const void *, size_t, off64_t)"),
    FTRUNCATE(77, 46, "int ftruncate(int, off_t)"),
    FSYNC(74, 82, "int fsync(int)"),
    IOCTL(16, 29, "int ioctl(int, unsigned long, ... int)"),
    COPY_FILE_RANGE(326, 285, "ssize_t copy_file_range(int, off64_t *, int, off64_t *, size_t, unsigned int)"),

    FCHOWNAT(260, 54, "int fchownat(int, const char *, uid_t, gid_t, int)"),
    FCHMOD(91, 52, "int fchmod(int, mode_t)"),
    FCHMODAT(268, 53, "int fchmodat(int, const char *, mode_t)"),
    UTIMENSAT(280, 88, "int utimensat(int, const char *, const struct timespec *, int)"),
    GETXATTR(191, 8, "ssize_t getxattr(const char *, const char *, void *, size_t)"),
    LGETXATTR(192, 9, "ssize_t lgetxattr(const char *, const char *, void *, size_t)"),
    FGETXATTR(193, 10, "ssize_t fgetxattr(int, const char *, void *, size_t)"),
    LISTXATTR(194, 11, "ssize_t listxattr(const char *, char *, size_t)"),
    FLISTXATTR(196, 13, "ssize_t flistxattr(int, char *, size_t)"),
    SETXATTR(188, 5, "int setxattr(const char *, const char *, const void *, size_t, int)"),
    FSETXATTR(190, 7, "int fsetxattr(int, const char *, const void *, size_t, int)"),
    FREMOVEXATTR(199, 16, "int fremovexattr(int, const char *)");

    /// `long syscall(long number, ...);` which sets `errno` and returns -1 where the kernel returns a code.
    ///
    /// <https://man7.org/linux/man-pages/man2/syscall.2.html>
    static final CFunction SYSCALL = CFunction.variadic(
            "syscall", 1, LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG);

    private static final boolean IS_ARM64 = System.getProperty("os.arch").equals("aarch64");

    private final int onX86;
    private final int onArm64;
    private final String prototype;

    SystemCall(int onX86, int onArm64, String prototype) {
        this.onX86 = onX86;
        this.onArm64 = onArm64;
        this.prototype = prototype;
    }

    /// The number on x86-64 (`asm/unistd_64.h`).
    int onX86() {
        return onX86;
    }

    /// The number on ARM64 (`asm-generic/unistd.h`).
    int onArm64() {
        return onArm64;
    }

    /// The type in C, with the parameters that are passed. What stands after the dots is what the header leaves open.
    String prototype() {
        return prototype;
    }

    /// Makes the call once.
    ///
    /// @return what it returns; -1 if it failed, and the code is in `scratch`
    long make(Scratch scratch, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) Syscall.HANDLE.invokeExact(
                    scratch.callState, IS_ARM64 ? (long) onArm64 : (long) onX86, a, b, c, d, e, f);
        } catch (Throwable thrown) {
            throw PosixCalls.impossible(thrown);
        }
    }

    /// [#make] for at most three arguments.
    long make(Scratch scratch, long a, long b, long c) {
        return make(scratch, a, b, c, 0, 0, 0);
    }

    /// Makes the call until no signal interrupts it (`EINTR`): for calls that have had no effect then.
    ///
    /// @return what it returns; -1 if it failed, and the code is in `scratch`
    long repeat(Scratch scratch, long a, long b, long c, long d, long e, long f) {
        long result;
        do {
            result = make(scratch, a, b, c, d, e, f);
        } while (result < 0 && scratch.errno() == PosixCalls.EINTR);
        return result;
    }

    /// [#repeat] for at most three arguments.
    long repeat(Scratch scratch, long a, long b, long c) {
        return repeat(scratch, a, b, c, 0, 0, 0);
    }

    /// Keeps memory whose address was passed, until here: an address alone keeps nothing. What throws is no call that
    /// is still being made, so this needs no `finally`.
    @SuppressWarnings("ReachabilityFenceUsage")
    static void keepReachable(MemorySegment memory) {
        Reference.reachabilityFence(memory);
    }

    static void keepReachable(MemorySegment first, MemorySegment second) {
        keepReachable(first);
        keepReachable(second);
    }

    static void keepReachable(MemorySegment first, MemorySegment second, MemorySegment third) {
        keepReachable(first, second);
        keepReachable(third);
    }

    /// The failure of this call, which was just made.
    NativeCallException failed(Scratch scratch, Object... arguments) {
        return PosixCalls.failed(scratch, name().toLowerCase(Locale.ROOT), arguments);
    }

    private static final class Syscall {
        static final MethodHandle HANDLE = SYSCALL.link();
    }
}
