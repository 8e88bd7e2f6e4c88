package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.Capability;
import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;

/// macOS on both architectures: metadata by `fstatat`, listing by `readdir_r`, renames by `renameatx_np`.
///
/// **Not run.** The layouts are those of Apple's headers, and the audit compares them where those are; no Mac has done
/// so yet. Until then it is used only where somebody asks for it.
final class MacOs extends Platform {
    static final int RENAME_SWAP = 0x2;
    static final int RENAME_EXCL = 0x4;
    static final int MNT_RDONLY = 0x1;

    static final CField ST_DEV = stat("st_dev", 0, CField.Kind.S32);
    static final CField ST_MODE = stat("st_mode", 4, CField.Kind.U16);
    static final CField ST_NLINK = stat("st_nlink", 6, CField.Kind.U16);
    static final CField ST_INO = stat("st_ino", 8, CField.Kind.U64);
    static final CField ST_UID = stat("st_uid", 16, CField.Kind.U32);
    static final CField ST_GID = stat("st_gid", 20, CField.Kind.U32);
    static final CField ST_MTIME_SEC = stat("st_mtimespec.tv_sec", 48, CField.Kind.S64);
    static final CField ST_MTIME_NSEC = stat("st_mtimespec.tv_nsec", 56, CField.Kind.S64);
    static final CField ST_SIZE = stat("st_size", 96, CField.Kind.S64);
    static final CField F_FLAGS = new CField("struct statfs", "f_flags", 64, CField.Kind.U32);
    static final CField F_FSTYPENAME = new CField("struct statfs", "f_fstypename", 72, CField.Kind.BYTES);

    /// By the name in `f_fstypename`. A name that is not here is a file system of which nothing is known.
    private static final Map<String, Family> FAMILIES = Map.of("apfs", Family.LOCAL, "hfs", Family.OTHER_NAMES,
            "nfs", Family.NETWORK, "smbfs", Family.FOREIGN_SERVER, "afpfs", Family.FOREIGN_SERVER,
            "webdav", Family.FOREIGN_SERVER, "macfuse", Family.PLAYED, "osxfuse", Family.PLAYED);

    MacOs() {
        super(Numbers.MACOS, new LibC());
    }

    @Override
    List<CFunction> functions() {
        return List.of(LibC.OPENAT, LibC.CLOSE, LibC.LSEEK, LibC.SYMLINKAT, LibC.READLINKAT, LibC.LINKAT,
                LibC.UNLINKAT, LibC.RENAMEAT, MacCalls.FSTATAT, MacCalls.FSTAT, MacCalls.STATFS, MacCalls.FSTATFS,
                MacCalls.FDOPENDIR, MacCalls.READDIR_R, MacCalls.CLOSEDIR, MacCalls.FCNTL, MacCalls.MKDIRAT,
                MacCalls.RENAMEATX_NP);
    }

    @Override
    Optional<Errno> errno(int code) {
        return Errno.onMacOs(code);
    }

    @Override
    Opened openDirectory(Scratch scratch, int dirfd, MemorySegment path, FollowLinks followLinks)
            throws NativeCallException {
        int noFollow = followLinks == FollowLinks.YES ? 0 : numbers.oNofollow();
        int flags = numbers.oDirectory() | numbers.oCloexec() | noFollow;
        return new Opened(calls.openat(scratch, dirfd, path, flags), true);
    }

    @Override
    int openForListing(Scratch scratch, int dirfd, MemorySegment path) throws NativeCallException {
        return calls.openat(scratch, dirfd, path, numbers.oDirectory() | numbers.oCloexec());
    }

    @Override
    void makeDirectory(Scratch scratch, int dirfd, MemorySegment path, int mode) throws NativeCallException {
        MacCalls.mkdirat(scratch, dirfd, path, mode);
    }

    @Override
    Status status(Scratch scratch, int dirfd, MemorySegment path, FollowLinks followLinks)
            throws NativeCallException {
        MacCalls.fstatat(
                scratch, dirfd, path, followLinks == FollowLinks.YES ? 0 : numbers.atSymlinkNofollow());
        return statusIn(scratch.out);
    }

    @Override
    Status status(Scratch scratch, int fd) throws NativeCallException {
        MacCalls.fstat(scratch, fd);
        return statusIn(scratch.out);
    }

    @Override
    LinkCapabilities capabilities(Scratch scratch, int fd) throws NativeCallException {
        MacCalls.fstatfs(scratch, fd);
        return capabilitiesIn(scratch.out);
    }

    @Override
    LinkCapabilities capabilities(Scratch scratch, MemorySegment path) throws NativeCallException {
        MacCalls.statfs(scratch, path);
        return capabilitiesIn(scratch.out);
    }

    @Override
    Optional<LinkPath> pathOf(Scratch scratch, int fd) throws NativeCallException {
        Status held = status(scratch, fd);
        MacCalls.getPath(scratch, fd);
        byte[] text = CText.bytesAt(scratch.out, 0);
        return leadsTo(scratch, text, held) ? Optional.of(LinkPath.ofBytes(PathRules.POSIX, text)) : Optional.empty();
    }

    @Override
    void rename(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath,
            RenameMode mode) throws NativeCallException {
        switch (mode) {
            case REPLACE -> calls.renameat(scratch, oldDirfd, oldPath, newDirfd, newPath);
            case NO_REPLACE -> MacCalls.renameatx(scratch, oldDirfd, oldPath, newDirfd, newPath, RENAME_EXCL);
            case EXCHANGE -> MacCalls.renameatx(scratch, oldDirfd, oldPath, newDirfd, newPath, RENAME_SWAP);
        }
    }

    @Override
    Cursor list(HeldDirectory directory, Runnable atEnd) throws FileSystemException {
        return MacCursor.of(directory, atEnd);
    }

    private static LinkCapabilities capabilitiesIn(MemorySegment statfs) {
        String name = CText.textAt(statfs, F_FSTYPENAME.offset());
        boolean readOnly = (F_FLAGS.read(statfs) & MNT_RDONLY) != 0;
        return FAMILIES.getOrDefault(name, Family.UNKNOWN).capabilities(name)
                .without(Capability.CONTENTS, "the native calls for contents have not been written down for macOS;"
                        + " with -Dlinkwright.system=nio java.nio.file copies, by path instead of by handle")
                .on(name, readOnly ? Set.of("ro") : Set.of());
    }

    private static Status statusIn(MemorySegment stat) {
        int mode = (int) ST_MODE.read(stat);
        FileType type = typeOfMode(mode);
        Identity identity = new Identity(ST_DEV.read(stat), 0, ST_INO.read(stat), 0);
        Instant modified = Instant.ofEpochSecond(ST_MTIME_SEC.read(stat), ST_MTIME_NSEC.read(stat));
        return new Status(type, TargetKind.UNSPECIFIED, 0, identity, ST_NLINK.read(stat), ST_SIZE.read(stat), modified,
                new Status.Ownership(ST_UID.read(stat), ST_GID.read(stat), permissions(mode)));
    }

    private static CField stat(String name, long offset, CField.Kind kind) {
        return new CField("struct stat", name, offset, kind);
    }
}
