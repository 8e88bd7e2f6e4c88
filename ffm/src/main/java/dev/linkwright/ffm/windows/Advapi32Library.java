package dev.linkwright.ffm.windows;

import static dev.linkwright.ffm.windows.WindowsType.DWORD;
import static dev.linkwright.ffm.windows.WindowsType.LONG;
import static dev.linkwright.ffm.windows.WindowsType.pointer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.OptionalInt;

import dev.linkwright.ffm.windows.WindowsFunction.Library;

/// The one function of advapi32 that is needed.
final class Advapi32Library {
    static final WindowsFunction REG_GET_VALUE = WindowsFunction.of(Library.ADVAPI32, "RegGetValueW", LONG,
            pointer("HKEY"), pointer("LPCWSTR"), pointer("LPCWSTR"), DWORD, pointer("LPDWORD"), pointer("PVOID"),
            pointer("LPDWORD"));

    /// A number as wide as a pointer, with its sign extended.
    static final int HKEY_LOCAL_MACHINE = 0x80000002;
    static final int RRF_RT_REG_DWORD = 0x10;

    private Advapi32Library() {}

    /// `LONG RegGetValueW(HKEY hkey, LPCWSTR lpSubKey, LPCWSTR lpValue, DWORD dwFlags, LPDWORD pdwType, PVOID pvData,
    /// LPDWORD pcbData);` for a number below HKEY_LOCAL_MACHINE; empty if it cannot be read.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-reggetvaluew>
    static OptionalInt regGetValueW(String key, String value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(ValueLayout.JAVA_INT);
            MemorySegment size = arena.allocate(ValueLayout.JAVA_INT);
            size.set(ValueLayout.JAVA_INT, 0, Integer.BYTES);
            int error = (int) RegGetValueW.HANDLE.invokeExact(MemorySegment.ofAddress(HKEY_LOCAL_MACHINE),
                    WideText.terminated(arena, key), WideText.terminated(arena, value), RRF_RT_REG_DWORD,
                    MemorySegment.NULL, data, size);
            return error == 0 ? OptionalInt.of(data.get(ValueLayout.JAVA_INT, 0)) : OptionalInt.empty();
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
    }

    private static final class RegGetValueW {
        static final MethodHandle HANDLE = REG_GET_VALUE.link();
    }
}
