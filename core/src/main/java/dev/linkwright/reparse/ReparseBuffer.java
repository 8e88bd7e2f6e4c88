package dev.linkwright.reparse;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The bytes of a reparse point, as FSCTL_GET_REPARSE_POINT returns and FSCTL_SET_REPARSE_POINT takes them.
///
/// Stateless; every method may be called by any thread.
///
/// Source: MS-FSCC 2.1.2.2 to 2.1.2.7; `docs/windows-links.md`, "Reparse data".
public final class ReparseBuffer {
    /// The most bytes that a buffer can have, its header included: 16,384.
    public static final int MAX_SIZE = 16_384;

    /// The header of a Microsoft tag: tag, length of the data, two bytes that are ignored.
    static final int HEADER_SIZE = 8;

    /// The header of all other tags: the same and a GUID.
    static final int GUID_HEADER_SIZE = HEADER_SIZE + LittleEndian.GUID_SIZE;

    private static final int DATA_LENGTH = 4;

    private ReparseBuffer() {}

    /// Reads a whole buffer.
    ///
    /// Readable is more than Windows lets be written: the names of a link may stand in any order, share bytes and leave
    /// gaps; a mount point need not have the layout of Windows; the substitute name may be empty. [#refusal] tells
    /// whether such bytes could be written.
    ///
    /// @throws MalformedReparseBufferException if the bytes are no buffer, or contradict their tag
    public static ReparseData decode(byte[] buffer) throws MalformedReparseBufferException {
        return decode(buffer, 0, buffer.length);
    }

    /// Reads the buffer that is exactly these bytes of an array; they are not changed and not kept. Bytes behind the
    /// counted data are an error: a reader with a larger array cuts it by [#size] first.
    ///
    /// @param offset where the buffer starts in the array
    /// @param length how many bytes it has, as the system counted them
    /// @throws MalformedReparseBufferException if the bytes are no buffer, or contradict their tag; its offset counts
    ///         from the start of the buffer
    /// @throws IndexOutOfBoundsException if the bytes are not inside the array
    public static ReparseData decode(byte[] buffer, int offset, int length) throws MalformedReparseBufferException {
        int size = size(buffer, offset, length);
        if (size > length) {
            throw new MalformedReparseBufferException(length, size + " bytes", length + " bytes");
        }
        if (size < length) {
            throw new MalformedReparseBufferException(size, "the end of the buffer", (length - size) + " bytes more");
        }
        int tag = LittleEndian.i32(buffer, offset);
        if (tag < 0) {
            return Payloads.decode(tag, buffer, offset, size - HEADER_SIZE);
        }
        if (ReparseTag.isReservedValue(tag)) {
            throw new MalformedReparseBufferException(0, "a tag other than 0 and 1", "tag " + tag);
        }
        UUID guid = LittleEndian.guid(buffer, offset + HEADER_SIZE);
        ByteString data = ByteString.of(buffer, offset + GUID_HEADER_SIZE, size - GUID_HEADER_SIZE);
        return new ReparseData.ThirdParty(new ReparseTag(tag), guid, data);
    }

    /// How many bytes the buffer at an offset has by its own header, of which more or fewer may be there.
    ///
    /// @param length how many bytes may be looked at
    /// @throws MalformedReparseBufferException if they are fewer than a header, or the buffer would be larger than
    ///         [#MAX_SIZE]
    /// @throws IndexOutOfBoundsException if the bytes are not inside the array
    public static int size(byte[] buffer, int offset, int length) throws MalformedReparseBufferException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length < HEADER_SIZE) {
            throw new MalformedReparseBufferException(length, "a header of 8 bytes", length + " bytes");
        }
        int header = headerSize(LittleEndian.i32(buffer, offset));
        if (length < header) {
            throw new MalformedReparseBufferException(length, "a header of 24 bytes with the GUID of a third party",
                    length + " bytes");
        }
        int size = header + LittleEndian.u16(buffer, offset + DATA_LENGTH);
        if (size > MAX_SIZE) {
            throw new MalformedReparseBufferException(DATA_LENGTH, "at most 16,384 bytes in all", size + " bytes");
        }
        return size;
    }

    private static int headerSize(int tag) {
        return tag < 0 ? HEADER_SIZE : GUID_HEADER_SIZE;
    }

    /// Writes data in the layout of Windows: a symbolic link as CreateSymbolicLinkW does (print name, substitute name,
    /// no U+0000), a mount point as the validator demands (substitute name, U+0000, print name, U+0000), everything else
    /// as it is defined.
    ///
    /// `decode(encode(data))` equals `data`. The other way round the meaning comes back, not always the bytes: a buffer
    /// whose names stood in another order, shared bytes or left gaps, whose reserved fields were not zero, or which
    /// had other flags than bit 0, is written in the layout above. Whoever copies a reparse point, or must not change
    /// more than one thing about it, writes the bytes that were read.
    ///
    /// @return a new array, which [#refusal] accepts
    /// @throws UnwritableReparseDataException if Windows would not accept the data: too large, names missing, a GUID of
    ///         zeros, reserved bits in the tag. (Decoded data can be so.)
    public static byte[] encode(ReparseData data) {
        int header = headerSize(data.tag().value());
        long dataSize = Payloads.size(data);
        if (header + dataSize > MAX_SIZE) {
            throw new UnwritableReparseDataException(data.tag(), WriteRefusal.SIZE);
        }
        byte[] buffer = new byte[header + (int) dataSize];
        LittleEndian.putI32(buffer, 0, data.tag().value());
        LittleEndian.putU16(buffer, DATA_LENGTH, (int) dataSize);
        if (data instanceof ReparseData.ThirdParty thirdParty) {
            LittleEndian.putGuid(buffer, HEADER_SIZE, thirdParty.guid());
        }
        Payloads.write(data, buffer, header);
        Optional<WriteRefusal> refusal = refusal(buffer, 0, buffer.length);
        if (refusal.isPresent()) {
            throw new UnwritableReparseDataException(data.tag(), refusal.get());
        }
        return buffer;
    }

    /// Why FSCTL_SET_REPARSE_POINT would not take these bytes, by the bytes alone; empty if it would.
    ///
    /// Accepted does not mean readable: NTFS looks into the data of symbolic links and mount points only, so that a
    /// malformed WSL link, for one, can be set.
    ///
    /// @throws IndexOutOfBoundsException if the bytes are not inside the array
    public static Optional<WriteRefusal> refusal(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        return WriteRules.refusal(buffer, offset, length);
    }
}
