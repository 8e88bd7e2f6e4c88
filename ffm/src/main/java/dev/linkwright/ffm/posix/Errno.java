package dev.linkwright.ffm.posix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// The error codes that calls on files and directories can answer, with their numbers on each system. What a code
/// means where one call gives it a meaning of its own is settled by [Refusal].
///
/// Linux: `asm-generic/errno.h`, which x86-64 and ARM64 share. macOS: `sys/errno.h`.
enum Errno {
    EPERM(1, 1, Reason.NOT_PERMITTED),
    ENOENT(2, 2, Reason.NOT_FOUND),
    EINTR(4, 4, Reason.INTERRUPTED),
    EIO(5, 5, Reason.IO_ERROR, "Look into the system log: the device or the file system may be damaged."),
    ENXIO(6, 6, Reason.UNREACHABLE),
    EBADF(9, 9, Reason.OTHER),
    EAGAIN(11, 35, Reason.BUSY),
    ENOMEM(12, 12, Reason.OUT_OF_RESOURCES),
    EACCES(13, 13, Reason.ACCESS_DENIED),
    EFAULT(14, 14, Reason.OTHER),
    EBUSY(16, 16, Reason.BUSY),
    EEXIST(17, 17, Reason.EXISTS),
    EXDEV(18, 18, Reason.CROSS_FILE_SYSTEM),
    ENODEV(19, 19, Reason.UNREACHABLE),
    ENOTDIR(20, 20, Reason.NOT_A_DIRECTORY),
    EISDIR(21, 21, Reason.IS_A_DIRECTORY),
    EINVAL(22, 22, Reason.OTHER),
    ENFILE(23, 23, Reason.OUT_OF_RESOURCES, "The system has too many open files (fs.file-max)."),
    EMFILE(24, 24, Reason.OUT_OF_RESOURCES, "Raise the limit of open files of the process (ulimit -n)."),
    ENOTTY(25, 25, Reason.UNSUPPORTED_BY_FILE_SYSTEM),
    ETXTBSY(26, 26, Reason.BUSY),
    EFBIG(27, 27, Reason.NO_SPACE),
    ENOSPC(28, 28, Reason.NO_SPACE, "No block or no inode is left on the device: df and df -i tell which."),
    EROFS(30, 30, Reason.READ_ONLY_FILE_SYSTEM),
    EMLINK(31, 31, Reason.TOO_MANY_HARD_LINKS),
    ERANGE(34, 34, Reason.OTHER),
    EDEADLK(35, 11, Reason.BUSY),
    ENAMETOOLONG(36, 63, Reason.NAME_TOO_LONG),
    ENOLCK(37, 77, Reason.OUT_OF_RESOURCES),
    ENOSYS(38, 78, Reason.UNSUPPORTED_BY_FILE_SYSTEM),
    ENOTEMPTY(39, 66, Reason.DIRECTORY_NOT_EMPTY),
    ELOOP(40, 62, Reason.TOO_MANY_LINKS_IN_PATH),
    ENODATA(61, 96, Reason.OTHER),
    ENONET(64, 0, Reason.UNREACHABLE),
    ENOLINK(67, 97, Reason.UNREACHABLE),
    ECOMM(70, 0, Reason.UNREACHABLE),
    EPROTO(71, 100, Reason.IO_ERROR),
    EBADMSG(74, 94, Reason.IO_ERROR),
    EOVERFLOW(75, 84, Reason.OTHER),
    EILSEQ(84, 92, Reason.INVALID_NAME),
    EUSERS(87, 68, Reason.OUT_OF_RESOURCES),
    EOPNOTSUPP(95, 102, Reason.UNSUPPORTED_BY_FILE_SYSTEM),
    ENOTSUP(0, 45, Reason.UNSUPPORTED_BY_FILE_SYSTEM),
    ENETDOWN(100, 50, Reason.UNREACHABLE),
    ENETUNREACH(101, 51, Reason.UNREACHABLE),
    ECONNABORTED(103, 53, Reason.UNREACHABLE,
            "The program that served this file system has ended: unmount it and mount it again."),
    ECONNRESET(104, 54, Reason.UNREACHABLE),
    ENOBUFS(105, 55, Reason.OUT_OF_RESOURCES),
    ENOTCONN(107, 57, Reason.UNREACHABLE,
            "The program that served this file system has ended: unmount it and mount it again."),
    ESHUTDOWN(108, 58, Reason.UNREACHABLE),
    ETIMEDOUT(110, 60, Reason.UNREACHABLE),
    ECONNREFUSED(111, 61, Reason.UNREACHABLE),
    EHOSTDOWN(112, 64, Reason.UNREACHABLE),
    EHOSTUNREACH(113, 65, Reason.UNREACHABLE),
    ESTALE(116, 70, Reason.UNREACHABLE,
            "The file server no longer knows this directory: enter it again by its path, or mount it again."),
    EUCLEAN(117, 0, Reason.IO_ERROR, "The file system is damaged: check it (fsck)."),
    EREMOTEIO(121, 0, Reason.IO_ERROR),
    EDQUOT(122, 69, Reason.QUOTA_EXCEEDED, "The owner's quota of blocks or inodes is used up: quota tells."),
    ENOMEDIUM(123, 0, Reason.UNREACHABLE),
    ECANCELED(125, 89, Reason.INTERRUPTED),
    ENOKEY(126, 0, Reason.NOT_PERMITTED, "The directory is encrypted and locked: unlock it first."),
    EKEYEXPIRED(127, 0, Reason.NOT_PERMITTED),
    EKEYREVOKED(128, 0, Reason.NOT_PERMITTED),
    EKEYREJECTED(129, 0, Reason.NOT_PERMITTED),
    EHWPOISON(133, 0, Reason.IO_ERROR),
    EDEVERR(0, 83, Reason.IO_ERROR),
    EAUTH(0, 80, Reason.NOT_PERMITTED),
    ENEEDAUTH(0, 81, Reason.NOT_PERMITTED),
    /// A number that stands for none of these.
    UNKNOWN(0, 0, Reason.OTHER);

    private static final int NONE = 0;
    /// By their numbers: a scan asks for every link that cannot be followed.
    private static final List<Optional<Errno>> ON_LINUX = byNumber(Errno::linux);
    private static final List<Optional<Errno>> ON_MAC_OS = byNumber(Errno::macOs);

    private final int linux;
    private final int macOs;
    private final Reason reason;
    private final @Nullable String advice;

    Errno(int linux, int macOs, Reason reason) {
        this(linux, macOs, reason, null);
    }

    Errno(int linux, int macOs, Reason reason, @Nullable String advice) {
        this.linux = linux;
        this.macOs = macOs;
        this.reason = reason;
        this.advice = advice;
    }

    /// The error that this number stands for on Linux, if it is one of these.
    static Optional<Errno> onLinux(int code) {
        return of(code, ON_LINUX);
    }

    /// The error that this number stands for on macOS, if it is one of these.
    static Optional<Errno> onMacOs(int code) {
        return of(code, ON_MAC_OS);
    }

    /// The number on Linux; 0 where there is no such error.
    int linux() {
        return linux;
    }

    /// The number on macOS; 0 where there is no such error.
    int macOs() {
        return macOs;
    }

    /// What it means unless the call gives it another meaning.
    Reason reason() {
        return reason;
    }

    /// What can be done about it whatever the call was.
    Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    private static Optional<Errno> of(int code, List<Optional<Errno>> known) {
        return code > NONE && code < known.size() ? known.get(code) : Optional.empty();
    }

    private static List<Optional<Errno>> byNumber(ToIntFunction<Errno> number) {
        int last = 0;
        for (Errno errno : values()) {
            last = Math.max(last, number.applyAsInt(errno));
        }
        List<Optional<Errno>> known = new ArrayList<>(Collections.nCopies(last + 1, Optional.empty()));
        for (Errno errno : values()) {
            known.set(number.applyAsInt(errno), Optional.of(errno));
        }
        return List.copyOf(known);
    }
}
