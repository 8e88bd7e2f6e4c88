package dev.linkwright.ffm.posix;

import java.nio.file.FileSystemException;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import org.jspecify.annotations.Nullable;

/// What a failed call means: a code has one meaning by itself and another one for some of the calls. Where it leaves
/// two meanings open, the object is looked at; that is only for the message, nothing is decided by it.
final class Refusal {
    private final NativeCallException call;
    /// Never null: a switch that has a case for null takes a run 5 ms to link.
    private final Errno errno;
    private final FailureDetails details;

    Refusal(Platform platform, String operation, LinkPath link, NativeCallException call) {
        this.call = call;
        this.errno = platform.errno(call.code()).orElse(Errno.UNKNOWN);
        FailureDetails known = FailureDetails.of(operation, link, errno.reason())
                .withCode(call.function(), call.code(), errno == Errno.UNKNOWN ? null : errno.name());
        this.details = errno.advice().map(known::withAdvice).orElse(known);
    }

    /// The empty text: symbolic links cannot have it, and the system would answer as if the directory were missing.
    static FileSystemException ofEmptyText(String operation, LinkPath link, LinkTarget text) {
        return FailureDetails.of(operation, link, Reason.INVALID_TARGET).withTarget(text)
                .withRemark("the text is empty").toException();
    }

    /// The failure by the meaning that the code has by itself.
    FileSystemException toException() {
        return told(details);
    }

    /// The same for an operation that has a second path.
    FileSystemException to(LinkPath destination) {
        return told(details.withTarget(LinkTarget.ofBytes(destination.bytes())));
    }

    /// `openat` with `O_DIRECTORY` and `O_NOFOLLOW`: `ENOTDIR` for a link too on Linux, `ELOOP` elsewhere.
    FileSystemException ofOpening(Directory directory, Name name) {
        return switch (errno) {
            case ENOTDIR, ELOOP -> told(typeOf(directory, name) == FileType.SYMBOLIC_LINK
                    ? details.withReason(Reason.IS_A_LINK)
                    : details);
            default -> toException();
        };
    }

    /// `readlinkat`: `EINVAL` is what it answers for everything but a link.
    FileSystemException ofReading() {
        return errno == Errno.EINVAL ? told(details.withReason(Reason.NOT_A_LINK)) : toException();
    }

    /// `symlinkat`.
    FileSystemException ofMakingLink(Directory directory, Name name, LinkTarget text) {
        FailureDetails refused = details.withTarget(text);
        return told(switch (errno) {
            case ENOENT -> refused.withReason(Reason.PARENT_NOT_FOUND);
            case EINVAL -> refused.withReason(Reason.INVALID_NAME);
            case ENAMETOOLONG -> whyNot(directory, name) == Reason.NAME_TOO_LONG
                    ? refused
                    : refused.withReason(Reason.TARGET_TOO_LONG);
            case EPERM -> lacks(directory, Capability.SYMBOLIC_LINKS, refused,
                    "The directory may be immutable (lsattr), or a security policy forbids it.");
            case EACCES -> refused.withAdvice("Making a link needs permission to write in its directory.");
            case EILSEQ -> text.isUnicode() ? refused : refused.withReason(Reason.INVALID_TARGET);
            case EINTR -> interrupted(refused);
            default -> refused;
        });
    }

    /// `linkat`: `ENOENT` for a missing source as well as for a missing directory.
    FileSystemException ofHardLink(Directory directory, Directory source, Name existing) {
        FailureDetails refused = details.withTarget(LinkTarget.ofBytes(source.path().resolve(existing).bytes()));
        return told(switch (errno) {
            case ENOENT -> whyNot(source, existing) == Reason.NOT_FOUND
                    ? refused.withRemark("there is nothing to be linked")
                    : refused.withReason(Reason.PARENT_NOT_FOUND);
            case EINVAL -> refused.withReason(Reason.INVALID_NAME);
            case EXDEV -> refused.withAdvice("A symbolic link can lead to another file system.");
            case EPERM -> isDirectory(source, existing)
                    ? refused.withAdvice("Directories cannot have hard links.")
                    : lacks(directory, Capability.HARD_LINKS, refused, "Only the owner, or who may read and write the "
                            + "file, can give it another name (fs.protected_hardlinks), and nobody if it is immutable.");
            case EACCES -> refused.withAdvice("Making a link needs permission to write in its directory.");
            case EINTR -> interrupted(refused);
            default -> refused;
        });
    }

    /// `mkdirat`.
    FileSystemException ofMakingDirectory() {
        return told(switch (errno) {
            case ENOENT -> details.withReason(Reason.PARENT_NOT_FOUND);
            case EINVAL -> details.withReason(Reason.INVALID_NAME);
            case EMLINK -> details.withRemark("each sub-directory is a hard link to this directory");
            case EINTR -> interrupted(details);
            default -> details;
        });
    }

    /// `renameat`, `renameat2`: `EINVAL` says that the file system lacks the mode, or that a directory was to be moved
    /// into itself.
    FileSystemException ofRename(Directory directory, Name from, LinkPath to, RenameMode mode) {
        FailureDetails refused = details.withTarget(LinkTarget.ofBytes(to.bytes()));
        return told(switch (errno) {
            case EINVAL -> mode == RenameMode.REPLACE || (isDirectory(directory, from) && can(directory, mode))
                    ? refused.withRemark("a directory cannot be moved into itself")
                    : refused.withReason(Reason.UNSUPPORTED_BY_FILE_SYSTEM);
            case ENOSYS, EOPNOTSUPP, ENOTSUP -> refused.withReason(Reason.UNSUPPORTED_BY_FILE_SYSTEM);
            // The kernel looks at both names before it asks the file system whether it has the mode.
            case EEXIST, ENOENT -> mode == RenameMode.REPLACE || can(directory, mode)
                    ? refused
                    : refused.withReason(Reason.UNSUPPORTED_BY_FILE_SYSTEM);
            case EPERM -> refused.withAdvice(
                    "In a sticky directory only owners rename and replace; an immutable object nobody does.");
            case EACCES -> refused.withAdvice("To rename something needs permission to write in its directory.");
            case EINTR -> interrupted(refused);
            default -> refused;
        });
    }

    /// `unlinkat` without flags: a directory is `EISDIR` on Linux and `EPERM`, as POSIX has it, on macOS.
    FileSystemException ofUnlinking(Directory directory, Name name) {
        return told(switch (errno) {
            case EPERM -> isDirectory(directory, name)
                    ? details.withReason(Reason.IS_A_DIRECTORY)
                    : details.withAdvice("In a sticky directory only owners remove; an immutable object nobody does.");
            case EACCES -> details.withAdvice("To remove something needs permission to write in its directory.");
            case EINTR -> interrupted(details);
            default -> details;
        });
    }

    /// `unlinkat` with `AT_REMOVEDIR`: POSIX lets a system answer `EEXIST` for a directory that is not empty.
    FileSystemException ofRemovingDirectory() {
        return told(switch (errno) {
            case EEXIST -> details.withReason(Reason.DIRECTORY_NOT_EMPTY);
            case EINTR -> interrupted(details);
            default -> details;
        });
    }

    /// `getdents64`, `readdir`: the open directory has lost its last name.
    FileSystemException ofListing() {
        return errno == Errno.ENOENT ? told(details.withRemark("the directory has been removed")) : toException();
    }

    private FileSystemException told(FailureDetails complete) {
        FileSystemException exception = complete.toException();
        exception.initCause(call);
        return exception;
    }

    private static FailureDetails interrupted(FailureDetails refused) {
        return refused.withRemark("whether it has happened is not known");
    }

    private static FailureDetails lacks(Directory directory, Capability capability, FailureDetails refused,
            String otherwise) {
        try {
            return directory.capabilities().whyNot(capability)
                    .map(why -> refused.withReason(Reason.UNSUPPORTED_BY_FILE_SYSTEM).withRemark(why))
                    .orElseGet(() -> refused.withAdvice(otherwise));
        } catch (FileSystemException cannotTell) {
            return refused.withAdvice(otherwise);
        }
    }

    private static boolean can(Directory directory, RenameMode mode) {
        Capability wanted = mode == RenameMode.EXCHANGE ? Capability.RENAME_EXCHANGE : Capability.RENAME_NO_REPLACE;
        try {
            return directory.capabilities().has(wanted);
        } catch (FileSystemException cannotTell) {
            return false;
        }
    }

    private static boolean isDirectory(Directory directory, Name name) {
        return typeOf(directory, name) == FileType.DIRECTORY;
    }

    private static FileType typeOf(Directory directory, Name name) {
        try {
            return directory.stat(name).type();
        } catch (FileSystemException cannotTell) {
            return FileType.UNKNOWN;
        }
    }

    /// Why the object itself cannot be looked at; null if it can.
    private static @Nullable Reason whyNot(Directory directory, Name name) {
        try {
            directory.stat(name);
            return null;
        } catch (FileSystemException e) {
            return LinkFailure.detailsOf(e, "", directory.path()).reason();
        }
    }
}
