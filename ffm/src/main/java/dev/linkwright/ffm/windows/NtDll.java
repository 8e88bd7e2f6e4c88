package dev.linkwright.ffm.windows;

import static dev.linkwright.ffm.windows.WindowsType.ACCESS_MASK;
import static dev.linkwright.ffm.windows.WindowsType.BOOLEAN;
import static dev.linkwright.ffm.windows.WindowsType.HANDLE;
import static dev.linkwright.ffm.windows.WindowsType.NTSTATUS;
import static dev.linkwright.ffm.windows.WindowsType.ULONG;
import static dev.linkwright.ffm.windows.WindowsType.enumeration;
import static dev.linkwright.ffm.windows.WindowsType.pointer;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.HexFormat;

import dev.linkwright.ffm.windows.WindowsFunction.Library;

/// The functions of ntdll, one method each. They return an NTSTATUS, negative for failures; the methods throw then.
///
/// Each is linked when it is first called.
final class NtDll {
    private static final AddressLayout IO_STATUS = pointer("PIO_STATUS_BLOCK");
    private static final AddressLayout ANYTHING = pointer("PVOID");
    private static final AddressLayout UNICODE_STRING = pointer("PUNICODE_STRING");
    private static final ValueLayout.OfInt FILE_CLASS = enumeration("FILE_INFORMATION_CLASS");

    static final WindowsFunction NT_CREATE_FILE = WindowsFunction.of(Library.NTDLL, "NtCreateFile", NTSTATUS,
            pointer("PHANDLE"), ACCESS_MASK, pointer("POBJECT_ATTRIBUTES"), IO_STATUS, pointer("PLARGE_INTEGER"), ULONG,
            ULONG, ULONG, ULONG, ANYTHING, ULONG);
    static final WindowsFunction NT_CLOSE = WindowsFunction.of(Library.NTDLL, "NtClose", NTSTATUS, HANDLE);
    static final WindowsFunction NT_QUERY_INFORMATION_FILE = WindowsFunction.of(Library.NTDLL,
            "NtQueryInformationFile", NTSTATUS, HANDLE, IO_STATUS, ANYTHING, ULONG, FILE_CLASS);
    static final WindowsFunction NT_SET_INFORMATION_FILE = WindowsFunction.of(Library.NTDLL, "NtSetInformationFile",
            NTSTATUS, HANDLE, IO_STATUS, ANYTHING, ULONG, FILE_CLASS);
    static final WindowsFunction NT_QUERY_DIRECTORY_FILE = WindowsFunction.of(Library.NTDLL, "NtQueryDirectoryFile",
            NTSTATUS, HANDLE, HANDLE, pointer("PIO_APC_ROUTINE"), ANYTHING, IO_STATUS, ANYTHING, ULONG, FILE_CLASS,
            BOOLEAN, UNICODE_STRING, BOOLEAN);
    static final WindowsFunction NT_QUERY_VOLUME_INFORMATION_FILE = WindowsFunction.of(Library.NTDLL,
            "NtQueryVolumeInformationFile", NTSTATUS, HANDLE, IO_STATUS, ANYTHING, ULONG,
            enumeration("FS_INFORMATION_CLASS"));
    static final WindowsFunction NT_FS_CONTROL_FILE = WindowsFunction.of(Library.NTDLL, "NtFsControlFile", NTSTATUS,
            HANDLE, HANDLE, pointer("PIO_APC_ROUTINE"), ANYTHING, IO_STATUS, ULONG, ANYTHING, ULONG, ANYTHING, ULONG);
    static final WindowsFunction NT_OPEN_PROCESS_TOKEN = WindowsFunction.of(Library.NTDLL, "NtOpenProcessToken",
            NTSTATUS, HANDLE, ACCESS_MASK, pointer("PHANDLE"));
    static final WindowsFunction NT_QUERY_INFORMATION_TOKEN = WindowsFunction.of(Library.NTDLL,
            "NtQueryInformationToken", NTSTATUS, HANDLE, enumeration("TOKEN_INFORMATION_CLASS"), ANYTHING, ULONG,
            pointer("PULONG"));
    static final WindowsFunction NT_ADJUST_PRIVILEGES_TOKEN = WindowsFunction.of(Library.NTDLL,
            "NtAdjustPrivilegesToken", NTSTATUS, HANDLE, BOOLEAN, pointer("PTOKEN_PRIVILEGES"), ULONG,
            pointer("PTOKEN_PRIVILEGES"), pointer("PULONG"));
    /// In no header: `NTSTATUS (PCWSTR, PUNICODE_STRING, PWSTR *, PVOID)`.
    static final WindowsFunction RTL_DOS_PATH_NAME_TO_NT_PATH_NAME = WindowsFunction.of(Library.NTDLL,
            "RtlDosPathNameToNtPathName_U_WithStatus", NTSTATUS, pointer("PCWSTR"), UNICODE_STRING, pointer("PWSTR *"),
            ANYTHING);
    static final WindowsFunction RTL_FREE_UNICODE_STRING = WindowsFunction.ofVoid(Library.NTDLL,
            "RtlFreeUnicodeString", UNICODE_STRING);
    static final WindowsFunction RTL_NT_STATUS_TO_DOS_ERROR = WindowsFunction.of(Library.NTDLL,
            "RtlNtStatusToDosError", ULONG, NTSTATUS);
    static final WindowsFunction RTL_GET_VERSION = WindowsFunction.of(Library.NTDLL, "RtlGetVersion", NTSTATUS,
            pointer("PRTL_OSVERSIONINFOW"));
    /// Only Wine has it; it is never called.
    private static final WindowsFunction WINE_GET_VERSION = WindowsFunction.of(Library.NTDLL, "wine_get_version",
            pointer("const char *"));

    private NtDll() {}

    /// `NTSTATUS NtCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    /// PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG
    /// CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength);` which also opens what is there.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntcreatefile>
    ///
    /// @return a handle, which the caller closes
    static long ntCreateFile(Arena arena, ObjectName object, Opening how) throws WindowsCallException {
        MemorySegment handle = arena.allocate(ValueLayout.ADDRESS);
        MemorySegment attributes = object.attributes(arena, how);
        int status;
        try {
            status = (int) NtCreateFile.HANDLE.invokeExact(handle, how.access(), attributes,
                    arena.allocate(IoStatusBlock.SIZE, Long.BYTES), MemorySegment.NULL, 0, how.share(),
                    how.disposition(), how.options(), MemorySegment.NULL, 0);
        } catch (Throwable e) {
            throw impossible(e);
        }
        require("NtCreateFile", object + ", " + how, status);
        return handle.get(ValueLayout.JAVA_LONG, 0);
    }

    /// `NTSTATUS NtClose(HANDLE Handle);` whatever it reports, there is nothing to be done about it.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntclose>
    static void ntClose(long handle) {
        try {
            int ignored = (int) NtClose.HANDLE.invokeExact(MemorySegment.ofAddress(handle));
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// `NTSTATUS NtQueryInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG
    /// Length, FILE_INFORMATION_CLASS FileInformationClass);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntqueryinformationfile>
    static void ntQueryInformationFile(Arena arena, long handle, MemorySegment out, int infoClass)
            throws WindowsCallException {
        int status;
        try {
            status = (int) NtQueryInformationFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle),
                    arena.allocate(IoStatusBlock.SIZE, Long.BYTES), out, (int) out.byteSize(), infoClass);
        } catch (Throwable e) {
            throw impossible(e);
        }
        require("NtQueryInformationFile", "class " + infoClass, status);
    }

    /// `NTSTATUS NtSetInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG
    /// Length, FILE_INFORMATION_CLASS FileInformationClass);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntsetinformationfile>
    static void ntSetInformationFile(Arena arena, long handle, MemorySegment in, int infoClass)
            throws WindowsCallException {
        int status;
        try {
            status = (int) NtSetInformationFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle),
                    arena.allocate(IoStatusBlock.SIZE, Long.BYTES), in, (int) in.byteSize(), infoClass);
        } catch (Throwable e) {
            throw impossible(e);
        }
        require("NtSetInformationFile", "class " + infoClass, status);
    }

    /// `NTSTATUS NtQueryDirectoryFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    /// PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS
    /// FileInformationClass, BOOLEAN ReturnSingleEntry, PUNICODE_STRING FileName, BOOLEAN RestartScan);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntquerydirectoryfile>
    ///
    /// @return whether there are entries in `out`; false at the end
    static boolean ntQueryDirectoryFile(Arena arena, long handle, MemorySegment out, int infoClass, boolean restart)
            throws WindowsCallException {
        int status;
        try {
            status = (int) NtQueryDirectoryFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle),
                    MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL,
                    arena.allocate(IoStatusBlock.SIZE, Long.BYTES), out, (int) out.byteSize(), infoClass, (byte) 0,
                    MemorySegment.NULL, (byte) (restart ? 1 : 0));
        } catch (Throwable e) {
            throw impossible(e);
        }
        // An empty directory without "." has no such file at the first call.
        boolean atEnd = status == NtStatus.STATUS_NO_MORE_FILES.number()
                || status == NtStatus.STATUS_NO_SUCH_FILE.number();
        if (!atEnd) {
            require("NtQueryDirectoryFile", "class " + infoClass, status);
        }
        return !atEnd;
    }

    /// `NTSTATUS NtQueryVolumeInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FsInformation,
    /// ULONG Length, FS_INFORMATION_CLASS FsInformationClass);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntqueryvolumeinformationfile>
    static void ntQueryVolumeInformationFile(Arena arena, long handle, MemorySegment out, int infoClass)
            throws WindowsCallException {
        int status;
        try {
            status = (int) NtQueryVolumeInformationFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle),
                    arena.allocate(IoStatusBlock.SIZE, Long.BYTES), out, (int) out.byteSize(), infoClass);
        } catch (Throwable e) {
            throw impossible(e);
        }
        require("NtQueryVolumeInformationFile", "class " + infoClass, status);
    }

    /// `NTSTATUS NtFsControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    /// PIO_STATUS_BLOCK IoStatusBlock, ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID
    /// OutputBuffer, ULONG OutputBufferLength);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntfscontrolfile>
    ///
    /// @return how many bytes are in `out`
    static int ntFsControlFile(Arena arena, long handle, int code, MemorySegment in, MemorySegment out)
            throws WindowsCallException {
        MemorySegment ioStatus = arena.allocate(IoStatusBlock.SIZE, Long.BYTES);
        int status;
        try {
            status = (int) NtFsControlFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle), MemorySegment.NULL,
                    MemorySegment.NULL, MemorySegment.NULL, ioStatus, code, in, (int) in.byteSize(), out,
                    (int) out.byteSize());
        } catch (Throwable e) {
            throw impossible(e);
        }
        require("NtFsControlFile", "0x" + Integer.toHexString(code), status);
        return (int) IoStatusBlock.INFORMATION.read(ioStatus);
    }

    /// `NTSTATUS NtOpenProcessToken(HANDLE ProcessHandle, ACCESS_MASK DesiredAccess, PHANDLE TokenHandle);` of this
    /// process.
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntopenprocesstoken>
    static long ntOpenProcessToken(Arena arena, int access) throws WindowsCallException {
        MemorySegment token = arena.allocate(ValueLayout.ADDRESS);
        MemorySegment thisProcess = MemorySegment.ofAddress(-1);
        int status;
        try {
            status = (int) NtOpenProcessToken.HANDLE.invokeExact(thisProcess, access, token);
        } catch (Throwable e) {
            throw impossible(e);
        }
        require("NtOpenProcessToken", "0x" + Integer.toHexString(access), status);
        return token.get(ValueLayout.JAVA_LONG, 0);
    }

    /// `NTSTATUS NtQueryInformationToken(HANDLE TokenHandle, TOKEN_INFORMATION_CLASS TokenInformationClass, PVOID
    /// TokenInformation, ULONG TokenInformationLength, PULONG ReturnLength);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntqueryinformationtoken>
    static void ntQueryInformationToken(Arena arena, long token, int infoClass, MemorySegment out)
            throws WindowsCallException {
        int status;
        try {
            status = (int) NtQueryInformationToken.HANDLE.invokeExact(MemorySegment.ofAddress(token), infoClass, out,
                    (int) out.byteSize(), arena.allocate(ValueLayout.JAVA_INT));
        } catch (Throwable e) {
            throw impossible(e);
        }
        require("NtQueryInformationToken", "class " + infoClass, status);
    }

    /// `NTSTATUS NtAdjustPrivilegesToken(HANDLE TokenHandle, BOOLEAN DisableAllPrivileges, PTOKEN_PRIVILEGES NewState,
    /// ULONG BufferLength, PTOKEN_PRIVILEGES PreviousState, PULONG ReturnLength);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntadjustprivilegestoken>
    ///
    /// @return whether it was done; false if the token does not have the privilege at all, which is a success code
    static boolean ntAdjustPrivilegesToken(long token, MemorySegment newState) throws WindowsCallException {
        int status;
        try {
            status = (int) NtAdjustPrivilegesToken.HANDLE.invokeExact(MemorySegment.ofAddress(token), (byte) 0,
                    newState, 0, MemorySegment.NULL, MemorySegment.NULL);
        } catch (Throwable e) {
            throw impossible(e);
        }
        require("NtAdjustPrivilegesToken", "SeCreateSymbolicLinkPrivilege", status);
        return status == 0;
    }

    /// `NTSTATUS RtlDosPathNameToNtPathName_U_WithStatus(PCWSTR DosPathName, PUNICODE_STRING NtPathName, PWSTR *FilePart,
    /// PVOID DirectoryInfo);` what the system makes of a path: counted from the current directory, folded, trimmed,
    /// device names replaced.
    static String rtlDosPathNameToNtPathName(Arena arena, String path) throws WindowsCallException {
        MemorySegment ntPath = arena.allocate(UnicodeString.SIZE, Long.BYTES);
        int status;
        try {
            status = (int) RtlDosPathNameToNtPathName.HANDLE.invokeExact(WideText.terminated(arena, path), ntPath,
                    MemorySegment.NULL, MemorySegment.NULL);
        } catch (Throwable e) {
            throw impossible(e);
        }
        require("RtlDosPathNameToNtPathName_U_WithStatus", path, status);
        String text = UnicodeString.read(ntPath);
        rtlFreeUnicodeString(ntPath);
        return text;
    }

    /// `VOID RtlFreeUnicodeString(PUNICODE_STRING UnicodeString);`
    ///
    /// <https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-rtlfreeunicodestring>
    private static void rtlFreeUnicodeString(MemorySegment string) {
        try {
            RtlFreeUnicodeString.HANDLE.invokeExact(string);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// `ULONG RtlNtStatusToDosError(NTSTATUS Status);`
    ///
    /// <https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-rtlntstatustodoserror>
    static int rtlNtStatusToDosError(int status) {
        try {
            return (int) RtlNtStatusToDosError.HANDLE.invokeExact(status);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// `NTSTATUS RtlGetVersion(PRTL_OSVERSIONINFOW lpVersionInformation);` which, unlike the functions of kernel32, tells
    /// the truth to programs without a manifest.
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-rtlgetversion>
    ///
    /// @return the build number: 15063 is Windows 10 1703
    static int rtlGetVersion(Arena arena) {
        MemorySegment version = arena.allocate(OsVersion.SIZE, Long.BYTES);
        OsVersion.OWN_SIZE.write(version, OsVersion.SIZE);
        try {
            int ignored = (int) RtlGetVersion.HANDLE.invokeExact(version);
        } catch (Throwable e) {
            throw impossible(e);
        }
        return OsVersion.BUILD_NUMBER.readInt(version, 0);
    }

    /// Whether this is not Windows but Wine.
    static boolean isWine() {
        return WINE_GET_VERSION.isThere();
    }

    /// A handle throws nothing that is checked; its declaration does.
    static RuntimeException impossible(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException unchecked) {
            return unchecked;
        }
        throw new AssertionError("a linked function threw what it cannot throw", thrown);
    }

    /// Warnings (0x8…) are no success here: what they warn of is that data are missing.
    static void require(String function, String arguments, int status) throws WindowsCallException {
        if (status < 0) {
            throw WindowsCallException.ofStatus(function, arguments, status);
        }
    }

    /// A number as the documentation writes it.
    static String hex(int number) {
        return "0x" + HexFormat.of().withUpperCase().toHexDigits(number);
    }

    private static final class NtCreateFile {
        static final MethodHandle HANDLE = NT_CREATE_FILE.link();
    }

    private static final class NtClose {
        static final MethodHandle HANDLE = NT_CLOSE.link();
    }

    private static final class NtQueryInformationFile {
        static final MethodHandle HANDLE = NT_QUERY_INFORMATION_FILE.link();
    }

    private static final class NtSetInformationFile {
        static final MethodHandle HANDLE = NT_SET_INFORMATION_FILE.link();
    }

    private static final class NtQueryDirectoryFile {
        static final MethodHandle HANDLE = NT_QUERY_DIRECTORY_FILE.link();
    }

    private static final class NtQueryVolumeInformationFile {
        static final MethodHandle HANDLE = NT_QUERY_VOLUME_INFORMATION_FILE.link();
    }

    private static final class NtFsControlFile {
        static final MethodHandle HANDLE = NT_FS_CONTROL_FILE.link();
    }

    private static final class NtOpenProcessToken {
        static final MethodHandle HANDLE = NT_OPEN_PROCESS_TOKEN.link();
    }

    private static final class NtQueryInformationToken {
        static final MethodHandle HANDLE = NT_QUERY_INFORMATION_TOKEN.link();
    }

    private static final class NtAdjustPrivilegesToken {
        static final MethodHandle HANDLE = NT_ADJUST_PRIVILEGES_TOKEN.link();
    }

    private static final class RtlDosPathNameToNtPathName {
        static final MethodHandle HANDLE = RTL_DOS_PATH_NAME_TO_NT_PATH_NAME.link();
    }

    private static final class RtlFreeUnicodeString {
        static final MethodHandle HANDLE = RTL_FREE_UNICODE_STRING.link();
    }

    private static final class RtlNtStatusToDosError {
        static final MethodHandle HANDLE = RTL_NT_STATUS_TO_DOS_ERROR.link();
    }

    private static final class RtlGetVersion {
        static final MethodHandle HANDLE = RTL_GET_VERSION.link();
    }
}
