package dev.linkwright.ffm.windows;

import static dev.linkwright.ffm.windows.WindowsType.BOOL;
import static dev.linkwright.ffm.windows.WindowsType.DWORD;
import static dev.linkwright.ffm.windows.WindowsType.HANDLE;
import static dev.linkwright.ffm.windows.WindowsType.pointer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

import dev.linkwright.ffm.windows.WindowsFunction.Library;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a console shows of text that its code page lacks: written as the program does it, and read back from the screen.
final class ConsoleTest {
    private static final WindowsFunction ALLOC_CONSOLE = WindowsFunction.of(Library.KERNEL32, "AllocConsole", BOOL);
    private static final WindowsFunction CREATE_FILE = WindowsFunction.of(Library.KERNEL32, "CreateFileW", HANDLE,
            pointer("LPCWSTR"), DWORD, DWORD, pointer("LPSECURITY_ATTRIBUTES"), DWORD, DWORD, HANDLE);
    /// The place on the screen is a struct of two shorts, which is passed as one number.
    private static final WindowsFunction READ_CONSOLE_OUTPUT_CHARACTER = WindowsFunction.of(Library.KERNEL32,
            "ReadConsoleOutputCharacterW", BOOL, HANDLE, pointer("LPWSTR"), DWORD, DWORD, pointer("LPDWORD"));
    private static final WindowsFunction SET_CONSOLE_CURSOR_POSITION = WindowsFunction.of(Library.KERNEL32,
            "SetConsoleCursorPosition", BOOL, HANDLE, DWORD);

    private static final int GENERIC_READ_AND_WRITE = 0xC0000000;
    private static final int SHARED = 3;
    private static final int OPEN_EXISTING = 3;
    private static final int TOP_LEFT = 0;

    private final Arena arena = Arena.ofConfined();
    private long screen;

    @BeforeEach
    void open() throws Throwable {
        int ignored = (int) ALLOC_CONSOLE.link().invokeExact();
        MemorySegment handle = (MemorySegment) CREATE_FILE.link().invokeExact(WideText.terminated(arena, "CONOUT$"),
                GENERIC_READ_AND_WRITE, SHARED, MemorySegment.NULL, OPEN_EXISTING, 0, MemorySegment.NULL);
        screen = handle.address();
        if (Kernel32Library.getConsoleMode(screen).isEmpty()) {
            Scene.requireNoWine("has no console without a terminal");
            throw new AssertionError("Windows has made no console");
        }
    }

    @AfterEach
    void close() {
        NtDll.ntClose(screen);
        arena.close();
    }

    @Test
    void namesThatTheCodePageLacksAreShown() throws Throwable {
        assertThat(shown("link \u0436 \u00E9 -> \u03B1\u03B2 \u0633"))
                .isEqualTo("link \u0436 \u00E9 -> \u03B1\u03B2 \u0633");
    }

    private String shown(String text) throws Throwable {
        int moved = (int) SET_CONSOLE_CURSOR_POSITION.link().invokeExact(MemorySegment.ofAddress(screen), TOP_LEFT);
        assertThat(moved).isNotZero();
        try (OutputStream stream = new ConsoleHandle(screen).output()) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        MemorySegment units = arena.allocate(2L * text.length(), 2);
        MemorySegment count = arena.allocate(Integer.BYTES, Integer.BYTES);
        int read = (int) READ_CONSOLE_OUTPUT_CHARACTER.link().invokeExact(MemorySegment.ofAddress(screen), units,
                text.length(), TOP_LEFT, count);
        assertThat(read).isNotZero();
        return WideText.read(units, 0, text.length());
    }
}
