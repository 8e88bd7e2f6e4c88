package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// What `LookupPrivilegeValueW` says of a name. The code itself names the privilege by its number.
///
/// @param isKnown what the function returns
/// @param lastError the last error, 0 if it is known
/// @param number the lower half of its LUID, 0 if it is not known
record NamedPrivilege(boolean isKnown, int lastError, int number) {
    private static final WindowsFunction LOOKUP_PRIVILEGE_VALUE = WindowsFunction.of(WindowsFunction.Library.ADVAPI32,
            "LookupPrivilegeValueW", WindowsType.BOOL, WindowsType.pointer("LPCWSTR"), WindowsType.pointer("LPCWSTR"),
            WindowsType.pointer("PLUID")).settingLastError();

    static NamedPrivilege lookUp(String name) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = CallState.in(arena);
            MemorySegment luid = arena.allocate(Long.BYTES, Long.BYTES);
            boolean known = (int) LOOKUP_PRIVILEGE_VALUE.link().invokeExact(
                    state, MemorySegment.NULL, WideText.terminated(arena, name), luid) != 0;
            return new NamedPrivilege(known, known ? 0 : CallState.lastError(state),
                    known ? luid.get(ValueLayout.JAVA_INT, 0) : 0);
        }
    }
}
