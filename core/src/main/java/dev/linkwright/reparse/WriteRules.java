package dev.linkwright.reparse;

import java.util.Optional;

/// The checks of FSCTL_SET_REPARSE_POINT on the bytes it is given, in its order: `docs/windows-links.md`, "What may be
/// written".
final class WriteRules {
    private WriteRules() {}

    static Optional<WriteRefusal> refusal(byte[] buffer, int offset, int length) {
        if (length < ReparseBuffer.HEADER_SIZE || length > ReparseBuffer.MAX_SIZE) {
            return Optional.of(WriteRefusal.SIZE);
        }
        int tag = LittleEndian.i32(buffer, offset);
        int dataLength = LittleEndian.u16(buffer, offset + 4);
        boolean withGuid = length == dataLength + ReparseBuffer.GUID_HEADER_SIZE;
        if (!withGuid && length != dataLength + ReparseBuffer.HEADER_SIZE) {
            return Optional.of(WriteRefusal.SIZE);
        }
        Optional<WriteRefusal> refusal = withGuid ? guidRefusal(tag, buffer, offset) : plainRefusal(tag);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!new ReparseTag(tag).isValid()) {
            return Optional.of(WriteRefusal.TAG_RESERVED);
        }
        int data = offset + ReparseBuffer.HEADER_SIZE;
        return switch (tag) {
            case KnownTags.MOUNT_POINT -> mountPointRefusal(buffer, data, dataLength);
            case KnownTags.SYMLINK -> symlinkRefusal(buffer, data, dataLength);
            default -> Optional.empty();
        };
    }

    private static Optional<WriteRefusal> plainRefusal(int tag) {
        return tag < 0 ? Optional.empty() : Optional.of(WriteRefusal.GUID_MISSING);
    }

    private static Optional<WriteRefusal> guidRefusal(int tag, byte[] buffer, int offset) {
        if (tag == KnownTags.SYMLINK || tag == KnownTags.MOUNT_POINT) {
            return Optional.of(WriteRefusal.GUID_UNEXPECTED);
        }
        int guid = offset + ReparseBuffer.HEADER_SIZE;
        boolean zero = (LittleEndian.i64(buffer, guid) | LittleEndian.i64(buffer, guid + 8)) == 0;
        return tag >= 0 && zero ? Optional.of(WriteRefusal.GUID_NULL) : Optional.empty();
    }

    private static Optional<WriteRefusal> mountPointRefusal(byte[] buffer, int data, int dataLength) {
        if (dataLength < LinkNames.MOUNT_POINT_FIELDS) {
            return Optional.of(WriteRefusal.MOUNT_POINT_LAYOUT);
        }
        int substituteOffset = LittleEndian.u16(buffer, data);
        int substituteLength = LittleEndian.u16(buffer, data + 2);
        int printOffset = LittleEndian.u16(buffer, data + 4);
        int printLength = LittleEndian.u16(buffer, data + 6);
        boolean asWindows = substituteOffset == 0 && printOffset == substituteLength + 2
                && dataLength == LinkNames.MOUNT_POINT_FIELDS + substituteLength + printLength + 4
                && ((substituteLength | printLength) & 1) == 0;
        return asWindows ? Optional.empty() : Optional.of(WriteRefusal.MOUNT_POINT_LAYOUT);
    }

    private static Optional<WriteRefusal> symlinkRefusal(byte[] buffer, int data, int dataLength) {
        if (dataLength < LinkNames.SYMLINK_FIELDS) {
            return Optional.of(WriteRefusal.SYMLINK_LAYOUT);
        }
        int substituteOffset = LittleEndian.u16(buffer, data);
        int substituteLength = LittleEndian.u16(buffer, data + 2);
        int printOffset = LittleEndian.u16(buffer, data + 4);
        int printLength = LittleEndian.u16(buffer, data + 6);
        if (substituteLength == 0) {
            return Optional.of(WriteRefusal.SUBSTITUTE_NAME_EMPTY);
        }
        if (printLength == 0) {
            return Optional.of(WriteRefusal.PRINT_NAME_EMPTY);
        }
        int names = dataLength - LinkNames.SYMLINK_FIELDS;
        boolean inside = substituteOffset + substituteLength <= names && printOffset + printLength <= names;
        boolean even = ((substituteOffset | substituteLength | printOffset | printLength) & 1) == 0;
        return inside && even ? Optional.empty() : Optional.of(WriteRefusal.SYMLINK_LAYOUT);
    }
}
