package dev.linkwright.win32;

/// The function `CreateSymbolicLinkW`, raw: what [Kernel32Provider]s offer and [Kernel32] calls.
///
/// ```c
/// BOOLEAN CreateSymbolicLinkW(LPCWSTR lpSymlinkFileName, LPCWSTR lpTargetFileName, DWORD dwFlags);
/// ```
///
/// Implementations are thread-safe.
///
/// See [CreateSymbolicLinkW](https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-createsymboliclinkw).
@FunctionalInterface
public interface CreateSymbolicLinkW {
    /// Calls the function once, with these very arguments: nothing is checked, made absolute or repeated with other
    /// flags, and the link is not looked at afterwards.
    ///
    /// @param symlinkFileName the path of the link, without U+0000
    /// @param targetFileName its text, without U+0000
    /// @param flags `dwFlags`, all 32 bits of it
    Answer call(String symlinkFileName, String targetFileName, int flags);

    /// What the function answered.
    ///
    /// @param created the `BOOLEAN`: whether the *lowest byte* of what was returned is not zero. The function does not
    ///     set the bytes above it
    /// @param lastError the thread's last error, captured in the same downcall: a later `GetLastError` would tell what
    ///     the JVM did meanwhile
    record Answer(boolean created, int lastError) {}
}
