package dev.linkwright.ffm.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.testing.Bench;

/// A file system that is mounted for a test and unmounted after it.
final class Mount implements AutoCloseable {
    private static final int NTFS_SIZE = 32 << 20;

    private final Path place;

    private Mount(Path place) {
        this.place = place;
    }

    /// A file system in memory.
    static Mount tmpfs(Path place, String options) throws IOException {
        return mount(place, "mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString());
    }

    /// The same directory at another place.
    static Mount bind(Path directory, Path place) throws IOException {
        return mount(place, "mount", "--bind", directory.toString(), place.toString());
    }

    /// A layer above a directory.
    static Mount overlay(Path lower, Path upper, Path work, Path place) throws IOException {
        return mount(place, "mount", "-t", "overlay", "-o",
                "lowerdir=" + lower + ",upperdir=" + upper + ",workdir=" + work, "overlay", place.toString());
    }

    /// A file system in a new image file beside the place, made by this command.
    static Mount image(Path place, int size, String... makeFileSystem) throws IOException {
        Bench.POSIX.require(Root.hasCommand(makeFileSystem[0]), makeFileSystem[0]);
        String image = newFile(place, size);
        List<String> command = new ArrayList<>(List.of(makeFileSystem));
        command.add(image);
        Root.run(command.toArray(String[]::new));
        return mount(place, "mount", "-o", "loop", image, place.toString());
    }

    /// A new NTFS image as a block device, played by ntfs-3g. When it is unmounted everything is in the image.
    static Mount ntfs3g(Path place) throws IOException {
        String image = newFile(place, NTFS_SIZE);
        Root.run("mkntfs", "-F", "-Q", "-q", image);
        return ntfs3g(place, "loop,permissions");
    }

    /// The image of [#ntfs3g(Path)] once more, with these options.
    static Mount ntfs3g(Path place, String options) throws IOException {
        return mount(place, "mount", "-t", "ntfs-3g", "-o", options, image(place).toString(), place.toString());
    }

    /// The same without a block device, by this program of ntfs-3g's.
    static Mount ntfsImage(Path place, String program) throws IOException {
        return mount(place, program, image(place).toString(), place.toString());
    }

    /// The image file that belongs to a place.
    static Path image(Path place) {
        return place.resolveSibling(place.getFileName() + ".img");
    }

    /// Mounts it anew with these options.
    void again(String options) throws IOException {
        Root.run("mount", "-o", "remount," + options, place.toString());
    }

    Path place() {
        return place;
    }

    @Override
    public void close() throws IOException {
        Root.run("umount", place.toString());
    }

    private static Mount mount(Path place, String... command) throws IOException {
        Files.createDirectories(place);
        Root.run(command);
        return new Mount(place);
    }

    private static String newFile(Path place, int size) throws IOException {
        Path image = image(place);
        try (SeekableByteChannel file = Files.newByteChannel(image, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            file.position(size - 1).write(ByteBuffer.allocate(1));
        }
        return image.toString();
    }
}
