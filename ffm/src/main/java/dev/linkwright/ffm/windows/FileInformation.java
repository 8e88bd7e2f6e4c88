package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;

import dev.linkwright.FileType;
import dev.linkwright.Identity;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseTag;
import org.jspecify.annotations.Nullable;

/// What an open object tells about itself.
final class FileInformation {
    static final int FileBasicInformation = 4;
    static final int FileStandardInformation = 5;
    static final int FileAttributeTagInformation = 35;
    static final int FileIdInformation = 59;

    static final WindowsField WRITTEN = new WindowsField("FILE_BASIC_INFORMATION", "LastWriteTime", 16, 64);
    static final WindowsField BASIC_ATTRIBUTES = new WindowsField("FILE_BASIC_INFORMATION", "FileAttributes", 32, 32);
    static final WindowsField SIZE = new WindowsField("FILE_STANDARD_INFORMATION", "EndOfFile", 8, 64);
    static final WindowsField LINKS = new WindowsField("FILE_STANDARD_INFORMATION", "NumberOfLinks", 16, 32);
    static final WindowsField DELETE_PENDING = new WindowsField("FILE_STANDARD_INFORMATION", "DeletePending", 20, 8);
    static final WindowsField ATTRIBUTES = new WindowsField("FILE_ATTRIBUTE_TAG_INFORMATION", "FileAttributes", 0, 32);
    static final WindowsField TAG = new WindowsField("FILE_ATTRIBUTE_TAG_INFORMATION", "ReparseTag", 4, 32);
    static final WindowsField VOLUME = new WindowsField("FILE_ID_INFO", "VolumeSerialNumber", 0, 64);
    static final WindowsField FILE_ID = new WindowsField("FILE_ID_INFO", "FileId", 8, 0);

    static final int FILE_ATTRIBUTE_DIRECTORY = 0x10;
    static final int FILE_ATTRIBUTE_REPARSE_POINT = 0x400;

    static final long BASIC_SIZE = 40;
    static final long STANDARD_SIZE = 24;
    static final long ATTRIBUTE_TAG_SIZE = 8;
    static final long ID_SIZE = 24;

    /// Since 1601-01-01, in units of 100 ns.
    private static final long EPOCH_IN_SECONDS = -11_644_473_600L;
    private static final long UNITS_PER_SECOND = 10_000_000;
    private static final int NANOSECONDS_PER_UNIT = 100;

    private static final int AF_UNIX = 0x80000023;
    private static final int LX_FIFO = 0x80000024;
    private static final int LX_CHR = 0x80000025;
    private static final int LX_BLK = 0x80000026;

    private FileInformation() {}

    /// Attributes and reparse tag of an object; the tag is 0 if it is no reparse point.
    ///
    /// @param attributes its FILE_ATTRIBUTE_… bits
    /// @param tag its reparse tag
    record Kind(int attributes, int tag) {
        boolean isDirectory() {
            return (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
        }

        boolean isReparsePoint() {
            return (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
        }

        /// Whether it stands for something else. Wine tells Unix links to directories as reparse points with the tag 0.
        boolean isLink() {
            return isReparsePoint() && (tag == 0 || new ReparseTag(tag).isNameSurrogate());
        }

        FileType type() {
            if (isReparsePoint()) {
                switch (tag) {
                    case AF_UNIX -> {
                        return FileType.SOCKET;
                    }
                    case LX_FIFO -> {
                        return FileType.FIFO;
                    }
                    case LX_CHR -> {
                        return FileType.CHARACTER_DEVICE;
                    }
                    case LX_BLK -> {
                        return FileType.BLOCK_DEVICE;
                    }
                    default -> {
                        if (isLink()) {
                            return tag == ReparseTag.SYMLINK.value()
                                    ? FileType.SYMBOLIC_LINK
                                    : FileType.REPARSE_POINT;
                        }
                    }
                }
            }
            return isDirectory() ? FileType.DIRECTORY : FileType.FILE;
        }

        private TargetKind targetKind() {
            if (type() != FileType.SYMBOLIC_LINK) {
                return TargetKind.UNSPECIFIED;
            }
            return isDirectory() ? TargetKind.DIRECTORY : TargetKind.FILE;
        }
    }

    /// What kind of object it is. A file system that cannot tell reparse tags has none.
    static Kind kind(Arena arena, long handle) throws WindowsCallException {
        MemorySegment told = arena.allocate(ATTRIBUTE_TAG_SIZE, Long.BYTES);
        try {
            NtDll.ntQueryInformationFile(arena, handle, told, FileAttributeTagInformation);
        } catch (WindowsCallException e) {
            if (!e.is(NtStatus.UNKNOWN_HERE)) {
                throw e;
            }
            return new Kind(BASIC_ATTRIBUTES.readInt(basic(arena, handle), 0), 0);
        }
        int attributes = ATTRIBUTES.readInt(told, 0);
        boolean tagged = (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
        return new Kind(attributes, tagged ? TAG.readInt(told, 0) : 0);
    }

    /// Everything.
    static Status status(Arena arena, long handle) throws WindowsCallException {
        Kind kind = kind(arena, handle);
        MemorySegment standard = arena.allocate(STANDARD_SIZE, Long.BYTES);
        NtDll.ntQueryInformationFile(arena, handle, standard, FileStandardInformation);
        Instant modified = instant(WRITTEN.read(basic(arena, handle)));
        return new Status(kind.type(), kind.targetKind(), kind.tag(), identity(arena, handle), LINKS.read(standard),
                SIZE.read(standard), modified, null, kind.attributes());
    }

    /// Which object it is; null where the file system tells no 128-bit identity, or the volume has no number: a shorter
    /// one justifies nothing.
    static @Nullable Identity identity(Arena arena, long handle) throws WindowsCallException {
        MemorySegment told = arena.allocate(ID_SIZE, Long.BYTES);
        try {
            NtDll.ntQueryInformationFile(arena, handle, told, FileIdInformation);
        } catch (WindowsCallException e) {
            if (e.is(NtStatus.UNKNOWN_HERE)) {
                return null;
            }
            throw e;
        }
        long volume = VOLUME.read(told);
        long low = told.get(ValueLayout.JAVA_LONG, FILE_ID.offset());
        long high = told.get(ValueLayout.JAVA_LONG, FILE_ID.offset() + Long.BYTES);
        return volume == 0 ? null : new Identity(volume, high, low, 0);
    }

    /// Whether the object goes when the last handle to it is closed.
    static boolean isDeletePending(Arena arena, long handle) throws WindowsCallException {
        MemorySegment standard = arena.allocate(STANDARD_SIZE, Long.BYTES);
        NtDll.ntQueryInformationFile(arena, handle, standard, FileStandardInformation);
        return DELETE_PENDING.read(standard) != 0;
    }

    /// How many bytes it has.
    static long size(Arena arena, long handle) throws WindowsCallException {
        MemorySegment standard = arena.allocate(STANDARD_SIZE, Long.BYTES);
        NtDll.ntQueryInformationFile(arena, handle, standard, FileStandardInformation);
        return SIZE.read(standard);
    }

    /// How many names it has.
    static long links(Arena arena, long handle) throws WindowsCallException {
        MemorySegment standard = arena.allocate(STANDARD_SIZE, Long.BYTES);
        NtDll.ntQueryInformationFile(arena, handle, standard, FileStandardInformation);
        return LINKS.read(standard);
    }

    /// `FILE_BASIC_INFORMATION`: times and attributes.
    static MemorySegment basic(Arena arena, long handle) throws WindowsCallException {
        MemorySegment basic = arena.allocate(BASIC_SIZE, Long.BYTES);
        NtDll.ntQueryInformationFile(arena, handle, basic, FileBasicInformation);
        return basic;
    }

    /// A time as Windows counts it.
    static Instant instant(long fileTime) {
        long seconds = Math.floorDiv(fileTime, UNITS_PER_SECOND);
        long rest = Math.floorMod(fileTime, UNITS_PER_SECOND);
        return Instant.ofEpochSecond(EPOCH_IN_SECONDS + seconds, rest * NANOSECONDS_PER_UNIT);
    }

    /// The same for [#instant], less what is below 100 ns.
    static long fileTime(Instant instant) {
        return (instant.getEpochSecond() - EPOCH_IN_SECONDS) * UNITS_PER_SECOND
                + instant.getNano() / NANOSECONDS_PER_UNIT;
    }
}
