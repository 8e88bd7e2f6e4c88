package dev.linkwright.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A file system that has no links at all.
final class NioOnZipTest extends LinkSystemContract {
    @TempDir
    Path directory;

    private FileSystem zip;

    @BeforeEach
    void makeZip() throws IOException {
        zip = FileSystems.newFileSystem(URI.create("jar:" + directory.resolve("test.zip").toUri()),
                Map.of("create", "true"));
    }

    @AfterEach
    void closeZip() throws IOException {
        zip.close();
    }

    @Override
    protected LinkSystem linkSystem() {
        return NioLinkSystem.of(zip);
    }

    @Override
    protected LinkPath freshDirectory() throws IOException {
        return LinkPath.of(Files.createDirectory(zip.getPath("/fresh")));
    }

    @Override
    protected Path toPath(LinkPath location) {
        return location.toPath(zip).orElseThrow();
    }
}
