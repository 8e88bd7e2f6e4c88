package dev.linkwright.ffm.posix;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// A native function: what the linker is told about it, and what the audit compares with the C headers.
///
/// @param name the function's name in C
/// @param symbol the name under which the library has it
/// @param type its result and parameters, with the C types as names ([CType])
/// @param fixedParameters how many parameters come before the `...`; -1 for a function that has none. On macOS on ARM
///     the variable ones are passed in another way, so a wrong number is a wrong call.
record CFunction(String name, String symbol, FunctionDescriptor type, int fixedParameters) {
    private static final int NOT_VARIADIC = -1;

    static CFunction of(String name, MemoryLayout result, MemoryLayout... parameters) {
        return new CFunction(name, name, FunctionDescriptor.of(result, parameters), NOT_VARIADIC);
    }

    static CFunction variadic(String name, int fixedParameters, MemoryLayout result, MemoryLayout... parameters) {
        return new CFunction(name, name, FunctionDescriptor.of(result, parameters), fixedParameters);
    }

    /// The same function where the library has it under another name.
    CFunction withSymbol(String newSymbol) {
        return new CFunction(name, newSymbol, type, fixedParameters);
    }

    boolean isVariadic() {
        return fixedParameters != NOT_VARIADIC;
    }

    /// Whether the C library has it.
    ///
    /// @throws UnsupportedOperationException if this JVM cannot call native functions
    boolean isInLibrary() {
        return Linker.nativeLinker().defaultLookup().find(symbol).isPresent();
    }

    /// A handle whose first parameter is the segment that takes `errno`, in the same call.
    MethodHandle link() {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup().find(symbol)
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no " + symbol));
        Linker.Option errno = Linker.Option.captureCallState("errno");
        return isVariadic()
                ? linker.downcallHandle(address, type, errno, Linker.Option.firstVariadicArg(fixedParameters))
                : linker.downcallHandle(address, type, errno);
    }
}
