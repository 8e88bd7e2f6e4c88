package dev.linkwright.ffm.windows;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.LinkSystem;
import dev.linkwright.LinkSystemProvider;
import dev.linkwright.win32.CreateSymbolicLinkW;
import dev.linkwright.win32.Kernel32Provider;
import dev.linkwright.win32.WindowsConsole;

/// Offers [WindowsLinkSystem] for the default file system of Windows, and the function of the page itself.
public final class WindowsProvider implements LinkSystemProvider, Kernel32Provider {
    /// The architectures whose layouts these are; Java calls them so.
    private static final Set<String> ARCHITECTURES = Set.of("amd64", "aarch64");

    /// For the service loader.
    public WindowsProvider() {
        // Nothing is known before somebody asks for a system.
    }

    @Override
    public String name() {
        return "native";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Optional<LinkSystem> systemFor(FileSystem fileSystem, String whyNoBetter) throws UnavailableException {
        boolean ofTheSystem = fileSystem.equals(FileSystems.getDefault())
                && fileSystem.provider().getClass().getModule().equals(Object.class.getModule());
        if (!isWindows() || !ofTheSystem) {
            return Optional.empty();
        }
        requireNativeCalls();
        return Optional.of(new WindowsLinkSystem());
    }

    @Override
    public Optional<CreateSymbolicLinkW> createSymbolicLinkW() {
        return canCall() ? Optional.of(Kernel32Library::createSymbolicLinkW) : Optional.empty();
    }

    @Override
    public Optional<List<String>> commandLine() {
        if (!canCall()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Shell32Library.commandLineToArgvW(Kernel32Library.getCommandLineW()));
        } catch (WindowsCallException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<WindowsConsole> console(int descriptor) {
        return canCall() ? ConsoleHandle.of(descriptor) : Optional.empty();
    }

    private static boolean canCall() {
        try {
            if (isWindows()) {
                requireNativeCalls();
                return true;
            }
            return false;
        } catch (UnavailableException e) {
            return false;
        }
    }

    static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /// A 32-bit Java, for which the layouts would be others, goes without.
    static void requireArchitecture(String architecture) throws UnavailableException {
        if (!ARCHITECTURES.contains(architecture)) {
            throw new UnavailableException("native calls are for 64-bit Java on x64 and ARM64, and this is "
                    + architecture);
        }
    }

    private static void requireNativeCalls() throws UnavailableException {
        requireArchitecture(System.getProperty("os.arch"));
        try {
            // Any restricted method will do, and this one does nothing.
            MemorySegment nothing = MemorySegment.NULL.reinterpret(0);
            assert nothing.byteSize() == 0;
        } catch (IllegalCallerException e) {
            Module module = WindowsProvider.class.getModule();
            throw new UnavailableException("native access is denied: start Java with --enable-native-access="
                    + (module.isNamed() ? module.getName() : "ALL-UNNAMED"));
        }
    }
}
