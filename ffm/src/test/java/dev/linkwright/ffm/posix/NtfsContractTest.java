package dev.linkwright.ffm.posix;

import java.io.IOException;
import java.nio.file.Path;

import dev.linkwright.LinkSystem;
import dev.linkwright.testing.OnDiskContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The contract on a volume of ntfs-3g.
final class NtfsContractTest extends OnDiskContract {
    @TempDir
    static Path directory;

    private static Mount volume;

    @BeforeAll
    static void mount() throws IOException {
        Ntfs.require();
        volume = Mount.ntfs3g(directory.resolve("volume"));
    }

    @AfterAll
    static void unmount() throws IOException {
        if (volume != null) {
            volume.close();
        }
    }

    @Override
    protected LinkSystem linkSystem() {
        return ThisHost.linkSystem();
    }

    @Override
    protected Path base() {
        return volume.place();
    }
}
