package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystemException;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import dev.linkwright.ffm.windows.NamedStreams.Stream;
import dev.linkwright.ffm.windows.NtFiles.Transfer;

/// The bytes of files and streams, block by block.
final class FileData {
    static final int FileEndOfFileInformation = 20;
    static final int FSCTL_SET_SPARSE = 0x900C4;
    static final int FSCTL_QUERY_ALLOCATED_RANGES = 0x940CF;
    static final int FILE_ATTRIBUTE_SPARSE_FILE = 0x200;

    static final WindowsField END_OF_FILE = new WindowsField("FILE_END_OF_FILE_INFORMATION", "EndOfFile", 0, 64);
    static final WindowsField RANGE_OFFSET = new WindowsField("FILE_ALLOCATED_RANGE_BUFFER", "FileOffset", 0, 64);
    static final WindowsField RANGE_LENGTH = new WindowsField("FILE_ALLOCATED_RANGE_BUFFER", "Length", 8, 64);
    static final long END_OF_FILE_SIZE = 8;
    static final long RANGE_SIZE = 16;

    private static final int BLOCK = 256 << 10;
    private static final int MOST_RANGES = 512;

    private FileData() {}

    /// Copies all that a file has into an empty one: its contents, with holes if both file systems have them, and its
    /// named streams that are too large for the memory.
    ///
    /// @return how many bytes the contents have
    static long copy(Arena arena, long from, long to, Volume destination) throws WindowsCallException {
        int attributes = FileInformation.kind(arena, from).attributes();
        boolean holes = (attributes & FILE_ATTRIBUTE_SPARSE_FILE) != 0
                && destination.has(Volume.FILE_SUPPORTS_SPARSE_FILES);
        MemorySegment block = arena.allocate(BLOCK, Long.BYTES);
        Transfer transfer = Transfer.in(arena);
        return holes && isMadeSparse(arena, to)
                ? copyRanges(arena, from, to, block, transfer)
                : copyToEnd(from, to, block, transfer);
    }

    /// A server may have holes and not take this call.
    private static boolean isMadeSparse(Arena arena, long file) throws WindowsCallException {
        try {
            NtDll.ntFsControlFile(arena, file, FSCTL_SET_SPARSE, MemorySegment.NULL, MemorySegment.NULL);
            return true;
        } catch (WindowsCallException e) {
            if (e.is(NtStatus.UNKNOWN_HERE)) {
                return false;
            }
            throw e;
        }
    }

    /// Copies the streams that are too large to be attributes.
    ///
    /// @throws FileSystemException if there are any and the destination has no streams: they cannot be told as a loss
    static void copyLargeStreams(Arena arena, long from, long to, Volume destination, LinkPath path)
            throws WindowsCallException, FileSystemException {
        for (Stream stream : NamedStreams.list(arena, from)) {
            if (stream.size() > Extra.LARGEST_STREAM) {
                if (!destination.has(Volume.FILE_NAMED_STREAMS)) {
                    throw FailureDetails.of("copy", path, Reason.UNSUPPORTED_BY_FILE_SYSTEM)
                            .withRemark("its named stream '" + stream.name() + "' has " + stream.size() + " bytes, and "
                                    + destination.fileSystem() + " keeps none")
                            .toException();
                }
                try (OpenObject source = NamedStreams.open(arena, from, stream.name(), Opening.READ_STREAM);
                        OpenObject copy = NamedStreams.open(arena, to, stream.name(), Opening.WRITE_STREAM)) {
                    copyToEnd(source.handle(), copy.handle(), arena.allocate(BLOCK, Long.BYTES), Transfer.in(arena));
                }
            }
        }
    }

    private static long copyToEnd(long from, long to, MemorySegment block, Transfer transfer)
            throws WindowsCallException {
        long done = 0;
        int read = NtFiles.ntReadFile(from, transfer, block, done);
        while (read > 0) {
            writeAll(to, transfer, block.asSlice(0, read), done);
            done += read;
            read = NtFiles.ntReadFile(from, transfer, block, done);
        }
        return done;
    }

    /// The end is set first, so that a hole behind the last range is kept.
    private static long copyRanges(Arena arena, long from, long to, MemorySegment block, Transfer transfer)
            throws WindowsCallException {
        long size = FileInformation.size(arena, from);
        MemorySegment end = arena.allocate(END_OF_FILE_SIZE, Long.BYTES);
        END_OF_FILE.write(end, size);
        NtDll.ntSetInformationFile(arena, to, end, FileEndOfFileInformation);
        MemorySegment wanted = arena.allocate(RANGE_SIZE, Long.BYTES);
        MemorySegment ranges = arena.allocate(MOST_RANGES * RANGE_SIZE, Long.BYTES);
        long done = 0;
        int count;
        do {
            RANGE_OFFSET.write(wanted, done);
            RANGE_LENGTH.write(wanted, size - done);
            count = allocated(arena, from, wanted, ranges);
            for (int i = 0; i < count; i++) {
                long start = RANGE_OFFSET.read(ranges, i * RANGE_SIZE);
                long stop = Math.min(start + RANGE_LENGTH.read(ranges, i * RANGE_SIZE), size);
                copyRange(from, to, block, transfer, start, stop);
                done = stop;
            }
        } while (count == MOST_RANGES && done < size);
        return size;
    }

    /// @return how many ranges are told; as many as there is room for if there are more
    private static int allocated(Arena arena, long from, MemorySegment wanted, MemorySegment ranges)
            throws WindowsCallException {
        try {
            return (int) (NtDll.ntFsControlFile(arena, from, FSCTL_QUERY_ALLOCATED_RANGES, wanted, ranges)
                    / RANGE_SIZE);
        } catch (WindowsCallException e) {
            if (e.is(NtStatus.STATUS_BUFFER_OVERFLOW)) {
                return MOST_RANGES;
            }
            throw e;
        }
    }

    private static void copyRange(long from, long to, MemorySegment block, Transfer transfer, long start, long stop)
            throws WindowsCallException {
        long at = start;
        while (at < stop) {
            MemorySegment room = block.asSlice(0, Math.min(BLOCK, stop - at));
            int read = NtFiles.ntReadFile(from, transfer, room, at);
            if (read == 0) {
                return;
            }
            writeAll(to, transfer, block.asSlice(0, read), at);
            at += read;
        }
    }

    private static void writeAll(long to, Transfer transfer, MemorySegment data, long offset)
            throws WindowsCallException {
        long done = 0;
        while (done < data.byteSize()) {
            done += NtFiles.ntWriteFile(to, transfer, data.asSlice(done), offset + done);
        }
    }

    /// So many of the first bytes, or all if there are fewer.
    static MemorySegment read(Arena arena, long handle, long most) throws WindowsCallException {
        MemorySegment room = arena.allocate(most, Long.BYTES);
        Transfer transfer = Transfer.in(arena);
        long done = 0;
        int read = NtFiles.ntReadFile(handle, transfer, room, done);
        while (read > 0 && done + read < most) {
            done += read;
            read = NtFiles.ntReadFile(handle, transfer, room.asSlice(done), done);
        }
        return room.asSlice(0, done + read);
    }

    /// Writes these bytes, from the start.
    static void write(Arena arena, long handle, byte[] bytes) throws WindowsCallException {
        MemorySegment data = arena.allocate(Math.max(1, bytes.length), Long.BYTES).asSlice(0, bytes.length);
        MemorySegment.copy(bytes, 0, data, ValueLayout.JAVA_BYTE, 0, bytes.length);
        writeAll(handle, Transfer.in(arena), data, 0);
    }
}
