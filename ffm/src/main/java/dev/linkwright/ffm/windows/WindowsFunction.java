package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// A function of a Windows library: what the linker is told about it, and what the audit compares with the headers.
///
/// @param library where it is
/// @param name its name
/// @param type its result and parameters, with the types of the headers as names ([WindowsType])
/// @param lastError whether it tells why it failed by the thread's last error
record WindowsFunction(Library library, String name, FunctionDescriptor type, boolean lastError) {
    /// A library of the system; loaded when it is first asked for.
    enum Library {
        KERNEL32,
        NTDLL,
        ADVAPI32,
        SHELL32,
        /// Cloud files: since Windows 10 1709, and not in Wine.
        CLDAPI;

        private Optional<MemorySegment> find(String function) {
            try {
                return lookup().find(function);
            } catch (IllegalArgumentException noSuchLibrary) {
                return Optional.empty();
            }
        }

        /// By its bare name where Windows takes a DLL of this name from its own directory only ("known DLLs"). Any other
        /// would be looked for beside java.exe and in the working directory, too.
        private SymbolLookup lookup() {
            return this == CLDAPI
                    ? SymbolLookup.libraryLookup(Path.of(Kernel32Library.getSystemDirectoryW(), "cldapi.dll"),
                            Arena.global())
                    : SymbolLookup.libraryLookup(name(), Arena.global());
        }
    }

    /// A function that returns an NTSTATUS or nothing of interest.
    static WindowsFunction of(Library library, String name, MemoryLayout result, MemoryLayout... parameters) {
        return new WindowsFunction(library, name, FunctionDescriptor.of(result, parameters), false);
    }

    /// A function without a result.
    static WindowsFunction ofVoid(Library library, String name, MemoryLayout... parameters) {
        return new WindowsFunction(library, name, FunctionDescriptor.ofVoid(parameters), false);
    }

    /// The same function, which sets the last error.
    WindowsFunction settingLastError() {
        return new WindowsFunction(library, name, type, true);
    }

    /// Whether this Windows has it.
    boolean isThere() {
        return library.find(name).isPresent();
    }

    /// A handle. If the function sets the last error, the first parameter is the segment that takes it in the same call:
    /// whatever the JVM does afterwards changes it.
    MethodHandle link() {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = library.find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError(library + " has no " + name));
        return lastError
                ? linker.downcallHandle(address, type, Linker.Option.captureCallState("GetLastError"))
                : linker.downcallHandle(address, type);
    }
}
