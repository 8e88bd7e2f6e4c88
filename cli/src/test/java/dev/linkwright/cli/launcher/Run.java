package dev.linkwright.cli.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// How a process ended and what it wrote, each byte as one character.
///
/// @param exitCode 128 and more for a signal
record Run(int exitCode, String out, String err) {

    static Run of(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        process.getOutputStream().close();
        return of(process);
    }

    static Run of(Process process) throws InterruptedException {
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> textOf(process.getErrorStream()));
        String out = textOf(process.getInputStream());
        return new Run(process.waitFor(), out, err.join());
    }

    private static String textOf(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
