package dev.linkwright.cli.fronts;

import dev.linkwright.FailureDetails;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// A reason for which the system refused something, in the words of `strerror`.
enum SystemError {
    EPERM("Operation not permitted"),
    ENOENT("No such file or directory"),
    EIO("Input/output error"),
    ENOMEM("Cannot allocate memory"),
    EACCES("Permission denied"),
    EBUSY("Device or resource busy"),
    EEXIST("File exists"),
    EXDEV("Invalid cross-device link"),
    ENOTDIR("Not a directory"),
    EISDIR("Is a directory"),
    EINVAL("Invalid argument"),
    ENFILE("Too many open files in system"),
    EMFILE("Too many open files"),
    ENOSPC("No space left on device"),
    EROFS("Read-only file system"),
    EMLINK("Too many links"),
    ENAMETOOLONG("File name too long"),
    ENOTEMPTY("Directory not empty"),
    ELOOP("Too many levels of symbolic links"),
    EILSEQ("Invalid or incomplete multibyte or wide character"),
    EOPNOTSUPP("Operation not supported"),
    ENOTCONN("Transport endpoint is not connected"),
    ESTALE("Stale file handle"),
    EDQUOT("Disk quota exceeded");

    private final String text;

    SystemError(String text) {
        this.text = text;
    }

    /// The words.
    String text() {
        return text;
    }

    /// By the name of the code, or else by the reason; null if there are no such words for it.
    static @Nullable SystemError of(FailureDetails failure) {
        String name = failure.codeName();
        if (name != null) {
            for (SystemError error : values()) {
                if (error.name().equals(name)) {
                    return error;
                }
            }
        }
        return of(failure.reason());
    }

    private static @Nullable SystemError of(Reason reason) {
        return switch (reason) {
            case NOT_FOUND, PARENT_NOT_FOUND -> ENOENT;
            case NOT_A_DIRECTORY -> ENOTDIR;
            case EXISTS -> EEXIST;
            case NOT_A_LINK -> EINVAL;
            case IS_A_DIRECTORY -> EISDIR;
            case DIRECTORY_NOT_EMPTY -> ENOTEMPTY;
            case ACCESS_DENIED -> EACCES;
            case NOT_PERMITTED -> EPERM;
            case READ_ONLY_FILE_SYSTEM -> EROFS;
            case NO_SPACE -> ENOSPC;
            case QUOTA_EXCEEDED -> EDQUOT;
            case NAME_TOO_LONG, TARGET_TOO_LONG -> ENAMETOOLONG;
            case INVALID_NAME, INVALID_TARGET -> EINVAL;
            case TOO_MANY_LINKS_IN_PATH -> ELOOP;
            case CROSS_FILE_SYSTEM -> EXDEV;
            case TOO_MANY_HARD_LINKS -> EMLINK;
            case BUSY -> EBUSY;
            case UNSUPPORTED_BY_FILE_SYSTEM -> EOPNOTSUPP;
            case IO_ERROR -> EIO;
            case OUT_OF_RESOURCES -> ENOMEM;
            default -> null;
        };
    }
}
