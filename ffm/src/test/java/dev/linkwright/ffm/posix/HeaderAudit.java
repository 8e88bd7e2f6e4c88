package dev.linkwright.ffm.posix;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemoryLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Compares what the code believes of C with the C headers, by a C program that is only compiled: a claim for each
/// function type, struct field and constant, taken from the very objects that the code uses.
///
/// A wrong size is otherwise a crash now and then, and never a failed test.
final class HeaderAudit {
    static final List<String> LINUX = List.of("dirent.h", "errno.h", "fcntl.h", "linux/fs.h", "linux/magic.h",
            "linux/openat2.h", "stddef.h", "stdio.h", "sys/ioctl.h", "sys/stat.h", "sys/statfs.h", "sys/statvfs.h",
            "sys/syscall.h", "sys/types.h", "sys/xattr.h",
            "unistd.h");
    static final List<String> MACOS = List.of("dirent.h", "errno.h", "fcntl.h", "stddef.h", "stdio.h", "sys/mount.h",
            "sys/param.h", "sys/stat.h", "sys/stdio.h", "sys/types.h", "unistd.h");

    /// What `__builtin_classify_type` says of integers and pointers.
    private static final int INTEGER = 1;
    private static final int POINTER = 5;

    private final List<String> headers;
    private final List<String> claims = new ArrayList<>();

    /// An audit against these headers.
    HeaderAudit(List<String> headers) {
        this.headers = headers;
    }

    /// The function has exactly this type, and each value fits its layout.
    void function(CFunction function) {
        List<MemoryLayout> parameters = function.type().argumentLayouts();
        int fixed = function.isVariadic() ? function.fixedParameters() : parameters.size();
        MemoryLayout result = function.type().returnLayout().orElseThrow();
        String types = types(parameters.subList(0, fixed)) + (function.isVariadic() ? ", ..." : "");
        claim("__builtin_types_compatible_p(__typeof__(&" + function.name() + "), " + type(result) + " (*)(" + types
                + "))", function.name() + " has another type");
        fits(function.name(), result);
        parameters.forEach(parameter -> fits(function.name(), parameter));
    }

    /// A call by number: the C library's function of that name takes these parameters after the number, and
    /// `syscall` returns what is declared.
    void systemCall(String name, CFunction function) {
        function(function);
        List<MemoryLayout> all = function.type().argumentLayouts();
        List<MemoryLayout> parameters = all.subList(1, all.size());
        String nothing = parameters.stream().map(each -> "(" + type(each) + ") 0").collect(joining(", "));
        claim("__builtin_types_compatible_p(__typeof__(&" + name + "), __typeof__(" + name + "(" + nothing + ")) (*)("
                + types(parameters) + "))", name + " has other parameters");
    }

    /// The field is there, of this size and signedness.
    void field(CField field) {
        String of = field.struct() + "." + field.name();
        claim("offsetof(" + field.struct() + ", " + field.name() + ") == " + field.offset(),
                of + " is at another offset");
        if (field.kind() != CField.Kind.BYTES) {
            String value = "((" + field.struct() + " *) 0)->" + field.name();
            int bits = Integer.parseInt(field.kind().name().substring(1));
            boolean unsigned = field.kind().name().startsWith("U");
            claim("sizeof(" + value + ") * 8 == " + bits, of + " has another size");
            claim("((__typeof__(" + value + ")) -1 > 0) == " + (unsigned ? 1 : 0), of + " has another signedness");
        }
    }

    /// The constant has this value.
    void constant(String name, long value) {
        claim(name + " == " + value, name + " has another value");
    }

    /// What the compiler objects to; empty if every claim is true.
    String findings(String compiler) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(compiler, "-std=gnu17", "-fsyntax-only", "-x", "c", "-")
                .redirectErrorStream(true).start();
        try (var source = process.getOutputStream()) {
            source.write(program().getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? output : output + compiler + " ended with " + exit;
    }

    private String program() {
        String includes = headers.stream().map(each -> "#include <" + each + ">\n").collect(joining());
        return Stream.concat(Stream.of("#define _GNU_SOURCE\n" + includes), claims.stream()).collect(joining("\n"));
    }

    /// The expression is true of the headers.
    void claim(String expression, String otherwise) {
        claims.add("_Static_assert(" + expression + ", \"" + otherwise + "\");");
    }

    private void fits(String function, MemoryLayout layout) {
        claim("sizeof(" + type(layout) + ") == " + layout.byteSize(),
                function + ": " + type(layout) + " has another size");
        int kind = layout instanceof AddressLayout ? POINTER : INTEGER;
        claim("__builtin_classify_type((" + type(layout) + ") 0) == " + kind,
                function + ": " + type(layout) + " is of another kind");
    }

    private static String types(List<MemoryLayout> layouts) {
        return layouts.stream().map(HeaderAudit::type).collect(joining(", "));
    }

    private static String type(MemoryLayout layout) {
        return layout.name().orElseThrow();
    }
}
