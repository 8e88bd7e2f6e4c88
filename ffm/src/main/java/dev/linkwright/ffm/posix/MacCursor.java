package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;

import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.Name;

/// A cursor over what `readdir_r` gives, on a stream of its own.
///
/// **Not run**, as [MacOs].
final class MacCursor implements Cursor {
    static final CField D_NAMLEN = new CField("struct dirent", "d_namlen", 18, CField.Kind.U16);
    static final CField D_TYPE = new CField("struct dirent", "d_type", 20, CField.Kind.U8);
    static final CField D_NAME = new CField("struct dirent", "d_name", 21, CField.Kind.BYTES);

    /// Behind the entry, which takes 1,048 bytes.
    private static final long RESULT = 2_048;

    private final HeldDirectory directory;
    private final MemorySegment stream;
    private final Runnable atEnd;
    private final ListingMemory memory = ListingMemory.take();
    private final MemorySegment result = memory.entries.asSlice(RESULT, Long.BYTES);
    private boolean hasEntry;
    private boolean closed;

    private MacCursor(HeldDirectory directory, MemorySegment stream, Runnable atEnd) {
        this.directory = directory;
        this.stream = stream;
        this.atEnd = atEnd;
    }

    static Cursor of(HeldDirectory directory, Runnable atEnd) throws FileSystemException {
        int dirfd = directory.acquire(PosixDirectory.LIST);
        try (Scratch scratch = Scratch.take()) {
            int fd = directory.platform.openForListing(scratch, dirfd, scratch.first.ofBytes(PosixDirectory.HERE));
            return new MacCursor(directory, MacCalls.fdopendir(scratch, fd), atEnd);
        } catch (NativeCallException e) {
            atEnd.run();
            throw directory.refusedListing(e);
        } finally {
            directory.release();
        }
    }

    @Override
    public boolean next() throws FileSystemException {
        if (closed) {
            throw directory.closed(PosixDirectory.LIST);
        }
        try (Scratch scratch = Scratch.take()) {
            do {
                hasEntry = MacCalls.readdir(scratch, stream, memory.entries, result);
            } while (hasEntry && isDots());
            return hasEntry;
        } catch (NativeCallException e) {
            hasEntry = false;
            throw directory.refusedListing(e);
        }
    }

    @Override
    public FileType type() {
        requireEntry();
        return Platform.typeOfEntry((int) D_TYPE.read(memory.entries));
    }

    @Override
    public int reparseTag() {
        return 0;
    }

    @Override
    public Name name() {
        requireEntry();
        int length = (int) D_NAMLEN.read(memory.entries);
        return Name.ofBytes(memory.bytes(D_NAME.offset(), length), 0, length);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            hasEntry = false;
            memory.giveBack();
            try (Scratch scratch = Scratch.take()) {
                MacCalls.closedir(scratch, stream);
            }
            atEnd.run();
        }
    }

    private boolean isDots() {
        return CText.isDots(memory.entries, D_NAME.offset());
    }

    private void requireEntry() {
        if (!hasEntry) {
            throw new IllegalStateException("there is no current entry");
        }
    }
}
