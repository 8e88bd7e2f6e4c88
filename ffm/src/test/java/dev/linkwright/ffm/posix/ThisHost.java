package dev.linkwright.ffm.posix;

import java.nio.file.FileSystems;
import java.util.Optional;

import dev.linkwright.LinkSystem;
import dev.linkwright.LinkSystemProvider.UnavailableException;
import dev.linkwright.testing.Bench;

/// The native link system of the machine that the tests run on.
final class ThisHost {
    private ThisHost() {}

    /// Also where it is not offered yet because it has not been proven: here it is to be.
    static LinkSystem linkSystem() {
        Host host = Host.ofThisJvm();
        boolean isPosix = FileSystems.getDefault().getSeparator().equals("/");
        Bench.POSIX.require(isPosix, "a POSIX system");
        Optional<LinkSystem> system = Optional.empty();
        String what = "a POSIX system with native calls";
        try {
            system = host.isProven()
                    ? new PosixProvider().systemFor(FileSystems.getDefault(), "")
                    : Optional.of(new PosixLinkSystem(host.platform()));
        } catch (UnavailableException e) {
            what += ": " + e.getMessage();
        }
        Bench.POSIX.require(system.isPresent(), what);
        return system.orElseThrow();
    }
}
