package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Why CreateSymbolicLinkW is said to report success for links that it never made: a DLL whose BOOLEAN functions leave
/// garbage above the one byte that they define, called by a Windows JVM.
final class OneByteBooleanTest {
    private final Arena arena = Arena.ofConfined();
    private SymbolLookup library;

    @BeforeEach
    void load() {
        String dll = System.getProperty("boolean.dll");
        Assumptions.assumeTrue(dll != null, "skipped: no compiler built the DLL");
        library = SymbolLookup.libraryLookup(Path.of(dll), arena);
    }

    @AfterEach
    void unload() {
        arena.close();
    }

    @Test
    void asTheTypeOfTheHeadersAFailureIsAFailureAndASuccessASuccess() throws Throwable {
        assertThat((byte) reading("make_and_fail", WindowsType.BOOLEAN).invokeExact()).isZero();
        assertThat((byte) reading("make_and_succeed", WindowsType.BOOLEAN).invokeExact()).isNotZero();
    }

    @Test
    void asFourBytesAFailureLooksLikeASuccess() throws Throwable {
        int fourBytes = (int) reading("make_and_fail", WindowsType.BOOL).invokeExact();

        assertThat(fourBytes).as("what the mistaken declaration takes for true").isNotZero();
        assertThat(fourBytes & 0xFF).as("what the function has said").isZero();
    }

    private MethodHandle reading(String function, MemoryLayout result) {
        return Linker.nativeLinker().downcallHandle(library.find(function).orElseThrow(),
                FunctionDescriptor.of(result));
    }
}
