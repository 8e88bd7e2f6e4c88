package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;

/// Opens directories to hold them.
final class Holding {
    private Holding() {}

    /// With as much access as there is: a directory that may be entered and not listed can be worked in all the same.
    static long open(Arena arena, ObjectName object, Opening how) throws WindowsCallException {
        int[] less = {Opening.FILE_TRAVERSE | Opening.FILE_READ_ATTRIBUTES, Opening.FILE_READ_ATTRIBUTES};
        Opening asked = how;
        for (int access : less) {
            try {
                return NtDll.ntCreateFile(arena, object, asked);
            } catch (WindowsCallException e) {
                if (!e.is(NtStatus.STATUS_ACCESS_DENIED)) {
                    throw e;
                }
                asked = how.withAccess(access);
            }
        }
        return NtDll.ntCreateFile(arena, object, asked);
    }
}
