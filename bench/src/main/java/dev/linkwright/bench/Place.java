package dev.linkwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;

/// A directory of its own for a benchmark: in memory where the system has such a file system, so that the calls are
/// measured and not a disk. `-Dbench.dir` says where else.
final class Place implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path directory;

    /// The classes that JMH derives from a benchmark cannot have constructors that throw anything checked.
    Place() {
        String wanted = System.getProperty("bench.dir");
        Path usual = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        try {
            directory = Files.createTempDirectory(wanted == null ? usual : Path.of(wanted), "linkwright-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Directory hold(LinkSystem system) {
        try {
            return system.open(LinkPath.of(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    void removeLinks() throws IOException {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(directory)) {
            for (Path link : links) {
                Files.delete(link);
            }
        }
    }

    @Override
    public void close() throws IOException {
        removeLinks();
        Files.delete(directory);
    }
}
