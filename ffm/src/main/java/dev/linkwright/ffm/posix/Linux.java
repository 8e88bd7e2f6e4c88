package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;

/// Linux on a 64-bit architecture: metadata by `statx`, listing by `getdents64`, renames by `renameat2`.
final class Linux extends Platform {
    static final int AT_NO_AUTOMOUNT = 0x800;
    static final int AT_EMPTY_PATH = 0x1000;
    static final int O_PATH = 0x200000;
    static final int O_WRONLY = 0x1;
    static final int O_CREAT = 0x40;
    static final int O_EXCL = 0x80;
    static final int RESOLVE_NO_SYMLINKS = 0x04;
    static final int RENAME_NOREPLACE = 1;
    static final int RENAME_EXCHANGE = 2;
    static final int STATX_TYPE = 0x1;
    static final int STATX_MODE = 0x2;
    static final int STATX_NLINK = 0x4;
    static final int STATX_UID = 0x8;
    static final int STATX_GID = 0x10;
    static final int STATX_ATIME = 0x20;
    static final int STATX_MTIME = 0x40;
    static final int STATX_INO = 0x100;
    static final int STATX_SIZE = 0x200;
    static final int STATX_BLOCKS = 0x400;
    static final int STATX_MNT_ID = 0x1000;

    static final CField STX_MASK = statx("stx_mask", 0x00, CField.Kind.U32);
    static final CField STX_NLINK = statx("stx_nlink", 0x10, CField.Kind.U32);
    static final CField STX_UID = statx("stx_uid", 0x14, CField.Kind.U32);
    static final CField STX_GID = statx("stx_gid", 0x18, CField.Kind.U32);
    static final CField STX_MODE = statx("stx_mode", 0x1C, CField.Kind.U16);
    static final CField STX_INO = statx("stx_ino", 0x20, CField.Kind.U64);
    static final CField STX_SIZE = statx("stx_size", 0x28, CField.Kind.U64);
    static final CField STX_BLOCKS = statx("stx_blocks", 0x30, CField.Kind.U64);
    static final CField STX_ATIME_SEC = statx("stx_atime.tv_sec", 0x40, CField.Kind.S64);
    static final CField STX_ATIME_NSEC = statx("stx_atime.tv_nsec", 0x48, CField.Kind.U32);
    static final CField STX_MTIME_SEC = statx("stx_mtime.tv_sec", 0x70, CField.Kind.S64);
    static final CField STX_MTIME_NSEC = statx("stx_mtime.tv_nsec", 0x78, CField.Kind.U32);
    static final CField STX_RDEV_MAJOR = statx("stx_rdev_major", 0x80, CField.Kind.U32);
    static final CField STX_RDEV_MINOR = statx("stx_rdev_minor", 0x84, CField.Kind.U32);
    static final CField STX_DEV_MAJOR = statx("stx_dev_major", 0x88, CField.Kind.U32);
    static final CField STX_DEV_MINOR = statx("stx_dev_minor", 0x8C, CField.Kind.U32);
    static final CField STX_MNT_ID = statx("stx_mnt_id", 0x90, CField.Kind.U64);
    static final CField F_TYPE = new CField("struct statfs", "f_type", 0, CField.Kind.S64);
    static final CField F_FLAGS = new CField("struct statfs", "f_flags", 80, CField.Kind.S64);

    static final CField FLAGS = new CField("struct open_how", "flags", 0, CField.Kind.U64);
    static final CField RESOLVE = new CField("struct open_how", "resolve", 16, CField.Kind.U64);

    private static final int OPEN_HOW_SIZE = 24;
    private static final int WANTED = STATX_TYPE | STATX_MODE | STATX_NLINK | STATX_UID | STATX_GID | STATX_MTIME
            | STATX_INO | STATX_SIZE | STATX_MNT_ID;
    private static final int ALSO_FOR_COPIES = STATX_ATIME | STATX_BLOCKS;
    private static final byte[] EMPTY = {};

    private final ContentsCopier copier = new ContentsCopier();
    private final Ntfs3g ntfs3g = new Ntfs3g();

    Linux(Numbers numbers) {
        super(numbers, new LinuxSystemCalls());
    }

    @Override
    Contents contents(PosixDirectory directory) {
        return new LinuxContents(this, directory);
    }

    ContentsCopier copier() {
        return copier;
    }

    /// What is at the path, and how many blocks of 512 bytes it takes is left in [Scratch#out].
    Attributes attributes(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException {
        LinuxCalls.statx(scratch, dirfd, path, flags | AT_NO_AUTOMOUNT, WANTED | ALSO_FOR_COPIES);
        MemorySegment statx = scratch.out;
        Instant accessed = Instant.ofEpochSecond(STX_ATIME_SEC.read(statx), STX_ATIME_NSEC.read(statx));
        return new Attributes(statusIn(statx), accessed,
                device(STX_RDEV_MAJOR.read(statx), STX_RDEV_MINOR.read(statx)));
    }

    /// What an open object is.
    Attributes attributes(Scratch scratch, int fd) throws NativeCallException {
        return attributes(scratch, fd, scratch.first.ofBytes(EMPTY), AT_EMPTY_PATH);
    }

    @Override
    List<CFunction> functions() {
        return List.of(SystemCall.SYSCALL);
    }

    @Override
    Optional<Errno> errno(int code) {
        return Errno.onLinux(code);
    }

    /// `O_DIRECTORY` refuses everything else before it is opened, so no device is touched and no pipe waited for.
    @Override
    Opened openDirectory(Scratch scratch, int dirfd, MemorySegment path, FollowLinks followLinks)
            throws NativeCallException {
        int noFollow = followLinks == FollowLinks.YES ? 0 : numbers.oNofollow();
        int flags = numbers.oDirectory() | numbers.oCloexec() | noFollow;
        try {
            return new Opened(calls.openat(scratch, dirfd, path, flags), true);
        } catch (NativeCallException e) {
            if (e.code() == Errno.EACCES.linux()) {
                return openForSearching(scratch, dirfd, path, flags, e);
            }
            throw e;
        }
    }

    /// A directory that may be searched but not read is held by `O_PATH`, which is enough for finding names in it. It
    /// asks for no permission at all, so whether the directory may be searched is tried.
    private Opened openForSearching(Scratch scratch, int dirfd, MemorySegment path, int flags,
            NativeCallException refusal) throws NativeCallException {
        int fd = calls.openat(scratch, dirfd, path, flags | O_PATH);
        try {
            status(scratch, fd, scratch.second.ofBytes(PosixDirectory.HERE), FollowLinks.YES);
            return new Opened(fd, false);
        } catch (NativeCallException e) {
            calls.close(scratch, fd);
            throw refusal;
        }
    }

    /// `RESOLVE_NO_SYMLINKS` lets the kernel refuse every link on the way, in the one walk that it makes anyway.
    @Override
    int openWithoutLinks(Scratch scratch, MemorySegment path) {
        MemorySegment how = scratch.out.asSlice(0, OPEN_HOW_SIZE).fill((byte) 0);
        FLAGS.write(how, O_PATH | numbers.oDirectory() | numbers.oCloexec());
        RESOLVE.write(how, RESOLVE_NO_SYMLINKS);
        return LinuxCalls.openat2(scratch, numbers.atFdcwd(), path, how);
    }

    @Override
    int openForListing(Scratch scratch, int dirfd, MemorySegment path) throws NativeCallException {
        return calls.openat(scratch, dirfd, path, numbers.oDirectory() | numbers.oCloexec());
    }

    @Override
    void makeDirectory(Scratch scratch, int dirfd, MemorySegment path, int mode) throws NativeCallException {
        LinuxCalls.mkdirat(scratch, dirfd, path, mode);
    }

    @Override
    Status status(Scratch scratch, int dirfd, MemorySegment path, FollowLinks followLinks)
            throws NativeCallException {
        int noFollow = followLinks == FollowLinks.YES ? 0 : numbers.atSymlinkNofollow();
        LinuxCalls.statx(scratch, dirfd, path, noFollow | AT_NO_AUTOMOUNT, WANTED);
        return statusIn(scratch.out);
    }

    @Override
    int errnoOfLooking(Scratch scratch, int dirfd, MemorySegment path, FollowLinks followLinks) {
        int noFollow = followLinks == FollowLinks.YES ? 0 : numbers.atSymlinkNofollow();
        return LinuxCalls.errnoOfStatx(
                scratch, dirfd, path, noFollow | AT_NO_AUTOMOUNT, STATX_TYPE);
    }

    @Override
    Status status(Scratch scratch, int fd) throws NativeCallException {
        LinuxCalls.statx(scratch, fd, scratch.first.ofBytes(EMPTY), AT_EMPTY_PATH, WANTED);
        return statusIn(scratch.out);
    }

    @Override
    LinkCapabilities capabilities(Scratch scratch, int fd) throws NativeCallException {
        LinuxCalls.fstatfs(scratch, fd);
        // Its path is only wanted where a program has to be asked, and a walk asks for every directory.
        return FileSystemKind.isFuse(F_TYPE.read(scratch.out))
                ? capabilitiesIn(scratch, scratch.first.ofBytes(pathOfDescriptor(fd)))
                : FileSystemKind.capabilitiesOf(F_TYPE.read(scratch.out), F_FLAGS.read(scratch.out));
    }

    @Override
    LinkCapabilities capabilities(Scratch scratch, MemorySegment path) throws NativeCallException {
        LinuxCalls.statfs(scratch, path);
        return capabilitiesIn(scratch, path);
    }

    /// The kernel writes the path of a descriptor as the text of a link in `/proc`; that of a directory outside of the
    /// process's root does not start with a slash, that of a removed one has ` (deleted)` added. Because a name may end
    /// so too, the answer is looked up.
    @Override
    Optional<LinkPath> pathOf(Scratch scratch, int fd) throws NativeCallException {
        MemorySegment magicLink = scratch.first.ofBytes(pathOfDescriptor(fd));
        byte[] text = LinkText.read(calls, scratch, numbers.atFdcwd(), magicLink).bytes();
        if (text.length == 0 || text[0] != '/') {
            return Optional.empty();
        }
        Status held = status(scratch, fd);
        boolean removed = held.linkCount() == 0;
        return !removed && leadsTo(scratch, text, held)
                ? Optional.of(LinkPath.ofBytes(PathRules.POSIX, text))
                : Optional.empty();
    }

    @Override
    void rename(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath,
            RenameMode mode) throws NativeCallException {
        switch (mode) {
            case REPLACE -> calls.renameat(scratch, oldDirfd, oldPath, newDirfd, newPath);
            case NO_REPLACE -> LinuxCalls.renameat2(
                    scratch, oldDirfd, oldPath, newDirfd, newPath, RENAME_NOREPLACE);
            case EXCHANGE -> LinuxCalls.renameat2(
                    scratch, oldDirfd, oldPath, newDirfd, newPath, RENAME_EXCHANGE);
        }
    }

    @Override
    Cursor list(HeldDirectory directory, Runnable atEnd) throws FileSystemException {
        return new LinuxCursor(directory, atEnd);
    }

    private LinkCapabilities capabilitiesIn(Scratch scratch, MemorySegment directory) {
        long type = F_TYPE.read(scratch.out);
        long flags = F_FLAGS.read(scratch.out);
        boolean byNtfs3g = FileSystemKind.isFuse(type) && ntfs3g.answers(scratch, directory);
        return byNtfs3g ? FileSystemKind.ofNtfs3g(flags) : FileSystemKind.capabilitiesOf(type, flags);
    }

    @Override
    Ntfs3g ntfs3g() {
        return ntfs3g;
    }

    private static Status statusIn(MemorySegment statx) {
        int mode = (int) STX_MODE.read(statx);
        boolean hasMount = (STX_MASK.read(statx) & STATX_MNT_ID) != 0;
        Identity identity = new Identity(device(STX_DEV_MAJOR.read(statx), STX_DEV_MINOR.read(statx)), 0,
                STX_INO.read(statx), hasMount ? STX_MNT_ID.read(statx) : 0);
        FileType type = typeOfMode(mode);
        Instant modified = Instant.ofEpochSecond(STX_MTIME_SEC.read(statx), STX_MTIME_NSEC.read(statx));
        return new Status(type, TargetKind.UNSPECIFIED, 0, identity, STX_NLINK.read(statx), STX_SIZE.read(statx),
                modified, new Status.Ownership(STX_UID.read(statx), STX_GID.read(statx), permissions(mode)));
    }

    /// The device number as `st_dev` has it (`makedev` of glibc and musl).
    static long device(long major, long minor) {
        return (major & 0xFFFFF000L) << 32 | (major & 0xFFFL) << 8 | (minor & 0xFFFFFF00L) << 12 | (minor & 0xFFL);
    }

    private static CField statx(String name, long offset, CField.Kind kind) {
        return new CField("struct statx", name, offset, kind);
    }
}
