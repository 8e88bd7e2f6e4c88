package dev.linkwright.ffm.windows;

import static dev.linkwright.ffm.windows.WindowsType.BOOL;
import static dev.linkwright.ffm.windows.WindowsType.BOOLEAN;
import static dev.linkwright.ffm.windows.WindowsType.DWORD;
import static dev.linkwright.ffm.windows.WindowsType.HANDLE;
import static dev.linkwright.ffm.windows.WindowsType.SIZE_T;
import static dev.linkwright.ffm.windows.WindowsType.UINT;
import static dev.linkwright.ffm.windows.WindowsType.enumeration;
import static dev.linkwright.ffm.windows.WindowsType.pointer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.OptionalInt;

import dev.linkwright.ffm.windows.WindowsFunction.Library;
import dev.linkwright.win32.CreateSymbolicLinkW.Answer;
import dev.linkwright.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/// The functions of kernel32, one method each; linked when they are first called.
final class Kernel32Library {
    static final WindowsFunction CREATE_SYMBOLIC_LINK = WindowsFunction.of(Library.KERNEL32, "CreateSymbolicLinkW",
            BOOLEAN, pointer("LPCWSTR"), pointer("LPCWSTR"), DWORD).settingLastError();
    static final WindowsFunction GET_FINAL_PATH_NAME_BY_HANDLE = WindowsFunction.of(Library.KERNEL32,
            "GetFinalPathNameByHandleW", DWORD, HANDLE, pointer("LPWSTR"), DWORD, DWORD).settingLastError();
    static final WindowsFunction GET_COMMAND_LINE = WindowsFunction.of(Library.KERNEL32, "GetCommandLineW",
            pointer("LPWSTR"));
    static final WindowsFunction LOCAL_FREE = WindowsFunction.of(Library.KERNEL32, "LocalFree", pointer("HLOCAL"),
            pointer("HLOCAL"));

    static final WindowsFunction GET_SYSTEM_DIRECTORY = WindowsFunction.of(Library.KERNEL32, "GetSystemDirectoryW",
            UINT, pointer("LPWSTR"), UINT);
    static final WindowsFunction GET_PROCESS_MITIGATION_POLICY = WindowsFunction.of(Library.KERNEL32,
            "GetProcessMitigationPolicy", BOOL, HANDLE, enumeration("PROCESS_MITIGATION_POLICY"), pointer("PVOID"),
            SIZE_T).settingLastError();
    static final WindowsFunction QUERY_DOS_DEVICE = WindowsFunction.of(Library.KERNEL32, "QueryDosDeviceW", DWORD,
            pointer("LPCWSTR"), pointer("LPWSTR"), DWORD).settingLastError();
    static final WindowsFunction GET_STD_HANDLE = WindowsFunction.of(Library.KERNEL32, "GetStdHandle", HANDLE, DWORD);
    static final WindowsFunction GET_CONSOLE_MODE = WindowsFunction.of(Library.KERNEL32, "GetConsoleMode", BOOL, HANDLE,
            pointer("LPDWORD"));
    static final WindowsFunction SET_CONSOLE_MODE = WindowsFunction.of(Library.KERNEL32, "SetConsoleMode", BOOL, HANDLE,
            DWORD);
    static final WindowsFunction WRITE_CONSOLE = WindowsFunction.of(Library.KERNEL32, "WriteConsoleW", BOOL, HANDLE,
            pointer("const VOID *"), DWORD, pointer("LPDWORD"), pointer("LPVOID")).settingLastError();

    static final int SYMBOLIC_LINK_FLAG_DIRECTORY = 0x1;
    static final int SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE = 0x2;

    private static final MemorySegment THIS_PROCESS = MemorySegment.ofAddress(-1);
    private static final int LONGEST_PATH = 32_768;

    private Kernel32Library() {}

    /// `BOOLEAN CreateSymbolicLinkW(LPCWSTR lpSymlinkFileName, LPCWSTR lpTargetFileName, DWORD dwFlags);` once, with these
    /// very arguments.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-createsymboliclinkw>
    ///
    /// @throws IllegalArgumentException if a text has U+0000
    static Answer createSymbolicLinkW(@Nullable String link, @Nullable String target, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = CallState.in(arena);
            byte created = (byte) CreateSymbolicLinkW.HANDLE.invokeExact(state, textOrNull(arena, link),
                    textOrNull(arena, target), flags);
            return new Answer(created != 0, CallState.lastError(state));
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
    }

    /// `DWORD GetFinalPathNameByHandleW(HANDLE hFile, LPWSTR lpszFilePath, DWORD cchFilePath, DWORD dwFlags);` by drive
    /// letter, with `\\?\` before it.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfinalpathnamebyhandlew>
    static String getFinalPathNameByHandleW(Arena arena, long handle) throws WindowsCallException {
        MemorySegment state = CallState.in(arena);
        MemorySegment path = arena.allocate(2L * LONGEST_PATH, 2);
        int length;
        try {
            length = (int) GetFinalPathNameByHandleW.HANDLE.invokeExact(
                    state, MemorySegment.ofAddress(handle), path, LONGEST_PATH, 0);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        if (length <= 0 || length >= LONGEST_PATH) {
            throw WindowsCallException.ofLastError("GetFinalPathNameByHandleW", "handle",
                    length == 0 ? CallState.lastError(state) : Win32Error.MORE_DATA.code());
        }
        return WideText.read(path, 0, length);
    }

    /// `LPWSTR GetCommandLineW(void);` the whole text with which this process was started.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-getcommandlinew>
    static String getCommandLineW() {
        try {
            return WideText.at((MemorySegment) GetCommandLineW.HANDLE.invokeExact());
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
    }

    /// `HLOCAL LocalFree(HLOCAL hMem);`
    ///
    /// <https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localfree>
    static void localFree(MemorySegment memory) {
        try {
            MemorySegment ignored = (MemorySegment) LocalFree.HANDLE.invokeExact(memory);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
    }

    /// `UINT GetSystemDirectoryW(LPWSTR lpBuffer, UINT uSize);`
    ///
    /// <https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsystemdirectoryw>
    static String getSystemDirectoryW() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocate(2L * LONGEST_PATH, 2);
            int length = (int) GetSystemDirectoryW.HANDLE.invokeExact(path, LONGEST_PATH);
            return WideText.read(path, 0, length);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
    }

    /// `BOOL GetProcessMitigationPolicy(HANDLE hProcess, PROCESS_MITIGATION_POLICY MitigationPolicy, PVOID lpBuffer, SIZE_T
    /// dwLength);` of this process, for policies that are 32 bits.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getprocessmitigationpolicy>
    static int getProcessMitigationPolicy(Arena arena, int policy) throws WindowsCallException {
        MemorySegment state = CallState.in(arena);
        MemorySegment flags = arena.allocate(ValueLayout.JAVA_INT);
        int told;
        try {
            told = (int) GetProcessMitigationPolicy.HANDLE.invokeExact(state, THIS_PROCESS, policy, flags,
                    flags.byteSize());
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        if (told == 0) {
            throw WindowsCallException.ofLastError("GetProcessMitigationPolicy", "policy " + policy,
                    CallState.lastError(state));
        }
        return flags.get(ValueLayout.JAVA_INT, 0);
    }

    /// `DWORD QueryDosDeviceW(LPCWSTR lpDeviceName, LPWSTR lpTargetPath, DWORD ucchMax);` what a name such as `C:` stands for
    /// in this session. It reads a link of the object manager and goes to no device or server.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-querydosdevicew>
    static String queryDosDeviceW(Arena arena, String device) throws WindowsCallException {
        MemorySegment state = CallState.in(arena);
        MemorySegment path = arena.allocate(2L * LONGEST_PATH, 2);
        int length;
        try {
            length = (int) QueryDosDeviceW.HANDLE.invokeExact(state, WideText.terminated(arena, device), path,
                    LONGEST_PATH);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        if (length == 0) {
            throw WindowsCallException.ofLastError("QueryDosDeviceW", device, CallState.lastError(state));
        }
        return WideText.at(path);
    }

    /// `HANDLE GetStdHandle(DWORD nStdHandle);` which may be 0 or -1.
    ///
    /// <https://learn.microsoft.com/windows/console/getstdhandle>
    static long getStdHandle(int which) {
        try {
            return ((MemorySegment) GetStdHandle.HANDLE.invokeExact(which)).address();
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
    }

    /// `BOOL GetConsoleMode(HANDLE hConsoleHandle, LPDWORD lpMode);` which fails for everything but consoles.
    ///
    /// <https://learn.microsoft.com/windows/console/getconsolemode>
    static OptionalInt getConsoleMode(long handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mode = arena.allocate(ValueLayout.JAVA_INT);
            int told = (int) GetConsoleMode.HANDLE.invokeExact(MemorySegment.ofAddress(handle), mode);
            return told == 0 ? OptionalInt.empty() : OptionalInt.of(mode.get(ValueLayout.JAVA_INT, 0));
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
    }

    /// `BOOL SetConsoleMode(HANDLE hConsoleHandle, DWORD dwMode);`
    ///
    /// <https://learn.microsoft.com/windows/console/setconsolemode>
    ///
    /// @return whether the console knows all of these bits
    static boolean setConsoleMode(long handle, int mode) {
        try {
            return (int) SetConsoleMode.HANDLE.invokeExact(MemorySegment.ofAddress(handle), mode) != 0;
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
    }

    /// `BOOL WriteConsoleW(HANDLE hConsoleOutput, const VOID *lpBuffer, DWORD nNumberOfCharsToWrite, LPDWORD
    /// lpNumberOfCharsWritten, LPVOID lpReserved);`
    ///
    /// <https://learn.microsoft.com/windows/console/writeconsole>
    ///
    /// @return how many units it has taken
    static int writeConsoleW(long handle, String units) throws WindowsCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = CallState.in(arena);
            MemorySegment text = arena.allocate(2L * units.length(), 2);
            WideText.write(text, 0, units);
            MemorySegment written = arena.allocate(ValueLayout.JAVA_INT);
            int done;
            try {
                done = (int) WriteConsoleW.HANDLE.invokeExact(state, MemorySegment.ofAddress(handle), text,
                        units.length(), written, MemorySegment.NULL);
            } catch (Throwable e) {
                throw NtDll.impossible(e);
            }
            if (done == 0) {
                throw WindowsCallException.ofLastError("WriteConsoleW", units.length() + " units",
                        CallState.lastError(state));
            }
            return written.get(ValueLayout.JAVA_INT, 0);
        }
    }

    private static MemorySegment textOrNull(Arena arena, @Nullable String text) {
        return text == null ? MemorySegment.NULL : WideText.terminated(arena, text);
    }

    private static final class CreateSymbolicLinkW {
        static final MethodHandle HANDLE = CREATE_SYMBOLIC_LINK.link();
    }

    private static final class GetFinalPathNameByHandleW {
        static final MethodHandle HANDLE = GET_FINAL_PATH_NAME_BY_HANDLE.link();
    }

    private static final class GetCommandLineW {
        static final MethodHandle HANDLE = GET_COMMAND_LINE.link();
    }

    private static final class LocalFree {
        static final MethodHandle HANDLE = LOCAL_FREE.link();
    }

    private static final class GetSystemDirectoryW {
        static final MethodHandle HANDLE = GET_SYSTEM_DIRECTORY.link();
    }

    private static final class GetProcessMitigationPolicy {
        static final MethodHandle HANDLE = GET_PROCESS_MITIGATION_POLICY.link();
    }

    private static final class GetStdHandle {
        static final MethodHandle HANDLE = GET_STD_HANDLE.link();
    }

    private static final class GetConsoleMode {
        static final MethodHandle HANDLE = GET_CONSOLE_MODE.link();
    }

    private static final class SetConsoleMode {
        static final MethodHandle HANDLE = SET_CONSOLE_MODE.link();
    }

    private static final class WriteConsoleW {
        static final MethodHandle HANDLE = WRITE_CONSOLE.link();
    }

    private static final class QueryDosDeviceW {
        static final MethodHandle HANDLE = QUERY_DOS_DEVICE.link();
    }
}
