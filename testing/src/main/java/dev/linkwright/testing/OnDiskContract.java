package dev.linkwright.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.LinkPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// The contract for a link system of the default file system, in directories that are removed after each test, never
/// through a link.
public abstract class OnDiskContract extends LinkSystemContract {
    private final List<Path> made = new ArrayList<>();

    /// For subclasses.
    protected OnDiskContract() {}

    /// The directory in which fresh ones are made, and so the file system that is tested. Here: where temporary files
    /// belong.
    ///
    /// @throws IOException if it cannot be had
    protected Path base() throws IOException {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    protected LinkPath freshDirectory() throws IOException {
        Path fresh = Files.createTempDirectory(base(), "contract").toRealPath();
        made.add(fresh);
        return LinkPath.of(fresh);
    }

    @AfterEach
    final void removeFreshDirectories() throws IOException {
        for (Path each : made) {
            Files.walkFileTree(each, new Removal());
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
