package dev.linkwright.ffm.windows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A stream of UTF-8 that goes on as text. A character whose bytes come in two writes is kept until it is whole, so that
/// none is ever passed on in halves; what is malformed becomes U+FFFD.
final class Utf8ToUnits extends OutputStream {
    /// The longest beginning of a character that is not whole.
    private static final int LONGEST_REST = 3;

    private final Sink sink;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer rest = ByteBuffer.allocate(LONGEST_REST);

    Utf8ToUnits(Sink sink) {
        this.sink = sink;
    }

    /// Takes text.
    @FunctionalInterface
    interface Sink {
        void take(String units) throws IOException;
    }

    @Override
    public void write(int unit) throws IOException {
        write(new byte[]{(byte) unit}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(rest.position() + length);
        all.put(rest.flip()).put(bytes, offset, length).flip();
        CharBuffer units = CharBuffer.allocate(all.remaining());
        decoder.decode(all, units, false);
        rest.clear().put(all);
        String text = units.flip().toString();
        if (!text.isEmpty()) {
            sink.take(text);
        }
    }
}
