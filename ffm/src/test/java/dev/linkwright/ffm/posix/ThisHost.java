package dev.linkwright.ffm.posix;

import java.nio.file.FileSystems;
import java.util.Optional;

import dev.linkwright.LinkSystem;
import dev.linkwright.LinkSystemProvider.UnavailableException;
import dev.linkwright.testing.Bench;

/// The native link system of the machine that the tests run on.
final class ThisHost {
    private ThisHost() {}

    static LinkSystem linkSystem() {
        Optional<LinkSystem> system = Optional.empty();
        String what = "a POSIX system with native calls";
        try {
            system = new PosixProvider().systemFor(FileSystems.getDefault(), "");
        } catch (UnavailableException e) {
            what += ": " + e.getMessage();
        }
        Bench.POSIX.require(system.isPresent(), what);
        return system.orElseThrow();
    }
}
