package dev.linkwright.win32;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.linkwright.Reason;

/// The last errors that making, reading, following and replacing links can give, with the names of `winerror.h` and the
/// texts that an English Windows prints. The same on every system.
///
/// New errors come in minor versions.
///
/// Source: `docs/windows-links.md`, "Errors of CreateSymbolicLinkW". See
/// [System error codes](https://learn.microsoft.com/windows/win32/debug/system-error-codes).
public enum Win32Error {
    /// 0.
    SUCCESS(0, Reason.OTHER, "The operation completed successfully."),
    /// 1: the volume has no reparse points.
    INVALID_FUNCTION(1, Reason.UNSUPPORTED_BY_FILE_SYSTEM, "Incorrect function."),
    /// 2.
    FILE_NOT_FOUND(2, Reason.NOT_FOUND, "The system cannot find the file specified."),
    /// 3: the directory of the link is missing, is no directory, or is on a drive that does not exist.
    PATH_NOT_FOUND(3, Reason.PARENT_NOT_FOUND, "The system cannot find the path specified."),
    /// 5: no permission to make anything in the directory.
    ACCESS_DENIED(5, Reason.ACCESS_DENIED, "Access is denied."),
    /// 6.
    INVALID_HANDLE(6, Reason.OTHER, "The handle is invalid."),
    /// 17.
    NOT_SAME_DEVICE(17, Reason.CROSS_FILE_SYSTEM, "The system cannot move the file to a different disk drive."),
    /// 19: the volume is read-only.
    WRITE_PROTECT(19, Reason.READ_ONLY_FILE_SYSTEM, "The media is write protected."),
    /// 21.
    NOT_READY(21, Reason.UNREACHABLE, "The device is not ready."),
    /// 24.
    BAD_LENGTH(24, Reason.OTHER, "The program issued a command but the command length is incorrect."),
    /// 31: what stands for a failure that has no error of its own.
    GEN_FAILURE(31, Reason.OTHER, "A device attached to the system is not functioning."),
    /// 32.
    SHARING_VIOLATION(32, Reason.BUSY,
            "The process cannot access the file because it is being used by another process."),
    /// 50: the file system, or the server, knows no such request.
    NOT_SUPPORTED(50, Reason.UNSUPPORTED_BY_FILE_SYSTEM, "The request is not supported."),
    /// 53.
    BAD_NETPATH(53, Reason.UNREACHABLE, "The network path was not found."),
    /// 67.
    BAD_NET_NAME(67, Reason.UNREACHABLE, "The network name cannot be found."),
    /// 80: what Wine says where Windows says 183.
    FILE_EXISTS(80, Reason.EXISTS, "The file exists."),
    /// 87: a null pointer, an unknown flag, or 0x2 before Windows 10 version 1703.
    INVALID_PARAMETER(87, Reason.OTHER, "The parameter is incorrect."),
    /// 112.
    DISK_FULL(112, Reason.NO_SPACE, "There is not enough space on the disk."),
    /// 122.
    INSUFFICIENT_BUFFER(122, Reason.OTHER, "The data area passed to a system call is too small."),
    /// 123: a name that no object can have.
    INVALID_NAME(123, Reason.INVALID_NAME,
            "The filename, directory name, or volume label syntax is incorrect."),
    /// 145.
    DIR_NOT_EMPTY(145, Reason.DIRECTORY_NOT_EMPTY, "The directory is not empty."),
    /// 161.
    BAD_PATHNAME(161, Reason.INVALID_NAME, "The specified path is invalid."),
    /// 183: the name of the link is taken, whatever has it.
    ALREADY_EXISTS(183, Reason.EXISTS, "Cannot create a file when that file already exists."),
    /// 206: a name or path is too long.
    FILENAME_EXCED_RANGE(206, Reason.NAME_TOO_LONG, "The filename or extension is too long."),
    /// 234.
    MORE_DATA(234, Reason.OTHER, "More data is available."),
    /// 267.
    DIRECTORY(267, Reason.NOT_A_DIRECTORY, "The directory name is invalid."),
    /// 282.
    EAS_NOT_SUPPORTED(282, Reason.UNSUPPORTED_BY_FILE_SYSTEM,
            "The mounted file system does not support extended attributes."),
    /// 303.
    DELETE_PENDING(303, Reason.BUSY,
            "The file cannot be opened because it is in the process of being deleted."),
    /// 448: a junction of somebody who is no administrator, met by a process that is protected against those.
    UNTRUSTED_MOUNT_POINT(448, Reason.UNREACHABLE,
            "The path cannot be traversed because it contains an untrusted mount point."),
    /// 681.
    STOPPED_ON_SYMLINK(681, Reason.IS_A_LINK, "The create operation stopped after reaching a symbolic link."),
    /// 995.
    OPERATION_ABORTED(995, Reason.INTERRUPTED,
            "The I/O operation has been aborted because of either a thread exit or an application request."),
    /// 1117.
    IO_DEVICE(1117, Reason.IO_ERROR, "The request could not be performed because of an I/O device error."),
    /// 1295.
    DISK_QUOTA_EXCEEDED(1295, Reason.QUOTA_EXCEEDED,
            "The requested file operation failed because the storage quota was exceeded."),
    /// 1300: with it a change of privileges *succeeds* and changes nothing.
    NOT_ALL_ASSIGNED(1300, Reason.PRIVILEGE_NOT_HELD,
            "Not all privileges or groups referenced are assigned to the caller."),
    /// 1313.
    NO_SUCH_PRIVILEGE(1313, Reason.UNSUPPORTED_BY_FILE_SYSTEM, "A specified privilege does not exist."),
    /// 1314: neither the privilege to create symbolic links nor flag 0x2 in Developer Mode.
    PRIVILEGE_NOT_HELD(1314, Reason.PRIVILEGE_NOT_HELD, "A required privilege is not held by the client."),
    /// 1450.
    NO_SYSTEM_RESOURCES(1450, Reason.OUT_OF_RESOURCES,
            "Insufficient system resources exist to complete the requested service."),
    /// 1463: a policy forbids to follow links of that kind.
    SYMLINK_CLASS_DISABLED(1463, Reason.UNREACHABLE,
            "The symbolic link cannot be followed because its type is disabled."),
    /// 1464.
    SYMLINK_NOT_SUPPORTED(1464, Reason.UNSUPPORTED_BY_FILE_SYSTEM,
            "This application does not support the current operation on symbolic links."),
    /// 1784.
    INVALID_USER_BUFFER(1784, Reason.OTHER,
            "The supplied user buffer is not valid for the requested operation."),
    /// 1920.
    CANT_ACCESS_FILE(1920, Reason.UNREACHABLE, "The file cannot be accessed by the system."),
    /// 1921: a loop, or more links than the system follows.
    CANT_RESOLVE_FILENAME(1921, Reason.TOO_MANY_LINKS_IN_PATH,
            "The name of the file cannot be resolved by the system."),
    /// 4390.
    NOT_A_REPARSE_POINT(4390, Reason.NOT_A_LINK, "The file or directory is not a reparse point."),
    /// 4391.
    REPARSE_ATTRIBUTE_CONFLICT(4391, Reason.CHANGED_BY_OTHERS,
            "The reparse point attribute cannot be set because it conflicts with an existing attribute."),
    /// 4392: the text of the link is empty or too long.
    INVALID_REPARSE_DATA(4392, Reason.INVALID_TARGET, "The data present in the reparse point buffer is invalid."),
    /// 4393.
    REPARSE_TAG_INVALID(4393, Reason.INVALID_TARGET, "The tag present in the reparse point buffer is invalid."),
    /// 4394.
    REPARSE_TAG_MISMATCH(4394, Reason.CHANGED_BY_OTHERS,
            "There is a mismatch between the tag specified in the request and the tag present in the reparse point."),
    /// 4395.
    REPARSE_POINT_ENCOUNTERED(4395, Reason.IS_A_LINK,
            "The object manager encountered a reparse point while retrieving an object.");

    private static final Map<Integer, Win32Error> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Win32Error::code, Function.identity()));

    private final int code;
    private final Reason reason;
    private final String text;

    Win32Error(int code, Reason reason, String text) {
        this.code = code;
        this.reason = reason;
        this.text = text;
    }

    /// The error with this number; empty if it is none of these.
    public static Optional<Win32Error> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /// The number, as `GetLastError` returns it.
    public int code() {
        return code;
    }

    /// The name in `winerror.h`: `ERROR_ALREADY_EXISTS`.
    public String symbol() {
        return "ERROR_" + name();
    }

    /// What it means by itself, in the words of [dev.linkwright.LinkFailure#reason].
    public Reason reason() {
        return reason;
    }

    /// The sentence that Windows has for it.
    public String text() {
        return text;
    }

    /// What can be done about it, as sentences, whatever the call was; empty where that depends on the call.
    public Optional<String> advice() {
        return Optional.ofNullable(switch (this) {
            case INVALID_FUNCTION, NOT_SUPPORTED -> "Use a volume with NTFS or ReFS.";
            case WRITE_PROTECT -> "Make the volume or medium writable, or use another one.";
            case UNTRUSTED_MOUNT_POINT -> "This process is protected against junctions of ordinary users"
                    + " (RedirectionGuard): let an administrator make the junction anew, or start the program without"
                    + " that protection.";
            case PRIVILEGE_NOT_HELD -> "Turn on Developer Mode, run as administrator, or ask for the right"
                    + " \"Create symbolic links\".";
            case SYMLINK_CLASS_DISABLED -> "A setting of this machine forbids to follow links of this class:"
                    + " \"fsutil behavior query SymlinkEvaluation\" tells which, and an administrator can allow them.";
            case SYMLINK_NOT_SUPPORTED -> "Name what the link leads to: this operation does not work on links.";
            case CANT_ACCESS_FILE -> "No driver here knows the reparse tag: install or start the program that made it,"
                    + " or use it where it was made (links of WSL in WSL).";
            case CANT_RESOLVE_FILENAME -> "There are more than 63 links on the way, or a loop:"
                    + " \"linkwright trace\" shows them one by one.";
            case NOT_A_REPARSE_POINT -> "It is an ordinary file or directory: look again at what stands there.";
            case REPARSE_ATTRIBUTE_CONFLICT -> "Another program's reparse point stands there: remove it by that"
                    + " program, or use another name.";
            case INVALID_REPARSE_DATA -> "Give a text that is not empty and has at most 4,091 characters (an absolute"
                    + " one 4,089); a file that becomes a link must be empty.";
            case REPARSE_TAG_INVALID -> "Use a tag that is not reserved: it is neither 0 nor 1, and has no reserved"
                    + " bit.";
            case REPARSE_TAG_MISMATCH -> "A reparse point of another kind stands there: remove it first, its kind"
                    + " cannot be changed in place.";
            default -> null;
        });
    }
}
