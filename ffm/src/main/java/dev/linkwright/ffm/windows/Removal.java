package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;

import dev.linkwright.FailureDetails;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// Removes the name of an object by a handle to it, so that what is removed is what was looked at.
final class Removal {
    static final int FileDispositionInformation = 13;
    static final int FileDispositionInformationEx = 64;

    static final WindowsField DELETE_FILE = new WindowsField("FILE_DISPOSITION_INFORMATION", "DeleteFile", 0, 8);
    static final WindowsField FLAGS = new WindowsField("FILE_DISPOSITION_INFO_EX", "Flags", 0, 32);

    static final int FILE_DISPOSITION_FLAG_DELETE = 0x1;
    static final int FILE_DISPOSITION_FLAG_POSIX_SEMANTICS = 0x2;
    static final int FILE_DISPOSITION_FLAG_IGNORE_READONLY_ATTRIBUTE = 0x10;

    private Removal() {}

    /// Looks at the object before it goes.
    @FunctionalInterface
    interface Look {
        /// Lets it go by returning.
        ///
        /// @throws FileSystemException to leave it alone
        void at(long handle) throws WindowsCallException, FileSystemException;
    }

    /// Whether an object goes when its last handle is closed.
    enum Mark {
        SET,
        CLEARED
    }

    /// Removes it, if the look lets that happen. When this returns the name is free.
    static void remove(Arena arena, ObjectName object, Opening how, LinkPath path, Look look)
            throws WindowsCallException, FileSystemException {
        Identity identity;
        boolean nameIsFree;
        try (OpenObject opened = OpenObject.open(arena, object, how)) {
            look.at(opened.handle());
            identity = FileInformation.identity(arena, opened.handle());
            nameIsFree = dispose(arena, opened.handle());
        }
        if (!nameIsFree) {
            requireGone(arena, object, identity, path);
        }
    }

    /// Where read-only objects are not removed, as before Windows 10 1809 and on FAT, it is made an ordinary one for that.
    ///
    /// @return whether the name is free when the handle is closed, whoever else has the object open
    private static boolean dispose(Arena arena, long handle) throws WindowsCallException {
        try {
            return disposeAtOnceOrMark(arena, handle);
        } catch (WindowsCallException e) {
            int attributes = e.is(NtStatus.STATUS_CANNOT_DELETE) ? BasicInformation.fileAttributes(arena, handle) : 0;
            if ((attributes & BasicInformation.FILE_ATTRIBUTE_READONLY) == 0) {
                throw e;
            }
            return disposeReadOnly(arena, handle, attributes, e);
        }
    }

    /// The attribute belongs to all names of the object, so what stays gets it back.
    private static boolean disposeReadOnly(Arena arena, long handle, int attributes, WindowsCallException refusal)
            throws WindowsCallException {
        Opening forAttributes = Opening.LOOK.withAccess(Opening.FILE_READ_ATTRIBUTES | Opening.FILE_WRITE_ATTRIBUTES);
        try (OpenObject same = OpenObject.open(arena, ObjectName.in(handle, ""), forAttributes)) {
            boolean hasOtherNames = FileInformation.links(arena, handle) > 1;
            BasicInformation.setFileAttributes(arena, same.handle(),
                    attributes & ~BasicInformation.FILE_ATTRIBUTE_READONLY);
            boolean isDone = false;
            try {
                boolean nameIsFree = disposeAtOnceOrMark(arena, handle);
                isDone = true;
                return nameIsFree;
            } finally {
                if (!isDone || hasOtherNames) {
                    BasicInformation.setFileAttributes(arena, same.handle(), attributes);
                }
            }
        } catch (WindowsCallException e) {
            throw e.is(NtStatus.STATUS_ACCESS_DENIED) ? refusal : e;
        }
    }

    private static boolean disposeAtOnceOrMark(Arena arena, long handle) throws WindowsCallException {
        boolean nameIsFree = disposeAtOnce(arena, handle);
        if (!nameIsFree) {
            mark(arena, handle, Mark.SET);
        }
        return nameIsFree;
    }

    /// The old disposition: a mark, of which closing tells nothing.
    static void mark(Arena arena, long handle, Mark mark) throws WindowsCallException {
        MemorySegment information = arena.allocate(1, Long.BYTES);
        DELETE_FILE.write(information, mark == Mark.SET ? 1 : 0);
        NtDll.ntSetInformationFile(arena, handle, information, FileDispositionInformation);
    }

    /// The disposition of Windows 10: the name is free when this handle is closed, whoever else has the object open.
    ///
    /// @return whether there is one here
    private static boolean disposeAtOnce(Arena arena, long handle) throws WindowsCallException {
        int posix = FILE_DISPOSITION_FLAG_DELETE | FILE_DISPOSITION_FLAG_POSIX_SEMANTICS;
        int[] inTurn = {posix | FILE_DISPOSITION_FLAG_IGNORE_READONLY_ATTRIBUTE, posix};
        for (int flags : inTurn) {
            try {
                MemorySegment information = arena.allocate(Integer.BYTES, Long.BYTES);
                FLAGS.write(information, flags);
                NtDll.ntSetInformationFile(arena, handle, information, FileDispositionInformationEx);
                return true;
            } catch (WindowsCallException e) {
                if (!e.is(NtStatus.UNKNOWN_HERE)) {
                    throw e;
                }
            }
        }
        return false;
    }

    /// A marked object goes with its last handle, which may be somebody else's.
    private static void requireGone(Arena arena, ObjectName object, @Nullable Identity removed, LinkPath path)
            throws FileSystemException {
        FailureDetails failed = FailureDetails.of("remove", path, Reason.BUSY)
                .withRemark("it goes when the last program that has it open closes it");
        try (OpenObject found = OpenObject.open(arena, object, Opening.LOOK)) {
            if (FileInformation.isDeletePending(arena, found.handle())) {
                throw failed.toException();
            }
            if (removed == null) {
                throw failed.withReason(Reason.UNVERIFIED)
                        .withRemark("something stands there, and what it is cannot be told here").toException();
            }
            if (removed.equals(FileInformation.identity(arena, found.handle()))) {
                throw FailureDetails.of("remove", path, Reason.SILENT_FAILURE)
                        .withRemark("it is still there").toException();
            }
        } catch (WindowsCallException e) {
            if (e.is(NtStatus.STATUS_DELETE_PENDING, NtStatus.STATUS_FILE_DELETED)) {
                throw failed.toException();
            }
            // Gone, or another object that may not be looked at.
        }
    }
}
