package dev.linkwright.reparse;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The 32-bit tag that says what kind of reparse point an object is.
///
/// Source: MS-FSCC 2.1.2.1; `docs/windows-links.md`, "Tags".
///
/// @param value the tag as an unsigned 32-bit number
public record ReparseTag(int value) {
    /// A symbolic link to a file or a directory.
    public static final ReparseTag SYMLINK = new ReparseTag(KnownTags.SYMLINK);

    /// A junction or a volume mount point.
    public static final ReparseTag MOUNT_POINT = new ReparseTag(KnownTags.MOUNT_POINT);

    /// A symbolic link made by the Windows Subsystem for Linux.
    public static final ReparseTag LX_SYMLINK = new ReparseTag(KnownTags.LX_SYMLINK);

    /// An app execution alias of the Microsoft Store.
    public static final ReparseTag APPEXECLINK = new ReparseTag(KnownTags.APPEXECLINK);

    /// A special file or symbolic link made by the Windows NFS server.
    public static final ReparseTag NFS = new ReparseTag(KnownTags.NFS);

    /// A file compressed by, or kept in an image by, the Windows overlay filter.
    public static final ReparseTag WOF = new ReparseTag(KnownTags.WOF);

    private static final int MICROSOFT = 1 << 31;
    private static final int RESERVED = 1 << 30;
    private static final int NAME_SURROGATE = 1 << 29;
    private static final int DIRECTORY = 1 << 28;
    private static final int VALID_BITS = 0xF000FFFF;
    private static final int LAST_RESERVED_VALUE = 1;
    private static final int CLOUD = 0x9000001A;
    private static final int CLOUD_MASK = 0x0000F000;

    /// The tags that MS-FSCC names, 55 of them, in the order of their low twelve bits. Unmodifiable.
    public static List<ReparseTag> known() {
        return KnownTags.all();
    }

    /// The name of the tag in the Windows headers, such as `IO_REPARSE_TAG_SYMLINK`; empty for a tag that MS-FSCC does
    /// not name.
    public Optional<String> name() {
        return KnownTags.name(this);
    }

    /// Whether Microsoft owns the tag (bit 31). Buffers of all other tags carry a GUID in their header.
    public boolean isMicrosoft() {
        return (value & MICROSOFT) != 0;
    }

    /// Whether bit 30 is set. It is reserved, once meant "slow to open", and must be clear in tags of others than
    /// Microsoft.
    public boolean hasReservedBit() {
        return (value & RESERVED) != 0;
    }

    /// Whether the object stands for another one (bit 29): whoever walks a tree does not descend into it.
    public boolean isNameSurrogate() {
        return (value & NAME_SURROGATE) != 0;
    }

    /// Whether bit 28 is set: a directory with this tag may have children. It does not say that the object is one.
    public boolean hasDirectoryBit() {
        return (value & DIRECTORY) != 0;
    }

    /// Whether this is one of the sixteen tags of cloud files, which are ordinary files and directories for a walker
    /// and are never written by anybody but the sync engine.
    public boolean isCloud() {
        return (value & ~CLOUD_MASK) == CLOUD;
    }

    /// Whether Windows lets a tag like this be set: neither 0 nor 1, and none of the bits 16 to 27.
    public boolean isValid() {
        return (value & ~VALID_BITS) == 0 && !isReservedValue(value);
    }

    /// 0 stands for "no reparse point", 1 is reserved.
    static boolean isReservedValue(int value) {
        return Integer.compareUnsigned(value, LAST_RESERVED_VALUE) <= 0;
    }

    /// The tag in hexadecimal, such as `0xA000000C`.
    @Override
    public String toString() {
        return "0x" + HexFormat.of().withUpperCase().toHexDigits(value);
    }
}
