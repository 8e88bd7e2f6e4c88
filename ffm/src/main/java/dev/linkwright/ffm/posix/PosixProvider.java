package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.util.Optional;

import dev.linkwright.LinkSystem;
import dev.linkwright.LinkSystemProvider;

/// Offers [PosixLinkSystem] for the default file system of Linux, and of macOS where that is asked for.
///
/// Whether it works in this JVM is found out without linking a function: that takes longer than the rest of a small
/// program.
public final class PosixProvider implements LinkSystemProvider {
    private static final String NAME = "native";

    /// For the service loader.
    public PosixProvider() {
        // Nothing is known before somebody asks for a system.
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Optional<LinkSystem> systemFor(FileSystem fileSystem, String whyNoBetter) throws UnavailableException {
        if (!isOfTheSystem(fileSystem) || !fileSystem.getSeparator().equals("/")) {
            return Optional.empty();
        }
        Host host = Host.ofThisJvm();
        Platform platform = host.platform();
        if (!host.isProven() && !NAME.equals(System.getProperty("linkwright.system"))) {
            throw new UnavailableException("the native calls for " + host.system() + " have not been proven on one: "
                    + "-Dlinkwright.system=native uses them");
        }
        requireNativeAccess(PosixProvider::restricted);
        for (CFunction function : platform.functions()) {
            requireFunction(function);
        }
        return Optional.of(new PosixLinkSystem(platform));
    }

    /// The default file system can be one that somebody put in front of the system's own: calls would pass it by.
    private static boolean isOfTheSystem(FileSystem fileSystem) {
        return fileSystem.equals(FileSystems.getDefault())
                && fileSystem.provider().getClass().getModule().equals(Object.class.getModule());
    }

    static void requireNativeAccess(Runnable restricted) throws UnavailableException {
        try {
            restricted.run();
        } catch (IllegalCallerException e) {
            throw new UnavailableException("native access is denied: start Java with --enable-native-access="
                    + nameForNativeAccess());
        }
    }

    /// Any restricted method will do, and this one does nothing.
    private static void restricted() {
        MemorySegment nothing = MemorySegment.NULL.reinterpret(0);
        assert nothing.byteSize() == 0;
    }

    private static String nameForNativeAccess() {
        Module module = PosixProvider.class.getModule();
        return module.isNamed() ? module.getName() : "ALL-UNNAMED";
    }

    static void requireFunction(CFunction function) throws UnavailableException {
        boolean found;
        try {
            found = function.isInLibrary();
        } catch (UnsupportedOperationException e) {
            throw new UnavailableException("this JVM cannot call native functions");
        }
        if (!found) {
            throw new UnavailableException("the C library has no function " + function.symbol());
        }
    }
}
