package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.zip.ZipOutputStream;

import dev.linkwright.LinkSystemProvider;
import dev.linkwright.LinkSystemProvider.UnavailableException;
import dev.linkwright.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The offer of native calls.
final class PosixProviderTest {
    @TempDir
    Path directory;

    @Test
    void theProviderIsFoundAsAService() {
        assertThat(ServiceLoader.load(LinkSystemProvider.class)).hasAtLeastOneElementOfType(PosixProvider.class);
    }

    @Test
    void theProviderIsChosenForTheDefaultFileSystem() {
        ThisHost.linkSystem();
        assertThat(Links.system().linkSystem()).isInstanceOf(PosixLinkSystem.class);
        assertThat(Links.forPath(directory).linkSystem()).isInstanceOf(PosixLinkSystem.class);
    }

    @Test
    void anotherFileSystemIsLeftToOthers() throws Exception {
        Path archive = directory.resolve("archive.zip");
        new ZipOutputStream(Files.newOutputStream(archive)).close();
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            assertThat(new PosixProvider().systemFor(zip, "")).isEmpty();
        }
    }

    @Test
    void deniedNativeAccessIsToldWithWhatGrantsIt() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> PosixProvider.requireNativeAccess(() -> {
                    throw new IllegalCallerException("Illegal native access");
                }))
                .withMessage("native access is denied: start Java with --enable-native-access=ALL-UNNAMED");
    }

    @Test
    void aFunctionThatTheLibraryLacksIsNamed() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> PosixProvider.requireFunction(CFunction.of("frobnicateat", CType.INT)))
                .withMessage("the C library has no function frobnicateat");
    }
}
