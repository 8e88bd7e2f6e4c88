package dev.linkwright.ffm.windows;

import static dev.linkwright.ffm.windows.WindowsType.DWORD;
import static dev.linkwright.ffm.windows.WindowsType.HANDLE;
import static dev.linkwright.ffm.windows.WindowsType.HRESULT;
import static dev.linkwright.ffm.windows.WindowsType.enumeration;
import static dev.linkwright.ffm.windows.WindowsType.pointer;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import dev.linkwright.ffm.windows.WindowsFunction.Library;

/// The one function of cldapi that is needed.
final class CldApiLibrary {
    static final WindowsFunction CF_GET_SYNC_ROOT_INFO_BY_HANDLE = WindowsFunction.of(Library.CLDAPI,
            "CfGetSyncRootInfoByHandle", HRESULT, HANDLE, enumeration("CF_SYNC_ROOT_INFO_CLASS"), pointer("PVOID"),
            DWORD, pointer("DWORD *"));

    private CldApiLibrary() {}

    /// Whether this Windows has cloud files.
    static boolean isThere() {
        return CF_GET_SYNC_ROOT_INFO_BY_HANDLE.isThere();
    }

    /// `HRESULT CfGetSyncRootInfoByHandle(HANDLE FileHandle, CF_SYNC_ROOT_INFO_CLASS InfoClass, PVOID InfoBuffer, DWORD
    /// InfoBufferLength, DWORD *ReturnedLength);` by a handle that may read attributes. Nothing is fetched.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/cfapi/nf-cfapi-cfgetsyncrootinfobyhandle>
    ///
    /// @return the HRESULT, negative for failures
    static int cfGetSyncRootInfoByHandle(long handle, int infoClass, MemorySegment out) {
        try {
            return (int) CfGetSyncRootInfoByHandle.HANDLE.invokeExact(MemorySegment.ofAddress(handle), infoClass, out,
                    (int) out.byteSize(), MemorySegment.NULL);
        } catch (Throwable e) {
            throw NtDll.impossible(e);
        }
    }

    private static final class CfGetSyncRootInfoByHandle {
        static final MethodHandle HANDLE = CF_GET_SYNC_ROOT_INFO_BY_HANDLE.link();
    }
}
