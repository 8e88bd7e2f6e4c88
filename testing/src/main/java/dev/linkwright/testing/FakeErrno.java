package dev.linkwright.testing;

import dev.linkwright.Reason;

/// The codes that the POSIX rules answer, with the numbers of Linux (`asm-generic/errno.h`).
enum FakeErrno {
    EPERM(1, Reason.NOT_PERMITTED),
    ENOENT(2, Reason.NOT_FOUND),
    EACCES(13, Reason.ACCESS_DENIED),
    EEXIST(17, Reason.EXISTS),
    EXDEV(18, Reason.CROSS_FILE_SYSTEM),
    ENOTDIR(20, Reason.NOT_A_DIRECTORY),
    EISDIR(21, Reason.IS_A_DIRECTORY),
    EINVAL(22, Reason.OTHER),
    ENOSPC(28, Reason.NO_SPACE),
    EROFS(30, Reason.READ_ONLY_FILE_SYSTEM),
    ENAMETOOLONG(36, Reason.NAME_TOO_LONG),
    ENOTEMPTY(39, Reason.DIRECTORY_NOT_EMPTY),
    ELOOP(40, Reason.TOO_MANY_LINKS_IN_PATH),
    EOPNOTSUPP(95, Reason.UNSUPPORTED_BY_FILE_SYSTEM);

    private final int number;
    private final Reason reason;

    FakeErrno(int number, Reason reason) {
        this.number = number;
        this.reason = reason;
    }

    int number() {
        return number;
    }

    /// What it means where the call gives it no other meaning.
    Reason reason() {
        return reason;
    }
}
