package dev.linkwright.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Files that are there completely or not at all, also after a crash of the machine.
final class WholeFile {
    private WholeFile() {}

    /// Leaves a file that has this content as it is.
    static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Path temporary = temporaryFor(file);
        try {
            Files.write(temporary, content);
            put(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// In the same directory, for the rename.
    static Path temporaryFor(Path file) {
        return file.resolveSibling(file.getFileName() + "-" + ProcessHandle.current().pid() + ".tmp");
    }

    static void put(Path temporary, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
