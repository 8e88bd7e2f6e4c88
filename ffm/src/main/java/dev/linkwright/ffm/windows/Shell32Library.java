package dev.linkwright.ffm.windows;

import static dev.linkwright.ffm.windows.WindowsType.pointer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.ffm.windows.WindowsFunction.Library;

/// The one function of shell32 that is needed.
final class Shell32Library {
    static final WindowsFunction COMMAND_LINE_TO_ARGV = WindowsFunction.of(Library.SHELL32, "CommandLineToArgvW",
            pointer("LPWSTR *"), pointer("LPCWSTR"), pointer("int *")).settingLastError();

    private Shell32Library() {}

    /// `LPWSTR *CommandLineToArgvW(LPCWSTR lpCmdLine, int *pNumArgs);` the words of a command line by the rules of the C
    /// runtime. It expands nothing.
    ///
    /// <https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw>
    static List<String> commandLineToArgvW(String commandLine) throws WindowsCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = CallState.in(arena);
            MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
            MemorySegment words;
            try {
                words = (MemorySegment) CommandLineToArgvW.HANDLE.invokeExact(
                        state, WideText.terminated(arena, commandLine), count);
            } catch (Throwable e) {
                throw NtDll.impossible(e);
            }
            if (words.equals(MemorySegment.NULL)) {
                throw WindowsCallException.ofLastError("CommandLineToArgvW", commandLine,
                        CallState.lastError(state));
            }
            List<String> arguments = read(words, count.get(ValueLayout.JAVA_INT, 0));
            Kernel32Library.localFree(words);
            return arguments;
        }
    }

    private static List<String> read(MemorySegment words, int count) {
        MemorySegment pointers = words.reinterpret(ValueLayout.ADDRESS.byteSize() * count);
        List<String> arguments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arguments.add(WideText.at(pointers.getAtIndex(ValueLayout.ADDRESS, i)));
        }
        return arguments;
    }

    private static final class CommandLineToArgvW {
        static final MethodHandle HANDLE = COMMAND_LINE_TO_ARGV.link();
    }
}
