package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;

/// An object that is open for the length of one primitive, in one thread.
///
/// @param handle its handle
record OpenObject(long handle) implements AutoCloseable {
    static OpenObject open(Arena arena, ObjectName object, Opening how) throws WindowsCallException {
        return new OpenObject(NtDll.ntCreateFile(arena, object, how));
    }

    @Override
    public void close() {
        NtDll.ntClose(handle);
    }
}
