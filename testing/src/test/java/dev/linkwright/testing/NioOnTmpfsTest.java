package dev.linkwright.testing;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.LinkSystem;
import dev.linkwright.system.NioLinkSystem;

final class NioOnTmpfsTest extends OnDiskContract {
    private static final Path TMPFS = Path.of("/dev/shm");

    @Override
    protected LinkSystem linkSystem() {
        return NioLinkSystem.of(FileSystems.getDefault());
    }

    @Override
    protected Path base() throws IOException {
        Bench.POSIX.require(Files.isDirectory(TMPFS) && Files.getFileStore(TMPFS).type().equals("tmpfs"),
                "a tmpfs at " + TMPFS);
        return TMPFS;
    }
}
