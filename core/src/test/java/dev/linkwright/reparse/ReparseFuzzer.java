package dev.linkwright.reparse;

import java.util.Arrays;
import java.util.Optional;

import dev.linkwright.path.PathRules;

/// What has to hold of any bytes at all: for Jazzer, which finds the bytes (`docs/fuzzing.md`), and for the corpus that it
/// has left.
public final class ReparseFuzzer {
    private ReparseFuzzer() {}

    /// The entry point of Jazzer.
    ///
    /// @throws AssertionError if something does not hold
    public static void fuzzerTestOneInput(byte[] bytes) {
        byte[] untouched = bytes.clone();
        Optional<WriteRefusal> refusal = ReparseBuffer.refusal(bytes, 0, bytes.length);
        ReparseData data;
        try {
            data = ReparseBuffer.decode(bytes);
        } catch (MalformedReparseBufferException e) {
            require(e.offset() >= 0 && e.offset() <= bytes.length, "the offset is inside");
            return;
        }
        require(Arrays.equals(bytes, untouched), "the bytes are not changed");
        require(data.tag().value() == LittleEndian.i32(bytes, 0), "the tag is that of the bytes");
        examine(data);
        try {
            byte[] written = ReparseBuffer.encode(data);
            require(ReparseBuffer.decode(written).equals(data), "what is written is read again");
            require(Arrays.equals(ReparseBuffer.encode(ReparseBuffer.decode(written)), written), "and written again");
        } catch (UnwritableReparseDataException e) {
            boolean grows = e.refusal() == WriteRefusal.SIZE;
            require(grows || refusal.isPresent(), "what Windows takes can be written");
        } catch (MalformedReparseBufferException e) {
            throw new AssertionError("what is written cannot be read", e);
        }
    }

    /// Whoever reads a link asks these things of it.
    private static void examine(ReparseData data) {
        switch (data) {
            case ReparseData.SymbolicLink link -> {
                link.text();
                link.isDeceptive();
                PathRules.WINDOWS.warnings(link.stored());
            }
            case ReparseData.MountPoint mount -> {
                mount.text();
                mount.isVolume();
                mount.isDeceptive();
                PathRules.WINDOWS.warnings(mount.stored());
            }
            default -> require(!data.toString().isEmpty(), "it can be printed");
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("does not hold: " + what);
        }
    }
}
