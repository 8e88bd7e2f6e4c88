package dev.linkwright.ffm.windows;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.ValueLayout;

/// The types of parameters and results, with their spelling in the Windows headers as names: the linker looks only at
/// the layout, the audit compares both with the headers.
final class WindowsType {
    /// One byte. Only the lowest byte of the register is defined: whoever reads four takes garbage for success.
    static final ValueLayout.OfByte BOOLEAN = ValueLayout.JAVA_BYTE.withName("BOOLEAN");
    /// Four bytes, unlike [#BOOLEAN].
    static final ValueLayout.OfInt BOOL = ValueLayout.JAVA_INT.withName("BOOL");
    static final ValueLayout.OfInt DWORD = ValueLayout.JAVA_INT.withName("DWORD");
    static final ValueLayout.OfInt ULONG = ValueLayout.JAVA_INT.withName("ULONG");
    static final ValueLayout.OfInt UINT = ValueLayout.JAVA_INT.withName("UINT");
    static final ValueLayout.OfInt HRESULT = ValueLayout.JAVA_INT.withName("HRESULT");
    static final ValueLayout.OfLong SIZE_T = ValueLayout.JAVA_LONG.withName("SIZE_T");
    static final ValueLayout.OfInt LONG = ValueLayout.JAVA_INT.withName("LONG");
    static final ValueLayout.OfInt NTSTATUS = ValueLayout.JAVA_INT.withName("NTSTATUS");
    static final ValueLayout.OfInt ACCESS_MASK = ValueLayout.JAVA_INT.withName("ACCESS_MASK");
    static final AddressLayout HANDLE = pointer("HANDLE");

    private WindowsType() {}

    static AddressLayout pointer(String type) {
        return ValueLayout.ADDRESS.withName(type);
    }

    /// An enumeration of the headers: four bytes.
    static ValueLayout.OfInt enumeration(String type) {
        return ValueLayout.JAVA_INT.withName(type);
    }
}
