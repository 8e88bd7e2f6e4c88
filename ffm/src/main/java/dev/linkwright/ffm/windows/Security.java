package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystemException;
import java.util.Arrays;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;

/// Parts of the security of open objects, as self-relative security descriptors. Audit lists are for those who hold a
/// privilege and are left alone.
final class Security {
    static final int OWNER_SECURITY_INFORMATION = 0x1;
    static final int GROUP_SECURITY_INFORMATION = 0x2;
    static final int DACL_SECURITY_INFORMATION = 0x4;

    static final WindowsField CONTROL = new WindowsField("SECURITY_DESCRIPTOR_RELATIVE", "Control", 2, 16);
    static final int SE_DACL_AUTO_INHERIT_REQ = 0x100;
    static final int SE_DACL_AUTO_INHERITED = 0x400;

    static final long DESCRIPTOR_SIZE = 20;

    /// More than most descriptors have.
    private static final int USUAL_SIZE = 1024;

    private Security() {}

    /// Owner and group.
    static byte[] owner(Arena arena, long handle) throws WindowsCallException {
        return read(arena, handle, OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION);
    }

    /// The access control list.
    static byte[] accessList(Arena arena, long handle) throws WindowsCallException {
        return read(arena, handle, DACL_SECURITY_INFORMATION);
    }

    /// Nothing is asked for where owner and group are the same already.
    static boolean hasOwner(Arena arena, long handle, byte[] descriptor) throws WindowsCallException {
        return Arrays.equals(owner(arena, handle), descriptor);
    }

    static void setOwner(Arena arena, long handle, byte[] descriptor) throws WindowsCallException {
        NtFiles.ntSetSecurityObject(handle, OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION,
                inMemory(arena, descriptor));
    }

    /// As it is, entries that the original inherited among them: they stay marked as inherited if that is asked for.
    static void setAccessList(Arena arena, long handle, byte[] descriptor) throws WindowsCallException {
        MemorySegment memory = inMemory(arena, descriptor);
        long control = CONTROL.read(memory);
        if ((control & SE_DACL_AUTO_INHERITED) != 0) {
            CONTROL.write(memory, control | SE_DACL_AUTO_INHERIT_REQ);
        }
        NtFiles.ntSetSecurityObject(handle, DACL_SECURITY_INFORMATION, memory);
    }

    /// Whatever the length of its parts is, the system looks at that; not whether there is a descriptor at all.
    static void requireDescriptor(byte[] value, LinkPath path) throws FileSystemException {
        if (value.length < DESCRIPTOR_SIZE) {
            throw FailureDetails.of(Extra.WRITE, path, Reason.OTHER).withRemark("it is no security descriptor")
                    .toException();
        }
    }

    private static byte[] read(Arena arena, long handle, int parts) throws WindowsCallException {
        MemorySegment length = arena.allocate(ValueLayout.JAVA_INT);
        MemorySegment out = arena.allocate(USUAL_SIZE, Long.BYTES);
        try {
            NtFiles.ntQuerySecurityObject(handle, parts, out, length);
        } catch (WindowsCallException e) {
            if (!e.is(NtStatus.STATUS_BUFFER_TOO_SMALL)) {
                throw e;
            }
            out = arena.allocate(length.get(ValueLayout.JAVA_INT, 0), Long.BYTES);
            NtFiles.ntQuerySecurityObject(handle, parts, out, length);
        }
        return out.asSlice(0, length.get(ValueLayout.JAVA_INT, 0)).toArray(ValueLayout.JAVA_BYTE);
    }

    private static MemorySegment inMemory(Arena arena, byte[] bytes) {
        MemorySegment memory = arena.allocate(bytes.length, Long.BYTES);
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return memory;
    }
}
