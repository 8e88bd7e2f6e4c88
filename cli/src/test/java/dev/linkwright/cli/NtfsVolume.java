package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import dev.linkwright.testing.Bench;

/// A fresh NTFS volume, mounted by ntfs-3g for a test and unmounted after it.
record NtfsVolume(Path place) implements AutoCloseable {
    private static final int SIZE = 32 << 20;

    static void requireBench() throws IOException {
        boolean root = Path.of("/proc/self").toFile().exists()
                && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        boolean tools = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin").stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "mkntfs")));
        Bench.NTFS.require(root && tools && Files.exists(Path.of("/dev/fuse")), "root, ntfs-3g, /dev/fuse");
    }

    static NtfsVolume mount(Path place, String options) throws IOException {
        Path image = place.resolveSibling(place.getFileName() + ".img");
        if (!Files.exists(image)) {
            try (SeekableByteChannel file = Files.newByteChannel(image, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                file.position(SIZE - 1).write(ByteBuffer.allocate(1));
            }
            run("mkntfs", "-F", "-Q", "-q", image.toString());
        }
        Files.createDirectories(place);
        run("mount", "-t", "ntfs-3g", "-o", options, image.toString(), place.toString());
        return new NtfsVolume(place);
    }

    @Override
    public void close() throws IOException {
        run("umount", place.toString());
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as("%s: %s", String.join(" ", command), output).isZero();
    }
}
