package dev.linkwright.probe;

import dev.linkwright.win32.Kernel32;
import dev.linkwright.win32.SymbolicLinkFlag;
import dev.linkwright.win32.Win32Exception;

/// A program that calls `CreateSymbolicLink` as one for Windows does, and prints the exception of a refusal.
public final class Kernel32Probe {
    private Kernel32Probe() {}

    /// Makes a directory link at the first argument with the second as its text.
    public static void main(String[] arguments) {
        Kernel32 kernel32 = Kernel32.system();
        if (kernel32.createSymbolicLink(arguments[0], arguments[1], SymbolicLinkFlag.DIRECTORY.value())) {
            System.out.println("made, last error " + kernel32.getLastError());
        } else {
            System.out.println(new Win32Exception(kernel32.getLastError()).getMessage());
        }
    }
}
