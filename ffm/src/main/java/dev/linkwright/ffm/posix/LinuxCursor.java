package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;

import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.Name;

/// A cursor over what `getdents64` gives, many entries a call.
final class LinuxCursor implements Cursor {
    /// `struct linux_dirent64` of the kernel, which glibc calls `struct dirent64`.
    static final CField D_RECLEN = new CField("struct dirent64", "d_reclen", 16, CField.Kind.U16);
    static final CField D_TYPE = new CField("struct dirent64", "d_type", 18, CField.Kind.U8);
    static final CField D_NAME = new CField("struct dirent64", "d_name", 19, CField.Kind.BYTES);

    private static final long NO_ENTRY = -1;

    private final HeldDirectory directory;
    private final long getdents64;
    private final Runnable atEnd;
    private final ListingMemory memory = ListingMemory.take();
    private final MemorySegment entries = memory.entries;
    private long entry = NO_ENTRY;
    private long next;
    private long end;
    private boolean closed;

    LinuxCursor(HeldDirectory directory, long getdents64, Runnable atEnd) {
        this.directory = directory;
        this.getdents64 = getdents64;
        this.atEnd = atEnd;
    }

    @Override
    public boolean next() throws FileSystemException {
        do {
            if (next == end && !fill()) {
                entry = NO_ENTRY;
                return false;
            }
            entry = next;
            next += D_RECLEN.read(entries, entry);
        } while (isDots());
        return true;
    }

    @Override
    public FileType type() {
        return Platform.typeOfEntry((int) D_TYPE.read(entries, current()));
    }

    @Override
    public int reparseTag() {
        return 0;
    }

    @Override
    public Name name() {
        long start = current() + D_NAME.offset();
        int length = CText.lengthAt(entries, start);
        return Name.ofBytes(memory.bytes(start, length), 0, length);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            next = end;
            entry = NO_ENTRY;
            memory.giveBack();
            atEnd.run();
        }
    }

    private boolean fill() throws FileSystemException {
        if (closed) {
            throw directory.closed(PosixDirectory.LIST);
        }
        next = 0;
        end = 0;
        int fd = directory.acquire(PosixDirectory.LIST);
        try (Scratch scratch = Scratch.take()) {
            end = LinuxCalls.getdents64(scratch, getdents64, fd, entries);
        } catch (NativeCallException e) {
            throw directory.refusedListing(e);
        } finally {
            directory.release();
        }
        return end > 0;
    }

    private long current() {
        if (entry == NO_ENTRY) {
            throw new IllegalStateException("there is no current entry");
        }
        return entry;
    }

    private boolean isDots() {
        return CText.isDots(entries, entry + D_NAME.offset());
    }
}
