package dev.linkwright.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.linkwright.testing.Bench;

/// A DLL whose functions return BOOLEAN with garbage in the upper bytes of the register.
final class BooleanDll {
    private static final String COMPILER = "x86_64-w64-mingw32-gcc";

    private BooleanDll() {}

    /// Builds it; not on Windows itself, whose compilers are others.
    static Optional<Path> build(Path room) throws IOException, InterruptedException {
        if (WindowsJvm.isThisOne()) {
            return Optional.empty();
        }
        Path source = copied("boolean.c", room);
        Path exports = copied("boolean.def", room);
        Path dll = room.resolve("boolean.dll");
        Path said = room.resolve("compiler.txt");
        try {
            int exit = Wine.runToTheEnd(COMPILER, List.of("-shared", "-o", dll.toString(), source.toString(),
                    exports.toString()), room, said, List.of());
            assertThat(exit).as(Files.readString(said)).isZero();
            return Optional.of(dll);
        } catch (IOException notHere) {
            Bench.WINE.require(false, "a compiler for Windows (Debian: gcc-mingw-w64-x86-64)");
            throw notHere;
        }
    }

    private static Path copied(String resource, Path room) throws IOException {
        Path copy = room.resolve(resource);
        try (InputStream in = Objects.requireNonNull(BooleanDll.class.getResourceAsStream(resource))) {
            Files.copy(in, copy);
        }
        return copy;
    }
}
