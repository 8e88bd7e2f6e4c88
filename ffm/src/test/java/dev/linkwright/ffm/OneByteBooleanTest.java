package dev.linkwright.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why `CreateSymbolicLink` is said to return true without making a link: its `BOOLEAN` is one byte, and who reads four
/// reads what happens to be above it in the register. `docs/windows-links.md`, "The BOOLEAN".
final class OneByteBooleanTest {
    private static final List<String> ARCHITECTURES = List.of("amd64", "x86_64", "aarch64");

    private final Arena arena = Arena.ofConfined();

    @TempDir
    Path directory;

    private SymbolLookup library;

    @BeforeEach
    void build() throws IOException {
        boolean fits = System.getProperty("os.name").equals("Linux")
                && ARCHITECTURES.contains(System.getProperty("os.arch"));
        Bench.POSIX.require(fits && Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc on Linux, x86-64 or ARM64");
        Path source = directory.resolve("boolean.c");
        try (InputStream resource = OneByteBooleanTest.class.getResourceAsStream("boolean.c")) {
            Files.copy(Objects.requireNonNull(resource), source);
        }
        Path built = directory.resolve("libboolean.so");
        Process gcc = new ProcessBuilder("gcc", "-shared", "-o", built.toString(), source.toString())
                .redirectErrorStream(true).start();
        String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(gcc.onExit().join().exitValue()).as(said).isZero();
        library = SymbolLookup.libraryLookup(built, arena);
    }

    @AfterEach
    void unload() {
        arena.close();
    }

    @Test
    void readAsOneByteAFailureIsAFailure() throws Throwable {
        assertThat((byte) reading("make_and_fail", ValueLayout.JAVA_BYTE).invokeExact()).isZero();
        assertThat((boolean) reading("make_and_fail", ValueLayout.JAVA_BOOLEAN).invokeExact()).isFalse();
    }

    @Test
    void readAsOneByteASuccessIsASuccess() throws Throwable {
        assertThat((byte) reading("make_and_succeed", ValueLayout.JAVA_BYTE).invokeExact()).isOne();
        assertThat((boolean) reading("make_and_succeed", ValueLayout.JAVA_BOOLEAN).invokeExact()).isTrue();
    }

    @Test
    void readAsFourBytesAFailureLooksLikeASuccess() throws Throwable {
        int fourBytes = (int) reading("make_and_fail", ValueLayout.JAVA_INT).invokeExact();
        assertThat(fourBytes).as("what the mistaken declaration takes for true").isNotZero();
        assertThat(fourBytes & 0xff).as("what the function has said").isZero();
    }

    private MethodHandle reading(String function, MemoryLayout result) {
        return Linker.nativeLinker().downcallHandle(library.find(function).orElseThrow(),
                FunctionDescriptor.of(result));
    }
}
