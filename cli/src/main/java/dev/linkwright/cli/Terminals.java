package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.linkwright.cli.Invocation.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out which streams of the process are terminals.
///
/// The launcher knows and says so by the system property `linkwright.tty`: the digits of the descriptors that are
/// terminals, for example `02`. Without it (`java -jar`) Linux is asked what the descriptors are; elsewhere none is
/// taken for a terminal, because `System.console()` since Java 22 loads a line editor before it answers.
final class Terminals {

    static final String PROPERTY = "linkwright.tty";

    private Terminals() {}

    static Set<Stream> of(@Nullable String property) {
        // Not an EnumSet: it finds the values by reflection, which loads method handles.
        List<Stream> terminals = new ArrayList<>();
        for (Stream stream : Stream.values()) {
            int descriptor = stream.descriptor();
            boolean isTerminal = property == null
                    ? isTerminal(Path.of("/proc/self/fd/" + descriptor))
                    : property.indexOf((char) ('0' + descriptor)) >= 0;
            if (isTerminal) {
                terminals.add(stream);
            }
        }
        return Set.copyOf(terminals);
    }

    /// A descriptor's link in procfs names the device: a pseudo terminal, a virtual console or a serial line.
    private static boolean isTerminal(Path descriptor) {
        try {
            String device = Files.readSymbolicLink(descriptor).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException noSuchThing) {
            return false;
        }
    }
}
