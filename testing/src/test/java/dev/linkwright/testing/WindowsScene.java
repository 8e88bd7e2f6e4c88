package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;

import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.win32.Kernel32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// The set-up of the conformance table: `C:\w` with a file of five bytes, an empty and a full directory.
abstract class WindowsScene {
    static final int PRESET = 0xDEADBEEF;
    static final int FILE_LINK = 0x420;
    static final int DIRECTORY_LINK = 0x410;
    static final String CONTENTS = "hello";

    FakeLinkSystem windows = FakeLinkSystem.windows();
    FakeKernel32 kernel32 = windows.kernel32();

    @BeforeEach
    void setUp() throws IOException {
        windows.at(windows.root()).makeDirectory(Name.of("w"));
        windows = windows.withWorkingDirectory(windows.path("C:\\w"));
        windows.writeFile(path("f.txt"), CONTENTS);
        windows.at(path("")).makeDirectory(Name.of("d"));
        windows.at(path("")).makeDirectory(Name.of("full"));
        windows.writeFile(path("full\\inside"), "inside");
        use(windows);
    }

    /// Goes on under other conditions, over the same objects.
    void use(FakeLinkSystem system) {
        windows = system;
        kernel32 = system.kernel32();
        kernel32.setLastError(PRESET);
    }

    final LinkPath path(String path) {
        return windows.path(path);
    }

    final void junction(String junction, String directory) throws IOException {
        windows.plant(path(junction), ReparseData.MountPoint.to(directory), TargetKind.DIRECTORY);
    }

    final void plant(String place, ReparseData data, TargetKind kind) throws IOException {
        windows.plant(path(place), data, kind);
    }

    /// Makes a link that a case is about.
    final void link(String link, String target, int flags) {
        assertThat(Kernel32.on(windows).createSymbolicLink(link, target, flags)).as("%s => %s", link, target).isTrue();
    }

    final void succeeds(boolean answer) {
        assertThat(answer).as("the answer, last error %d", kernel32.getLastError()).isTrue();
    }

    final void fails(boolean answer, int lastError) {
        assertThat(answer).as("the answer").isFalse();
        assertThat(kernel32.getLastError()).isEqualTo(lastError);
    }

    /// Opens with links followed, as a program does that knows of none.
    final void opens(String path) {
        try (FakeHandle handle = kernel32.createFile(path, FakeHandle.Share.ALL)) {
            assertThat(handle).as("open '%s', last error %d", path, kernel32.getLastError()).isNotNull();
        }
    }

    final void doesNotOpen(String path, int lastError) {
        try (FakeHandle handle = kernel32.createFile(path, FakeHandle.Share.ALL)) {
            assertThat(handle).as("a handle for '%s'", path).isNull();
        }
        assertThat(kernel32.getLastError()).isEqualTo(lastError);
    }

    /// The path that is reached when links are followed.
    final @Nullable String reached(String path) {
        try (FakeHandle handle = kernel32.createFile(path, FakeHandle.Share.ALL)) {
            return handle == null ? null : kernel32.getFinalPathName(handle);
        }
    }

    final FakeHandle itself(String path, FakeHandle.Access... access) {
        return Objects.requireNonNull(kernel32.openReparsePoint(path, FakeHandle.Share.ALL, access), path);
    }

    final FakeHandle target(String path, FakeHandle.Access... access) {
        return Objects.requireNonNull(kernel32.createFile(path, FakeHandle.Share.ALL, access), path);
    }

    final byte[] bytes(String link) {
        try (FakeHandle handle = itself(link)) {
            return Objects.requireNonNull(kernel32.getReparsePoint(handle), link);
        }
    }

    final ReparseData.SymbolicLink stored(String link) throws IOException {
        return (ReparseData.SymbolicLink) ReparseBuffer.decode(bytes(link));
    }

    final void nothingAt(String path) {
        assertThat(kernel32.getFileAttributes(path)).as("attributes of '%s'", path)
                .isEqualTo(FakeKernel32.INVALID_FILE_ATTRIBUTES);
    }

    final void linkAt(String path) {
        assertThat(kernel32.getFileAttributes(path) & 0x400).as("'%s' is a reparse point", path).isEqualTo(0x400);
    }
}
