package dev.linkwright.testing;

import dev.linkwright.Reason;

/// The last errors that the Windows rules answer (`winerror.h`).
enum FakeLastError implements FakeCode {
    INVALID_FUNCTION(1, Reason.UNSUPPORTED_BY_FILE_SYSTEM),
    FILE_NOT_FOUND(2, Reason.NOT_FOUND),
    PATH_NOT_FOUND(3, Reason.NOT_FOUND),
    ACCESS_DENIED(5, Reason.ACCESS_DENIED),
    INVALID_HANDLE(6, Reason.OTHER),
    NOT_SAME_DEVICE(17, Reason.CROSS_FILE_SYSTEM),
    NO_MORE_FILES(18, Reason.OTHER),
    WRITE_PROTECT(19, Reason.READ_ONLY_FILE_SYSTEM),
    SHARING_VIOLATION(32, Reason.BUSY),
    BAD_NETPATH(53, Reason.UNREACHABLE),
    INVALID_PARAMETER(87, Reason.OTHER),
    DISK_FULL(112, Reason.NO_SPACE),
    INVALID_NAME(123, Reason.INVALID_NAME),
    DIR_NOT_EMPTY(145, Reason.DIRECTORY_NOT_EMPTY),
    ALREADY_EXISTS(183, Reason.EXISTS),
    MORE_DATA(234, Reason.OTHER),
    DIRECTORY(267, Reason.NOT_A_DIRECTORY),
    PRIVILEGE_NOT_HELD(1314, Reason.PRIVILEGE_NOT_HELD),
    INVALID_USER_BUFFER(1784, Reason.OTHER),
    CANT_ACCESS_FILE(1920, Reason.UNREACHABLE),
    CANT_RESOLVE_FILENAME(1921, Reason.TOO_MANY_LINKS_IN_PATH),
    NOT_A_REPARSE_POINT(4390, Reason.NOT_A_LINK),
    REPARSE_ATTRIBUTE_CONFLICT(4391, Reason.CHANGED_BY_OTHERS),
    INVALID_REPARSE_DATA(4392, Reason.INVALID_TARGET),
    REPARSE_TAG_INVALID(4393, Reason.INVALID_TARGET),
    REPARSE_TAG_MISMATCH(4394, Reason.CHANGED_BY_OTHERS),
    REPARSE_POINT_ENCOUNTERED(4395, Reason.IS_A_LINK);

    private final int number;
    private final Reason reason;

    FakeLastError(int number, Reason reason) {
        this.number = number;
        this.reason = reason;
    }

    /// The error with this number.
    ///
    /// @throws IllegalArgumentException if there is none
    static FakeLastError of(int number) {
        for (FakeLastError error : values()) {
            if (error.number == number) {
                return error;
            }
        }
        throw new IllegalArgumentException("no last error of the fake: " + number);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String symbol() {
        return "ERROR_" + name();
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
