package dev.linkwright.examples;

import dev.linkwright.win32.Kernel32;
import dev.linkwright.win32.SymbolicLinkFlag;
import dev.linkwright.win32.Win32Exception;

/// Calls `CreateSymbolicLink` as a P/Invoke declaration of it is called: a BOOLEAN, then the last error as an exception.
///
/// Prints:
/// ```
/// Made.
/// Cannot create a file when that file already exists. (183, ERROR_ALREADY_EXISTS)
/// ```
public final class CallCreateSymbolicLink {
    public static void main(String[] arguments) {
        Kernel32 kernel32 = Kernel32.system();
        try {
            link(kernel32, "current", "release-42");
            System.out.println("Made.");
            link(kernel32, "current", "release-43");
        } catch (Win32Exception e) {
            System.out.println(e.getMessage());
        }
    }

    private static void link(Kernel32 kernel32, String link, String target) throws Win32Exception {
        if (!kernel32.createSymbolicLink(link, target, SymbolicLinkFlag.DIRECTORY.value())) {
            throw new Win32Exception(kernel32.getLastError());
        }
    }
}
