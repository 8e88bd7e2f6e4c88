package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.ServiceLoader;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.linkwright.Capability;
import dev.linkwright.Creation;
import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkSystemProvider;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.path.PathRules;
import dev.linkwright.system.NioLinkSystem;
import dev.linkwright.system.NioProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is special about [NioLinkSystem]; what every link system does is in the contract.
final class NioLinkSystemTest {
    private static final Configuration UNIX = Configuration.unix().toBuilder().setWorkingDirectory("/srv").build();

    private final FileSystem unix = Jimfs.newFileSystem(UNIX);
    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());

    @TempDir
    Path disk;

    @AfterEach
    void forget() throws IOException {
        unix.close();
        windows.close();
    }

    @Test
    void theRulesAreThoseOfTheFileSystem() {
        assertThat(NioLinkSystem.of(unix).rules()).isSameAs(PathRules.POSIX);
        assertThat(NioLinkSystem.of(windows).rules()).isSameAs(PathRules.WINDOWS);
    }

    @Test
    void aFileSystemInMemoryHasLinksWithoutFurtherAdo() throws IOException {
        Path link = unix.getPath("/srv/link");
        Creation creation = Links.forPath(link).create(link, "target");
        assertThat(creation.verification()).isEqualTo(Creation.Verification.READ_BACK);
        assertThat(Files.readSymbolicLink(link)).hasToString("target");
    }

    @Test
    void aSlashBecomesABackslashWherePathsAreThoseOfWindows() throws IOException {
        Path link = windows.getPath("C:\\work\\link");
        Creation creation = Links.forPath(link).create(link, "a/b");
        assertThat(creation.verification()).isEqualTo(Creation.Verification.STORED_OTHERWISE);
        assertThat(Files.readSymbolicLink(link)).hasToString("a\\b");
    }

    @Test
    void aPathOfAnotherFileSystemIsAMistakeOfTheProgram() {
        LinkSystem system = NioLinkSystem.of(unix);
        assertThatExceptionOfType(ProviderMismatchException.class)
                .isThrownBy(() -> system.pathOf(windows.getPath("x")));
        assertThatExceptionOfType(ProviderMismatchException.class)
                .isThrownBy(() -> system.at(LinkPath.of(PathRules.WINDOWS, "x")));
        assertThat(system.pathOf(unix.getPath("a", "b"))).isEqualTo(LinkPath.of(PathRules.POSIX, "a/b"));
    }

    @Test
    void nothingCrossesFromOneFileSystemToAnother() throws IOException {
        Files.writeString(unix.getPath("/srv/file"), "");
        try (FileSystem other = Jimfs.newFileSystem(UNIX);
                Directory here = NioLinkSystem.of(unix).open(LinkPath.of(PathRules.POSIX, "/srv"));
                Directory there = NioLinkSystem.of(other).open(LinkPath.of(PathRules.POSIX, "/srv"))) {
            Name file = Name.of("file");
            assertThat(ContractRules.failure(catchThrowable(() -> there.makeHardLink(file, here, file))).reason())
                    .isEqualTo(Reason.CROSS_FILE_SYSTEM);
            assertThat(ContractRules
                    .failure(catchThrowable(() -> here.rename(file, there, file, RenameMode.REPLACE))).reason())
                    .isEqualTo(Reason.CROSS_FILE_SYSTEM);
        }
    }

    @Test
    void theServiceIsFoundAndNamedNio() {
        assertThat(ServiceLoader.load(LinkSystemProvider.class)).filteredOn(each -> each instanceof NioProvider)
                .singleElement().satisfies(each -> {
                    assertThat(each.name()).isEqualTo("nio");
                    assertThat(each.priority()).isZero();
                });
    }

    @Test
    void theCapabilitiesRepeatWhyNothingBetterIsUsed() throws IOException {
        LinkSystem system = new NioProvider().systemFor(FileSystems.getDefault(), "native access is off").orElseThrow();
        LinkCapabilities capabilities = system.at(LinkPath.of(disk)).capabilities();
        assertThat(capabilities.whyNot(Capability.NATIVE_CODES).orElseThrow()).contains("native access is off");
        assertThat(capabilities.whyNot(Capability.HELD_DIRECTORIES).orElseThrow()).contains("native access is off");
    }

    @Test
    void aClosedFileSystemIsAFailureAndNothingElse() throws IOException {
        LinkSystem system = NioLinkSystem.of(unix);
        Directory directory = system.at(LinkPath.of(PathRules.POSIX, "/srv"));
        unix.close();
        assertThat(ContractRules.failure(catchThrowable(() -> directory.readLink(Name.of("x")))).describe())
                .contains("closed");
        assertThat(ContractRules.failure(catchThrowable(() -> directory.list().close())).reason())
                .isEqualTo(Reason.OTHER);
    }

    @Test
    void otherKindsOfFilesAreTold() throws IOException, InterruptedException {
        Bench.POSIX.require(FileSystems.getDefault().getSeparator().equals("/"), "a POSIX system");
        Process mkfifo = new ProcessBuilder("mkfifo", disk.resolve("fifo").toString()).inheritIO().start();
        assertThat(mkfifo.waitFor()).isZero();
        LinkSystem system = NioLinkSystem.of(FileSystems.getDefault());
        assertThat(system.at(LinkPath.of(disk)).stat(Name.of("fifo")).type()).isEqualTo(FileType.FIFO);
        assertThat(system.at(LinkPath.of("/dev")).stat(Name.of("null")).type()).isEqualTo(FileType.CHARACTER_DEVICE);
    }

    @Test
    void theWorkingDirectoryIsTheEmptyPath() throws IOException {
        LinkSystem system = NioLinkSystem.of(unix);
        try (Directory here = system.open(LinkPath.of(PathRules.POSIX, ""))) {
            here.makeDirectory(Name.of("made"));
            assertThat(here.physicalPath()).isEqualTo(LinkPath.of(PathRules.POSIX, "/srv"));
        }
        assertThat(unix.getPath("/srv/made")).isDirectory();
        assertThat(NioLinkSystem.of(FileSystems.getDefault()).at(LinkPath.of("")).physicalPath())
                .isEqualTo(LinkPath.of(Path.of("").toRealPath()));
    }

    @Test
    void aTextThatOthersMadeIsReadExactly() throws IOException, InterruptedException {
        Bench.POSIX.require(FileSystems.getDefault().getSeparator().equals("/"), "a POSIX system");
        Path link = disk.resolve("link");
        Process ln = new ProcessBuilder("ln", "-s", "--", "a//b/./c/../d/", link.toString()).inheritIO().start();
        assertThat(ln.waitFor()).isZero();
        Links links = Links.on(NioLinkSystem.of(FileSystems.getDefault()));
        assertThat(links.read(link)).isEqualTo(LinkTarget.of("a//b/./c/../d/"));
    }
}
