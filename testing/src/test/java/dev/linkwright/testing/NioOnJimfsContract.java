package dev.linkwright.testing;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.AfterEach;

/// NIO over a file system in memory.
abstract class NioOnJimfsContract extends LinkSystemContract {
    private final FileSystem fileSystem;

    NioOnJimfsContract(Configuration configuration) {
        fileSystem = Jimfs.newFileSystem(configuration);
    }

    @AfterEach
    void forget() throws IOException {
        fileSystem.close();
    }

    @Override
    protected LinkSystem linkSystem() {
        Bench.JIMFS.require(fileSystem.isOpen(), "Jimfs");
        return NioLinkSystem.of(fileSystem);
    }

    @Override
    protected LinkPath freshDirectory() throws IOException {
        Path directory = fileSystem.getPath("fresh").toAbsolutePath();
        return LinkPath.of(Files.createDirectories(directory));
    }

    @Override
    protected Path toPath(LinkPath location) {
        return location.toPath(fileSystem).orElseThrow();
    }
}
