package dev.linkwright.reparse;

import java.util.Arrays;

/// The names of symbolic links and mount points: four numbers, for a symbolic link flags, then both names.
///
/// Decoding allocates the record, one array for the units of the longer name, and the names themselves; both names are
/// one string where their bytes are equal, as in every relative link that Windows made.
final class LinkNames {
    /// Bytes of data before the names of a mount point.
    static final int MOUNT_POINT_FIELDS = 8;

    /// Bytes of data before the names of a symbolic link.
    static final int SYMLINK_FIELDS = MOUNT_POINT_FIELDS + 4;

    /// Where the numbers stand in the buffer: an offset from the start of the names and a length for each name.
    private static final int SUBSTITUTE_NAME = ReparseBuffer.HEADER_SIZE;
    private static final int PRINT_NAME = SUBSTITUTE_NAME + 4;
    private static final int FLAGS = SUBSTITUTE_NAME + MOUNT_POINT_FIELDS;

    private static final int FLAG_RELATIVE = 1;
    private static final int NUL_SIZE = 2;

    private LinkNames() {}

    static ReparseData.SymbolicLink symbolicLink(byte[] bytes, int buffer, int dataLength)
            throws MalformedReparseBufferException {
        requireNames(bytes, buffer, dataLength, SYMLINK_FIELDS);
        int names = buffer + ReparseBuffer.HEADER_SIZE + SYMLINK_FIELDS;
        char[] scratch = scratch(bytes, buffer);
        String substituteName = name(bytes, buffer + SUBSTITUTE_NAME, names, scratch);
        String printName = printName(bytes, buffer, names, scratch, substituteName);
        boolean relative = (LittleEndian.i32(bytes, buffer + FLAGS) & FLAG_RELATIVE) != 0;
        return new ReparseData.SymbolicLink(substituteName, printName, relative);
    }

    static ReparseData.MountPoint mountPoint(byte[] bytes, int buffer, int dataLength)
            throws MalformedReparseBufferException {
        requireNames(bytes, buffer, dataLength, MOUNT_POINT_FIELDS);
        int names = buffer + ReparseBuffer.HEADER_SIZE + MOUNT_POINT_FIELDS;
        char[] scratch = scratch(bytes, buffer);
        String substituteName = name(bytes, buffer + SUBSTITUTE_NAME, names, scratch);
        return new ReparseData.MountPoint(substituteName, printName(bytes, buffer, names, scratch, substituteName));
    }

    private static void requireNames(byte[] bytes, int buffer, int dataLength, int fields)
            throws MalformedReparseBufferException {
        Payloads.requireLength(dataLength, fields, "fixed fields");
        requireName(bytes, buffer, SUBSTITUTE_NAME, dataLength - fields);
        requireName(bytes, buffer, PRINT_NAME, dataLength - fields);
    }

    private static void requireName(byte[] bytes, int buffer, int field, int namesLength)
            throws MalformedReparseBufferException {
        int offset = LittleEndian.u16(bytes, buffer + field);
        int length = LittleEndian.u16(bytes, buffer + field + 2);
        String name = field == PRINT_NAME ? "print name" : "substitute name";
        if (offset % 2 != 0) {
            throw new MalformedReparseBufferException(field, "an even offset of the " + name, "offset " + offset);
        }
        if (length % 2 != 0) {
            throw new MalformedReparseBufferException(field + 2, "an even length of the " + name, "length " + length);
        }
        if (offset + length > namesLength) {
            throw new MalformedReparseBufferException(field, "a " + name + " inside the " + namesLength
                    + " bytes of names", "offset " + offset + " and length " + length);
        }
    }

    private static char[] scratch(byte[] bytes, int buffer) {
        int longer = Math.max(nameLength(bytes, buffer + SUBSTITUTE_NAME), nameLength(bytes, buffer + PRINT_NAME));
        return new char[longer / 2];
    }

    private static int nameStart(byte[] bytes, int field, int names) {
        return names + LittleEndian.u16(bytes, field);
    }

    private static int nameLength(byte[] bytes, int field) {
        return LittleEndian.u16(bytes, field + 2);
    }

    private static String name(byte[] bytes, int field, int names, char[] scratch) {
        return LittleEndian.units(bytes, nameStart(bytes, field, names), nameLength(bytes, field), scratch);
    }

    private static String printName(byte[] bytes, int buffer, int names, char[] scratch, String substituteName) {
        int substitute = nameStart(bytes, buffer + SUBSTITUTE_NAME, names);
        int print = nameStart(bytes, buffer + PRINT_NAME, names);
        boolean same = Arrays.equals(bytes, substitute, substitute + nameLength(bytes, buffer + SUBSTITUTE_NAME),
                bytes, print, print + nameLength(bytes, buffer + PRINT_NAME));
        return same ? substituteName : name(bytes, buffer + PRINT_NAME, names, scratch);
    }

    static long size(ReparseData.SymbolicLink link) {
        return SYMLINK_FIELDS + 2L * link.substituteName().length() + 2L * link.printName().length();
    }

    static long size(ReparseData.MountPoint mountPoint) {
        return MOUNT_POINT_FIELDS + 2L * mountPoint.substituteName().length() + NUL_SIZE
                + 2L * mountPoint.printName().length() + NUL_SIZE;
    }

    static void write(ReparseData.SymbolicLink link, byte[] buffer) {
        int printSize = 2 * link.printName().length();
        putFields(buffer, SUBSTITUTE_NAME, printSize, link.substituteName());
        putFields(buffer, PRINT_NAME, 0, link.printName());
        LittleEndian.putI32(buffer, FLAGS, link.relative() ? FLAG_RELATIVE : 0);
        int names = ReparseBuffer.HEADER_SIZE + SYMLINK_FIELDS;
        LittleEndian.putUnits(buffer, names, link.printName());
        LittleEndian.putUnits(buffer, names + printSize, link.substituteName());
    }

    static void write(ReparseData.MountPoint mountPoint, byte[] buffer) {
        int printOffset = 2 * mountPoint.substituteName().length() + NUL_SIZE;
        putFields(buffer, SUBSTITUTE_NAME, 0, mountPoint.substituteName());
        putFields(buffer, PRINT_NAME, printOffset, mountPoint.printName());
        int names = ReparseBuffer.HEADER_SIZE + MOUNT_POINT_FIELDS;
        LittleEndian.putUnits(buffer, names, mountPoint.substituteName());
        LittleEndian.putUnits(buffer, names + printOffset, mountPoint.printName());
    }

    private static void putFields(byte[] buffer, int field, int offset, String name) {
        LittleEndian.putU16(buffer, field, offset);
        LittleEndian.putU16(buffer, field + 2, 2 * name.length());
    }
}
