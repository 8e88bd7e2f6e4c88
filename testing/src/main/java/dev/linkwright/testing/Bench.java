package dev.linkwright.testing;

import java.util.Locale;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// A test bench: a place where tests of a certain kind can run, if this machine has what it takes.
///
/// A test says what it needs, and is skipped with a line that says what is missing; unless the bench is one that must
/// be there: then the test fails. The environment variable `LINKWRIGHT_REQUIRED_BENCHES` names those, separated by
/// commas.
///
/// ```java
/// Bench.POSIX.require(Files.isDirectory(Path.of("/dev/shm")), "a tmpfs at /dev/shm");
/// ```
public enum Bench {
    /// A POSIX system: tmpfs, the disk, loop-mounted file systems.
    POSIX,
    /// NTFS images, mounted by ntfs-3g.
    NTFS,
    /// The Windows JVM under Wine.
    WINE,
    /// The newest coreutils of GNU, unpacked beside the system's, to compare the front ends with.
    COREUTILS,
    /// The fake link system.
    FAKE,
    /// File systems in memory.
    JIMFS,
    /// A real Windows.
    WINDOWS,
    /// A real macOS.
    MACOS;

    /// The environment variable that names the benches whose absence is a failure.
    public static final String REQUIRED_BENCHES = "LINKWRIGHT_REQUIRED_BENCHES";

    /// Goes on if `present`.
    ///
    /// @param whatIsNeeded what this bench takes, as a noun phrase
    /// @throws AssertionError if it is missing on a bench that must be there, or if a required bench is unknown
    /// @throws org.opentest4j.TestAbortedException if it is missing elsewhere: JUnit reports a skipped test
    public void require(boolean present, String whatIsNeeded) {
        require(present, whatIsNeeded, System.getenv().getOrDefault(REQUIRED_BENCHES, ""));
    }

    void require(boolean present, String whatIsNeeded, String requiredBenches) {
        boolean required = isAmong(requiredBenches);
        if (!present && required) {
            Assertions.fail(
                    "bench '" + this + "' is required by " + REQUIRED_BENCHES + " and this is missing: "
                            + whatIsNeeded);
        }
        if (!present) {
            Assumptions.abort("skipped: bench '" + this + "' is not here, it takes " + whatIsNeeded);
        }
    }

    /// The name by which it is required: `posix`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private boolean isAmong(String requiredBenches) {
        boolean among = false;
        for (String part : requiredBenches.split(",", -1)) {
            String name = part.strip();
            if (!name.isEmpty()) {
                among |= named(name) == this;
            }
        }
        return among;
    }

    private static Bench named(String name) {
        for (Bench bench : values()) {
            if (bench.toString().equals(name)) {
                return bench;
            }
        }
        return Assertions.fail(REQUIRED_BENCHES + " names an unknown bench: '" + name + "'");
    }
}
