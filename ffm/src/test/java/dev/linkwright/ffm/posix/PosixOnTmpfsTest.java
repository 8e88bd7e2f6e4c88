package dev.linkwright.ffm.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.LinkSystem;
import dev.linkwright.testing.Bench;
import dev.linkwright.testing.OnDiskContract;

final class PosixOnTmpfsTest extends OnDiskContract {
    private static final Path TMPFS = Path.of("/dev/shm");

    @Override
    protected LinkSystem linkSystem() {
        return ThisHost.linkSystem();
    }

    @Override
    protected Path base() throws IOException {
        Bench.POSIX.require(Files.isDirectory(TMPFS) && Files.getFileStore(TMPFS).type().equals("tmpfs"),
                "a tmpfs at " + TMPFS);
        return TMPFS;
    }
}
