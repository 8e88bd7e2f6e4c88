package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;

/// `RTL_OSVERSIONINFOW`.
final class OsVersion {
    static final long SIZE = 276;
    static final WindowsField OWN_SIZE = new WindowsField("RTL_OSVERSIONINFOW", "dwOSVersionInfoSize", 0, 32);
    static final WindowsField BUILD_NUMBER = new WindowsField("RTL_OSVERSIONINFOW", "dwBuildNumber", 12, 32);

    private OsVersion() {}

    /// The build that runs this.
    static int thisBuild() {
        try (Arena arena = Arena.ofConfined()) {
            return NtDll.rtlGetVersion(arena);
        }
    }
}
