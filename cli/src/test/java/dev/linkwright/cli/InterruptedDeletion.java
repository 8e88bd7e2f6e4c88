package dev.linkwright.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;

/// A program that deletes a tree and stops at the tenth object, whichever worker meets it or a later one, until the process is told to end.
final class InterruptedDeletion {
    private InterruptedDeletion() {}

    /// Deletes the first argument; makes the second one when it waits.
    public static void main(String[] arguments) {
        AtomicInteger removals = new AtomicInteger();
        LinkSystem waiting = InterceptingLinkSystem.of(Links.system().linkSystem(), call -> {
            int removal = call.primitive() == Primitive.UNLINK ? removals.incrementAndGet() : 0;
            if (removal == 10) {
                announce(Path.of(arguments[1]));
            }
            if (removal >= 10) {
                while (!isEnding()) {
                    Thread.onSpinWait();
                }
            }
        });
        int code = Main.run(Invocation.of("delete", arguments[0]).withLinkSystem(() -> waiting).withStreams(
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
