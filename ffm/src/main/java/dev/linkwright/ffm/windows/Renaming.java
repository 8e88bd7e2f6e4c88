package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import dev.linkwright.RenameMode;

/// Gives an open object another name, or one name more: always counted from a handle, or by a whole path. A bare name
/// through kernel32 would move it to the current directory.
final class Renaming {
    static final int FileRenameInformation = 10;
    static final int FileLinkInformation = 11;
    static final int FileRenameInformationEx = 65;

    static final WindowsField REPLACE = new WindowsField("FILE_RENAME_INFORMATION", "ReplaceIfExists", 0, 8);
    static final WindowsField FLAGS = new WindowsField("FILE_RENAME_INFO", "Flags", 0, 32);
    static final WindowsField ROOT = new WindowsField("FILE_RENAME_INFORMATION", "RootDirectory", 8, 64);
    static final WindowsField NAME_LENGTH = new WindowsField("FILE_RENAME_INFORMATION", "FileNameLength", 16, 32);
    static final WindowsField NAME = new WindowsField("FILE_RENAME_INFORMATION", "FileName", 20, 0);
    static final WindowsField LINK_REPLACE = new WindowsField("FILE_LINK_INFORMATION", "ReplaceIfExists", 0, 8);
    static final WindowsField LINK_ROOT = new WindowsField("FILE_LINK_INFORMATION", "RootDirectory", 8, 64);
    static final WindowsField LINK_NAME_LENGTH = new WindowsField("FILE_LINK_INFORMATION", "FileNameLength", 16, 32);
    static final WindowsField LINK_NAME = new WindowsField("FILE_LINK_INFORMATION", "FileName", 20, 0);

    static final int FILE_RENAME_FLAG_REPLACE_IF_EXISTS = 0x1;
    static final int FILE_RENAME_FLAG_POSIX_SEMANTICS = 0x2;
    static final int FILE_RENAME_FLAG_IGNORE_READONLY_ATTRIBUTE = 0x40;

    private Renaming() {}

    /// Renames the object. The old way of replacing does not replace directory links, nor what is open.
    static void rename(Arena arena, long handle, ObjectName to, RenameMode mode) throws WindowsCallException {
        if (mode == RenameMode.NO_REPLACE) {
            NtDll.ntSetInformationFile(arena, handle, information(arena, to), FileRenameInformation);
            return;
        }
        int posix = FILE_RENAME_FLAG_REPLACE_IF_EXISTS | FILE_RENAME_FLAG_POSIX_SEMANTICS;
        int[] inTurn = {posix | FILE_RENAME_FLAG_IGNORE_READONLY_ATTRIBUTE, posix};
        for (int flags : inTurn) {
            try {
                MemorySegment information = information(arena, to);
                FLAGS.write(information, flags);
                NtDll.ntSetInformationFile(arena, handle, information, FileRenameInformationEx);
                return;
            } catch (WindowsCallException e) {
                if (!e.is(NtStatus.UNKNOWN_HERE)) {
                    throw e;
                }
            }
        }
        MemorySegment information = information(arena, to);
        REPLACE.write(information, 1);
        NtDll.ntSetInformationFile(arena, handle, information, FileRenameInformation);
    }

    /// Gives the object one name more; never replaces anything.
    static void link(Arena arena, long handle, ObjectName name) throws WindowsCallException {
        NtDll.ntSetInformationFile(arena, handle, information(arena, name), FileLinkInformation);
    }

    /// `FILE_RENAME_INFORMATION`, of which `FILE_LINK_INFORMATION` has the same layout. The name is counted, but Wine wants
    /// a U+0000 after it all the same.
    private static MemorySegment information(Arena arena, ObjectName to) throws WindowsCallException {
        String name = to.text();
        UnicodeString.requireLength(name);
        MemorySegment information = arena.allocate(NAME.offset() + 2L * name.length() + 4, Long.BYTES);
        ROOT.write(information, to.root());
        NAME_LENGTH.write(information, 2L * name.length());
        WideText.write(information, NAME.offset(), name);
        return information;
    }
}
