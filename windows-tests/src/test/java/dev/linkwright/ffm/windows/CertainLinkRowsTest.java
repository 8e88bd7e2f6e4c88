package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import dev.linkwright.Capability;
import dev.linkwright.Cursor;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.RenameMode;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.win32.CreateSymbolicLinkW.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Certain rows of the conformance table that need a Windows, or a Wine, whose `CreateSymbolicLinkW` makes links. A test
/// bears the number of its row; where a Wine answers otherwise is in [dev.linkwright.windows.Divergences].
final class CertainLinkRowsTest {
    private static final int FILE_LINK = 0x420;
    private static final int DIRECTORY_LINK = 0x410;
    private static final int SYMLINK = 0xA000000C;

    private static final byte[] V01 = RowScene.hex("0c0000a01000000002000200000002000100000" + "02e002e00");
    private static final byte[] V04 = RowScene.hex("0c0000a038000000" + "00001e0020000a0001000000"
            + "740065007300740072006500700061007200730065005f006400690072000000" + "62006f006700750073000000");
    private static final byte[] V23 = RowScene.hex("efbe000005000000" + "cc".repeat(16) + "626f677573");

    @TempDir
    private Path directory;

    private RowScene scene;

    @BeforeEach
    void enter() throws Exception {
        LinkCapabilities can = new WindowsLinkSystem().at(LinkPath.of(directory)).capabilities();
        Assumptions.assumeTrue(can.has(Capability.SYMBOLIC_LINKS), () -> "skipped: windows has no SYMBOLIC_LINKS here ("
                + can.whyNot(Capability.SYMBOLIC_LINKS).orElse("no reason given") + ")");
        scene = new RowScene(directory);
    }

    @AfterEach
    void leave() {
        if (scene != null) {
            scene.close();
        }
    }

    private void made(String link, String target, int flags) {
        Answer answer = scene.create(link, target, flags);
        assertThat(answer.created()).as("%s => %s: last error %d", link, target, answer.lastError()).isTrue();
    }

    private void refused(int error, String link, int flags) {
        Answer answer = scene.create(link, "x", flags);
        assertThat(answer.created()).as(link).isFalse();
        assertThat(answer.lastError()).as(link).isEqualTo(error);
    }

    private void stores(String link, String substituteName, String printName, boolean relative) throws Exception {
        assertThat(scene.link(link)).isEqualTo(new ReparseData.SymbolicLink(substituteName, printName, relative));
    }

    private static byte[] junctionTo(String path) {
        return ReparseBuffer.encode(ReparseData.MountPoint.to(path));
    }

    @Test
    void c01_aFileLinkHoldsItsTargetTwice() throws Exception {
        made("lnk", "f.txt", 0);
        assertThat(scene.attributes("lnk")).isEqualTo(FILE_LINK);
        stores("lnk", "f.txt", "f.txt", true);
    }

    @Test
    void c01_aSuccessSetsTheLastErrorToZero() {
        Scene.requireNoWine("leaves the last error as it was");
        RowScene.createAt(scene.here + "\\none\\lnk", "x", 0);
        assertThat(scene.create("lnk", "f.txt", 0)).isEqualTo(new Answer(true, 0));
    }

    @Test
    void c02_aDirectoryLinkIsADirectory() throws Exception {
        made("lnkd", "d", 1);
        assertThat(scene.attributes("lnkd")).isEqualTo(DIRECTORY_LINK);
    }

    @Test
    void c04_aFileLinkToADirectoryDoesNotOpen() throws Exception {
        made("lnk", "d", 0);
        assertThat(scene.attributes("lnk")).isEqualTo(FILE_LINK);
        assertThat(scene.follow("lnk")).isEqualTo(5);
    }

    @Test
    void c06_aTargetAboveIsStoredAsItIs() throws Exception {
        made("d\\lnk", "..\\f.txt", 0);
        stores("d\\lnk", "..\\f.txt", "..\\f.txt", true);
        assertThat(scene.reached("d\\lnk")).endsWith("\\f.txt");
    }

    @Test
    void c09_anAbsoluteTargetIsNormalisedAndItsLabelIsNot() throws Exception {
        String given = scene.here + "\\/target\\";
        made("lnkd", given, 1);
        stores("lnkd", "\\??\\" + scene.here + "\\target\\", given, false);
    }

    @Test
    void c12_aSlashIsStoredAndDoesNotOpen() throws Exception {
        scene.empty("d\\inside", false);
        made("lnk", "d/inside", 0);
        stores("lnk", "d/inside", "d/inside", true);
        assertThat(scene.follow("lnk")).isEqualTo(123);
    }

    @Test
    void c13_aRootedTargetIsRelative() throws Exception {
        made("lnk", "\\w\\f.txt", 0);
        stores("lnk", "\\w\\f.txt", "\\w\\f.txt", true);
    }

    @Test
    void c15_aTargetOnADriveBecomesAbsolute() throws Exception {
        made("lnk", "C:f.txt", 0);
        assertThat(scene.link("lnk").substituteName())
                .isEqualTo(NtDll.rtlDosPathNameToNtPathName(scene.arena, "C:f.txt"));
        assertThat(scene.link("lnk").relative()).isFalse();
    }

    @Test
    void c19_thePrintNameIsFirstAndNothingEndsInNul() throws Exception {
        made("lnkd", ".", 1);
        assertThat(scene.data("lnkd")).isEqualTo(V01);
    }

    @Test
    void c21_aServerNeedNotAnswer() throws Exception {
        made("lnk", "\\\\srv\\share\\x", 0);
        stores("lnk", "\\??\\UNC\\srv\\share\\x", "\\\\srv\\share\\x", false);
    }

    @Test
    void c36_aFileThatIsThereStays() throws Exception {
        refused(183, "f.txt", 0);
        assertThat(scene.directory.resolve("f.txt")).hasContent("12345");
    }

    @Test
    void c37_aDirectoryThatIsThereStays() throws Exception {
        refused(183, "d", 1);
        assertThat(scene.attributes("d")).isEqualTo(0x10);
    }

    @Test
    void c41_aMissingParentAnswers3() {
        refused(3, "none\\lnk", 0);
    }

    @Test
    void c44_impossibleNamesAnswer123() {
        refused(123, "a?b", 0);
        refused(123, "a*b", 0);
        refused(123, "a<b", 0);
    }

    @Test
    void d09_aReadOnlyLinkIsRemoved() throws Exception {
        made("lnk", "f.txt", 0);
        Files.setAttribute(scene.directory.resolve("lnk"), "dos:readonly", true, LinkOption.NOFOLLOW_LINKS);
        try (OpenObject opened = scene.open("lnk", Opening.REMOVE_FILE)) {
            MemorySegment flags = scene.arena.allocate(Integer.BYTES, Long.BYTES);
            Removal.FLAGS.write(flags, Removal.FILE_DISPOSITION_FLAG_DELETE
                    | Removal.FILE_DISPOSITION_FLAG_POSIX_SEMANTICS
                    | Removal.FILE_DISPOSITION_FLAG_IGNORE_READONLY_ATTRIBUTE);
            NtDll.ntSetInformationFile(scene.arena, opened.handle(), flags, Removal.FileDispositionInformationEx);
        }
        assertThat(scene.attributes("lnk")).isEqualTo(RowScene.NOTHING);
        assertThat(scene.directory.resolve("f.txt")).exists();
    }

    @Test
    void d19_aPosixRenameReplacesAFileThatIsOpen() throws Exception {
        scene.empty("new", false);
        try (OpenObject old = scene.open("f.txt", Opening.LOOK); OpenObject moved = scene.open("new", Opening.RENAME)) {
            Renaming.rename(scene.arena, moved.handle(), scene.name("f.txt"), RenameMode.REPLACE);
            assertThat(FileInformation.links(scene.arena, old.handle())).isZero();
        }
        assertThat(scene.directory.resolve("f.txt")).hasContent("");
    }

    @Test
    void f01_aLinkIsReadAsItWasSet() throws Exception {
        scene.empty("empty", false);
        scene.set("empty", V04);
        assertThat(scene.data("empty")).isEqualTo(V04);
    }

    @Test
    void f02_aJunctionIsReadAsItWasSet() throws Exception {
        scene.empty("e", true);
        byte[] junction = junctionTo(scene.here);
        scene.set("e", junction);
        assertThat(scene.data("e")).isEqualTo(junction);
        assertThat(scene.attributes("e")).isEqualTo(DIRECTORY_LINK);
    }

    @Test
    void f05_aFileIsNoMountPoint() throws Exception {
        scene.empty("empty", false);
        assertThat(RowScene.error(() -> scene.set("empty", junctionTo(scene.here)))).isEqualTo(267);
    }

    @Test
    void f06_aFullDirectoryBecomesNoMountPoint() {
        assertThat(RowScene.error(() -> scene.set("full", junctionTo(scene.here)))).isEqualTo(145);
    }

    @Test
    void f08_aFileWithDataBecomesNoLink() {
        assertThat(RowScene.error(() -> scene.set("f.txt", V04))).isEqualTo(4392);
    }

    @Test
    void f10_aJunctionDoesNotBecomeALink() throws Exception {
        scene.empty("e", true);
        scene.set("e", junctionTo(scene.here));
        assertThat(RowScene.error(() -> scene.set("e", V04))).isEqualTo(4394);
    }

    @Test
    void f21_aLengthBeyondTheBufferIsRefused() throws Exception {
        scene.empty("empty", false);
        assertThat(RowScene.error(() -> scene.set("empty",
                RowScene.hex("0c0000a01100000002000200000002000100000078007800")))).isEqualTo(4392);
    }

    @Test
    void f35_eightBytesDeleteTheDataOfALink() throws Exception {
        made("lnk", "f.txt", 0);
        scene.delete("lnk", RowScene.hex("0c0000a000000000"));
        assertThat(scene.data("lnk")).isNull();
    }

    @Test
    void f44_neitherSettingNorDeletingSetsTheArchiveAttribute() throws Exception {
        scene.empty("empty", false);
        Files.setAttribute(scene.directory.resolve("empty"), "dos:archive", false);
        scene.set("empty", V04);
        assertThat(scene.attributes("empty")).isEqualTo(0x400);
        scene.delete("empty", RowScene.hex("0c0000a000000000"));
        assertThat(scene.attributes("empty")).isEqualTo(0x80);
    }

    @Test
    void r09_aMissingTargetAnswers2() throws Exception {
        made("dang", "missing", 0);
        assertThat(scene.follow("dang")).isEqualTo(2);
    }

    @Test
    void r11_aLoopAnswers1921() throws Exception {
        made("a", "b", 0);
        made("b", "a", 0);
        assertThat(scene.follow("a")).isEqualTo(1921);
    }

    @Test
    void r14_tooLittleRoomAnswers234() throws Exception {
        made("lnk", "f.txt", 0);
        assertThat(roomFor("lnk", 28)).isEqualTo(234);
    }

    @Test
    void r15_noRoomAnswers1784() throws Exception {
        made("lnk", "f.txt", 0);
        assertThat(roomFor("lnk", 0)).isEqualTo(1784);
    }

    private int roomFor(String link, int bytes) throws WindowsCallException {
        try (OpenObject opened = scene.open(link, Opening.LOOK)) {
            MemorySegment room = bytes == 0 ? MemorySegment.NULL : scene.arena.allocate(bytes, Long.BYTES);
            return RowScene.error(() -> NtDll.ntFsControlFile(scene.arena, opened.handle(),
                    ReparsePoints.FSCTL_GET_REPARSE_POINT, MemorySegment.NULL, room));
        }
    }

    @Test
    void r28_aListingTellsTheTagOfEachLink() throws Exception {
        made("lnk", "f.txt", 0);
        made("lnkd", "d", 1);
        try (Cursor entries = new WindowsLinkSystem().at(LinkPath.of(scene.directory)).list()) {
            Set<String> listed = new HashSet<>();
            while (entries.next()) {
                listed.add(entries.name().units());
                int tag = entries.name().units().startsWith("lnk") ? SYMLINK : 0;
                assertThat(entries.reparseTag()).as("%s", entries.name()).isEqualTo(tag);
            }
            assertThat(listed).contains("lnk", "lnkd", "f.txt", "d");
        }
    }

    @Test
    void r34_aTagOfAThirdPartyDoesNotOpen() throws Exception {
        scene.empty("x", false);
        scene.set("x", V23);
        assertThat(scene.follow("x")).isEqualTo(1920);
        assertThat(scene.data("x")).isEqualTo(V23);
    }

    @Test
    void r43_aSeparatorAfterAFileDoesNotOpen() throws Exception {
        made("lnk", "f.txt\\", 0);
        assertThat(scene.follow("lnk")).isEqualTo(123);
    }
}
