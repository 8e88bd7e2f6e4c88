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

/// A program that runs a command and stops at one call of a primitive, whichever worker meets it or a later one,
/// until the process is told to end.
final class InterruptedCommand {
    private InterruptedCommand() {}

    /// Makes the file that the first argument names when it waits, at the primitive that the second one names, in the turn
    /// that the third one tells; the others are the command line.
    public static void main(String[] arguments) {
        Path waits = Path.of(arguments[0]);
        Primitive primitive = Primitive.valueOf(arguments[1]);
        int turn = Integer.parseInt(arguments[2]);
        AtomicInteger calls = new AtomicInteger();
        LinkSystem waiting = InterceptingLinkSystem.of(Links.system().linkSystem(), call -> {
            int now = call.primitive() == primitive ? calls.incrementAndGet() : 0;
            if (now == turn) {
                announce(waits);
            }
            if (now >= turn) {
                while (!isEnding() || !isWoken(primitive)) {
                    Thread.onSpinWait();
                }
            }
        });
        String[] commandLine = List.of(arguments).subList(3, arguments.length).toArray(String[]::new);
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

    /// Contents may take longer than anybody waits, so whoever copies them is interrupted.
    private static boolean isWoken(Primitive primitive) {
        return primitive != Primitive.COPY_CONTENTS || Thread.currentThread().isInterrupted();
    }

    /// The hook waits for the results.
    private static boolean isEnding() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals(
                "linkwright-interrupt") && thread.getState() == Thread.State.TIMED_WAITING);
    }
}
