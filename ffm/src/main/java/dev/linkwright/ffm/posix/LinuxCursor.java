package dev.linkwright.ffm.posix;

import java.nio.file.FileSystemException;

import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.Name;
import org.jspecify.annotations.Nullable;

/// A cursor over what `getdents64` gives, many entries a call.
final class LinuxCursor implements Cursor {
    /// `struct linux_dirent64` of the kernel, which glibc calls `struct dirent64`.
    static final CField D_RECLEN = new CField("struct dirent64", "d_reclen", 16, CField.Kind.U16);
    static final CField D_TYPE = new CField("struct dirent64", "d_type", 18, CField.Kind.U8);
    static final CField D_NAME = new CField("struct dirent64", "d_name", 19, CField.Kind.BYTES);

    /// `<dirent.h>`
    private static final byte DT_REG = 8;

    private static final int LENGTH = (int) D_RECLEN.offset();
    private static final int TYPE = (int) D_TYPE.offset();
    private static final int NAME = (int) D_NAME.offset();
    private static final int NO_ENTRY = -1;
    private static final byte[] NOTHING = {};

    private final HeldDirectory directory;
    private final @Nullable Runnable atEnd;
    private final ListingMemory memory = ListingMemory.take();
    private byte[] bytes = NOTHING;
    private int entry = NO_ENTRY;
    private int next;
    private int end;
    private boolean exhausted;
    private boolean closed;

    LinuxCursor(HeldDirectory directory, @Nullable Runnable atEnd) {
        this.directory = directory;
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
            next += length(entry);
        } while (isDots(entry));
        return true;
    }

    @Override
    public long passFiles() throws FileSystemException {
        long passed = 0;
        entry = NO_ENTRY;
        while (next != end || fill()) {
            if (bytes[next + TYPE] == DT_REG) {
                passed++;
            } else if (!isDots(next)) {
                break;
            }
            next += length(next);
        }
        return passed;
    }

    /// `getdents64` gives each entry once, whoever calls it on the descriptor: the kernel lets one call at a time have its
    /// position (`fdget_pos` in `fs/file.c`).
    @Override
    public Cursor trySplit() {
        return new LinuxCursor(directory, null);
    }

    @Override
    public FileType type() {
        return Platform.typeOfEntry(bytes[current() + TYPE]);
    }

    @Override
    public int reparseTag() {
        return 0;
    }

    @Override
    public Name name() {
        int start = current() + NAME;
        int stop = start;
        while (bytes[stop] != 0) {
            stop++;
        }
        return Name.ofBytes(bytes, start, stop);
    }

    /// Whether the system reaches something when it follows the current entry, without its name as an object.
    ///
    /// @return 0, or the `errno`
    int errnoOfFollowing(int dirfd) {
        return LinuxCalls.errnoOfStatx(memory.scratch, dirfd, memory.entries, current() + (long) NAME,
                Linux.AT_NO_AUTOMOUNT, Linux.STATX_TYPE);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            next = end;
            entry = NO_ENTRY;
            memory.giveBack();
            if (atEnd != null) {
                atEnd.run();
            }
        }
    }

    private boolean fill() throws FileSystemException {
        if (closed) {
            throw directory.closed(PosixDirectory.LIST);
        }
        if (exhausted) {
            return false;
        }
        next = 0;
        end = 0;
        int fd = directory.acquire(PosixDirectory.LIST);
        try {
            end = LinuxCalls.getdents64(memory.scratch, fd, memory.entries);
        } catch (NativeCallException e) {
            throw directory.refusedListing(e);
        } finally {
            directory.release();
        }
        exhausted = end == 0;
        if (!exhausted) {
            bytes = memory.copy(end);
        }
        return !exhausted;
    }

    private int current() {
        if (entry == NO_ENTRY) {
            throw new IllegalStateException("there is no current entry");
        }
        return entry;
    }

    /// Linux runs Java on little-endian machines only, as far as [Host] lets it be used natively.
    private int length(int at) {
        return (bytes[at + LENGTH] & 0xFF) | (bytes[at + LENGTH + 1] & 0xFF) << Byte.SIZE;
    }

    private boolean isDots(int at) {
        int name = at + NAME;
        if (bytes[name] != '.') {
            return false;
        }
        return bytes[name + 1] == 0 || (bytes[name + 1] == '.' && bytes[name + 2] == 0);
    }
}
