package dev.linkwright.ffm.windows;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;

import dev.linkwright.win32.Win32Exception;
import dev.linkwright.win32.WindowsConsole;

/// A console, written to by 16-bit units.
///
/// Escape sequences are switched on for the time of a write and no longer: the mode belongs to the console, which other
/// programs use too.
final class ConsoleHandle implements WindowsConsole {
    static final int STD_INPUT_HANDLE = -10;
    static final int STD_OUTPUT_HANDLE = -11;
    static final int STD_ERROR_HANDLE = -12;
    static final int ENABLE_PROCESSED_OUTPUT = 0x1;
    static final int ENABLE_VIRTUAL_TERMINAL_PROCESSING = 0x4;

    private static final int[] STANDARD = {STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};

    /// How much is written at once: older consoles have a buffer of 64 KiB for all that is under way.
    private static final int MOST_UNITS_AT_ONCE = 8_000;

    private final long handle;

    ConsoleHandle(long handle) {
        this.handle = handle;
    }

    /// The console behind a standard stream, if there is one.
    static Optional<WindowsConsole> of(int descriptor) {
        long handle = Kernel32Library.getStdHandle(STANDARD[descriptor]);
        return Kernel32Library.getConsoleMode(handle).isPresent()
                ? Optional.of(new ConsoleHandle(handle))
                : Optional.empty();
    }

    @Override
    public boolean hasColours() {
        OptionalInt mode = Kernel32Library.getConsoleMode(handle);
        boolean obeys = mode.isPresent() && withSequences(mode.getAsInt());
        if (obeys) {
            Kernel32Library.setConsoleMode(handle, mode.getAsInt());
        }
        return obeys;
    }

    @Override
    public OutputStream output() {
        return new Utf8ToUnits(this::write);
    }

    private boolean withSequences(int mode) {
        return Kernel32Library.setConsoleMode(handle,
                mode | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }

    private void write(String text) throws IOException {
        OptionalInt mode = Kernel32Library.getConsoleMode(handle);
        boolean changed = mode.isPresent() && withSequences(mode.getAsInt());
        try {
            writeAll(text);
        } catch (WindowsCallException e) {
            Win32Exception failure = new Win32Exception(e.win32());
            failure.initCause(e);
            throw failure;
        } finally {
            if (changed) {
                Kernel32Library.setConsoleMode(handle, mode.getAsInt());
            }
        }
    }

    private void writeAll(String text) throws WindowsCallException {
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(start + MOST_UNITS_AT_ONCE, text.length());
            boolean splitsPair = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
            start += Kernel32Library.writeConsoleW(handle, text.substring(start, splitsPair ? end - 1 : end));
        }
    }
}
