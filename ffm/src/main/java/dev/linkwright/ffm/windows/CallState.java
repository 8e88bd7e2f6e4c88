package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Memory that takes the last error of a call, in that very call.
final class CallState {
    private static final long LAST_ERROR = Linker.Option.captureStateLayout()
            .byteOffset(MemoryLayout.PathElement.groupElement("GetLastError"));

    private CallState() {}

    static MemorySegment in(Arena arena) {
        return arena.allocate(Linker.Option.captureStateLayout());
    }

    static int lastError(MemorySegment callState) {
        return callState.get(ValueLayout.JAVA_INT, LAST_ERROR);
    }
}
