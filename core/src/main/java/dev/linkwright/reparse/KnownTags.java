package dev.linkwright.reparse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The tags of MS-FSCC 2.1.2.1: the numbers of those whose data are understood, and the names of all.
final class KnownTags {
    static final int MOUNT_POINT = 0xA0000003;
    static final int SYMLINK = 0xA000000C;
    static final int NFS = 0x80000014;
    static final int WOF = 0x80000017;
    static final int APPEXECLINK = 0x8000001B;
    static final int LX_SYMLINK = 0xA000001D;

    private static final Map<ReparseTag, String> NAMES = new LinkedHashMap<>();
    private static final List<ReparseTag> ALL;

    static {
        name(0x00000000, "RESERVED_ZERO");
        name(0x00000001, "RESERVED_ONE");
        name(0x00000002, "RESERVED_TWO");
        name(MOUNT_POINT, "MOUNT_POINT");
        name(0xC0000004, "HSM");
        name(0x80000005, "DRIVE_EXTENDER");
        name(0x80000006, "HSM2");
        name(0x80000007, "SIS");
        name(0x80000008, "WIM");
        name(0x80000009, "CSV");
        name(0x8000000A, "DFS");
        name(0x8000000B, "FILTER_MANAGER");
        name(SYMLINK, "SYMLINK");
        name(0xA0000010, "IIS_CACHE");
        name(0x80000012, "DFSR");
        name(0x80000013, "DEDUP");
        name(NFS, "NFS");
        name(0xC0000014, "APPXSTRM");
        name(0x80000015, "FILE_PLACEHOLDER");
        name(0x80000016, "DFM");
        name(WOF, "WOF");
        name(0x80000018, "WCI");
        name(0x90001018, "WCI_1");
        name(0xA0000019, "GLOBAL_REPARSE");
        name(0x9000001A, "CLOUD");
        for (int i = 1; i < 16; i++) {
            name(0x9000001A | (i << 12), "CLOUD_" + Integer.toHexString(i).toUpperCase(Locale.ROOT));
        }
        name(APPEXECLINK, "APPEXECLINK");
        name(0x9000001C, "PROJFS");
        name(LX_SYMLINK, "LX_SYMLINK");
        name(0x8000001E, "STORAGE_SYNC");
        name(0xA000001F, "WCI_TOMBSTONE");
        name(0x80000020, "UNHANDLED");
        name(0x80000021, "ONEDRIVE");
        name(0xA0000022, "PROJFS_TOMBSTONE");
        name(0x80000023, "AF_UNIX");
        name(0x80000024, "LX_FIFO");
        name(0x80000025, "LX_CHR");
        name(0x80000026, "LX_BLK");
        name(0x90000027, "STORAGE_SYNC_FOLDER");
        name(0xA0000027, "WCI_LINK");
        name(0xA0001027, "WCI_LINK_1");
        ALL = List.copyOf(NAMES.keySet());
    }

    private KnownTags() {}

    private static void name(int value, String name) {
        NAMES.put(new ReparseTag(value), "IO_REPARSE_TAG_" + name);
    }

    static List<ReparseTag> all() {
        return ALL;
    }

    static Optional<String> name(ReparseTag tag) {
        return Optional.ofNullable(NAMES.get(tag));
    }
}
