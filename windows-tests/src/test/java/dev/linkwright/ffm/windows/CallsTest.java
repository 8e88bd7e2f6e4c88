package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.win32.CreateSymbolicLinkW.Answer;
import dev.linkwright.win32.Win32Error;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each downcall, with what it answers and with the error that it tells.
final class CallsTest {
    private static final long NO_HANDLE = 0x7FFF_FFF0L;
    private static final List<NtStatus> NEWEST = List.of(
            NtStatus.STATUS_REPARSE_POINT_ENCOUNTERED, NtStatus.STATUS_UNTRUSTED_MOUNT_POINT);

    @TempDir
    private Path directory;

    private final Arena arena = Arena.ofConfined();
    private Scene scene;
    private String here;

    @BeforeEach
    void enter() throws Exception {
        scene = new Scene(directory);
        here = NtDll.rtlDosPathNameToNtPathName(arena, scene.directory.toString());
    }

    @AfterEach
    void leave() {
        arena.close();
    }

    @Test
    void ntCreateFileOpensRelativeToAHandleAndByPath() throws Exception {
        scene.file("file");
        long root = NtDll.ntCreateFile(arena, ObjectName.ofPath(here), Opening.HOLD);
        long byHandle = NtDll.ntCreateFile(arena, ObjectName.in(root, "file"), Opening.LOOK);
        long byPath = NtDll.ntCreateFile(arena, ObjectName.ofPath(here + "\\file"), Opening.LOOK);

        assertThat(FileInformation.status(arena, byHandle)).isEqualTo(FileInformation.status(arena, byPath));
        assertThat(FileInformation.status(arena, byPath).size()).isEqualTo("file".length());
        Stream.of(byHandle, byPath, root).forEach(NtDll::ntClose);
    }

    @TestFactory
    Stream<DynamicTest> ntCreateFileTellsWhyNot() throws IOException {
        scene.file("file");
        scene.folder("dir");
        return Stream.of(
                refusal("missing", "missing", Opening.LOOK, NtStatus.STATUS_OBJECT_NAME_NOT_FOUND,
                        Win32Error.FILE_NOT_FOUND),
                refusal("missing parent", "missing\\below", Opening.LOOK, NtStatus.STATUS_OBJECT_PATH_NOT_FOUND,
                        Win32Error.PATH_NOT_FOUND),
                refusal("taken", "file", Opening.NEW_DIRECTORY, NtStatus.STATUS_OBJECT_NAME_COLLISION,
                        Win32Error.ALREADY_EXISTS),
                refusal("impossible name", "a*b", Opening.NEW_DIRECTORY, NtStatus.STATUS_OBJECT_NAME_INVALID,
                        Win32Error.INVALID_NAME),
                refusal("dots", "..", Opening.LOOK, NtStatus.STATUS_OBJECT_NAME_INVALID, Win32Error.INVALID_NAME),
                refusal("a file as a directory", "file", Opening.HOLD, NtStatus.STATUS_NOT_A_DIRECTORY,
                        Win32Error.DIRECTORY),
                refusal("a directory as a file", "dir", Opening.REMOVE_FILE, NtStatus.STATUS_FILE_IS_A_DIRECTORY,
                        Win32Error.ACCESS_DENIED));
    }

    private DynamicTest refusal(String what, String name, Opening how, NtStatus status, Win32Error error) {
        return DynamicTest.dynamicTest(what, () -> {
            try (Arena own = Arena.ofConfined()) {
                WindowsCallException refused = refused(
                        () -> NtDll.ntCreateFile(own, ObjectName.ofPath(here + "\\" + name), how));
                assertThat(refused.function()).isEqualTo("NtCreateFile");
                assertThat(NtStatus.of(refused.ntStatus())).contains(status);
                assertThat(Win32Error.of(refused.win32())).contains(error);
            }
        });
    }

    /// The length of a counted text is 16 bits of bytes: what it leaves out would be cut off, and something else be meant.
    @Test
    void aPathThatNoCountedTextHoldsMeansNothingElse() throws Exception {
        scene.file("file");
        String cutOffToTheFile = here + "\\file" + "x".repeat(1 << 15);
        long root = NtDll.ntCreateFile(arena, ObjectName.ofPath(here), Opening.HOLD);

        assertThat(NtStatus.of(refused(() -> NtDll.ntCreateFile(arena, ObjectName.ofPath(cutOffToTheFile),
                Opening.LOOK)).ntStatus())).contains(NtStatus.STATUS_NAME_TOO_LONG);
        assertThat(
                NtStatus.of(refused(() -> NtDll.ntCreateFile(arena, ObjectName.in(root, "file" + "x".repeat(1 << 15)),
                        Opening.LOOK)).ntStatus()))
                .contains(NtStatus.STATUS_NAME_TOO_LONG);
        NtDll.ntClose(root);
    }

    @Test
    void aDriveThatDoesNotExistIsNotFound() {
        WindowsCallException refused = refused(
                () -> NtDll.ntCreateFile(arena, ObjectName.ofPath("\\??\\Q:\\x"), Opening.LOOK));

        assertThat(refused.win32()).isIn(Win32Error.FILE_NOT_FOUND.code(), Win32Error.PATH_NOT_FOUND.code());
    }

    @Test
    void aHandleThatIsNoneIsRefusedByEveryCall() {
        MemorySegment room = arena.allocate(4096, Long.BYTES);
        Stream<ThrowingCallable> calls = Stream.of(
                () -> NtDll.ntQueryInformationFile(arena, NO_HANDLE,
                        room.asSlice(0, FileInformation.STANDARD_SIZE), FileInformation.FileStandardInformation),
                () -> NtDll.ntSetInformationFile(
                        arena, NO_HANDLE, room.asSlice(0, 1), Removal.FileDispositionInformation),
                () -> NtDll.ntQueryDirectoryFile(
                        arena, NO_HANDLE, room, WindowsCursor.FileIdBothDirectoryInformation, true),
                () -> NtDll.ntQueryVolumeInformationFile(arena, NO_HANDLE,
                        room.asSlice(0, WindowsCapabilities.DEVICE_SIZE), WindowsCapabilities.FileFsDeviceInformation));
        calls.forEach(call -> assertThat(refused(call).win32()).isEqualTo(Win32Error.INVALID_HANDLE.code()));
        WindowsCallException path = refused(() -> Kernel32Library.getFinalPathNameByHandleW(arena, NO_HANDLE));
        assertThat(path.ntStatus()).isZero();
        assertThat(path.win32()).isEqualTo(Win32Error.INVALID_HANDLE.code());
    }

    @Test
    void aHandleThatIsNoneIsRefusedByEveryCallOnContentsSecurityTokensAndConsoles() throws Exception {
        MemorySegment room = arena.allocate(4096, Long.BYTES);
        byte[] onlyMe = ProcessToken.descriptorForThisUserOnly(arena);
        MemorySegment descriptor = arena.allocate(onlyMe.length, Long.BYTES);
        descriptor.copyFrom(MemorySegment.ofArray(onlyMe));
        NtFiles.Transfer transfer = NtFiles.Transfer.in(arena);
        int accessList = Security.DACL_SECURITY_INFORMATION;
        Stream<ThrowingCallable> calls = Stream.of(
                () -> NtFiles.ntReadFile(NO_HANDLE, transfer, room, 0),
                () -> NtFiles.ntWriteFile(NO_HANDLE, transfer, room, 0),
                () -> NtFiles.ntQuerySecurityObject(NO_HANDLE, accessList, room, arena.allocate(Integer.BYTES)),
                () -> NtFiles.ntSetSecurityObject(NO_HANDLE, accessList, descriptor),
                () -> NtFiles.ntQueryEaFile(arena, NO_HANDLE, room),
                () -> NtFiles.ntFlushBuffersFile(arena, NO_HANDLE),
                () -> NtDll.ntQueryInformationToken(arena, NO_HANDLE, ProcessToken.TokenPrivileges, room),
                () -> NtDll.ntAdjustPrivilegesToken(NO_HANDLE, room),
                () -> Kernel32Library.writeConsoleW(NO_HANDLE, "x"));
        calls.forEach(call -> assertThat(refused(call).win32()).isEqualTo(Win32Error.INVALID_HANDLE.code()));

        // Wine answers these two without a look at the handle.
        assertThat(refused(() -> NtFiles.ntSetEaFile(arena, NO_HANDLE, room)).win32())
                .isIn(Win32Error.INVALID_HANDLE.code(), Win32Error.ACCESS_DENIED.code());
        assertThat(refused(() -> NtDll.ntFsControlFile(arena, NO_HANDLE, ReparsePoints.FSCTL_GET_REPARSE_POINT,
                MemorySegment.NULL, room)).win32())
                .isIn(Win32Error.INVALID_HANDLE.code(), Win32Error.NOT_A_REPARSE_POINT.code());
    }

    /// Their callers want to know no more.
    @Test
    void callsOnConsolesThatTellNoErrorSayNoOfWhatIsNone() {
        assertThat(Kernel32Library.getStdHandle(42)).isEqualTo(-1);
        assertThat(Kernel32Library.getConsoleMode(NO_HANDLE)).isEmpty();
        assertThat(Kernel32Library.setConsoleMode(NO_HANDLE, 0)).isFalse();
    }

    @Test
    void createSymbolicLinkWSaysWhetherTheLinkIsMade() {
        String link = directory.resolve("link").toString();
        Answer answer = Kernel32Library.createSymbolicLinkW(link, "target", 0);

        assertThat(answer.created() || answer.lastError() == Win32Error.PRIVILEGE_NOT_HELD.code()).as("%s", answer)
                .isTrue();
    }

    @Test
    void u0000IsRefusedBeforeTheCall() {
        assertThat(catchThrowableOfType(IllegalArgumentException.class,
                () -> Kernel32Library.createSymbolicLinkW("a\0b", "target", 0))).hasMessageContaining("U+0000");
    }

    @Test
    void aFinalPathIsVerbatim() throws Exception {
        scene.folder("dir");
        long handle = NtDll.ntCreateFile(arena, ObjectName.ofPath(here + "\\dir"), Opening.HOLD);

        assertThat(Kernel32Library.getFinalPathNameByHandleW(arena, handle))
                .isEqualTo("\\\\?\\" + scene.directory.resolve("dir"));
        NtDll.ntClose(handle);
    }

    @Test
    void aPathBecomesAnNtPathByTheRulesOfWindows() throws Exception {
        assertThat(NtDll.rtlDosPathNameToNtPathName(arena, "C:\\w\\.\\a\\..\\b. ")).isEqualTo("\\??\\C:\\w\\b");
        assertThat(NtDll.rtlDosPathNameToNtPathName(arena, "C:/w/x")).isEqualTo("\\??\\C:\\w\\x");
        assertThat(NtDll.rtlDosPathNameToNtPathName(arena, "\\\\?\\C:\\w\\x.")).isEqualTo("\\??\\C:\\w\\x.");
        assertThat(NtDll.rtlDosPathNameToNtPathName(arena, "\\\\server\\share\\x"))
                .isEqualTo("\\??\\UNC\\server\\share\\x");
        assertThat(refused(() -> NtDll.rtlDosPathNameToNtPathName(arena, "")).win32())
                .isEqualTo(Win32Error.INVALID_NAME.code());
    }

    @Test
    void everyStatusIsTheErrorThatWindowsMakesOfIt() {
        for (NtStatus status : NtStatus.values()) {
            if (!NEWEST.contains(status)) {
                assertThat(NtDll.rtlNtStatusToDosError(status.number())).as(status.name()).isEqualTo(status.win32());
            }
        }
    }

    @Test
    void theNewestStatusesAreKnownToo() {
        for (NtStatus status : NEWEST) {
            assertThat(NtDll.rtlNtStatusToDosError(status.number())).as(status.name()).isEqualTo(status.win32());
        }
    }

    @Test
    void reparseDataOfAnOrdinaryFileAreNone() throws Exception {
        scene.file("file");
        long handle = NtDll.ntCreateFile(arena, ObjectName.ofPath(here + "\\file"), Opening.LOOK);
        MemorySegment room = arena.allocate(1024, Long.BYTES);

        assertThat(refused(() -> NtDll.ntFsControlFile(arena, handle, ReparsePoints.FSCTL_GET_REPARSE_POINT,
                MemorySegment.NULL, room)).win32()).isEqualTo(Win32Error.NOT_A_REPARSE_POINT.code());
        assertThat(ReparsePoints.get(arena, handle)).isNull();
        NtDll.ntClose(handle);
    }

    @Test
    void theBuildIsTold() {
        assertThat(NtDll.rtlGetVersion(arena)).isGreaterThan(7_600);
    }

    @Test
    void aRegistryValueThatIsMissingIsNotTold() {
        assertThat(Advapi32Library.regGetValueW("SOFTWARE\\Linkwright\\Missing", "Missing")).isEmpty();
        assertThat(Advapi32Library.regGetValueW("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "InstallDate"))
                .isPresent();
    }

    @Test
    void theTokenTellsWhetherLinksMayBeMadeAndThatIsPutBack() throws Exception {
        ProcessToken.LinkRight before = ProcessToken.linkRight();
        try (LinkPrivilege outer = LinkPrivilege.enable(); LinkPrivilege inner = LinkPrivilege.enable()) {
            assertThat(ProcessToken.linkRight()).isNotEqualTo(ProcessToken.LinkRight.DISABLED);
        }
        assertThat(ProcessToken.linkRight()).isEqualTo(before);
    }

    @Test
    void aCommandLineIsTakenApartAndNotExpanded() throws Exception {
        assertThat(Shell32Library.commandLineToArgvW("java.exe -x \"a b\" * \\\"q\\\" \u0436 \"\""))
                .containsExactly("java.exe", "-x", "a b", "*", "\"q\"", "\u0436", "");
        assertThat(Shell32Library.commandLineToArgvW(Kernel32Library.getCommandLineW()))
                .contains("org.junit.platform.console.ConsoleLauncher");
    }

    private static WindowsCallException refused(ThrowingCallable call) {
        return catchThrowableOfType(WindowsCallException.class, call);
    }
}
