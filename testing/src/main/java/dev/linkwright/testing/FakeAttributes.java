package dev.linkwright.testing;

import dev.linkwright.FileType;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseTag;

/// What the attributes and the reparse tag of an object tell on Windows.
final class FakeAttributes {
    private static final int READONLY = 0x1;
    private static final int DIRECTORY = 0x10;
    private static final int ARCHIVE = 0x20;
    private static final int REPARSE_POINT = 0x400;
    private static final int RECALL_ON_OPEN = 0x0004_0000;

    private FakeAttributes() {}

    /// `FILE_ATTRIBUTE_…`.
    static int of(FakeNode node) {
        int attributes = node instanceof FakeFolder ? DIRECTORY : ARCHIVE;
        attributes |= node.isReparsePoint() ? REPARSE_POINT : 0;
        attributes |= node.isRecalledOnOpen() ? RECALL_ON_OPEN : 0;
        return attributes | (node.isReadOnly() ? READONLY : 0);
    }

    /// The reparse tag; 0 if there is none.
    static int tag(FakeNode node) {
        byte[] data = node.reparseData();
        return data == null ? 0 : FakeReparse.tag(data);
    }

    /// Both as one number: the tag in the upper 32 bits.
    static long withTag(FakeNode node) {
        return (long) tag(node) << Integer.SIZE | of(node);
    }

    /// Whether it stands for something else.
    static boolean isNameSurrogate(FakeNode node) {
        return new ReparseTag(tag(node)).isNameSurrogate();
    }

    static boolean isSymbolicLink(FakeNode node) {
        return tag(node) == ReparseTag.SYMLINK.value();
    }

    static FileType type(FakeNode node) {
        if (isSymbolicLink(node)) {
            return FileType.SYMBOLIC_LINK;
        }
        if (isNameSurrogate(node)) {
            return FileType.REPARSE_POINT;
        }
        return switch (tag(node)) {
            case 0x80000023 -> FileType.SOCKET;
            case 0x80000024 -> FileType.FIFO;
            case 0x80000025 -> FileType.CHARACTER_DEVICE;
            case 0x80000026 -> FileType.BLOCK_DEVICE;
            default -> node instanceof FakeFolder ? FileType.DIRECTORY : FileType.FILE;
        };
    }

    static TargetKind kind(FakeNode node) {
        if (!isSymbolicLink(node)) {
            return TargetKind.UNSPECIFIED;
        }
        return node instanceof FakeFolder ? TargetKind.DIRECTORY : TargetKind.FILE;
    }
}
