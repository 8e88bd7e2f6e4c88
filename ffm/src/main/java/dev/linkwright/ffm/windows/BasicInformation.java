package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Instant;

import dev.linkwright.Attributes;

/// `FILE_BASIC_INFORMATION`: the times of an object, and the attributes that programs may change. In what is set a 0
/// leaves alone what is there.
final class BasicInformation {
    static final WindowsField CREATED = new WindowsField("FILE_BASIC_INFORMATION", "CreationTime", 0, 64);
    static final WindowsField ACCESSED = new WindowsField("FILE_BASIC_INFORMATION", "LastAccessTime", 8, 64);

    static final int FILE_ATTRIBUTE_READONLY = 0x1;
    static final int FILE_ATTRIBUTE_HIDDEN = 0x2;
    static final int FILE_ATTRIBUTE_SYSTEM = 0x4;
    static final int FILE_ATTRIBUTE_ARCHIVE = 0x20;
    static final int FILE_ATTRIBUTE_NORMAL = 0x80;
    static final int FILE_ATTRIBUTE_TEMPORARY = 0x100;
    static final int FILE_ATTRIBUTE_COMPRESSED = 0x800;
    static final int FILE_ATTRIBUTE_OFFLINE = 0x1000;
    static final int FILE_ATTRIBUTE_NOT_CONTENT_INDEXED = 0x2000;
    static final int FILE_ATTRIBUTE_ENCRYPTED = 0x4000;

    /// What belongs to the object and not to the way in which it is stored.
    private static final int OF_THE_OBJECT = FILE_ATTRIBUTE_READONLY | FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM
            | FILE_ATTRIBUTE_ARCHIVE | FILE_ATTRIBUTE_NOT_CONTENT_INDEXED;
    /// What programs can set.
    private static final int SETTABLE = OF_THE_OBJECT | FILE_ATTRIBUTE_TEMPORARY | FILE_ATTRIBUTE_OFFLINE;

    private BasicInformation() {}

    /// Everything about an object.
    static Attributes attributes(Arena arena, long handle) throws WindowsCallException {
        Instant accessed = FileInformation.instant(ACCESSED.read(FileInformation.basic(arena, handle)));
        return new Attributes(FileInformation.status(arena, handle), accessed, 0);
    }

    /// When it was made, as Windows counts time.
    static long created(Arena arena, long handle) throws WindowsCallException {
        return CREATED.read(FileInformation.basic(arena, handle));
    }

    /// All attributes.
    static int fileAttributes(Arena arena, long handle) throws WindowsCallException {
        return FileInformation.BASIC_ATTRIBUTES.readInt(FileInformation.basic(arena, handle), 0);
    }

    static void setTimes(Arena arena, long handle, Instant accessed, Instant modified) throws WindowsCallException {
        MemorySegment basic = arena.allocate(FileInformation.BASIC_SIZE, Long.BYTES);
        ACCESSED.write(basic, FileInformation.fileTime(accessed));
        FileInformation.WRITTEN.write(basic, FileInformation.fileTime(modified));
        set(arena, handle, basic);
    }

    static void setCreated(Arena arena, long handle, long fileTime) throws WindowsCallException {
        MemorySegment basic = arena.allocate(FileInformation.BASIC_SIZE, Long.BYTES);
        CREATED.write(basic, fileTime);
        set(arena, handle, basic);
    }

    /// Gives a copy those of the attributes that belong to the object.
    static void copyFileAttributes(Arena arena, long handle, int attributes) throws WindowsCallException {
        setFileAttributes(arena, handle, attributes & OF_THE_OBJECT);
    }

    /// Sets those of the attributes that can be set.
    static void setFileAttributes(Arena arena, long handle, int attributes) throws WindowsCallException {
        MemorySegment basic = arena.allocate(FileInformation.BASIC_SIZE, Long.BYTES);
        int settable = attributes & SETTABLE;
        FileInformation.BASIC_ATTRIBUTES.write(basic, settable == 0 ? FILE_ATTRIBUTE_NORMAL : settable);
        set(arena, handle, basic);
    }

    private static void set(Arena arena, long handle, MemorySegment basic) throws WindowsCallException {
        NtDll.ntSetInformationFile(arena, handle, basic, FileInformation.FileBasicInformation);
    }
}
