package dev.linkwright.ffm.windows;

/// A native function that reported failure: which, with which arguments, and its code.
///
/// Without a stack trace: it never leaves this package but as the cause of an exception that has one.
final class WindowsCallException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String function;
    private final int ntStatus;
    private final int win32;

    private WindowsCallException(String function, String message, int ntStatus, int win32) {
        super(message, null, false, false);
        this.function = function;
        this.ntStatus = ntStatus;
        this.win32 = win32;
    }

    /// A function of ntdll that returned this NTSTATUS.
    static WindowsCallException ofStatus(String function, String arguments, int ntStatus) {
        return new WindowsCallException(function,
                function + "(" + arguments + ") failed with NTSTATUS 0x" + Integer.toHexString(ntStatus), ntStatus,
                NtDll.rtlNtStatusToDosError(ntStatus));
    }

    /// A function that is not called, because it could only fail in this way, or do something else.
    static WindowsCallException without(String function, String arguments, NtStatus status) {
        return new WindowsCallException(function, function + "(" + arguments + ") cannot be called: " + status,
                status.number(), status.win32());
    }

    /// A function that failed with this last error.
    static WindowsCallException ofLastError(String function, String arguments, int lastError) {
        return new WindowsCallException(function, function + "(" + arguments + ") failed with " + lastError, 0,
                lastError);
    }

    /// The function's name.
    String function() {
        return function;
    }

    /// The NTSTATUS; 0 if the function tells none.
    int ntStatus() {
        return ntStatus;
    }

    /// The Win32 error.
    int win32() {
        return win32;
    }

    /// Whether the status is one of these.
    boolean is(NtStatus... statuses) {
        for (NtStatus status : statuses) {
            if (ntStatus == status.number()) {
                return true;
            }
        }
        return false;
    }
}
