package dev.linkwright.ffm.windows;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemoryLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compares what the code believes of Windows with the headers of mingw-w64, by C programs that are only compiled: a
/// claim for each function type, struct field and constant, taken from the very objects that the code uses.
final class MingwAudit {
    static final String COMPILER = "x86_64-w64-mingw32-gcc";

    /// The headers are those of programs and those of drivers, which do not go together. Classes of information that came
    /// with Windows 10 1709 are hidden below this number, and then the later ones have other values.
    private static final String NEWEST = """
            #define _WIN32_WINNT 0x0A000002
            """;

    /// Which headers have it.
    enum Headers {
        /// For drivers: ntdll.
        DRIVERS("""
                #define UMDF_USING_NTSTATUS
                #include <ntifs.h>
                #include <ntstatus.h>
                """),
        /// For programs.
        PROGRAMS("""
                #define WIN32_NO_STATUS
                #include <windows.h>
                #undef WIN32_NO_STATUS
                #include <winternl.h>
                #include <shellapi.h>
                """);

        private final String includes;

        Headers(String includes) {
            this.includes = includes;
        }
    }

    /// What `__builtin_classify_type` says of integers and pointers.
    private static final int INTEGER = 1;
    private static final int POINTER = 5;
    private static final int ENUMERATION = 3;

    private final Headers headers;
    private final List<String> claims = new ArrayList<>();

    MingwAudit(Headers headers) {
        this.headers = headers;
    }

    /// The function has exactly this type, and each value fits its layout.
    void function(WindowsFunction function) {
        List<MemoryLayout> parameters = function.type().argumentLayouts();
        String result = function.type().returnLayout().map(MingwAudit::type).orElse("void");
        String types = parameters.isEmpty() ? "void" : parameters.stream().map(MingwAudit::type).collect(joining(", "));
        claim("__builtin_types_compatible_p(__typeof__(&" + function.name() + "), " + result + " (*)(" + types + "))",
                function.name() + " has another type");
        function.type().returnLayout().ifPresent(layout -> fits(function.name(), layout));
        parameters.forEach(layout -> fits(function.name(), layout));
    }

    /// The field is there, of this size.
    void field(WindowsField field) {
        String of = field.struct() + "." + field.name();
        claim("offsetof(" + field.struct() + ", " + field.name() + ") == " + field.offset(),
                of + " is at another offset");
        if (field.bits() != 0) {
            claim("sizeof(((" + field.struct() + " *) 0)->" + field.name() + ") * 8 == " + field.bits(),
                    of + " has another size");
        }
    }

    /// The struct has this size.
    void size(String struct, long bytes) {
        claim("sizeof(" + struct + ") == " + bytes, struct + " has another size");
    }

    /// The constant has these 32 bits.
    void constant(String name, int value) {
        claim("(unsigned int) (" + name + ") == " + Integer.toUnsignedString(value) + "u", name + " has another value");
    }

    /// What the compiler objects to; empty if every claim is true.
    String findings() throws IOException, InterruptedException {
        String program = NEWEST + headers.includes + "#include <stddef.h>\n" + String.join("\n", claims);
        return compile(program, List.of("-fsyntax-only", "-I" + driverHeaders()));
    }

    /// Whether this machine can do this.
    static boolean isPossible() {
        try {
            return compile("#include <windows.h>\n", List.of("-fsyntax-only")).isEmpty();
        } catch (IOException notHere) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The headers for drivers include each other without their directory.
    private static Path driverHeaders() throws IOException, InterruptedException {
        for (String word : compile("#include <windows.h>\n", List.of("-M")).split("[\\s\\\\]+", -1)) {
            if (word.endsWith("/windows.h")) {
                return Path.of(word).resolveSibling("ddk");
            }
        }
        throw new IOException("no windows.h");
    }

    private static String compile(String program, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(COMPILER, "-std=gnu17", "-x", "c"));
        command.addAll(options);
        command.add("-");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var source = process.getOutputStream()) {
            source.write(program.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? output : output + COMPILER + " ended with " + exit;
    }

    private void claim(String expression, String otherwise) {
        claims.add("_Static_assert(" + expression + ", \"" + otherwise + "\");");
    }

    private void fits(String function, MemoryLayout layout) {
        claim("sizeof(" + type(layout) + ") == " + layout.byteSize(),
                function + ": " + type(layout) + " has another size");
        String kind = "__builtin_classify_type((" + type(layout) + ") 0)";
        claim(layout instanceof AddressLayout
                ? kind + " == " + POINTER
                : "(" + kind + " == " + INTEGER + " || " + kind + " == " + ENUMERATION + ")",
                function + ": " + type(layout) + " is of another kind");
    }

    private static String type(MemoryLayout layout) {
        return layout.name().orElseThrow();
    }
}
