package dev.linkwright.ffm.windows;

import java.util.Optional;

import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// The Win32 errors that calls on files and directories answer, and what each means by itself. Numbers: winerror.h.
enum Win32Code {
    ERROR_INVALID_FUNCTION(1, Reason.UNSUPPORTED_BY_FILE_SYSTEM),
    ERROR_FILE_NOT_FOUND(2, Reason.NOT_FOUND),
    ERROR_PATH_NOT_FOUND(3, Reason.PARENT_NOT_FOUND),
    ERROR_TOO_MANY_OPEN_FILES(4, Reason.OUT_OF_RESOURCES),
    ERROR_ACCESS_DENIED(5, Reason.ACCESS_DENIED),
    ERROR_INVALID_HANDLE(6, Reason.OTHER),
    ERROR_NOT_ENOUGH_MEMORY(8, Reason.OUT_OF_RESOURCES),
    ERROR_NOT_SAME_DEVICE(17, Reason.CROSS_FILE_SYSTEM),
    ERROR_NO_MORE_FILES(18, Reason.NOT_FOUND),
    ERROR_WRITE_PROTECT(19, Reason.READ_ONLY_FILE_SYSTEM),
    ERROR_NOT_READY(21, Reason.UNREACHABLE),
    ERROR_CRC(23, Reason.IO_ERROR),
    ERROR_SHARING_VIOLATION(32, Reason.BUSY),
    ERROR_NOT_SUPPORTED(50, Reason.UNSUPPORTED_BY_FILE_SYSTEM),
    ERROR_BAD_NETPATH(53, Reason.UNREACHABLE),
    ERROR_BAD_NET_NAME(67, Reason.UNREACHABLE),
    ERROR_FILE_EXISTS(80, Reason.EXISTS),
    ERROR_INVALID_PARAMETER(87, Reason.OTHER),
    ERROR_DISK_FULL(112, Reason.NO_SPACE),
    ERROR_SEM_TIMEOUT(121, Reason.UNREACHABLE),
    ERROR_INVALID_NAME(123, Reason.INVALID_NAME),
    ERROR_DIR_NOT_EMPTY(145, Reason.DIRECTORY_NOT_EMPTY),
    ERROR_BAD_PATHNAME(161, Reason.INVALID_NAME),
    ERROR_ALREADY_EXISTS(183, Reason.EXISTS),
    ERROR_FILENAME_EXCED_RANGE(206, Reason.NAME_TOO_LONG),
    ERROR_MORE_DATA(234, Reason.OTHER),
    ERROR_DIRECTORY(267, Reason.NOT_A_DIRECTORY),
    ERROR_DELETE_PENDING(303, Reason.BUSY),
    ERROR_UNTRUSTED_MOUNT_POINT(448, Reason.UNREACHABLE,
            "A junction or link that an ordinary user made is not followed here (RedirectionGuard)."),
    ERROR_IO_DEVICE(1117, Reason.IO_ERROR),
    ERROR_TOO_MANY_LINKS(1142, Reason.TOO_MANY_HARD_LINKS),
    ERROR_USER_MAPPED_FILE(1224, Reason.BUSY),
    ERROR_NETWORK_UNREACHABLE(1231, Reason.UNREACHABLE),
    ERROR_PRIVILEGE_NOT_HELD(1314, Reason.PRIVILEGE_NOT_HELD,
            "Turn on Developer Mode, run as administrator, or ask for the right \"Create symbolic links\"."),
    ERROR_DISK_CORRUPT(1393, Reason.IO_ERROR, "Check the volume (chkdsk)."),
    ERROR_FILE_CORRUPT(1392, Reason.IO_ERROR, "Check the volume (chkdsk)."),
    ERROR_NO_SYSTEM_RESOURCES(1450, Reason.OUT_OF_RESOURCES),
    ERROR_SYMLINK_CLASS_DISABLED(1463, Reason.UNREACHABLE,
            "Following links of this kind is switched off: fsutil behavior query SymlinkEvaluation tells."),
    ERROR_SYMLINK_NOT_SUPPORTED(1464, Reason.UNSUPPORTED_BY_FILE_SYSTEM),
    ERROR_NOT_ENOUGH_QUOTA(1816, Reason.QUOTA_EXCEEDED),
    ERROR_CANT_ACCESS_FILE(1920, Reason.UNREACHABLE,
            "No driver here knows this reparse tag: the program that made it may be missing."),
    ERROR_CANT_RESOLVE_FILENAME(1921, Reason.TOO_MANY_LINKS_IN_PATH),
    ERROR_NOT_A_REPARSE_POINT(4390, Reason.NOT_A_LINK),
    ERROR_REPARSE_ATTRIBUTE_CONFLICT(4391, Reason.CHANGED_BY_OTHERS),
    ERROR_INVALID_REPARSE_DATA(4392, Reason.INVALID_TARGET),
    ERROR_REPARSE_TAG_INVALID(4393, Reason.INVALID_TARGET),
    ERROR_REPARSE_TAG_MISMATCH(4394, Reason.CHANGED_BY_OTHERS),
    ERROR_REPARSE_POINT_ENCOUNTERED(4395, Reason.CHANGED_BY_OTHERS);

    private final int number;
    private final Reason reason;
    private final @Nullable String advice;

    Win32Code(int number, Reason reason) {
        this(number, reason, null);
    }

    Win32Code(int number, Reason reason, @Nullable String advice) {
        this.number = number;
        this.reason = reason;
        this.advice = advice;
    }

    /// The error with this number, if it is one of these.
    static Optional<Win32Code> of(int number) {
        for (Win32Code code : values()) {
            if (code.number == number) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    int number() {
        return number;
    }

    /// What it means unless the call, or the NTSTATUS behind it, gives it another meaning.
    Reason reason() {
        return reason;
    }

    /// What can be done about it whatever the call was.
    Optional<String> advice() {
        return Optional.ofNullable(advice);
    }
}
