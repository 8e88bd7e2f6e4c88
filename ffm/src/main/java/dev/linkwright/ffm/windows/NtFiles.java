package dev.linkwright.ffm.windows;

import static dev.linkwright.ffm.windows.WindowsType.BOOLEAN;
import static dev.linkwright.ffm.windows.WindowsType.HANDLE;
import static dev.linkwright.ffm.windows.WindowsType.NTSTATUS;
import static dev.linkwright.ffm.windows.WindowsType.ULONG;
import static dev.linkwright.ffm.windows.WindowsType.pointer;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import dev.linkwright.ffm.windows.WindowsFunction.Library;

/// The functions of ntdll on contents, security and extended attributes of open files, one method each, as in [NtDll].
final class NtFiles {
    private static final AddressLayout IO_STATUS = pointer("PIO_STATUS_BLOCK");
    private static final AddressLayout ANYTHING = pointer("PVOID");
    private static final ValueLayout.OfInt SECURITY_INFORMATION = ValueLayout.JAVA_INT.withName("SECURITY_INFORMATION");
    private static final AddressLayout DESCRIPTOR = pointer("PSECURITY_DESCRIPTOR");

    static final WindowsFunction NT_READ_FILE = WindowsFunction.of(Library.NTDLL, "NtReadFile", NTSTATUS, HANDLE,
            HANDLE,
            pointer("PIO_APC_ROUTINE"), ANYTHING, IO_STATUS, ANYTHING, ULONG, pointer("PLARGE_INTEGER"),
            pointer("PULONG"));
    static final WindowsFunction NT_WRITE_FILE = WindowsFunction.of(Library.NTDLL, "NtWriteFile", NTSTATUS, HANDLE,
            HANDLE, pointer("PIO_APC_ROUTINE"), ANYTHING, IO_STATUS, ANYTHING, ULONG, pointer("PLARGE_INTEGER"),
            pointer("PULONG"));
    static final WindowsFunction NT_QUERY_SECURITY_OBJECT = WindowsFunction.of(Library.NTDLL, "NtQuerySecurityObject",
            NTSTATUS, HANDLE, SECURITY_INFORMATION, DESCRIPTOR, ULONG, pointer("PULONG"));
    static final WindowsFunction NT_SET_SECURITY_OBJECT = WindowsFunction.of(Library.NTDLL, "NtSetSecurityObject",
            NTSTATUS, HANDLE, SECURITY_INFORMATION, DESCRIPTOR);
    /// The headers have the next three under the names of the kernel, `Zw…`, which stand for the same functions.
    static final WindowsFunction NT_QUERY_EA_FILE = WindowsFunction.of(Library.NTDLL, "NtQueryEaFile", NTSTATUS, HANDLE,
            IO_STATUS, ANYTHING, ULONG, BOOLEAN, ANYTHING, ULONG, pointer("PULONG"), BOOLEAN);
    static final WindowsFunction NT_SET_EA_FILE = WindowsFunction.of(Library.NTDLL, "NtSetEaFile", NTSTATUS, HANDLE,
            IO_STATUS, ANYTHING, ULONG);
    static final WindowsFunction NT_FLUSH_BUFFERS_FILE = WindowsFunction.of(Library.NTDLL, "NtFlushBuffersFile",
            NTSTATUS, HANDLE, IO_STATUS);

    private NtFiles() {}

    /// `NTSTATUS NtReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    /// PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntreadfile>
    ///
    /// @param transfer what takes the status and the offset; the same for all blocks of a file
    /// @return how many bytes are in `out`; 0 at the end of the file
    static int ntReadFile(long handle, Transfer transfer, MemorySegment out, long offset) throws WindowsCallException {
        int status;
        try {
            status = (int) NtReadFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle), MemorySegment.NULL,
                    MemorySegment.NULL, MemorySegment.NULL, transfer.ioStatus(), out, (int) out.byteSize(),
                    transfer.at(offset), MemorySegment.NULL);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        if (status == NtStatus.STATUS_END_OF_FILE.number()) {
            return 0;
        }
        NtDll.require("NtReadFile", "offset " + offset, status);
        return (int) IoStatusBlock.INFORMATION.read(transfer.ioStatus());
    }

    /// `NTSTATUS NtWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    /// PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntwritefile>
    ///
    /// @return how many bytes have been written
    static int ntWriteFile(long handle, Transfer transfer, MemorySegment in, long offset) throws WindowsCallException {
        int status;
        try {
            status = (int) NtWriteFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle), MemorySegment.NULL,
                    MemorySegment.NULL, MemorySegment.NULL, transfer.ioStatus(), in, (int) in.byteSize(),
                    transfer.at(offset), MemorySegment.NULL);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        NtDll.require("NtWriteFile", "offset " + offset, status);
        return (int) IoStatusBlock.INFORMATION.read(transfer.ioStatus());
    }

    /// `NTSTATUS NtQuerySecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR
    /// SecurityDescriptor, ULONG Length, PULONG LengthNeeded);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntquerysecurityobject>
    ///
    /// @param length takes how many bytes the descriptor has
    static void ntQuerySecurityObject(long handle, int parts, MemorySegment out, MemorySegment length)
            throws WindowsCallException {
        int status;
        try {
            status = (int) NtQuerySecurityObject.HANDLE.invokeExact(MemorySegment.ofAddress(handle), parts, out,
                    (int) out.byteSize(), length);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        NtDll.require("NtQuerySecurityObject", NtDll.hex(parts), status);
    }

    /// `NTSTATUS NtSetSecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR
    /// SecurityDescriptor);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntsetsecurityobject>
    static void ntSetSecurityObject(long handle, int parts, MemorySegment descriptor) throws WindowsCallException {
        int status;
        try {
            status = (int) NtSetSecurityObject.HANDLE.invokeExact(MemorySegment.ofAddress(handle), parts, descriptor);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        NtDll.require("NtSetSecurityObject", NtDll.hex(parts), status);
    }

    /// `NTSTATUS NtQueryEaFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, BOOLEAN
    /// ReturnSingleEntry, PVOID EaList, ULONG EaListLength, PULONG EaIndex, BOOLEAN RestartScan);` all of them.
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-zwqueryeafile>
    static void ntQueryEaFile(Arena arena, long handle, MemorySegment out) throws WindowsCallException {
        byte all = 0;
        byte restart = 1;
        int status;
        try {
            status = (int) NtQueryEaFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle),
                    arena.allocate(IoStatusBlock.SIZE, Long.BYTES), out, (int) out.byteSize(), all, MemorySegment.NULL,
                    0, MemorySegment.NULL, restart);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        NtDll.require("NtQueryEaFile", "all", status);
    }

    /// `NTSTATUS NtSetEaFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-zwseteafile>
    static void ntSetEaFile(Arena arena, long handle, MemorySegment in) throws WindowsCallException {
        int status;
        try {
            status = (int) NtSetEaFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle),
                    arena.allocate(IoStatusBlock.SIZE, Long.BYTES), in, (int) in.byteSize());
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        NtDll.require("NtSetEaFile", in.byteSize() + " bytes", status);
    }

    /// `NTSTATUS NtFlushBuffersFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock);`
    ///
    /// <https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-zwflushbuffersfile>
    static void ntFlushBuffersFile(Arena arena, long handle) throws WindowsCallException {
        int status;
        try {
            status = (int) NtFlushBuffersFile.HANDLE.invokeExact(MemorySegment.ofAddress(handle),
                    arena.allocate(IoStatusBlock.SIZE, Long.BYTES));
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
        NtDll.require("NtFlushBuffersFile", "handle", status);
    }

    /// Memory for the status and the offset of reads and writes.
    ///
    /// @param ioStatus `IO_STATUS_BLOCK`
    /// @param offset `LARGE_INTEGER`
    record Transfer(MemorySegment ioStatus, MemorySegment offset) {
        static Transfer in(Arena arena) {
            return new Transfer(arena.allocate(IoStatusBlock.SIZE, Long.BYTES), arena.allocate(ValueLayout.JAVA_LONG));
        }

        private MemorySegment at(long place) {
            offset.set(ValueLayout.JAVA_LONG, 0, place);
            return offset;
        }
    }

    private static final class NtReadFile {
        static final MethodHandle HANDLE = NT_READ_FILE.link();
    }

    private static final class NtWriteFile {
        static final MethodHandle HANDLE = NT_WRITE_FILE.link();
    }

    private static final class NtQuerySecurityObject {
        static final MethodHandle HANDLE = NT_QUERY_SECURITY_OBJECT.link();
    }

    private static final class NtSetSecurityObject {
        static final MethodHandle HANDLE = NT_SET_SECURITY_OBJECT.link();
    }

    private static final class NtQueryEaFile {
        static final MethodHandle HANDLE = NT_QUERY_EA_FILE.link();
    }

    private static final class NtSetEaFile {
        static final MethodHandle HANDLE = NT_SET_EA_FILE.link();
    }

    private static final class NtFlushBuffersFile {
        static final MethodHandle HANDLE = NT_FLUSH_BUFFERS_FILE.link();
    }
}
