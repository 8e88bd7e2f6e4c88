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

/// A program that deletes a tree and stops before the tenth object until the process is told to end.
final class InterruptedDeletion {
    private InterruptedDeletion() {}

    /// Deletes the first argument; makes the second one when it waits.
    public static void main(String[] arguments) {
        AtomicInteger removals = new AtomicInteger();
        LinkSystem waiting = InterceptingLinkSystem.of(Links.system().linkSystem(), call -> {
            if (call.primitive() == Primitive.UNLINK && removals.incrementAndGet() == 10) {
                announce(Path.of(arguments[1]));
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

    /// No hook can be added any more when the hooks are running.
    private static boolean isEnding() {
        Thread none = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
