package dev.linkwright.reparse;

import java.io.IOException;

/// Bytes that are no reparse buffer, or one whose data contradict its tag.
///
/// Checked, and an [IOException], like the JDK's own exceptions for malformed input: such bytes come from a disk or a
/// network, where anybody may have put them, so every caller has to say what becomes of the object that carries them
/// (it is shown as what it is, and never repaired or removed unasked).
public final class MalformedReparseBufferException extends IOException {
    private final int offset;
    private final String expected;
    private final String found;

    MalformedReparseBufferException(int offset, String expected, String found) {
        super("malformed reparse buffer at byte " + offset + ": expected " + expected + ", found " + found);
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }

    /// Where it went wrong, in bytes from the start of the buffer; the length of the buffer if bytes are missing.
    public int offset() {
        return offset;
    }

    /// What should be there, in words.
    public String expected() {
        return expected;
    }

    /// What is there, in words.
    public String found() {
        return found;
    }
}
