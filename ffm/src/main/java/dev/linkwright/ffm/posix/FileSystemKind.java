package dev.linkwright.ffm.posix;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

import dev.linkwright.LinkCapabilities;
import org.jspecify.annotations.Nullable;

/// A type of file system by the number that Linux gives it (`f_type` of `statfs`), and what is known about it.
///
/// Numbers: `linux/magic.h`, statfs(2), and the sources of file systems that are in neither. Which of them rename with
/// `RENAME_NOREPLACE` and `RENAME_EXCHANGE` is in their `rename` operation; renameat2(2) lists the usual ones.
final class FileSystemKind {
    private static final long FUSE = 0x65735546L;

    static final List<FileSystemKind> ALL = List.of(
            new FileSystemKind("ext4", 0xEF53L, Family.LOCAL),
            new FileSystemKind("xfs", 0x58465342L, Family.LOCAL),
            new FileSystemKind("btrfs", 0x9123683EL, Family.LOCAL),
            new FileSystemKind("tmpfs", 0x01021994L, Family.LOCAL),
            new FileSystemKind("overlay", 0x794C7630L, Family.LOCAL),
            new FileSystemKind("f2fs", 0xF2F52010L, Family.LOCAL),
            new FileSystemKind("ramfs", 0x858458F6L, Family.LOCAL),
            new FileSystemKind("bcachefs", 0xCA451A4EL, Family.LOCAL),
            new FileSystemKind("ubifs", 0x24051905L, Family.LOCAL),
            new FileSystemKind("zfs", 0x2FC12FC1L, Family.WITHOUT_EXCHANGE),
            new FileSystemKind("jfs", 0x3153464AL, Family.WITHOUT_EXCHANGE),
            new FileSystemKind("nilfs2", 0x3434L, Family.WITHOUT_EXCHANGE),
            new FileSystemKind("reiserfs", 0x52654973L, Family.WITHOUT_EXCHANGE),
            new FileSystemKind("hfsplus", 0x482BL, Family.OTHER_NAMES),
            new FileSystemKind("ntfs3", 0x7366746EL, Family.TRANSLATING),
            new FileSystemKind("vfat", 0x4D44L, Family.WITHOUT_LINKS),
            new FileSystemKind("exfat", 0x2011BAB0L, Family.WITHOUT_LINKS),
            new FileSystemKind("nfs", 0x6969L, Family.NETWORK),
            new FileSystemKind("ceph", 0x00C36400L, Family.NETWORK),
            new FileSystemKind("afs", 0x5346414FL, Family.NETWORK),
            new FileSystemKind("afs", 0x6B414653L, Family.NETWORK),
            new FileSystemKind("lustre", 0x0BD00BD0L, Family.NETWORK),
            new FileSystemKind("cifs", 0xFF534D42L, Family.FOREIGN_SERVER),
            new FileSystemKind("smb3", 0xFE534D42L, Family.FOREIGN_SERVER),
            new FileSystemKind("fuse", FUSE, Family.PLAYED),
            new FileSystemKind("9p", 0x01021997L, Family.PLAYED),
            new FileSystemKind("vboxsf", 0x786F4256L, Family.PLAYED),
            new FileSystemKind("vmhgfs", 0xBACBACBCL, Family.PLAYED));

    /// `ST_RDONLY`, `ST_NOSYMFOLLOW`: bits of `f_flags`, the mount options that matter to links.
    static final int ST_RDONLY = 0x1;
    static final int ST_NOSYMFOLLOW = 0x2000;

    /// What answers as ntfs-3g does; its type is that of every program that plays a file system.
    private static final FileSystemKind NTFS_3G = new FileSystemKind("ntfs-3g", FUSE, Family.NTFS_3G);

    private static final FileSystemKind UNKNOWN = new FileSystemKind("", 0, Family.UNKNOWN);

    private final String name;
    private final long type;
    private final Family family;
    /// Made at the first question, by mount options: most programs meet one or two of all these.
    private final AtomicReferenceArray<@Nullable LinkCapabilities> capabilities = new AtomicReferenceArray<>(4);

    private FileSystemKind(String name, long type, Family family) {
        this.name = name;
        this.type = type;
        this.family = family;
    }

    /// What is known about a file system of this type that is mounted with these flags; little, if the type is not
    /// known.
    static LinkCapabilities capabilitiesOf(long type, long flags) {
        for (FileSystemKind kind : ALL) {
            if (kind.type == unsigned(type)) {
                return kind.capabilities(flags);
            }
        }
        return UNKNOWN.capabilities(flags);
    }

    /// Whether a program plays the file systems of this type, so that only asking tells what it is.
    static boolean isFuse(long type) {
        return unsigned(type) == FUSE;
    }

    /// What a volume of ntfs-3g can do that is mounted with these flags.
    static LinkCapabilities ofNtfs3g(long flags) {
        return NTFS_3G.capabilities(flags);
    }

    /// Some of the types arrive with their sign extended.
    private static long unsigned(long type) {
        return type & 0xFFFF_FFFFL;
    }

    /// The name by which Linux mounts it.
    String name() {
        return name;
    }

    /// The number.
    long type() {
        return type;
    }

    private LinkCapabilities capabilities(long flags) {
        boolean readOnly = (flags & ST_RDONLY) != 0;
        boolean noSymFollow = (flags & ST_NOSYMFOLLOW) != 0;
        int place = (readOnly ? 1 : 0) + (noSymFollow ? 2 : 0);
        LinkCapabilities known = capabilities.getAcquire(place);
        if (known == null) {
            Set<String> options = new HashSet<>();
            if (readOnly) {
                options.add("ro");
            }
            if (noSymFollow) {
                options.add("nosymfollow");
            }
            known = family.capabilities(name).on(name, options);
            capabilities.setRelease(place, known);
        }
        return known;
    }
}
