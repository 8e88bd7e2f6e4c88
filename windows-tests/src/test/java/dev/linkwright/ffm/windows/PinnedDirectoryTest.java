package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import dev.linkwright.Directory;
import dev.linkwright.Hold;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The share mode of handles that are held: whoever has left out deletion keeps everybody from moving the directory.
final class PinnedDirectoryTest {
    private static final Name SUB = Name.of("sub");
    private static final Name OTHER = Name.of("other");

    @TempDir
    private Path directory;

    private final LinkSystem system = new WindowsLinkSystem();
    private LinkPath place;
    private Scene scene;

    @BeforeEach
    void enter() throws IOException {
        scene = new Scene(directory);
        scene.folder("sub");
        place = LinkPath.of(directory);
    }

    @Test
    void aPinnedDirectoryIsNeitherRenamedNorRemovedUntilItIsClosed() throws IOException {
        try (Directory pinned = system.open(place.resolve(SUB), Hold.PINNED); Directory above = scene.held()) {
            assertThat(Scene.refused(() -> above.rename(SUB, above, OTHER, RenameMode.NO_REPLACE)).reason())
                    .isEqualTo(Reason.BUSY);
            assertThat(Scene.refused(() -> above.removeDirectory(SUB)).reason()).isEqualTo(Reason.BUSY);
            pinned.makeDirectory(OTHER);
            pinned.rename(OTHER, above, OTHER, RenameMode.NO_REPLACE);
        }
        scene.named().removeDirectory(SUB);
        assertThat(directory.resolve("sub")).doesNotExist();
        assertThat(directory.resolve("other")).isDirectory();
    }

    @Test
    void whatIsOpenedFromAPinnedDirectoryIsPinnedToo() throws IOException {
        try (Directory pinned = system.open(place, Hold.PINNED); Directory sub = pinned.open(SUB)) {
            assertThat(Scene.refused(() -> pinned.removeDirectory(SUB)).reason()).isEqualTo(Reason.BUSY);
            assertThat(sub.status().isDirectory()).isTrue();
        }
    }

    @Test
    void aDirectoryThatSomebodyIsAboutToMoveIsNotPinned() throws Exception {
        try (var arena = java.lang.foreign.Arena.ofConfined()) {
            String here = NtDll.rtlDosPathNameToNtPathName(arena, directory.resolve("sub").toString());
            long about = NtDll.ntCreateFile(arena, ObjectName.ofPath(here), Opening.RENAME);

            assertThat(Scene.refused(() -> system.open(place.resolve(SUB), Hold.PINNED).close()).reason())
                    .isEqualTo(Reason.BUSY);
            system.open(place.resolve(SUB)).close();
            NtDll.ntClose(about);
        }
    }

    @Test
    void aDirectoryThatIsOnlyLookedAtStandsInNobodysWay() throws IOException {
        try (Directory held = scene.named().open(SUB)) {
            scene.named().rename(SUB, scene.named(), OTHER, RenameMode.NO_REPLACE);
            assertThat(held.status().isDirectory()).isTrue();
        }
    }

    @Test
    void closingTwiceClosesOnce() throws IOException {
        Directory first = scene.named().open(SUB);
        first.close();
        Directory second = scene.named().open(SUB);
        first.close();

        assertThat(second.status().isDirectory()).isTrue();
        assertThat(Scene.refused(first::status).remark()).contains("the directory has been closed");
        second.close();
    }
}
