package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The extended attributes of OS/2 that Windows keeps with an object, and the subsystem for Linux uses for owners and
/// modes.
final class EaList {
    static final WindowsField NEXT = new WindowsField("FILE_FULL_EA_INFORMATION", "NextEntryOffset", 0, 32);
    static final WindowsField NAME_LENGTH = new WindowsField("FILE_FULL_EA_INFORMATION", "EaNameLength", 5, 8);
    static final WindowsField VALUE_LENGTH = new WindowsField("FILE_FULL_EA_INFORMATION", "EaValueLength", 6, 16);
    static final WindowsField NAME = new WindowsField("FILE_FULL_EA_INFORMATION", "EaName", 8, 0);

    static final int LONGEST_NAME = 254;
    static final int LONGEST_VALUE = 0xFFFF;

    /// What the kernel notes about this very object; nobody else can set it.
    private static final String OF_THE_KERNEL = "$KERNEL.";
    /// An object has at most 64 KiB of them, without what stands between them here.
    private static final long ROOM = 256 << 10;

    private EaList() {}

    /// One of them.
    ///
    /// @param name its name, in bytes of the OEM character set
    /// @param value its value; none if the attribute is to be removed
    record Ea(byte[] name, byte[] value) {}

    /// All but those of the kernel.
    static List<Ea> read(Arena arena, long handle) throws WindowsCallException {
        MemorySegment told = arena.allocate(ROOM, Long.BYTES);
        try {
            NtFiles.ntQueryEaFile(arena, handle, told);
        } catch (WindowsCallException e) {
            if (e.is(NtStatus.STATUS_NO_EAS_ON_FILE, NtStatus.STATUS_EAS_NOT_SUPPORTED) || e.is(NtStatus.UNKNOWN_HERE)) {
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
            byte[] name = told.asSlice(start, nameLength).toArray(ValueLayout.JAVA_BYTE);
            boolean ofTheKernel = new String(name, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT)
                    .startsWith(OF_THE_KERNEL);
            if (name.length > 0 && !ofTheKernel) {
                long valueLength = VALUE_LENGTH.read(told, at);
                found.add(new Ea(name, told.asSlice(start + nameLength + 1, valueLength)
                        .toArray(ValueLayout.JAVA_BYTE)));
            }
            next = NEXT.read(told, at);
            at += next;
        } while (next != 0);
        return found;
    }

    /// Gives the object this one, or takes it away.
    static void write(Arena arena, long handle, Ea ea) throws WindowsCallException {
        NtFiles.ntSetEaFile(arena, handle, inMemory(arena, ea));
    }

    static MemorySegment inMemory(Arena arena, Ea ea) {
        byte[] name = ea.name();
        byte[] value = ea.value();
        MemorySegment memory = arena.allocate(NAME.offset() + name.length + 1 + value.length, Long.BYTES);
        NAME_LENGTH.write(memory, name.length);
        VALUE_LENGTH.write(memory, value.length);
        MemorySegment.copy(name, 0, memory, ValueLayout.JAVA_BYTE, NAME.offset(), name.length);
        MemorySegment.copy(value, 0, memory, ValueLayout.JAVA_BYTE, NAME.offset() + name.length + 1, value.length);
        return memory;
    }
}
