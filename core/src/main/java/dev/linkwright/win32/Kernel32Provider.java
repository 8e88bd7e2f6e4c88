package dev.linkwright.win32;

import java.util.List;
import java.util.Optional;

/// Has the functions of kernel32 itself, so that [Kernel32] need not imitate them.
///
/// In two places: as a service (`provides`, or `META-INF/services` on the class path) for the functions of this process,
/// which [Kernel32#system] calls; and implemented by a [dev.linkwright.LinkSystem] that has them for its own objects, which
/// [Kernel32#on] calls.
public interface Kernel32Provider {
    /// The function; empty where there is none: on other systems, or if native calls are denied to this JVM.
    Optional<CreateSymbolicLinkW> createSymbolicLinkW();

    /// The words with which this process was started, the program first, as `GetCommandLineW` and `CommandLineToArgvW`
    /// tell them: no code page has come between, and nothing is expanded. Empty where there is no such function.
    default Optional<List<String>> commandLine() {
        return Optional.empty();
    }

    /// The console behind a standard stream of this process; empty if that is a file, a pipe or closed, or where there is
    /// no such function.
    ///
    /// @param descriptor 0 for the input, 1 for the output, 2 for errors
    default Optional<WindowsConsole> console(int descriptor) {
        return Optional.empty();
    }
}
