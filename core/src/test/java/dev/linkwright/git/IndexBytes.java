package dev.linkwright.git;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes an index as git does, and ones that git would not write.
final class IndexBytes {
    static final int LINK = 0xA000;
    static final int FILE = 0x81A4;
    static final int SPARSE_DIRECTORY = 0x4000;

    private final int version;
    private final ObjectFormat format;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private byte[] before = {};
    private int count;

    IndexBytes(int version, ObjectFormat format) {
        this.version = version;
        this.format = format;
    }

    /// A link with this text.
    IndexBytes link(String path, String text) {
        return entry(path, LINK, text, 0);
    }

    IndexBytes entry(String path, int mode, String text, int flags) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        boolean hasMore = (flags & 0x4000) != 0;
        int start = body.size();
        ByteBuffer fixed = ByteBuffer.allocate(40 + format.size() + 2 + (hasMore ? 2 : 0));
        fixed.position(24);
        fixed.putInt(mode).position(40);
        fixed.put(format.blob(text.getBytes(StandardCharsets.UTF_8)));
        fixed.putShort((short) (flags | Math.min(name.length, 0xFFF)));
        body.writeBytes(fixed.array());
        if (version == 4) {
            int common = Math.max(Arrays.mismatch(before, name), 0);
            number(before.length - common);
            body.write(name, common, name.length - common);
            body.write(0);
        } else {
            body.writeBytes(name);
            int length = body.size() - start;
            body.writeBytes(new byte[8 - length % 8]);
        }
        before = name;
        count++;
        return this;
    }

    /// Seven bits a byte, the first ones first, each further byte one more than it says.
    private void number(int number) {
        byte[] digits = new byte[5];
        int at = digits.length - 1;
        digits[at] = (byte) (number & 0x7F);
        for (int rest = (number >>> 7) - 1; rest >= 0; rest = (rest >>> 7) - 1) {
            digits[--at] = (byte) (0x80 | (rest & 0x7F));
        }
        body.write(digits, at, digits.length - at);
    }

    IndexBytes extension(String signature, byte[] data) {
        return extension(signature, data.length, data);
    }

    IndexBytes extension(String signature, int toldLength, byte[] data) {
        body.writeBytes(signature.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(ByteBuffer.allocate(4).putInt(toldLength).array());
        body.writeBytes(data);
        return this;
    }

    /// Bytes that are no entry.
    IndexBytes raw(byte... bytes) {
        body.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return bytes(count);
    }

    /// With another number of entries than there are.
    byte[] bytes(int toldCount) {
        byte[] header = ByteBuffer.allocate(12).put(new byte[]{'D', 'I', 'R', 'C'}).putInt(version).putInt(toldCount)
                .array();
        byte[] all = Arrays.copyOf(header, header.length + body.size() + format.size());
        System.arraycopy(body.toByteArray(), 0, all, header.length, body.size());
        return hashed(all, format);
    }

    /// The same bytes with the right hash at their end.
    static byte[] hashed(byte[] index, ObjectFormat format) {
        byte[] copy = index.clone();
        int end = copy.length - format.size();
        System.arraycopy(format.hash(copy, end), 0, copy, end, format.size());
        return copy;
    }
}
