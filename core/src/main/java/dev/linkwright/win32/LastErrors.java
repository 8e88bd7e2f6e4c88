package dev.linkwright.win32;

import java.nio.file.FileSystemException;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// Translates the failures of primitives into what `CreateSymbolicLinkW` answers for the same reason.
final class LastErrors {
    private LastErrors() {}

    /// The last error for a failure of making a link: by its reason, and if that says too little, the Windows code that
    /// the system gave.
    static int of(FileSystemException failure) {
        FailureDetails details = details(failure);
        Win32Error error = of(details.reason());
        if (error != null) {
            return error.code();
        }
        String codeName = details.codeName();
        boolean ofWindows = codeName != null && codeName.startsWith("ERROR_");
        return ofWindows ? details.code() : Win32Error.GEN_FAILURE.code();
    }

    static boolean isAboutText(FileSystemException failure) {
        Reason reason = details(failure).reason();
        return reason == Reason.INVALID_TARGET || reason == Reason.TARGET_TOO_LONG;
    }

    static boolean isAbsence(FileSystemException failure) {
        return details(failure).reason() == Reason.NOT_FOUND;
    }

    /// Null where no single error stands for the reason. All that keeps a directory from being found is 3: the function
    /// makes something new, so nothing but its directory can be missing.
    private static @Nullable Win32Error of(Reason reason) {
        return switch (reason) {
            case NOT_FOUND, PARENT_NOT_FOUND, NOT_A_DIRECTORY -> Win32Error.PATH_NOT_FOUND;
            case EXISTS -> Win32Error.ALREADY_EXISTS;
            case ACCESS_DENIED, NOT_PERMITTED -> Win32Error.ACCESS_DENIED;
            case PRIVILEGE_NOT_HELD -> Win32Error.PRIVILEGE_NOT_HELD;
            case READ_ONLY_FILE_SYSTEM -> Win32Error.WRITE_PROTECT;
            case NO_SPACE -> Win32Error.DISK_FULL;
            case QUOTA_EXCEEDED -> Win32Error.DISK_QUOTA_EXCEEDED;
            case NAME_TOO_LONG -> Win32Error.FILENAME_EXCED_RANGE;
            case INVALID_NAME -> Win32Error.INVALID_NAME;
            case INVALID_TARGET, TARGET_TOO_LONG -> Win32Error.INVALID_REPARSE_DATA;
            case TOO_MANY_LINKS_IN_PATH -> Win32Error.CANT_RESOLVE_FILENAME;
            case UNSUPPORTED_BY_FILE_SYSTEM -> Win32Error.INVALID_FUNCTION;
            case CAPABILITY_MISSING -> Win32Error.NOT_SUPPORTED;
            case OUT_OF_RESOURCES -> Win32Error.NO_SYSTEM_RESOURCES;
            case INTERRUPTED -> Win32Error.OPERATION_ABORTED;
            case IO_ERROR -> Win32Error.IO_DEVICE;
            case BUSY -> Win32Error.SHARING_VIOLATION;
            default -> null;
        };
    }

    private static FailureDetails details(FileSystemException failure) {
        return LinkFailure.detailsOf(failure, "create", LinkPath.of(""));
    }
}
