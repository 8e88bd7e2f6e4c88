package dev.linkwright.testing;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.io.TempDir;

final class NioOnDiskTest extends LinkSystemContract {
    @TempDir
    Path directory;

    @Override
    protected LinkSystem linkSystem() {
        return NioLinkSystem.of(FileSystems.getDefault());
    }

    @Override
    protected LinkPath freshDirectory() throws IOException {
        return LinkPath.of(directory.toRealPath());
    }
}
