package dev.linkwright.ffm.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import dev.linkwright.system.MountTable;
import org.jspecify.annotations.Nullable;

/// The extended attributes by which ntfs-3g gives access to what NTFS stores: the raw reparse data and the file
/// attributes of Windows.
///
/// Facts about the driver, and what was tried: `docs/windows-links.md`, "NTFS on Linux".
///
/// Thread-safe.
final class Ntfs3g {
    static final int XATTR_CREATE = 1;
    static final int XATTR_REPLACE = 2;

    /// FILE_ATTRIBUTE_DIRECTORY.
    private static final int DIRECTORY = 0x10;

    private static final MemorySegment REPARSE_DATA = name("system.ntfs_reparse_data");
    private static final MemorySegment ATTRIBUTES = name("system.ntfs_attrib");

    /// How old an answer of the mount table may be: mounting takes longer. Where the table is so long that looking into
    /// it takes a while, some more, so that it is a small part of the work.
    private static final long MOMENT = 10_000_000;
    private static final long SMALL_PART = 50;

    private final BooleanSupplier mountTable;
    private final LongSupplier clock;
    private volatile @Nullable Glance last;

    Ntfs3g() {
        this(MountTable::mayHaveNtfs3g, System::nanoTime);
    }

    /// @param mountTable whether a volume of this driver may be mounted
    /// @param clock in nanoseconds from any origin
    Ntfs3g(BooleanSupplier mountTable, LongSupplier clock) {
        this.mountTable = mountTable;
        this.clock = clock;
    }

    /// Whether there may be a volume of this driver at all, as it was a moment ago.
    boolean mayBeMounted() {
        long now = clock.getAsLong();
        Glance glance = last;
        if (glance == null || now - glance.since >= glance.length) {
            boolean mayBeMounted = mountTable.getAsBoolean();
            long took = clock.getAsLong() - now;
            glance = new Glance(mayBeMounted, now, Math.max(MOMENT, took * SMALL_PART));
            last = glance;
        }
        return glance.mayBeMounted;
    }

    /// Whether the volume of this directory answers as ntfs-3g does: it tells the attributes of Windows *and* takes
    /// questions for reparse data. (The kernel's ntfs3 tells only the former, other programs neither.)
    boolean answers(Scratch scratch, MemorySegment directory) {
        try {
            reparseData(scratch, directory, Platform.FollowLinks.YES);
            return get(scratch, directory, ATTRIBUTES, Platform.FollowLinks.YES).length == Integer.BYTES;
        } catch (NativeCallException no) {
            return false;
        }
    }

    /// The raw reparse data of the object at a path; null if it has none.
    ///
    /// @throws NativeCallException with `EOPNOTSUPP` on a volume that has no such thing
    byte @Nullable [] reparseData(Scratch scratch, MemorySegment path, Platform.FollowLinks followLinks)
            throws NativeCallException {
        try {
            return get(scratch, path, REPARSE_DATA, followLinks);
        } catch (NativeCallException e) {
            if (e.code() == Errno.ENODATA.linux()) {
                return null;
            }
            throw e;
        }
    }

    /// The file attributes of the object at a path, a link not followed.
    int attributes(Scratch scratch, MemorySegment path) throws NativeCallException {
        byte[] value = get(scratch, path, ATTRIBUTES, Platform.FollowLinks.NO);
        int attributes = 0;
        for (int i = Math.min(value.length, Integer.BYTES) - 1; i >= 0; i--) {
            attributes = attributes << Byte.SIZE | (value[i] & 0xFF);
        }
        return attributes;
    }

    /// Sets the reparse data of the object that the path of a descriptor leads to.
    ///
    /// @param flag [#XATTR_CREATE] or [#XATTR_REPLACE]
    void set(Scratch scratch, MemorySegment path, byte[] data, int flag) throws NativeCallException {
        MemorySegment value = scratch.largeOut().asSlice(0, data.length);
        MemorySegment.copy(data, 0, value, ValueLayout.JAVA_BYTE, 0, data.length);
        AttributeCalls.setxattr(scratch, path, REPARSE_DATA, value, flag);
    }

    static boolean isDirectory(int attributes) {
        return (attributes & DIRECTORY) != 0;
    }

    private static byte[] get(Scratch scratch, MemorySegment path, MemorySegment name,
            Platform.FollowLinks followLinks) throws NativeCallException {
        // All of it: for a smaller room the driver answers EIO, not ERANGE.
        MemorySegment value = scratch.largeOut();
        int length = followLinks == Platform.FollowLinks.YES
                ? AttributeCalls.getxattr(scratch, path, name, value)
                : AttributeCalls.lgetxattr(scratch, path, name, value);
        return value.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }

    private static MemorySegment name(String name) {
        byte[] bytes = (name + '\0').getBytes(StandardCharsets.US_ASCII);
        MemorySegment memory = Arena.global().allocate(bytes.length, 1);
        memory.copyFrom(MemorySegment.ofArray(bytes));
        return memory;
    }

    /// What a look at the mount table told, when, and how long that holds.
    private record Glance(boolean mayBeMounted, long since, long length) {}
}
