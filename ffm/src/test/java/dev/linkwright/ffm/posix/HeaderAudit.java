package dev.linkwright.ffm.posix;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemoryLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /// The C library's function of the same name has exactly this type. What stands after the dots is passed where the
    /// header names no parameter.
    void systemCall(String prototype) {
        Prototype parsed = Prototype.of(prototype);
        claim("__builtin_types_compatible_p(__typeof__(&" + parsed.name() + "), " + parsed.result() + " (*)("
                + parsed.inHeader() + "))", parsed.name() + " has another type");
    }

    /// What is passed to a call fits the parameters that it has.
    void passed(String prototype, PassedArguments.Passed passed) {
        Prototype parsed = Prototype.of(prototype);
        String place = parsed.name() + " in " + passed.method();
        List<String> types = parsed.parameters();
        claim(passed.arguments().size() >= parsed.required() ? "1" : "0", place + ": too few arguments");
        for (int i = 0; i < passed.arguments().size(); i++) {
            PassedArguments.Argument argument = passed.arguments().get(i);
            if (i >= types.size()) {
                claim(argument.isZero() ? "1" : "0", place + ": too many arguments");
            } else if (argument.constant() == null) {
                fits(place, types.get(i), argument.bytes(), argument.isPointer() ? POINTER : INTEGER);
            } else {
                claim("__builtin_classify_type((" + types.get(i) + ") 0) == " + INTEGER + " || " + argument.constant()
                        + "LL == 0", place + ": a number for " + types.get(i));
            }
        }
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
        fits(function, type(layout), layout.byteSize(), layout instanceof AddressLayout ? POINTER : INTEGER);
    }

    private void fits(String function, String type, long size, int kind) {
        claim("sizeof(" + type + ") == " + size, function + ": " + type + " has another size");
        claim("__builtin_classify_type((" + type + ") 0) == " + kind, function + ": " + type + " is of another kind");
    }

    private static String types(List<MemoryLayout> layouts) {
        return layouts.stream().map(HeaderAudit::type).collect(joining(", "));
    }

    private static String type(MemoryLayout layout) {
        return layout.name().orElseThrow();
    }

    /// The type of a function, taken apart.
    ///
    /// @param required how many parameters there are before the dots
    private record Prototype(String result, String name, List<String> parameters, int required) {
        private static final Pattern FORM = Pattern.compile("(.*?)(\\w+)\\((.*)\\)");
        private static final String DOTS = "... ";

        static Prototype of(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(text);
            }
            List<String> parameters = List.of(matcher.group(3).split(", "));
            boolean open = parameters.getLast().startsWith(DOTS);
            return new Prototype(matcher.group(1).strip(), matcher.group(2),
                    parameters.stream().map(each -> each.replace(DOTS, "")).toList(),
                    parameters.size() - (open ? 1 : 0));
        }

        String inHeader() {
            String fixed = String.join(", ", parameters.subList(0, required));
            return required < parameters.size() ? fixed + ", ..." : fixed;
        }
    }
}
