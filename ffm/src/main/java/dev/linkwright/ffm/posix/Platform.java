package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;

import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import org.jspecify.annotations.Nullable;

/// What one POSIX system has its own functions, structs or numbers for.
abstract class Platform {
    // <sys/stat.h>, the same on Linux and macOS.
    static final int S_IFMT = 0xF000;
    static final int S_IFIFO = 0x1000;
    static final int S_IFCHR = 0x2000;
    static final int S_IFDIR = 0x4000;
    static final int S_IFBLK = 0x6000;
    static final int S_IFREG = 0x8000;
    static final int S_IFLNK = 0xA000;
    static final int S_IFSOCK = 0xC000;

    private static final int PERMISSIONS = 07777;
    private static final int DT_TO_S_IF = 12;
    private static final int LAST_TYPE = S_IFMT >> DT_TO_S_IF;
    private static final FileType[] TYPES_OF_ENTRIES = typesOfEntries();

    final Numbers numbers;
    final PosixCalls calls;

    Platform(Numbers numbers, PosixCalls calls) {
        this.numbers = numbers;
        this.calls = calls;
    }

    /// The functions that must be in the C library.
    abstract List<CFunction> functions();

    /// What a code means here.
    abstract Optional<Errno> errno(int code);

    /// What a code means for whoever only looks: null for 0.
    final @Nullable Reason reason(int code) {
        if (code == 0) {
            return null;
        }
        Optional<Errno> known = errno(code);
        return known.isPresent() ? known.get().reason() : Reason.OTHER;
    }

    /// Opens a directory, if need be only for finding names in it and not for listing.
    abstract Opened openDirectory(Scratch scratch, int dirfd, MemorySegment path, FollowLinks followLinks)
            throws NativeCallException;

    /// Opens the directory at a path, for finding names in it, if no part of the path is a link.
    ///
    /// @return the descriptor; negative if a link is on the way, for any other refusal, or without such a call
    int openWithoutLinks(Scratch scratch, MemorySegment path) {
        return -1;
    }

    /// Opens a directory for listing; links are followed.
    abstract int openForListing(Scratch scratch, int dirfd, MemorySegment path) throws NativeCallException;

    /// Makes a directory with these permissions, less those that the umask takes.
    abstract void makeDirectory(Scratch scratch, int dirfd, MemorySegment path, int mode) throws NativeCallException;

    /// What is at the path, without opening it and without mounting anything.
    abstract Status status(Scratch scratch, int dirfd, MemorySegment path, FollowLinks followLinks)
            throws NativeCallException;

    /// Whether something is at the path, as [#status] finds out, without telling what.
    ///
    /// @return 0, or the `errno`
    int errnoOfLooking(Scratch scratch, int dirfd, MemorySegment path, FollowLinks followLinks) {
        try {
            status(scratch, dirfd, path, followLinks);
            return 0;
        } catch (NativeCallException e) {
            return e.code();
        }
    }

    /// What the open directory itself is.
    abstract Status status(Scratch scratch, int fd) throws NativeCallException;

    /// What the file system of the open directory can do.
    abstract LinkCapabilities capabilities(Scratch scratch, int fd) throws NativeCallException;

    /// What the file system of the directory at a path can do.
    abstract LinkCapabilities capabilities(Scratch scratch, MemorySegment path) throws NativeCallException;

    /// The path that leads to the open directory; empty if the system has no such path.
    abstract Optional<LinkPath> pathOf(Scratch scratch, int fd) throws NativeCallException;

    /// Renames in one step or not at all.
    abstract void rename(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath,
            RenameMode mode) throws NativeCallException;

    /// A cursor over the directory from the position that its descriptor has.
    ///
    /// @param atEnd what to do when the cursor is closed
    abstract Cursor list(HeldDirectory directory, Runnable atEnd) throws FileSystemException;

    /// Contents and attributes of what stands in the directory.
    ///
    /// @return null where there are no calls for them
    @Nullable
    Contents contents(PosixDirectory directory) {
        return null;
    }

    /// The volumes of ntfs-3g and their reparse points; null where that driver does not exist.
    @Nullable
    Ntfs3g ntfs3g() {
        return null;
    }

    /// The path by which the object of a descriptor is reached again, whatever names it has.
    static byte[] pathOfDescriptor(int fd) {
        return ("/proc/self/fd/" + fd).getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether a path that the system gave for a directory leads there. A path that may not be walked is believed.
    final boolean leadsTo(Scratch scratch, byte[] path, Status directory) {
        try {
            Status found = status(scratch, numbers.atFdcwd(), scratch.first.ofBytes(path), FollowLinks.NO);
            return found.identity() != null && found.identity().equals(directory.identity());
        } catch (NativeCallException e) {
            return errno(e.code()).filter(Errno.EACCES::equals).isPresent();
        }
    }

    /// What the upper bits of a mode say.
    static FileType typeOfMode(int mode) {
        return switch (mode & S_IFMT) {
            case S_IFREG -> FileType.FILE;
            case S_IFDIR -> FileType.DIRECTORY;
            case S_IFLNK -> FileType.SYMBOLIC_LINK;
            case S_IFIFO -> FileType.FIFO;
            case S_IFSOCK -> FileType.SOCKET;
            case S_IFCHR -> FileType.CHARACTER_DEVICE;
            case S_IFBLK -> FileType.BLOCK_DEVICE;
            default -> FileType.OTHER;
        };
    }

    /// What the `d_type` of an entry says: the type bits of a mode, shifted (`DTTOIF`); 0 for not known.
    static FileType typeOfEntry(int type) {
        return TYPES_OF_ENTRIES[type & LAST_TYPE];
    }

    private static FileType[] typesOfEntries() {
        FileType[] types = new FileType[LAST_TYPE + 1];
        for (int type = 0; type < types.length; type++) {
            types[type] = type == 0 ? FileType.UNKNOWN : typeOfMode(type << DT_TO_S_IF);
        }
        return types;
    }

    static int permissions(int mode) {
        return mode & PERMISSIONS;
    }

    /// Whether a link at the end of a path is followed.
    enum FollowLinks {
        YES,
        NO
    }
}
