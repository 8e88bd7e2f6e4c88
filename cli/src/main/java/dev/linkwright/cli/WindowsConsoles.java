package dev.linkwright.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

import dev.linkwright.cli.Invocation.Stream;
import dev.linkwright.win32.WindowsConsole;

/// The streams of a process on Windows.
///
/// A console takes bytes for text in its code page, so it is written to by 16-bit units; a file or pipe gets UTF-8.
/// Windows itself tells which of the streams are consoles, because cmd.exe cannot.
final class WindowsConsoles {
    private final Map<Stream, WindowsConsole> consoles = new EnumMap<>(Stream.class);

    private WindowsConsoles(IntFunction<Optional<WindowsConsole>> consoleOf) {
        for (Stream stream : Stream.values()) {
            consoleOf.apply(stream.descriptor()).ifPresent(console -> consoles.put(stream, console));
        }
    }

    /// The consoles of this process.
    static WindowsConsoles ofProcess() {
        return of(descriptor -> WindowsCalls.first(provider -> provider.console(descriptor)));
    }

    static WindowsConsoles of(IntFunction<Optional<WindowsConsole>> consoleOf) {
        return new WindowsConsoles(consoleOf);
    }

    /// With the three streams of the process, and what is known of them.
    Invocation attachTo(Invocation invocation, Map<String, String> environment) {
        return invocation.withEnvironment(seenBy(environment))
                .withStreams(new FileInputStream(FileDescriptor.in),
                        stream(Stream.OUT, FileDescriptor.out), stream(Stream.ERR, FileDescriptor.err))
                .withTerminals(consoles.keySet());
    }

    private OutputStream stream(Stream stream, FileDescriptor descriptor) {
        WindowsConsole console = consoles.get(stream);
        return console == null ? new FileOutputStream(descriptor) : console.output();
    }

    /// A console that shows escape sequences as they are is what others call a dumb terminal.
    private Map<String, String> seenBy(Map<String, String> environment) {
        boolean dumb = consoles.entrySet().stream()
                .anyMatch(each -> each.getKey() != Stream.IN && !each.getValue().hasColours());
        if (!dumb) {
            return environment;
        }
        Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(environment);
        changed.put("TERM", "dumb");
        return changed;
    }
}
