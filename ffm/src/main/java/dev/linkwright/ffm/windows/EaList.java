package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.linkwright.reparse.ByteString;

/// The extended attributes of OS/2 that Windows keeps with an object, and the subsystem for Linux uses for owners and
/// modes.
final class EaList {
    static final WindowsField NEXT = new WindowsField("FILE_FULL_EA_INFORMATION", "NextEntryOffset", 0, 32);
    static final WindowsField NAME_LENGTH = new WindowsField("FILE_FULL_EA_INFORMATION", "EaNameLength", 5, 8);
    static final WindowsField VALUE_LENGTH = new WindowsField("FILE_FULL_EA_INFORMATION", "EaValueLength", 6, 16);
    static final WindowsField NAME = new WindowsField("FILE_FULL_EA_INFORMATION", "EaName", 8, 0);

    private static final int LONGEST_NAME = 254;
    private static final int LONGEST_VALUE = 0xFFFF;
    private static final int LAST_CHARACTER = 0xFF;

    /// What the kernel notes about this very object; nobody else can set it.
    private static final String OF_THE_KERNEL = "$KERNEL.";
    /// An object has at most 64 KiB of them, without what stands between them here.
    private static final long ROOM = 256 << 10;

    private EaList() {}

    /// One of them.
    ///
    /// @param name its name; a byte of a character set that is not known is a character of its own
    /// @param value its value; none if the attribute is to be removed
    record Ea(String name, ByteString value) {}

    /// All but those of the kernel.
    static List<Ea> read(Arena arena, long handle) throws WindowsCallException {
        MemorySegment told = arena.allocate(ROOM, Long.BYTES);
        try {
            NtFiles.ntQueryEaFile(arena, handle, told);
        } catch (WindowsCallException e) {
            if (e.is(NtStatus.STATUS_NO_EAS_ON_FILE, NtStatus.STATUS_EAS_NOT_SUPPORTED)
                    || e.is(NtStatus.UNKNOWN_HERE)) {
                return List.of();
            }
            throw e;
        }
        return parse(told);
    }

    static List<Ea> parse(MemorySegment told) {
        List<Ea> found = new ArrayList<>();
        long at = 0;
        long next;
        do {
            long nameLength = NAME_LENGTH.read(told, at);
            long start = at + NAME.offset();
            String name = new String(told.asSlice(start, nameLength).toArray(ValueLayout.JAVA_BYTE),
                    StandardCharsets.ISO_8859_1);
            if (!name.isEmpty() && !name.toUpperCase(Locale.ROOT).startsWith(OF_THE_KERNEL)) {
                long valueLength = VALUE_LENGTH.read(told, at);
                found.add(new Ea(name, ByteString.of(told.asSlice(start + nameLength + 1, valueLength)
                        .toArray(ValueLayout.JAVA_BYTE))));
            }
            next = NEXT.read(told, at);
            at += next;
        } while (next != 0);
        return found;
    }

    /// Whether there can be one of this name with so many bytes; one without a value is none.
    static boolean isPossible(String name, int length) {
        return name.length() <= LONGEST_NAME && name.chars().allMatch(unit -> unit <= LAST_CHARACTER)
                && length > 0 && length <= LONGEST_VALUE;
    }

    /// Gives the object this one, or takes it away.
    static void write(Arena arena, long handle, Ea ea) throws WindowsCallException {
        NtFiles.ntSetEaFile(arena, handle, inMemory(arena, ea));
    }

    static MemorySegment inMemory(Arena arena, Ea ea) {
        byte[] name = ea.name().getBytes(StandardCharsets.ISO_8859_1);
        byte[] value = ea.value().toArray();
        MemorySegment memory = arena.allocate(NAME.offset() + name.length + 1 + value.length, Long.BYTES);
        NAME_LENGTH.write(memory, name.length);
        VALUE_LENGTH.write(memory, value.length);
        MemorySegment.copy(name, 0, memory, ValueLayout.JAVA_BYTE, NAME.offset(), name.length);
        MemorySegment.copy(value, 0, memory, ValueLayout.JAVA_BYTE, NAME.offset() + name.length + 1, value.length);
        return memory;
    }
}
