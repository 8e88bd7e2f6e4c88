package dev.linkwright.tree;

import java.util.Arrays;

import dev.linkwright.Name;

/// Names in the order in which they came, in one array: of a directory with a million sub-directories nothing but the
/// bytes of their names is kept.
final class NameList {
    private static final byte[] NONE = {};
    private static final int PREFIX = Integer.BYTES;
    private static final int FIRST_CAPACITY = 256;

    private byte[] bytes = NONE;
    private int end;
    private int next;

    /// Adds one that is to be entered as the directory that it is, or as a link.
    void add(Name name, boolean isLink) {
        int length = name.length();
        int newEnd = Math.addExact(end, length + PREFIX);
        if (newEnd > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(newEnd, Math.max(FIRST_CAPACITY, bytes.length + bytes.length / 2)));
        }
        int prefix = (length << 1) | (isLink ? 1 : 0);
        for (int i = 0; i < PREFIX; i++) {
            bytes[end + i] = (byte) (prefix >>> (i * Byte.SIZE));
        }
        name.copyTo(bytes, end + PREFIX);
        end = newEnd;
    }

    boolean isEmpty() {
        return next == end;
    }

    /// Whether the next one was added as a link.
    boolean nextIsLink() {
        return (bytes[next] & 1) != 0;
    }

    /// Takes the next one.
    Name take() {
        int start = next + PREFIX;
        int length = prefix() >>> 1;
        next = start + length;
        Name name = Name.ofBytes(bytes, start, next);
        if (isEmpty()) {
            clear();
        }
        return name;
    }

    void clear() {
        bytes = NONE;
        end = 0;
        next = 0;
    }

    private int prefix() {
        int prefix = 0;
        for (int i = 0; i < PREFIX; i++) {
            prefix |= (bytes[next + i] & 0xFF) << (i * Byte.SIZE);
        }
        return prefix;
    }
}
