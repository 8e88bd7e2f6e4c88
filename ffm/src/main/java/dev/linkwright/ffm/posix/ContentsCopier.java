package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.linkwright.Attributes;
import dev.linkwright.Identity;

/// Copies the contents of one open file to another: by sharing their blocks (`FICLONE`), inside the kernel
/// (`copy_file_range`), or through memory. Regions without blocks are left out.
final class ContentsCopier {
    static final int FICLONE = 0x40049409;
    static final int SEEK_DATA = 3;
    static final int SEEK_HOLE = 4;

    /// Up to here a read and a write are faster than asking the kernel.
    private static final long MOST_THROUGH_MEMORY = 64 << 10;
    /// What slow devices take in a moment, because whoever interrupts the thread waits for it.
    private static final long MOST_AT_ONCE = 64L << 20;

    /// As much as a hole can usually begin and end with.
    private static final MemorySegment ZEROS = MemorySegment.ofArray(new byte[4_096]);

    /// The devices of file systems that have refused to share blocks for good.
    private final Set<Long> withoutClones = ConcurrentHashMap.newKeySet();

    /// Copies all of it into an empty file.
    ///
    /// Fills the copy.
    ///
    /// @return how many bytes it has
    long copy(Scratch scratch, LinuxObject from, Attributes known, LinuxObject to) throws NativeCallException {
        long size = known.status().size();
        if (size > 0 && isCloned(scratch, from, known, to)) {
            return size;
        }
        long end = from.hasHoles(known) ? regions(scratch, from, size, to) : 0;
        if (end == 0 && size > MOST_THROUGH_MEMORY) {
            end = inside(scratch, from, 0, size, to);
        }
        return throughMemory(scratch, from, end, Long.MAX_VALUE, to);
    }

    private boolean isCloned(Scratch scratch, LinuxObject from, Attributes known, LinuxObject to) {
        Identity identity = known.identity();
        long device = identity == null ? 0 : identity.volume();
        if (withoutClones.contains(device)) {
            return false;
        }
        try {
            FileCalls.ioctl(scratch, to.fd(), FICLONE, from.fd());
            return true;
        } catch (NativeCallException e) {
            if (e.code() == Errno.EOPNOTSUPP.linux() || e.code() == Errno.ENOTTY.linux()) {
                withoutClones.add(device);
            }
            // For this pair it is not possible (EXDEV, EINVAL, ETXTBSY): what is real will fail again below.
            return false;
        }
    }

    /// The regions that have blocks, each to its place, and the length of the whole. Where the file system does not tell
    /// which those are, what is no zeros.
    ///
    /// @return the end; 0 if the file system does not tell regions
    private long regions(Scratch scratch, LinuxObject from, long size, LinuxObject to) throws NativeCallException {
        long offset = 0;
        while (offset < size) {
            long data;
            long hole;
            try {
                data = FileCalls.seek(scratch, from.fd(), offset, SEEK_DATA);
                hole = FileCalls.seek(scratch, from.fd(), data, SEEK_HOLE);
            } catch (NativeCallException e) {
                if (e.code() == Errno.ENXIO.linux()) {
                    // Nothing but a hole comes from here on, or it has become shorter.
                    break;
                }
                if (e.code() == Errno.EINVAL.linux() && offset == 0) {
                    return 0;
                }
                throw e;
            }
            if (data == 0 && hole >= size) {
                return withoutZeros(scratch, from, to);
            }
            long copied = hole - data > MOST_THROUGH_MEMORY ? inside(scratch, from, data, hole, to) : data;
            throughMemory(scratch, from, copied, hole, to);
            offset = hole;
        }
        FileCalls.ftruncate(scratch, to.fd(), size);
        return size;
    }

    /// Read, and written but for blocks of zeros.
    ///
    /// @return the end
    private static long withoutZeros(Scratch scratch, LinuxObject from, LinuxObject to) throws NativeCallException {
        long done = 0;
        ListingMemory memory = ListingMemory.take();
        MemorySegment buffer = memory.entries;
        try {
            long read = FileCalls.pread(scratch, from.fd(), buffer, buffer.byteSize(), done);
            while (read > 0) {
                writeWithoutZeros(scratch, to, buffer.asSlice(0, read), done);
                done += read;
                read = FileCalls.pread(scratch, from.fd(), buffer, buffer.byteSize(), done);
            }
        } finally {
            memory.giveBack();
        }
        FileCalls.ftruncate(scratch, to.fd(), done);
        return done;
    }

    private static void writeWithoutZeros(Scratch scratch, LinuxObject to, MemorySegment bytes, long offset)
            throws NativeCallException {
        long begin = 0;
        for (long block = 0; block < bytes.byteSize(); block += ZEROS.byteSize()) {
            long end = Math.min(block + ZEROS.byteSize(), bytes.byteSize());
            if (isZeros(bytes.asSlice(block, end - block))) {
                write(scratch, to, bytes.asSlice(begin, block - begin), offset + begin);
                begin = end;
            }
        }
        write(scratch, to, bytes.asSlice(begin), offset + begin);
    }

    private static boolean isZeros(MemorySegment bytes) {
        return MemorySegment.mismatch(bytes, 0, bytes.byteSize(), ZEROS, 0, bytes.byteSize()) < 0;
    }

    /// As if a signal had come.
    private static void requireNotInterrupted() throws NativeCallException {
        if (Thread.currentThread().isInterrupted()) {
            throw new NativeCallException("copy", "between two parts", PosixCalls.EINTR);
        }
    }

    /// Inside the kernel.
    ///
    /// @return how far it came: less than `end` where the kernel cannot do it between these two
    private long inside(Scratch scratch, LinuxObject from, long start, long end, LinuxObject to)
            throws NativeCallException {
        MemorySegment offsets = scratch.out.asSlice(0, 2 * Long.BYTES);
        MemorySegment offsetTo = offsets.asSlice(Long.BYTES);
        long done = start;
        while (done < end) {
            requireNotInterrupted();
            offsets.set(ValueLayout.JAVA_LONG, 0, done);
            offsetTo.set(ValueLayout.JAVA_LONG, 0, done);
            long copied;
            try {
                copied = FileCalls.copyFileRange(scratch, from.fd(), offsets, to.fd(), offsetTo,
                        Math.min(end - done, MOST_AT_ONCE));
            } catch (NativeCallException e) {
                if (isImpossible(e)) {
                    return done;
                }
                throw e;
            }
            if (copied == 0) {
                return done;
            }
            done += copied;
        }
        return done;
    }

    /// Between two file systems (`EXDEV` before 5.3), in a file system without it, by a filter of system calls.
    private static boolean isImpossible(NativeCallException e) {
        return Errno.onLinux(e.code()).map(errno -> switch (errno) {
            case EXDEV, EINVAL, EOPNOTSUPP, ENOSYS, EPERM, EBADF, ETXTBSY -> true;
            default -> false;
        }).orElse(false);
    }

    /// Read and written.
    ///
    /// @return the end
    private static long throughMemory(Scratch scratch, LinuxObject from, long start, long end, LinuxObject to)
            throws NativeCallException {
        long done = start;
        ListingMemory memory = ListingMemory.take();
        MemorySegment buffer = memory.entries;
        try {
            while (done < end) {
                long wanted = Math.min(buffer.byteSize(), end - done);
                long read = FileCalls.pread(scratch, from.fd(), buffer, wanted, done);
                if (read == 0) {
                    return done;
                }
                write(scratch, to, buffer.asSlice(0, read), done);
                done += read;
            }
        } finally {
            memory.giveBack();
        }
        return done;
    }

    private static void write(Scratch scratch, LinuxObject to, MemorySegment bytes, long offset)
            throws NativeCallException {
        long written = 0;
        while (written < bytes.byteSize()) {
            requireNotInterrupted();
            MemorySegment rest = bytes.asSlice(written);
            written += FileCalls.pwrite(scratch, to.fd(), rest, rest.byteSize(), offset + written);
        }
    }
}
