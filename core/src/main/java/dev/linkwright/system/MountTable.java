package dev.linkwright.system;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// The mount table of this process on Linux, for one question: where can there be a volume that ntfs-3g plays?
///
/// Its answers to `readlink` are translations of what is stored (`docs/windows-links.md`, "NTFS on Linux"), so whoever
/// wants the stored text has to know where they may come from. Looking into the table now and then is cheaper than
/// asking the file system about every link.
///
/// Thread-safe.
public final class MountTable {
    /// In which the table stands, one mount a line: proc_pid_mountinfo(5).
    public static final String PATH = "/proc/self/mountinfo";

    /// What stands before the type of the file system.
    private static final byte[] SEPARATOR = {' ', '-', ' '};
    private static final byte[] FUSE = {'f', 'u', 's', 'e'};
    private static final byte[] FUSE_ON_A_DEVICE = {'f', 'u', 's', 'e', 'b', 'l', 'k'};
    private static final byte[] NTFS = {'n', 't', 'f', 's'};

    private MountTable() {}

    /// Whether any mount of this process may be a volume that ntfs-3g plays. True if the table cannot be read.
    public static boolean mayHaveNtfs3g() {
        long[] devices = devicesOfNtfs3g();
        return devices == null || devices.length > 0;
    }

    /// The devices (`st_dev`) of all mounts of this process that may be volumes that ntfs-3g plays; null if the table
    /// cannot be read.
    public static long @Nullable [] devicesOfNtfs3g() {
        // Not by Files: a plain command needs no more classes for this than it has loaded anyway.
        try (InputStream table = new FileInputStream(PATH)) {
            return devicesOfNtfs3g(table.readAllBytes());
        } catch (IOException unknown) {
            return null;
        }
    }

    /// The devices of the mounts in a table that have a type by which ntfs-3g mounts: `fuse` for an image, `fuseblk`
    /// for a device, or anything of that family with `ntfs` in its name. (Other programs mount as `fuse.NAME`.)
    static long[] devicesOfNtfs3g(byte[] table) {
        long[] devices = new long[0];
        int line = 0;
        while (line < table.length) {
            int end = indexOf(table, (byte) '\n', line, table.length);
            int type = typeStart(table, line, end);
            if (type >= 0 && isCandidate(table, type, indexOf(table, (byte) ' ', type, end))) {
                devices = Arrays.copyOf(devices, devices.length + 1);
                devices[devices.length - 1] = device(table, line, end);
            }
            line = end + 1;
        }
        return devices;
    }

    /// The third field of a line, `major:minor`, as `stat` tells it.
    private static long device(byte[] table, int line, int end) {
        int parent = indexOf(table, (byte) ' ', line, end) + 1;
        int major = indexOf(table, (byte) ' ', parent, end) + 1;
        int minor = indexOf(table, (byte) ':', major, end) + 1;
        return device(number(table, major, end), number(table, minor, end));
    }

    /// As makedev(3) of the C libraries of Linux puts them together.
    private static long device(long major, long minor) {
        return (major & ~0xFFFL) << 32 | (major & 0xFFF) << 8 | (minor & ~0xFFL) << 12 | (minor & 0xFF);
    }

    private static long number(byte[] table, int from, int to) {
        long number = 0;
        for (int i = from; i < to && table[i] >= '0' && table[i] <= '9'; i++) {
            number = 10 * number + table[i] - '0';
        }
        return number;
    }

    /// Blanks in names are written `\040`, so the separator cannot be in one.
    private static int typeStart(byte[] table, int from, int to) {
        for (int i = from; i + SEPARATOR.length <= to; i++) {
            if (isAt(table, i, to, SEPARATOR)) {
                return i + SEPARATOR.length;
            }
        }
        return -1;
    }

    private static boolean isCandidate(byte[] table, int from, int to) {
        if (!isAt(table, from, to, FUSE)) {
            return false;
        }
        int length = to - from;
        boolean bare = length == FUSE.length
                || (length == FUSE_ON_A_DEVICE.length && isAt(table, from, to, FUSE_ON_A_DEVICE));
        return bare || contains(table, from, to, NTFS);
    }

    private static boolean contains(byte[] table, int from, int to, byte[] word) {
        for (int i = from; i + word.length <= to; i++) {
            if (isAt(table, i, to, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] table, int at, int to, byte[] word) {
        if (to - at < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (table[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] table, byte wanted, int from, int to) {
        int at = from;
        while (at < to && table[at] != wanted) {
            at++;
        }
        return at;
    }
}
