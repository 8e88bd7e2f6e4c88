package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Capability;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.RenameMode;
import dev.linkwright.win32.Win32Error;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rows of the conformance table that need no link, through the calls that the link system makes: `docs/conformance.md`,
/// "On a Windows JVM". A test bears the number of its row.
final class CertainRowsTest {
    @TempDir
    private Path directory;

    private final Arena arena = Arena.ofConfined();
    private Scene scene;
    private String here;

    @BeforeEach
    void enter() throws Exception {
        scene = new Scene(directory);
        here = NtDll.rtlDosPathNameToNtPathName(arena, scene.directory.toString());
        scene.file("f.txt");
        scene.folder("full");
        Files.writeString(scene.directory.resolve("full").resolve("inside"), "x");
    }

    @AfterEach
    void leave() {
        arena.close();
    }

    @Test
    void r12_theReparseDataOfAnOrdinaryFileAnswer4390() throws Exception {
        try (OpenObject file = open("f.txt", Opening.LOOK)) {
            MemorySegment room = arena.allocate(16_384, Long.BYTES);
            assertError(Win32Error.NOT_A_REPARSE_POINT, () -> NtDll.ntFsControlFile(arena, file.handle(),
                    ReparsePoints.FSCTL_GET_REPARSE_POINT, MemorySegment.NULL, room));
        }
    }

    @Test
    void r21_anOrdinaryFileHasNoTag() throws Exception {
        try (OpenObject file = open("f.txt", Opening.LOOK)) {
            assertThat(FileInformation.kind(arena, file.handle()).tag()).isZero();
            assertThat(FileInformation.kind(arena, file.handle()).isReparsePoint()).isFalse();
        }
    }

    @Test
    void r31_aListingEnds() throws Exception {
        MemorySegment room = arena.allocate(65_536, Long.BYTES);
        try (OpenObject full = open("full", Opening.HOLD)) {
            int bothNames = WindowsCursor.FileIdBothDirectoryInformation;
            assertThat(NtDll.ntQueryDirectoryFile(arena, full.handle(), room, bothNames, true)).isTrue();
            assertThat(NtDll.ntQueryDirectoryFile(arena, full.handle(), room, bothNames, false)).isFalse();
        }
    }

    @Test
    void d07_aDirectoryThatIsNotEmptyAnswers145() throws Exception {
        try (OpenObject full = open("full", Opening.REMOVE_DIRECTORY)) {
            assertError(Win32Error.DIR_NOT_EMPTY, () -> Removal.mark(arena, full.handle(), Removal.Mark.SET));
        }
        assertThat(scene.directory.resolve("full").resolve("inside")).hasContent("x");
    }

    @Test
    void d11_whatSomebodyHoldsWithoutSharingDeletionAnswers32() throws Exception {
        Opening unshared = new Opening(Opening.FILE_WRITE_DATA | Opening.SYNCHRONIZE, Opening.FILE_SHARE_READ,
                Opening.FILE_OPEN, Opening.FILE_SYNCHRONOUS_IO_NONALERT, false);
        try (OpenObject holder = open("f.txt", unshared)) {
            assertThat(holder.handle()).isNotZero();
            assertError(Win32Error.SHARING_VIOLATION, () -> open("f.txt", Opening.REMOVE_FILE).close());
        }
        assertThat(scene.directory.resolve("f.txt")).exists();
    }

    @Test
    void d22_theOldRenameOverADirectoryAnswers5() throws Exception {
        scene.folder("other");
        try (OpenObject other = open("other", Opening.RENAME)) {
            ObjectName full = ObjectName.ofPath(here + "\\full");
            WindowsCallException refused = catchThrowableOfType(WindowsCallException.class,
                    () -> Renaming.rename(arena, other.handle(), full, RenameMode.REPLACE));
            assertThat(refused.win32()).isIn(Win32Error.ACCESS_DENIED.code(), Win32Error.DIR_NOT_EMPTY.code());
        }
        assertThat(scene.directory.resolve("other")).isDirectory();
        assertThat(scene.directory.resolve("full").resolve("inside")).hasContent("x");
    }

    @Test
    void d24_whereTheNewerRenameIsMissingTheOldOneReplacesFiles() throws Exception {
        scene.file("new");
        try (OpenObject file = open("new", Opening.RENAME)) {
            Renaming.rename(arena, file.handle(), ObjectName.ofPath(here + "\\f.txt"), RenameMode.REPLACE);
        }
        assertThat(scene.directory.resolve("f.txt")).hasContent("new");
        assertThat(scene.directory.resolve("new")).doesNotExist();
    }

    @Test
    void d25_aRenameByAHandleWithoutDeleteAccessAnswers5() throws Exception {
        try (OpenObject file = open("f.txt", Opening.LOOK)) {
            assertError(Win32Error.ACCESS_DENIED, () -> Renaming.rename(arena, file.handle(),
                    ObjectName.ofPath(here + "\\renamed"), RenameMode.NO_REPLACE));
        }
        assertThat(scene.directory.resolve("f.txt")).exists();
    }

    /// `FileReparsePointInformation`, which only the index of a volume's reparse points answers.
    @Test
    void f48_anOrdinaryDirectoryListsNoReparsePoints() throws Exception {
        MemorySegment room = arena.allocate(4096, Long.BYTES);
        try (OpenObject full = open("full", Opening.HOLD)) {
            WindowsCallException refused = catchThrowableOfType(WindowsCallException.class,
                    () -> NtDll.ntQueryDirectoryFile(arena, full.handle(), room, 33, true));
            assertThat(refused.win32()).isIn(87, 1);
        }
    }

    @Test
    void p01_theNumberOfThePrivilegeIsThatOfItsName() throws Throwable {
        Scene.requireNoWine("has no such privilege");
        assertThat(NamedPrivilege.lookUp("SeCreateSymbolicLinkPrivilege"))
                .isEqualTo(new NamedPrivilege(true, 0, ProcessToken.SE_CREATE_SYMBOLIC_LINK_PRIVILEGE));
    }

    @Test
    void p02_wineDoesNotKnowThePrivilege() throws Throwable {
        Scene.requireWine();
        assertThat(NamedPrivilege.lookUp("SeCreateSymbolicLinkPrivilege").isKnown()).isFalse();
        assertThat(NamedPrivilege.lookUp("SeCreateSymbolicLinkPrivilege").lastError())
                .isEqualTo(Win32Error.NO_SUCH_PRIVILEGE.code());
    }

    @Test
    void p03_enablingAPrivilegeThatTheTokenLacksIsNoFailureAndChangesNothing() throws Exception {
        ProcessToken.LinkRight before = ProcessToken.linkRight();
        boolean assigned = ProcessToken.setLinkRight(before);

        assertThat(assigned).isEqualTo(before != ProcessToken.LinkRight.ABSENT);
        assertThat(ProcessToken.linkRight()).isEqualTo(before);
    }

    @Test
    void p04_aPrivilegeOfTheTokenIsEnabledForAsLongAsItIsNeeded() {
        Assumptions.assumeTrue(ProcessToken.linkRight() == ProcessToken.LinkRight.DISABLED,
                "skipped: on Windows only: a token has the privilege, disabled");
        try (LinkPrivilege needed = LinkPrivilege.enable()) {
            assertThat(ProcessToken.linkRight()).isEqualTo(ProcessToken.LinkRight.ENABLED);
        }
        assertThat(ProcessToken.linkRight()).isEqualTo(ProcessToken.LinkRight.DISABLED);
    }

    @Test
    void p05_adjustingByAHandleWithoutThatRightAnswers5() throws Exception {
        long token = NtDll.ntOpenProcessToken(arena, ProcessToken.TOKEN_QUERY);
        MemorySegment state = arena.allocate(16, Long.BYTES);
        ProcessToken.COUNT.write(state, 1);
        assertError(Win32Error.ACCESS_DENIED, () -> NtDll.ntAdjustPrivilegesToken(token, state));
        NtDll.ntClose(token);
    }

    @Test
    void p06_tooLittleRoomForThePrivilegesAnswers122() throws Exception {
        long token = NtDll.ntOpenProcessToken(arena, ProcessToken.TOKEN_QUERY);
        MemorySegment room = arena.allocate(1, 1);
        assertError(Win32Error.INSUFFICIENT_BUFFER, () -> NtDll.ntQueryInformationToken(
                arena, token, ProcessToken.TokenPrivileges, room.asSlice(0, 0)));
        NtDll.ntClose(token);
    }

    @Test
    void p08_aMissingSettingCountsAsOff() throws IOException {
        assertThat(Advapi32Library.regGetValueW("SOFTWARE\\Linkwright\\Missing", "Missing")).isEmpty();
    }

    /// Only Wine's registry is changed for a test; the workflow for Windows sets the real one before.
    @Test
    void p07_developerModeIsOneInTheRegistry() throws Exception {
        Scene.requireWine();
        assertThat(WindowsCapabilities.isDeveloperMode()).isFalse();
        registry("add", "/v", "AllowDevelopmentWithoutDevLicense", "/t", "REG_DWORD", "/d", "1", "/f");
        try {
            assertThat(WindowsCapabilities.isDeveloperMode()).isTrue();
        } finally {
            registry("delete", "/f");
        }
        assertThat(WindowsCapabilities.isDeveloperMode()).isFalse();
    }

    private static void registry(String action, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("reg", action,
                "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\AppModelUnlock"));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).as("%s", command).isZero();
    }

    @Test
    void p09_ntfsTellsOfReparsePoints() throws Exception {
        LinkCapabilities can = scene.named().capabilities();
        Assumptions.assumeTrue("NTFS".equals(can.fileSystem()), "skipped: on Windows only: this volume is not NTFS");
        assertThat(can.whyNot(Capability.REPARSE_POINTS)).as("why there are no reparse points").isEmpty();
    }

    @Test
    void p10_fatTellsOfNone() throws Exception {
        LinkCapabilities can = scene.named().capabilities();
        Assumptions.assumeTrue(can.fileSystem().contains("FAT"), "skipped: on Windows only: this volume is not FAT");
        assertThat(can.whyNot(Capability.REPARSE_POINTS)).as("why there are no reparse points").isPresent();
    }

    private OpenObject open(String name, Opening how) throws WindowsCallException {
        return OpenObject.open(arena, ObjectName.ofPath(here + "\\" + name), how);
    }

    private static void assertError(Win32Error error, ThrowingCallable call) {
        WindowsCallException refused = catchThrowableOfType(WindowsCallException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(Win32Error.of(refused.win32())).contains(error);
    }
}
