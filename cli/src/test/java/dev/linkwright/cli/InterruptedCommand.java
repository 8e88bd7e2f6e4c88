package dev.linkwright.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;

/// A program that runs a command and stops at the tenth call of a primitive, whichever worker meets it or a later one,
/// until the process is told to end.
final class InterruptedCommand {
    private static final int TURN = 10;

    private InterruptedCommand() {}

    /// Makes the file that the first argument names when it waits, at the primitive that the second one names; the others
    /// are the command line.
    public static void main(String[] arguments) {
        Path waits = Path.of(arguments[0]);
        Primitive primitive = Primitive.valueOf(arguments[1]);
        AtomicInteger calls = new AtomicInteger();
        LinkSystem waiting = InterceptingLinkSystem.of(Links.system().linkSystem(), call -> {
            int now = call.primitive() == primitive ? calls.incrementAndGet() : 0;
            if (now == TURN) {
                announce(waits);
            }
            if (now >= TURN) {
                while (!isEnding()) {
                    Thread.onSpinWait();
                }
            }
        });
        String[] commandLine = List.of(arguments).subList(2, arguments.length).toArray(String[]::new);
        int code = Main.run(Invocation.of(commandLine).withLinkSystem(() -> waiting).withStreams(
                new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err)));
        Runtime.getRuntime().halt(code);
    }

    private static void announce(Path place) {
        try {
            Files.createFile(place);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The hook waits for the results.
    private static boolean isEnding() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals(
                "linkwright-interrupt") && thread.getState() == Thread.State.TIMED_WAITING);
    }
}
