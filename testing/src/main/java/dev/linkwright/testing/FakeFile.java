package dev.linkwright.testing;

import java.nio.charset.StandardCharsets;

import dev.linkwright.FileType;

/// A file, or a named pipe. On Windows also a file link, which is a file with reparse data.
final class FakeFile extends FakeNode {
    private final FileType type;
    private byte[] contents = {};

    FakeFile(FakeMachine machine, FakeVolume volume, FileType type) {
        super(machine, volume);
        this.type = type;
    }

    FileType type() {
        return type;
    }

    String contents() {
        return new String(contents, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return contents.clone();
    }

    /// In bytes.
    long size() {
        return contents.length;
    }

    void setContents(byte[] newContents) {
        contents = newContents.clone();
    }
}
