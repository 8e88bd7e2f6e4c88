package dev.linkwright.system;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// Turns what providers throw into failures with a reason. The only place that knows their exceptions and texts.
final class NioRefusal {
    private NioRefusal() {}

    /// The failure `failing` for the reason that `thrown` tells, and with `thrown` as its cause. One of our own
    /// failures is given back as it is.
    static FileSystemException of(FailureDetails failing, Exception thrown) {
        if (thrown instanceof FileSystemException own && own instanceof LinkFailure) {
            return own;
        }
        Reason reason = reason(thrown);
        return of(failing, reason, reason == Reason.OTHER ? text(thrown) : null, thrown);
    }

    /// The failure `failing` for this reason.
    static FileSystemException of(FailureDetails failing, Reason reason, @Nullable String remark, Exception thrown) {
        FailureDetails told = failing.withReason(reason);
        FileSystemException refusal = (remark == null ? told : told.withRemark(remark)).toException();
        refusal.initCause(thrown);
        return refusal;
    }

    private static Reason reason(Exception thrown) {
        if (thrown instanceof IOException failure) {
            return reasonOf(failure);
        }
        if (thrown instanceof ReadOnlyFileSystemException) {
            return Reason.READ_ONLY_FILE_SYSTEM;
        }
        if (thrown instanceof UnsupportedOperationException) {
            return Reason.UNSUPPORTED_BY_FILE_SYSTEM;
        }
        if (thrown instanceof SecurityException) {
            return Reason.NOT_PERMITTED;
        }
        return thrown instanceof InvalidPathException ? Reason.INVALID_NAME : Reason.OTHER;
    }

    private static Reason reasonOf(IOException thrown) {
        if (thrown instanceof FileAlreadyExistsException) {
            return Reason.EXISTS;
        }
        if (thrown instanceof NoSuchFileException) {
            return Reason.NOT_FOUND;
        }
        if (thrown instanceof NotLinkException) {
            return Reason.NOT_A_LINK;
        }
        if (thrown instanceof AccessDeniedException) {
            return Reason.ACCESS_DENIED;
        }
        if (thrown instanceof NotDirectoryException) {
            return Reason.NOT_A_DIRECTORY;
        }
        if (thrown instanceof DirectoryNotEmptyException) {
            return Reason.DIRECTORY_NOT_EMPTY;
        }
        if (thrown instanceof FileSystemLoopException) {
            return Reason.TOO_MANY_LINKS_IN_PATH;
        }
        if (thrown instanceof AtomicMoveNotSupportedException) {
            return Reason.CROSS_FILE_SYSTEM;
        }
        if (thrown instanceof ClosedByInterruptException) {
            return Reason.INTERRUPTED;
        }
        String text = text(thrown);
        return text == null ? Reason.OTHER : reasonIn(text);
    }

    private static @Nullable String text(Exception thrown) {
        if (thrown instanceof FileSystemException failure) {
            return failure.getReason();
        }
        if (thrown instanceof ClosedFileSystemException) {
            return "the file system is closed";
        }
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }

    /// The messages of glibc (`strerror`) and macOS without translation, of `FormatMessage` on an English Windows, and
    /// of Jimfs; only those that can mean one thing.
    private static Reason reasonIn(String text) {
        return switch (text) {
            case "Too many levels of symbolic links",
                    // What the JDK makes of ELOOP.
                    "Too many levels of symbolic links or unable to access attributes of symbolic link",
                    // Jimfs.
                    "too many levels of symbolic links",
                    // ERROR_CANT_RESOLVE_FILENAME (1921)
                    "The name of the file cannot be resolved by the system" ->
                Reason.TOO_MANY_LINKS_IN_PATH;
            case "Not a directory", "The directory name is invalid" -> Reason.NOT_A_DIRECTORY;
            case "Is a directory" -> Reason.IS_A_DIRECTORY;
            case "Directory not empty", "The directory is not empty" -> Reason.DIRECTORY_NOT_EMPTY;
            case "Operation not permitted" -> Reason.NOT_PERMITTED;
            case "A required privilege is not held by the client" -> Reason.PRIVILEGE_NOT_HELD;
            case "Read-only file system", "The media is write protected" -> Reason.READ_ONLY_FILE_SYSTEM;
            case "No space left on device", "There is not enough space on the disk" -> Reason.NO_SPACE;
            case "Disk quota exceeded", "Disc quota exceeded" -> Reason.QUOTA_EXCEEDED;
            case "File name too long", "The filename or extension is too long" -> Reason.NAME_TOO_LONG;
            case "Invalid cross-device link", "Cross-device link",
                    "The system cannot move the file to a different disk drive" ->
                Reason.CROSS_FILE_SYSTEM;
            case "Too many links",
                    "An attempt was made to create more links on a file than the file system supports" ->
                Reason.TOO_MANY_HARD_LINKS;
            case "Device or resource busy", "Resource busy", "Text file busy",
                    "The process cannot access the file because it is being used by another process" ->
                Reason.BUSY;
            case "Operation not supported", "Function not implemented", "The request is not supported" ->
                Reason.UNSUPPORTED_BY_FILE_SYSTEM;
            case "Input/output error" -> Reason.IO_ERROR;
            case "Too many open files", "Too many open files in system", "Cannot allocate memory" ->
                Reason.OUT_OF_RESOURCES;
            case "Stale file handle", "Stale NFS file handle", "Transport endpoint is not connected",
                    "Socket is not connected", "Host is down", "No route to host" ->
                Reason.UNREACHABLE;
            default -> Reason.OTHER;
        };
    }
}
