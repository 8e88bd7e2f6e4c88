package dev.linkwright.cli.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// For tests that run the program as users do: the launcher, the image that the build assembles of the classes under test,
/// and its class data archive. The image is assembled once for a class, and each test has an installation of its own.
abstract class InstalledProgram {
    @TempDir
    private static Path assembled;

    private static AssembledImage image;

    /// What the test works with is here, beside the installation.
    @TempDir
    Path base;

    Installation installation;

    @BeforeAll
    static void assemble() throws Exception {
        Bench.POSIX.require(Files.isExecutable(Path.of("/bin/sh")), "a POSIX shell");
        image = AssembledImage.in(assembled);
    }

    @BeforeEach
    void install() throws Exception {
        installation = Installation.in(base, "pro gram");
        image.installIn(installation);
    }
}
