package dev.linkwright.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseTag;
import dev.linkwright.reparse.WriteRefusal;
import dev.linkwright.win32.Win32Error;

/// Setting, getting and deleting reparse data, with the checks of FSCTL_SET_REPARSE_POINT in their order:
/// `docs/windows-links.md`, "What may be written".
final class FakeReparse {
    /// What a handle may set.
    enum Right {
        /// Everything.
        ALL,
        /// No symbolic links: the privilege was not enabled when the handle was opened.
        NO_SYMBOLIC_LINKS
    }

    private static final int HEADER = 8;
    private static final int GUID_HEADER = 24;

    private FakeReparse() {}

    static int tag(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    static void set(FakeNode node, byte[] data, Right right) throws FakeRefusal {
        Optional<WriteRefusal> refusal = ReparseBuffer.refusal(data, 0, data.length);
        if (refusal.isPresent()) {
            throw new FakeRefusal(Win32Error.of(refusal.get().error()).orElseThrow());
        }
        ReparseTag tag = new ReparseTag(tag(data));
        if (tag.equals(ReparseTag.MOUNT_POINT) && !(node instanceof FakeFolder)) {
            throw new FakeRefusal(Win32Error.DIRECTORY);
        }
        boolean isSymbolicLink = tag.equals(ReparseTag.SYMLINK);
        if (isSymbolicLink && right == Right.NO_SYMBOLIC_LINKS) {
            throw new FakeRefusal(Win32Error.PRIVILEGE_NOT_HELD);
        }
        if (node instanceof FakeFolder folder && !folder.isEmpty() && !tag.hasDirectoryBit()) {
            throw new FakeRefusal(Win32Error.DIR_NOT_EMPTY);
        }
        if (node instanceof FakeFile file && file.size() > 0 && isSymbolicLink) {
            throw new FakeRefusal(Win32Error.INVALID_REPARSE_DATA);
        }
        requireSameOwner(node, data);
        node.setReparseData(data.clone());
    }

    static byte[] get(FakeNode node) throws FakeRefusal {
        byte[] data = node.reparseData();
        if (data == null) {
            throw new FakeRefusal(Win32Error.NOT_A_REPARSE_POINT);
        }
        return data.clone();
    }

    /// @param header the header of a buffer without data
    static void delete(FakeNode node, byte[] header) throws FakeRefusal {
        boolean size = header.length == HEADER || header.length == GUID_HEADER;
        boolean empty = size && header[4] == 0 && header[5] == 0;
        if (!empty || isWithoutGuid(header)) {
            throw new FakeRefusal(Win32Error.INVALID_REPARSE_DATA);
        }
        if (!new ReparseTag(tag(header)).isValid()) {
            throw new FakeRefusal(Win32Error.REPARSE_TAG_INVALID);
        }
        get(node);
        requireSameOwner(node, header);
        node.setReparseData(null);
    }

    private static boolean isWithoutGuid(byte[] header) {
        return header.length == HEADER && tag(header) >= 0 && new ReparseTag(tag(header)).isValid();
    }

    private static void requireSameOwner(FakeNode node, byte[] data) throws FakeRefusal {
        byte[] present = node.reparseData();
        if (present == null) {
            return;
        }
        if (tag(present) != tag(data)) {
            throw new FakeRefusal(Win32Error.REPARSE_TAG_MISMATCH);
        }
        boolean withGuid = tag(data) >= 0;
        if (withGuid && !Arrays.equals(present, HEADER, GUID_HEADER, data, HEADER, GUID_HEADER)) {
            throw new FakeRefusal(Win32Error.REPARSE_ATTRIBUTE_CONFLICT);
        }
    }
}
