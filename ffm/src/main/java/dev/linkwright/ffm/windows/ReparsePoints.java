package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystemException;
import java.util.Arrays;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseBuffer;
import org.jspecify.annotations.Nullable;

/// Reads, makes and replaces the reparse data of objects.
final class ReparsePoints {
    static final int FSCTL_SET_REPARSE_POINT = 0x900A4;
    static final int FSCTL_GET_REPARSE_POINT = 0x900A8;

    private ReparsePoints() {}

    /// The data of an open object; null if it is no reparse point, or the file system has none.
    static byte @Nullable [] get(Arena arena, long handle) throws WindowsCallException {
        MemorySegment out = arena.allocate(ReparseBuffer.MAX_SIZE, Long.BYTES);
        try {
            int length = NtDll.ntFsControlFile(arena, handle, FSCTL_GET_REPARSE_POINT, MemorySegment.NULL, out);
            return out.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        } catch (WindowsCallException e) {
            if (e.is(NtStatus.STATUS_NOT_A_REPARSE_POINT) || e.is(NtStatus.UNKNOWN_HERE)) {
                return null;
            }
            throw e;
        }
    }

    /// Makes a new object with these data under a temporary name and renames it. Until then it is marked for removal as
    /// far as the file system takes the mark, so that a crash leaves nothing, or a finished link under that name.
    static void make(Arena arena, ObjectName place, byte[] data, TargetKind kind) throws WindowsCallException {
        Opening how = kind == TargetKind.DIRECTORY ? Opening.NEW_DIRECTORY_LINK : Opening.NEW_FILE_LINK;
        ObjectName temporary = place.sibling(Name.temporary().units());
        // NTFS looks at the privilege when the handle is opened.
        try (LinkPrivilege privilege = LinkPrivilege.enable();
                OpenObject made = OpenObject.open(arena, temporary, how)) {
            Removal.mark(arena, made.handle(), Removal.Mark.SET);
            boolean finished = false;
            try {
                setMarkedOrNot(arena, made.handle(), data);
                Removal.mark(arena, made.handle(), Removal.Mark.CLEARED);
                Renaming.rename(arena, made.handle(), place, RenameMode.NO_REPLACE);
                finished = true;
            } finally {
                if (!finished) {
                    Removal.mark(arena, made.handle(), Removal.Mark.SET);
                }
            }
        }
    }

    /// Nobody says whether every file system takes data for an object that is marked: if not, it goes unmarked.
    private static void setMarkedOrNot(Arena arena, long handle, byte[] data) throws WindowsCallException {
        try {
            set(arena, handle, data);
        } catch (WindowsCallException marked) {
            Removal.mark(arena, handle, Removal.Mark.CLEARED);
            set(arena, handle, data);
        }
    }

    /// Replaces the data if they are as expected, on one handle.
    static void replace(Arena arena, ObjectName place, byte[] expected, byte[] data, LinkPath link)
            throws WindowsCallException, FileSystemException {
        try (LinkPrivilege privilege = LinkPrivilege.enable();
                OpenObject opened = OpenObject.open(arena, place, Opening.REPLACE_DATA)) {
            requireData(arena, opened.handle(), expected, link);
            if (FileInformation.links(arena, opened.handle()) > 1) {
                throw FailureDetails.of("replace reparse data of", link, Reason.NOT_PERMITTED)
                        .withRemark("it has other names, which would change too").toException();
            }
            set(arena, opened.handle(), data);
            requireData(arena, opened.handle(), data, link);
        }
    }

    private static void requireData(Arena arena, long handle, byte[] expected, LinkPath link)
            throws WindowsCallException, FileSystemException {
        if (!Arrays.equals(get(arena, handle), expected)) {
            throw FailureDetails.of("replace reparse data of", link, Reason.CHANGED_BY_OTHERS).toException();
        }
    }

    private static void set(Arena arena, long handle, byte[] data) throws WindowsCallException {
        MemorySegment in = arena.allocate(data.length, Long.BYTES);
        MemorySegment.copy(data, 0, in, ValueLayout.JAVA_BYTE, 0, data.length);
        NtDll.ntFsControlFile(arena, handle, FSCTL_SET_REPARSE_POINT, in, MemorySegment.NULL);
    }
}
