package dev.linkwright.git;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// Goes through the entries of an index, one by one, in memory that is used again.
final class IndexEntries {
    static final int OLDEST = 2;
    static final int NEWEST = 4;

    private static final int WITH_MORE_FLAGS = 3;
    private static final int WITH_PREFIXES = 4;

    /// Two times of 8 bytes, device and inode, are of no use here; then the mode.
    private static final int MODE = 24;
    /// User, group and size follow the mode.
    private static final int OBJECT = 40;
    private static final int SYMBOLIC_LINK = 0xA000;
    private static final int MORE_FLAGS = 0x4000;
    private static final int STAGE = 0x3000;
    private static final int LENGTH = 0x0FFF;
    /// Of a number of any length each byte has seven bits; the eighth says that more follow.
    private static final int BITS = 7;
    private static final int DIGIT = 0x7F;
    private static final int ALIGNMENT = 8;
    /// What git itself takes: its paths go through those of the system.
    private static final int LONGEST_PATH = 4096;
    private static final int FEWEST_PATH_BYTES = 256;
    private static final byte[] GIT = {'.', 'g', 'i', 't'};

    private final byte[] bytes;
    private final int version;
    private final int end;
    private final int objectSize;
    private int position = GitIndex.HEADER;
    private int start;
    private int flags;
    private byte[] path = new byte[FEWEST_PATH_BYTES];
    private int length;
    private byte[] before = new byte[FEWEST_PATH_BYTES];
    private int lengthBefore;
    private int stageBefore = -1;

    /// @param end where the hash begins
    IndexEntries(byte[] bytes, int version, int end, int objectSize) {
        this.bytes = bytes;
        this.version = version;
        this.end = end;
        this.objectSize = objectSize;
    }

    /// Behind the last entry.
    int position() {
        return position;
    }

    /// Goes to the next entry.
    ///
    /// @throws MalformedIndexException if there is none, or none that git would have written
    void next() throws MalformedIndexException {
        start = position;
        int fixed = OBJECT + objectSize;
        require(end - start >= fixed + Short.BYTES, "it has fewer entries than it says, or is cut off");
        flags = shortAt(start + fixed);
        int name = start + fixed + Short.BYTES;
        if ((flags & MORE_FLAGS) != 0) {
            require(version >= WITH_MORE_FLAGS, "an entry has flags that its version does not know");
            name += Short.BYTES;
        }
        byte[] kept = before;
        before = path;
        lengthBefore = length;
        path = kept;
        if (version >= WITH_PREFIXES) {
            readSuffix(name);
        } else {
            readPath(name);
        }
        require(length > 0, "an entry has no path, as in an index that is split, which is not read");
        requireOrder();
        requireInside();
    }

    /// The current entry if it should be a symbolic link; null if it is something else or in conflict.
    @Nullable
    IndexedLink link() {
        boolean isLink = GitIndex.intAt(bytes, start + MODE) == SYMBOLIC_LINK && (flags & STAGE) == 0;
        return isLink
                ? new IndexedLink(Arrays.copyOf(path, length),
                        Arrays.copyOfRange(bytes, start + OBJECT, start + OBJECT + objectSize))
                : null;
    }

    /// The path up to a zero byte, then zeros up to a multiple of eight bytes.
    private void readPath(int name) throws MalformedIndexException {
        int zero = zeroFrom(name);
        take(0, name, zero);
        position = start + (zero - start + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
        require(position <= end, "an entry is cut off");
    }

    /// How many bytes of the path before are left out at its end, then what takes their place, up to a zero byte.
    private void readSuffix(int name) throws MalformedIndexException {
        int at = name;
        long left = 0;
        boolean isMore = true;
        for (boolean isFirst = true; isMore; isFirst = false) {
            require(at < end, "an entry is cut off");
            int next = bytes[at++] & 0xFF;
            left = ((isFirst ? 0 : left + 1) << BITS) | (next & DIGIT);
            require(left <= lengthBefore, "a path leaves out more than there is");
            isMore = next > DIGIT;
        }
        int zero = zeroFrom(at);
        take(lengthBefore - (int) left, at, zero);
        position = zero + 1;
    }

    private int zeroFrom(int from) throws MalformedIndexException {
        int at = from;
        while (at < end && bytes[at] != 0) {
            require(at - from <= LONGEST_PATH, "a path is too long");
            at++;
        }
        require(at < end, "an entry is cut off");
        return at;
    }

    /// The path is the beginning of the one before, and a part of the index.
    private void take(int prefix, int from, int to) throws MalformedIndexException {
        length = prefix + to - from;
        require(length <= LONGEST_PATH, "a path is too long");
        int told = flags & LENGTH;
        require(told == Math.min(length, LENGTH), "a path has not the length that is told");
        if (path.length < length) {
            path = new byte[Math.max(length, Math.min(2 * path.length, LONGEST_PATH))];
        }
        System.arraycopy(before, 0, path, 0, prefix);
        System.arraycopy(bytes, from, path, prefix, to - from);
    }

    /// Paths ascend; only what is in conflict is there several times, by its stages.
    private void requireOrder() throws MalformedIndexException {
        int stage = flags & STAGE;
        int order = Arrays.compareUnsigned(before, 0, lengthBefore, path, 0, length);
        boolean isFirst = start == GitIndex.HEADER;
        require(isFirst || order < 0 || (order == 0 && stageBefore < stage), "its entries are not in order");
        stageBefore = stage;
    }

    /// As git itself: no name that is empty, leads elsewhere or into the repository. What stands for a whole directory
    /// of a sparse index has a `/` at its end.
    private void requireInside() throws MalformedIndexException {
        int end = path[length - 1] == '/' ? length - 1 : length;
        int from = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || path[i] == '/') {
                require(!leadsElsewhere(from, i), "a path leads out of the work tree or into the repository");
                from = i + 1;
            }
        }
        boolean isLink = GitIndex.intAt(bytes, start + MODE) == SYMBOLIC_LINK;
        require(end == length || !isLink, "a link has the path of a directory");
    }

    private boolean leadsElsewhere(int from, int to) {
        int size = to - from;
        if (size == 0 || (size <= 2 && path[from] == '.' && path[to - 1] == '.')) {
            return true;
        }
        boolean isGit = size == GIT.length;
        for (int i = 0; isGit && i < size; i++) {
            isGit = (path[from + i] | (i == 0 ? 0 : 0x20)) == GIT[i];
        }
        return isGit;
    }

    private int shortAt(int at) {
        return ((bytes[at] & 0xFF) << Byte.SIZE) | (bytes[at + 1] & 0xFF);
    }

    private static void require(boolean isSo, String otherwise) throws MalformedIndexException {
        if (!isSo) {
            throw new MalformedIndexException(otherwise);
        }
    }
}
