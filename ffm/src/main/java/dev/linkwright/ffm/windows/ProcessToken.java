package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The token of this process: who it is, and what it may do.
final class ProcessToken {
    static final int TokenUser = 1;
    static final int TokenPrivileges = 3;
    static final int TokenElevationType = 18;
    static final int TokenElevationTypeLimited = 3;
    static final int TOKEN_ADJUST_PRIVILEGES = 0x20;
    static final int TOKEN_QUERY = 0x8;
    static final int SE_PRIVILEGE_ENABLED = 2;
    static final int SE_CREATE_SYMBOLIC_LINK_PRIVILEGE = 35;

    static final WindowsField COUNT = new WindowsField("TOKEN_PRIVILEGES", "PrivilegeCount", 0, 32);
    static final WindowsField PRIVILEGES = new WindowsField("TOKEN_PRIVILEGES", "Privileges", 4, 0);
    static final WindowsField LUID_LOW = new WindowsField("LUID_AND_ATTRIBUTES", "Luid.LowPart", 0, 32);
    static final WindowsField LUID_HIGH = new WindowsField("LUID_AND_ATTRIBUTES", "Luid.HighPart", 4, 32);
    static final WindowsField PRIVILEGE_ATTRIBUTES = new WindowsField("LUID_AND_ATTRIBUTES", "Attributes", 8, 32);

    static final long PRIVILEGE_SIZE = 12;
    private static final int ROOM = 4096;

    /// The parts of a security descriptor that holds one access control list with one entry.
    private static final int DESCRIPTOR_SIZE = 20;
    private static final int ACL_SIZE = 8;
    private static final int ACE_SIZE = 8;
    private static final int SID_AUTHORITIES = 8;
    private static final byte REVISION = 1;
    private static final byte ACL_REVISION = 2;
    private static final int SE_DACL_PRESENT = 0x4;
    private static final int SE_DACL_PROTECTED = 0x1000;
    private static final int SE_SELF_RELATIVE = 0x8000;
    private static final byte ACCESS_ALLOWED = 0;
    private static final byte INHERITED_BY_ALL_BELOW = 3;
    private static final int FILE_ALL_ACCESS = 0x1F01FF;

    private ProcessToken() {}

    /// Whether the privilege to make symbolic links is there.
    enum LinkRight {
        /// The token does not have it: an ordinary user, or an administrator's filtered token.
        ABSENT,
        /// It can be enabled.
        DISABLED,
        /// It is in force.
        ENABLED
    }

    /// What the token says now.
    static LinkRight linkRight() {
        try (Arena arena = Arena.ofConfined()) {
            long token = NtDll.ntOpenProcessToken(arena, TOKEN_QUERY);
            try {
                MemorySegment told = arena.allocate(ROOM, Long.BYTES);
                NtDll.ntQueryInformationToken(arena, token, TokenPrivileges, told);
                return linkRight(told);
            } finally {
                NtDll.ntClose(token);
            }
        } catch (WindowsCallException cannotTell) {
            return LinkRight.ABSENT;
        }
    }

    /// Whether it is the token of an administrator from which privileges were taken out, because nobody has allowed this
    /// process to be one (UAC).
    static boolean isFiltered() {
        try (Arena arena = Arena.ofConfined()) {
            long token = NtDll.ntOpenProcessToken(arena, TOKEN_QUERY);
            try {
                MemorySegment told = arena.allocate(ValueLayout.JAVA_INT);
                NtDll.ntQueryInformationToken(arena, token, TokenElevationType, told);
                return told.get(ValueLayout.JAVA_INT, 0) == TokenElevationTypeLimited;
            } finally {
                NtDll.ntClose(token);
            }
        } catch (WindowsCallException cannotTell) {
            return false;
        }
    }

    private static LinkRight linkRight(MemorySegment privileges) {
        long count = COUNT.read(privileges);
        for (long i = 0; i < count; i++) {
            long entry = PRIVILEGES.offset() + i * PRIVILEGE_SIZE;
            if (LUID_LOW.read(privileges, entry) == SE_CREATE_SYMBOLIC_LINK_PRIVILEGE) {
                boolean enabled = (PRIVILEGE_ATTRIBUTES.read(privileges, entry) & SE_PRIVILEGE_ENABLED) != 0;
                return enabled ? LinkRight.ENABLED : LinkRight.DISABLED;
            }
        }
        return LinkRight.ABSENT;
    }

    /// Switches the privilege on or off.
    ///
    /// @return whether the token has it
    static boolean setLinkRight(LinkRight wanted) throws WindowsCallException {
        try (Arena arena = Arena.ofConfined()) {
            long token = NtDll.ntOpenProcessToken(arena, TOKEN_QUERY | TOKEN_ADJUST_PRIVILEGES);
            try {
                MemorySegment state = arena.allocate(PRIVILEGES.offset() + PRIVILEGE_SIZE, Long.BYTES);
                COUNT.write(state, 1);
                MemorySegment entry = state.asSlice(PRIVILEGES.offset(), PRIVILEGE_SIZE);
                LUID_LOW.write(entry, SE_CREATE_SYMBOLIC_LINK_PRIVILEGE);
                PRIVILEGE_ATTRIBUTES.write(entry, wanted == LinkRight.ENABLED ? SE_PRIVILEGE_ENABLED : 0);
                return NtDll.ntAdjustPrivilegesToken(token, state);
            } finally {
                NtDll.ntClose(token);
            }
        }
    }

    /// A security descriptor by which only this user gets in, and inherits that to all below; nothing is inherited from
    /// above. In the self-relative form.
    static byte[] descriptorForThisUserOnly(Arena arena) throws WindowsCallException {
        byte[] sid = userSid(arena);
        int aceSize = ACE_SIZE + sid.length;
        ByteBuffer descriptor = ByteBuffer.allocate(DESCRIPTOR_SIZE + ACL_SIZE + aceSize)
                .order(ByteOrder.LITTLE_ENDIAN);
        descriptor.put(REVISION).put((byte) 0);
        descriptor.putShort((short) (SE_SELF_RELATIVE | SE_DACL_PROTECTED | SE_DACL_PRESENT));
        descriptor.putInt(0).putInt(0).putInt(0).putInt(DESCRIPTOR_SIZE);
        descriptor.put(ACL_REVISION).put((byte) 0).putShort((short) (ACL_SIZE + aceSize)).putShort((short) 1)
                .putShort((short) 0);
        descriptor.put(ACCESS_ALLOWED).put(INHERITED_BY_ALL_BELOW).putShort((short) aceSize).putInt(FILE_ALL_ACCESS);
        return descriptor.put(sid).array();
    }

    private static byte[] userSid(Arena arena) throws WindowsCallException {
        long token = NtDll.ntOpenProcessToken(arena, TOKEN_QUERY);
        try {
            MemorySegment told = arena.allocate(ROOM, Long.BYTES);
            NtDll.ntQueryInformationToken(arena, token, TokenUser, told);
            MemorySegment sid = told.get(ValueLayout.ADDRESS, 0).reinterpret(SID_AUTHORITIES);
            int authorities = sid.get(ValueLayout.JAVA_BYTE, 1);
            return sid.reinterpret(SID_AUTHORITIES + (long) Integer.BYTES * authorities)
                    .toArray(ValueLayout.JAVA_BYTE);
        } finally {
            NtDll.ntClose(token);
        }
    }
}
