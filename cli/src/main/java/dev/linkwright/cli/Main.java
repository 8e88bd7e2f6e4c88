package dev.linkwright.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import dev.linkwright.LinkSystem;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.startup.PlainLinkSystem;
import dev.linkwright.system.MountTable;
import org.jspecify.annotations.Nullable;

/// The command line of Linkwright. [#main] is the only place that knows of the process; everything else depends on its
/// [Invocation] alone.
public final class Main {

    private Main() {}

    /// Runs one command and ends the process with its exit code.
    ///
    /// @param arguments the command and its arguments
    public static void main(String[] arguments) {
        int code = run(ofProcess(arguments));
        // Everything is written by now, and there is nothing that a hook would have to do. exit() would first look for
        // a logger, since Java 21 (java.lang.Runtime's "Logging"), which takes a quarter of a whole run.
        Runtime.getRuntime().halt(code);
    }

    /// These arguments, in the surroundings of this process.
    static Invocation ofProcess(String[] arguments) {
        String encoding = System.getProperty("sun.jnu.encoding");
        // Not System.out: PrintStream swallows failures and encodes by the locale.
        boolean posix = FileSystems.getDefault().getSeparator().equals("/");
        if (!posix) {
            return WindowsConsoles.ofProcess().attachTo(WindowsArguments.invocation(arguments),
                    environment(new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
        }
        Supplier<LinkSystem> system = new Invocation.BestLinkSystem();
        if (arguments.length > 0 && Commands.needsNativeCalls(arguments[0])) {
            system = HeadStart.with(system);
        }
        Invocation invocation = Invocation.of(ProcessArguments.of(arguments, encoding))
                .withLinkSystem(system)
                .withEnvironment(environment(new HashMap<>()))
                .withStreams(
                        new FileInputStream(FileDescriptor.in),
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err))
                .withTerminals(Terminals.of(System.getProperty(Terminals.PROPERTY)));
        long[] translating = translatingDevices();
        return translating != null && System.getProperty("linkwright.system") == null
                ? invocation.withPlainLinkSystem(new PlainLinkSystem(invocation.system(), encoding, translating))
                : invocation;
    }

    /// The launchers start the JVM in a locale of UTF-8, or none, and say which one the user has.
    ///
    /// @param environment empty, and what it holds is found as the system finds it
    private static Map<String, String> environment(Map<String, String> environment) {
        environment.putAll(System.getenv());
        String locale = System.getProperty("linkwright.locale");
        if (locale != null) {
            environment.put("LC_ALL", locale);
        }
        return environment;
    }

    /// On Windows and on volumes of ntfs-3g there is more to a link than `java.nio.file` can say, and who forces a link
    /// system wants that one.
    ///
    /// @return null if nobody knows
    private static long @Nullable [] translatingDevices() {
        return System.getProperty("os.name").equals("Linux") ? MountTable.devicesOfNtfs3g() : new long[0];
    }

    /// Runs one command. Uses nothing of the process but the file system that the invocation's link system leads to.
    ///
    /// @return the exit code
    public static int run(Invocation invocation) {
        Console console = new Console(invocation);
        try {
            ExitCode code = new Program(console).run();
            console.out().flush();
            return code.number();
        } catch (OutputFailure e) {
            if (e.isClosedPipe()) {
                return ExitCode.CLOSED_PIPE.number();
            }
            console.diagnostics().error("cannot write the results: " + e.getMessage());
            return ExitCode.NO.number();
        } catch (IOException e) {
            throw new UncheckedIOException("only the output can fail here", e);
        }
    }
}
