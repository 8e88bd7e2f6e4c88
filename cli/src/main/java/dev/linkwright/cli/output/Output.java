package dev.linkwright.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import dev.linkwright.NativeText;

/// A buffered stream of bytes whose every failure is an [OutputFailure], so that it cannot be mistaken for a failure of
/// link work, nor be swallowed as `PrintStream` does. Text is written as UTF-8, whatever the locale.
public final class Output extends OutputStream {

    private static final int CAPACITY = 8192;

    private final OutputStream stream;
    private final byte[] buffer = new byte[CAPACITY];
    private int used;

    /// Writes to `stream`, which nobody else uses meanwhile.
    public Output(OutputStream stream) {
        this.stream = stream;
    }

    /// Writes the text as UTF-8.
    public void text(String text) throws OutputFailure {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    /// Writes the bytes of the text.
    public void name(NativeText name) throws OutputFailure {
        int length = name.length();
        if (length > CAPACITY) {
            write(name.bytes(), 0, length);
            return;
        }
        if (length > CAPACITY - used) {
            drain();
        }
        name.copyTo(buffer, used);
        used += length;
    }

    @Override
    public void write(int unit) throws OutputFailure {
        if (used == CAPACITY) {
            drain();
        }
        buffer[used++] = (byte) unit;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws OutputFailure {
        if (length > CAPACITY - used) {
            drain();
        }
        if (length > CAPACITY) {
            pass(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, buffer, used, length);
            used += length;
        }
    }

    /// Hands everything to the stream below.
    @Override
    public void flush() throws OutputFailure {
        drain();
        try {
            stream.flush();
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }

    /// Flushes; the stream below belongs to the caller and stays open.
    @Override
    public void close() throws OutputFailure {
        flush();
    }

    private void drain() throws OutputFailure {
        int ready = used;
        // What could not be written once is not tried again.
        used = 0;
        pass(buffer, 0, ready);
    }

    private void pass(byte[] bytes, int offset, int length) throws OutputFailure {
        if (length == 0) {
            return;
        }
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }
}
