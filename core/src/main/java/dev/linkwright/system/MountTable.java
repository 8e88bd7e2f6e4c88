package dev.linkwright.system;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The mount table of this process on Linux, for one question: can there be a volume that ntfs-3g plays?
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
        // Not by Files: a plain command needs no more classes for this than it has loaded anyway.
        try (InputStream table = new FileInputStream(PATH)) {
            return mayHaveNtfs3g(table.readAllBytes());
        } catch (IOException unknown) {
            return true;
        }
    }

    /// Whether one of the mounts in a table has a type by which ntfs-3g mounts: `fuse` for an image, `fuseblk` for a
    /// device, or anything of that family with `ntfs` in its name. (Other programs mount as `fuse.NAME`.)
    public static boolean mayHaveNtfs3g(byte[] table) {
        int line = 0;
        while (line < table.length) {
            int end = indexOf(table, (byte) '\n', line, table.length);
            int type = typeStart(table, line, end);
            if (type >= 0 && isCandidate(table, type, indexOf(table, (byte) ' ', type, end))) {
                return true;
            }
            line = end + 1;
        }
        return false;
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
