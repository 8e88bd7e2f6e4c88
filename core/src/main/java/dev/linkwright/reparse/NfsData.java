package dev.linkwright.reparse;

/// The data of the NFS tag: a type in eight bytes and what it needs. Source: MS-FSCC 2.1.2.6.
final class NfsData {
    private static final int TYPE_SIZE = 8;
    private static final int DEVICE_SIZE = 8;
    private static final long LINK = 0x014B4E4C;
    private static final long CHARACTER_DEVICE = 0x524843;
    private static final long BLOCK_DEVICE = 0x4B4C42;
    private static final long FIFO = 0x4F464946;
    private static final long SOCKET = 0x4B434F53;

    private NfsData() {}

    static boolean isKnown(byte[] bytes, int data, int length) {
        if (length < TYPE_SIZE) {
            return true;
        }
        long type = LittleEndian.i64(bytes, data);
        return type == LINK || type == CHARACTER_DEVICE || type == BLOCK_DEVICE || type == FIFO || type == SOCKET;
    }

    static ReparseData.Nfs decode(byte[] bytes, int buffer, int length) throws MalformedReparseBufferException {
        Payloads.requireLength(length, TYPE_SIZE, "type of an NFS object");
        int data = buffer + ReparseBuffer.HEADER_SIZE;
        int rest = data + TYPE_SIZE;
        long type = LittleEndian.i64(bytes, data);
        if (type == LINK) {
            return link(bytes, rest, length);
        }
        boolean device = type == CHARACTER_DEVICE || type == BLOCK_DEVICE;
        requireExactly(length, device ? TYPE_SIZE + DEVICE_SIZE : TYPE_SIZE);
        if (!device) {
            return type == FIFO ? new ReparseData.Nfs.Fifo() : new ReparseData.Nfs.Socket();
        }
        int major = LittleEndian.i32(bytes, rest);
        int minor = LittleEndian.i32(bytes, rest + 4);
        return type == CHARACTER_DEVICE
                ? new ReparseData.Nfs.CharacterDevice(major, minor)
                : new ReparseData.Nfs.BlockDevice(major, minor);
    }

    private static ReparseData.Nfs.Link link(byte[] bytes, int target, int length)
            throws MalformedReparseBufferException {
        int size = length - TYPE_SIZE;
        if (size % 2 != 0) {
            throw new MalformedReparseBufferException(ReparseBuffer.HEADER_SIZE + length,
                    "an even length of the target",
                    "length " + size);
        }
        return new ReparseData.Nfs.Link(LittleEndian.units(bytes, target, size, new char[size / 2]));
    }

    private static void requireExactly(int length, int expected) throws MalformedReparseBufferException {
        if (length != expected) {
            throw new MalformedReparseBufferException(ReparseBuffer.HEADER_SIZE + Math.min(length, expected),
                    expected + " bytes of data for this type of NFS object", length + " bytes");
        }
    }

    static long size(ReparseData.Nfs nfs) {
        return TYPE_SIZE + switch (nfs) {
            case ReparseData.Nfs.Link link -> 2L * link.target().length();
            case ReparseData.Nfs.CharacterDevice device -> DEVICE_SIZE;
            case ReparseData.Nfs.BlockDevice device -> DEVICE_SIZE;
            case ReparseData.Nfs.Fifo fifo -> 0;
            case ReparseData.Nfs.Socket socket -> 0;
        };
    }

    static void write(ReparseData.Nfs nfs, byte[] buffer, int at) {
        switch (nfs) {
            case ReparseData.Nfs.Link link -> {
                LittleEndian.putI64(buffer, at, LINK);
                LittleEndian.putUnits(buffer, at + TYPE_SIZE, link.target());
            }
            case ReparseData.Nfs.CharacterDevice device ->
                writeDevice(CHARACTER_DEVICE, device.major(), device.minor(), buffer, at);
            case ReparseData.Nfs.BlockDevice device ->
                writeDevice(BLOCK_DEVICE, device.major(), device.minor(), buffer, at);
            case ReparseData.Nfs.Fifo fifo -> LittleEndian.putI64(buffer, at, FIFO);
            case ReparseData.Nfs.Socket socket -> LittleEndian.putI64(buffer, at, SOCKET);
        }
    }

    private static void writeDevice(long type, int major, int minor, byte[] buffer, int at) {
        LittleEndian.putI64(buffer, at, type);
        LittleEndian.putI32(buffer, at + TYPE_SIZE, major);
        LittleEndian.putI32(buffer, at + TYPE_SIZE + 4, minor);
    }
}
