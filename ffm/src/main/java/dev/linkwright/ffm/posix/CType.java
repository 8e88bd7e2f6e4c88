package dev.linkwright.ffm.posix;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.ValueLayout;

/// The C types of parameters and results. Each layout carries the spelling of its type in C as its name: the linker
/// looks only at the layout, the audit compares both with the headers.
final class CType {
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withName("int");
    static final ValueLayout.OfInt UNSIGNED_INT = ValueLayout.JAVA_INT.withName("unsigned int");
    static final ValueLayout.OfInt MODE_T = ValueLayout.JAVA_INT.withName("mode_t");
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withName("long");
    static final ValueLayout.OfLong OFF_T = ValueLayout.JAVA_LONG.withName("off_t");
    static final ValueLayout.OfLong SIZE_T = ValueLayout.JAVA_LONG.withName("size_t");
    static final ValueLayout.OfLong SSIZE_T = ValueLayout.JAVA_LONG.withName("ssize_t");
    static final AddressLayout CONST_CHAR_POINTER = pointer("const char *");
    static final AddressLayout CHAR_POINTER = pointer("char *");

    private CType() {}

    static AddressLayout pointer(String type) {
        return ValueLayout.ADDRESS.withName(type);
    }
}
