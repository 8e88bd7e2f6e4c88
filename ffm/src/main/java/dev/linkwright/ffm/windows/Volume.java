package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// What the file system keeps with its objects.
///
/// @param flags FILE_… of `FILE_FS_ATTRIBUTE_INFORMATION`
/// @param fileSystem its name
record Volume(int flags, String fileSystem) {
    static final int FILE_PERSISTENT_ACLS = 0x8;
    static final int FILE_SUPPORTS_SPARSE_FILES = 0x40;
    static final int FILE_NAMED_STREAMS = 0x40000;
    static final int FILE_SUPPORTS_EXTENDED_ATTRIBUTES = 0x800000;

    private static final long ROOM = 512;

    /// That of an open object.
    static Volume of(Arena arena, long handle) throws WindowsCallException {
        MemorySegment told = arena.allocate(ROOM, Long.BYTES);
        NtDll.ntQueryVolumeInformationFile(arena, handle, told, WindowsCapabilities.FileFsAttributeInformation);
        int length = (int) WindowsCapabilities.NAME_LENGTH.read(told) / 2;
        return new Volume(WindowsCapabilities.FLAGS.readInt(told, 0),
                WideText.read(told, WindowsCapabilities.NAME.offset(), length));
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
