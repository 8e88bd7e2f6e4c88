package dev.linkwright.win32;

import java.util.Optional;
import java.util.ServiceLoader;

import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.win32.CreateSymbolicLinkW.Answer;
import org.jspecify.annotations.Nullable;

/// The function `CreateSymbolicLink` of kernel32, with its own parameters, its `BOOLEAN` and its last error, on every
/// system.
///
/// ```java
/// Kernel32 kernel32 = Kernel32.system();
/// if (!kernel32.createSymbolicLink("current", "releases/42", SymbolicLinkFlag.DIRECTORY.value())) {
///     throw new Win32Exception(kernel32.getLastError());
/// }
/// ```
///
/// This is the function as it is: one call, no advice, and its word is not verified. [Links] is the API to write
/// programs with; this one is for code that comes with a call of the function and for questions about the function.
/// `docs/kernel32.md` shows for every documented case what is answered, and by which test it is known.
///
/// ## What is different where Windows is not
/// Paths and texts are those of the link system: on POSIX `/` separates and nothing is folded or stored otherwise than
/// given. Every user may make links, so flag 0x2 has no effect; a POSIX link has no kind, so neither has 0x1.
/// What the system answers is translated into the last error that Windows has for the same reason.
///
/// Thread-safe; the last error is kept for each thread.
public final class Kernel32 {
    private final CreateSymbolicLinkW function;
    private final ThreadLocal<Integer> lastError = ThreadLocal.withInitial(Win32Error.SUCCESS::code);

    private Kernel32(CreateSymbolicLinkW function) {
        this.function = function;
    }

    /// The kernel32 of this process on Windows, if native calls are possible in this JVM and not switched off by
    /// `-Dlinkwright.system=nio`; else the same function over the links of [Links#system].
    ///
    /// @throws IllegalStateException if a link system is forced by `-Dlinkwright.system` that is not available
    public static Kernel32 system() {
        return ofProcess().map(Kernel32::new).orElseGet(() -> on(Links.system().linkSystem()));
    }

    /// The function over any link system: its own function if it has one ([Kernel32Provider]), else its primitives.
    public static Kernel32 on(LinkSystem system) {
        Optional<CreateSymbolicLinkW> own = system instanceof Kernel32Provider provider
                ? provider.createSymbolicLinkW()
                : Optional.empty();
        return new Kernel32(own.orElseGet(() -> new CreateSymbolicLinkOnSeam(system)));
    }

    private static Optional<CreateSymbolicLinkW> ofProcess() {
        if ("nio".equals(System.getProperty("linkwright.system"))) {
            return Optional.empty();
        }
        return ServiceLoader.load(Kernel32Provider.class, Kernel32.class.getClassLoader()).stream()
                .flatMap(provider -> provider.get().createSymbolicLinkW().stream()).findFirst();
    }

    /// `CreateSymbolicLinkW`: makes a symbolic link, and replaces nothing. What is refused, and with which last error:
    ///
    /// - 183 if the name is taken, by a dangling link too; 3 if the directory of the link does not exist;
    /// - 1314 without the privilege to create symbolic links, 5 without permission in the directory;
    /// - 87 for null and for unknown flags, 4392 for an empty text or one that is too long, 123 for an impossible name;
    /// - 123 also if one of the strings has U+0000.
    ///
    /// The function is not called with null, which is a crash on Wine, nor with U+0000, where it would stop reading and
    /// make another link.
    ///
    /// The target is not looked at, neither whether it exists nor what it is. Nothing is left of a link that was refused.
    ///
    /// @param symlinkFileName `lpSymlinkFileName`, the path of the link; null stands for a null pointer
    /// @param targetFileName `lpTargetFileName`, its text; null stands for a null pointer
    /// @param flags `dwFlags`: [SymbolicLinkFlag]s, unsigned
    /// @return the `BOOLEAN`, read as the one byte that it is. False: [#getLastError] says why
    public boolean createSymbolicLink(@Nullable String symlinkFileName, @Nullable String targetFileName, int flags) {
        Answer answer = answer(symlinkFileName, targetFileName, flags);
        lastError.set(answer.lastError());
        return answer.created();
    }

    private Answer answer(@Nullable String symlinkFileName, @Nullable String targetFileName, int flags) {
        if (symlinkFileName == null || targetFileName == null) {
            return new Answer(false, Win32Error.INVALID_PARAMETER.code());
        }
        if (symlinkFileName.indexOf('\0') >= 0 || targetFileName.indexOf('\0') >= 0) {
            return new Answer(false, Win32Error.INVALID_NAME.code());
        }
        return function.call(symlinkFileName, targetFileName, flags);
    }

    /// The last error of this thread: the value that was captured together with the return of its latest
    /// [#createSymbolicLink] by this object, whatever the JVM has called since. 0 after a success and before the first
    /// call.
    public int getLastError() {
        return lastError.get();
    }
}
