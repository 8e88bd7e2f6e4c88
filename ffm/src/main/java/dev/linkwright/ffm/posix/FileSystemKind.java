package dev.linkwright.ffm.posix;

import java.util.List;

import dev.linkwright.LinkCapabilities;
import org.jspecify.annotations.Nullable;

/// A type of file system by the number that Linux gives it (`f_type` of `statfs`), and what is known about it.
///
/// Numbers: `linux/magic.h`, statfs(2), and the sources of file systems that are in neither. Which of them rename with
/// `RENAME_NOREPLACE` and `RENAME_EXCHANGE` is in their `rename` operation; renameat2(2) lists the usual ones.
final class FileSystemKind {
    static final List<FileSystemKind> ALL = List.of(
            new FileSystemKind("ext4", 0xEF53L, Family.LOCAL),
            new FileSystemKind("XFS", 0x58465342L, Family.LOCAL),
            new FileSystemKind("Btrfs", 0x9123683EL, Family.LOCAL),
            new FileSystemKind("tmpfs", 0x01021994L, Family.LOCAL),
            new FileSystemKind("overlayfs", 0x794C7630L, Family.LOCAL),
            new FileSystemKind("F2FS", 0xF2F52010L, Family.LOCAL),
            new FileSystemKind("ramfs", 0x858458F6L, Family.LOCAL),
            new FileSystemKind("bcachefs", 0xCA451A4EL, Family.LOCAL),
            new FileSystemKind("UBIFS", 0x24051905L, Family.LOCAL),
            new FileSystemKind("ZFS", 0x2FC12FC1L, Family.WITHOUT_EXCHANGE),
            new FileSystemKind("JFS", 0x3153464AL, Family.WITHOUT_EXCHANGE),
            new FileSystemKind("NILFS", 0x3434L, Family.WITHOUT_EXCHANGE),
            new FileSystemKind("ReiserFS", 0x52654973L, Family.WITHOUT_EXCHANGE),
            new FileSystemKind("HFS+", 0x482BL, Family.OTHER_NAMES),
            new FileSystemKind("NTFS (ntfs3)", 0x7366746EL, Family.TRANSLATING),
            new FileSystemKind("FAT", 0x4D44L, Family.WITHOUT_LINKS),
            new FileSystemKind("exFAT", 0x2011BAB0L, Family.WITHOUT_LINKS),
            new FileSystemKind("NFS", 0x6969L, Family.NETWORK),
            new FileSystemKind("Ceph", 0x00C36400L, Family.NETWORK),
            new FileSystemKind("AFS", 0x5346414FL, Family.NETWORK),
            new FileSystemKind("AFS", 0x6B414653L, Family.NETWORK),
            new FileSystemKind("Lustre", 0x0BD00BD0L, Family.NETWORK),
            new FileSystemKind("SMB", 0xFF534D42L, Family.FOREIGN_SERVER),
            new FileSystemKind("SMB", 0xFE534D42L, Family.FOREIGN_SERVER),
            new FileSystemKind("FUSE", 0x65735546L, Family.PLAYED),
            new FileSystemKind("9p", 0x01021997L, Family.PLAYED),
            new FileSystemKind("vboxsf", 0x786F4256L, Family.PLAYED),
            new FileSystemKind("vmhgfs", 0xBACBACBCL, Family.PLAYED));

    private final String title;
    private final long type;
    private final Family family;
    /// Made at the first question: most programs meet one or two kinds.
    private @Nullable LinkCapabilities capabilities;

    private FileSystemKind(String title, long type, Family family) {
        this.title = title;
        this.type = type;
        this.family = family;
    }

    /// What is known about a file system of this type; little, if the type is not known.
    static LinkCapabilities capabilitiesOf(long type) {
        // Some of the numbers arrive with their sign extended.
        long unsigned = type & 0xFFFF_FFFFL;
        for (FileSystemKind kind : ALL) {
            if (kind.type == unsigned) {
                return kind.capabilities();
            }
        }
        return Family.UNKNOWN.capabilities("a file system of type 0x" + Long.toHexString(unsigned));
    }

    private LinkCapabilities capabilities() {
        LinkCapabilities known = capabilities;
        if (known == null) {
            known = family.capabilities(title);
            capabilities = known;
        }
        return known;
    }
}
