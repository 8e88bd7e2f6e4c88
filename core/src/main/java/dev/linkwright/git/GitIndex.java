package dev.linkwright.git;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/// The index of a work tree of git: what stands where in it, versions 2, 3 and 4, with names of objects by SHA-1 and by
/// SHA-256. Made from bytes that nobody vouches for; it takes no more memory than these and one path.
///
/// Not read: an index that is split (the extension `link`: most entries are in another file), and one with an extension
/// that is unknown here and that git says must be understood.
///
/// Source of the format: the page `gitformat-index` of git's documentation. Immutable and thread-safe.
public final class GitIndex {
    private static final int SIGNATURE = 0x4449_5243; // DIRC
    private static final int SHARED_ENTRIES = 0x6C69_6E6B; // link
    private static final int SPARSE_DIRECTORIES = 0x7364_6972; // sdir
    private static final int EXTENSION_HEADER = 2 * Integer.BYTES;

    static final int HEADER = 3 * Integer.BYTES;

    private final byte[] bytes;
    private final int version;
    private final long count;
    private final ObjectFormat format;

    private GitIndex(byte[] bytes, int version, long count, ObjectFormat format) {
        this.bytes = bytes;
        this.version = version;
        this.count = count;
        this.format = format;
    }

    /// The index that these bytes are. The array is not copied: it must not change.
    ///
    /// @throws MalformedIndexException if they are none, or one that is not read here
    public static GitIndex of(byte[] bytes) throws MalformedIndexException {
        if (bytes.length < HEADER || intAt(bytes, 0) != SIGNATURE) {
            throw new MalformedIndexException("it does not begin as an index of git does");
        }
        int version = intAt(bytes, Integer.BYTES);
        if (version < IndexEntries.OLDEST || version > IndexEntries.NEWEST) {
            throw new MalformedIndexException("version " + Integer.toUnsignedString(version) + " is not known");
        }
        long count = Integer.toUnsignedLong(intAt(bytes, 2 * Integer.BYTES));
        GitIndex index = new GitIndex(bytes, version, count, formatOf(bytes));
        index.requireWhole();
        return index;
    }

    /// How the objects of the repository are named, as the hash at the end shows.
    public ObjectFormat format() {
        return format;
    }

    /// What should be symbolic links, in the order of the index: sorted, none twice. Left out is what is in conflict.
    public Stream<IndexedLink> links() {
        Iterable<IndexedLink> iterable = Links::new;
        return StreamSupport.stream(iterable.spliterator(), false);
    }

    /// Where nothing was hashed (`index.skipHash`) there are zeros.
    private static ObjectFormat formatOf(byte[] bytes) throws MalformedIndexException {
        for (ObjectFormat each : ObjectFormat.values()) {
            int end = bytes.length - each.size();
            if (end >= HEADER && Arrays.equals(each.hash(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
                return each;
            }
        }
        if (endsWithZeros(bytes, ObjectFormat.SHA256.size())) {
            return ObjectFormat.SHA256;
        }
        if (endsWithZeros(bytes, ObjectFormat.SHA1.size())) {
            return ObjectFormat.SHA1;
        }
        throw new MalformedIndexException("the hash at its end is not that of its contents");
    }

    private static boolean endsWithZeros(byte[] bytes, int number) {
        int end = bytes.length - number;
        return end >= HEADER && Arrays.equals(new byte[number], Arrays.copyOfRange(bytes, end, bytes.length));
    }

    private IndexEntries entries() {
        return new IndexEntries(bytes, version, bytes.length - format.size(), format.size());
    }

    /// All entries and extensions, up to the hash.
    private void requireWhole() throws MalformedIndexException {
        IndexEntries entries = entries();
        for (long i = 0; i < count; i++) {
            entries.next();
        }
        int end = bytes.length - format.size();
        int at = entries.position();
        while (at < end) {
            if (end - at < EXTENSION_HEADER) {
                throw new MalformedIndexException("an extension ends in the middle");
            }
            requireKnown(intAt(bytes, at));
            long size = Integer.toUnsignedLong(intAt(bytes, at + Integer.BYTES));
            at += EXTENSION_HEADER;
            if (size > end - at) {
                throw new MalformedIndexException("an extension is longer than the index");
            }
            at += (int) size;
        }
    }

    /// An extension whose signature begins with a capital letter can be passed over.
    private static void requireKnown(int signature) throws MalformedIndexException {
        int first = signature >>> (3 * Byte.SIZE);
        boolean isOptional = first >= 'A' && first <= 'Z';
        if (signature == SHARED_ENTRIES) {
            throw new MalformedIndexException("the index is split, and the shared part is not read");
        }
        if (!isOptional && signature != SPARSE_DIRECTORIES) {
            throw new MalformedIndexException("it has an extension that is not known");
        }
    }

    static int intAt(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << (3 * Byte.SIZE)) | ((bytes[at + 1] & 0xFF) << (2 * Byte.SIZE))
                | ((bytes[at + 2] & 0xFF) << Byte.SIZE) | (bytes[at + 3] & 0xFF);
    }

    /// Reads the entries once more: they have been found to be well-formed.
    private final class Links implements Iterator<IndexedLink> {
        private final IndexEntries entries = entries();
        private long done;
        private @Nullable IndexedLink next;

        @Override
        public boolean hasNext() {
            try {
                while (next == null && done < count) {
                    entries.next();
                    done++;
                    next = entries.link();
                }
            } catch (MalformedIndexException e) {
                throw new IllegalStateException("the bytes of the index have been changed", e);
            }
            return next != null;
        }

        @Override
        public IndexedLink next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException("no more links");
            }
            IndexedLink link = next;
            next = null;
            return link;
        }
    }
}
