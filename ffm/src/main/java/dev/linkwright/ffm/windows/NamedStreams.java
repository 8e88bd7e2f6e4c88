package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// The named streams of an open object: opened from its own handle, so that its name does not matter.
final class NamedStreams {
    static final int FileStreamInformation = 22;

    static final WindowsField NEXT = new WindowsField("FILE_STREAM_INFORMATION", "NextEntryOffset", 0, 32);
    static final WindowsField NAME_LENGTH = new WindowsField("FILE_STREAM_INFORMATION", "StreamNameLength", 4, 32);
    static final WindowsField SIZE = new WindowsField("FILE_STREAM_INFORMATION", "StreamSize", 8, 64);
    static final WindowsField NAME = new WindowsField("FILE_STREAM_INFORMATION", "StreamName", 24, 0);

    private static final String DATA = ":$DATA";
    private static final long USUAL_ROOM = 4096;
    private static final long MOST_ROOM = 4L << 20;

    private NamedStreams() {}

    /// A stream of data.
    ///
    /// @param name without colons
    /// @param size how many bytes it has
    record Stream(String name, long size) {}

    /// All but the one without a name.
    static List<Stream> list(Arena arena, long handle) throws WindowsCallException {
        long room = USUAL_ROOM;
        while (true) {
            MemorySegment told = arena.allocate(room, Long.BYTES);
            try {
                NtDll.ntQueryInformationFile(arena, handle, told, FileStreamInformation);
                return parse(told);
            } catch (WindowsCallException e) {
                if (!e.is(NtStatus.STATUS_BUFFER_OVERFLOW) || room >= MOST_ROOM) {
                    throw e;
                }
                room *= 4;
            }
        }
    }

    /// What the system tells: names as `:name:$DATA`. An object without any stream leaves the memory as it was, zero.
    static List<Stream> parse(MemorySegment told) {
        List<Stream> streams = new ArrayList<>();
        long at = 0;
        long next;
        do {
            int units = (int) NAME_LENGTH.read(told, at) / 2;
            String name = WideText.read(told, at + NAME.offset(), units);
            if (name.length() > DATA.length() + 1 && name.startsWith(":") && name.endsWith(DATA)) {
                streams.add(new Stream(name.substring(1, name.length() - DATA.length()), SIZE.read(told, at)));
            }
            next = NEXT.read(told, at);
            at += next;
        } while (next != 0);
        return streams;
    }

    /// Opens one of them.
    static OpenObject open(Arena arena, long handle, String name, Opening how) throws WindowsCallException {
        return OpenObject.open(arena, ObjectName.in(handle, ":" + name + DATA), how);
    }
}
