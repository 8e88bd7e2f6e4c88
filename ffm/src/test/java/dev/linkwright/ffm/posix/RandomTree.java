package dev.linkwright.ffm.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// A small tree in which links lead to each other, to themselves, through each other, out, back in and nowhere; with
/// names that are one object, holes, modes, times and extended attributes. The same seed makes the same tree.
final class RandomTree {
    private static final int MOST_ENTRIES = 40;
    private static final List<Integer> MODES = List.of(0700, 0755, 02755, 04755, 01777, 0740);
    private static final long SECONDS = 8_000_000_000L;

    private final SplittableRandom random;
    private final Path root;
    private final List<Path> directories = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();

    private RandomTree(Path root, long seed) {
        this.root = root;
        this.random = new SplittableRandom(seed);
    }

    /// Makes it at a path that does not exist yet.
    static void make(Path root, long seed) throws IOException {
        RandomTree tree = new RandomTree(root, seed);
        tree.directories.add(Files.createDirectory(root));
        int entries = tree.random.nextInt(3, MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            Path place = tree.one(tree.directories).resolve(tree.name());
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                tree.makeAt(place);
            }
        }
        tree.furnish();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String name() {
        return one(List.of("a", "b", "c", "d e", "-f", "g")) + random.nextInt(8);
    }

    private void makeAt(Path place) throws IOException {
        switch (random.nextInt(10)) {
            case 0, 1 -> directories.add(Files.createDirectory(place));
            case 2, 3 -> files.add(file(place));
            case 4 -> secondName(place, files);
            case 5 -> secondName(place, links);
            default -> links.add(Files.createSymbolicLink(place, Path.of(text(place))));
        }
    }

    private Path file(Path place) throws IOException {
        byte[] contents = new byte[one(List.of(0, 1, 100, 70_000))];
        random.nextBytes(contents);
        try (FileChannel file = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(contents), random.nextBoolean() ? 0 : random.nextInt(1 << 20));
        }
        return place;
    }

    private void secondName(Path place, List<Path> objects) throws IOException {
        if (!objects.isEmpty()) {
            Files.createLink(place, one(objects));
        }
    }

    private String text(Path place) {
        List<Path> all = new ArrayList<>(directories);
        all.addAll(files);
        all.addAll(links);
        Path other = one(all);
        Path directory = place.resolveSibling("");
        return switch (random.nextInt(8)) {
            case 0, 1 -> directory.relativize(other).resolve(".").toString();
            case 2, 3 -> directory.relativize(other) + (other.equals(directory) ? "." : "");
            case 4 -> one(List.of(other.toString(), "/nowhere/at/all", root.resolveSibling("").toString()));
            case 5 -> place.getFileName().toString();
            default -> steps();
        };
    }

    private String steps() {
        List<String> steps = new ArrayList<>();
        int number = random.nextInt(1, 5);
        for (int i = 0; i < number; i++) {
            steps.add(random.nextInt(3) == 0 ? one(List.of("..", ".")) : name());
        }
        return String.join(random.nextInt(6) == 0 ? "//" : "/", steps);
    }

    /// Directories last and deepest first, because what is made in them changes their times.
    private void furnish() throws IOException {
        List<Path> all = new ArrayList<>(files);
        all.addAll(directories.reversed());
        for (Path each : all) {
            if (random.nextInt(3) == 0) {
                Files.setAttribute(each, "unix:mode", one(MODES));
            }
            if (random.nextInt(4) == 0) {
                byte[] value = new byte[random.nextInt(50)];
                random.nextBytes(value);
                Files.getFileAttributeView(each, UserDefinedFileAttributeView.class).write("random",
                        ByteBuffer.wrap(value));
            }
            if (random.nextInt(2) == 0) {
                Files.setLastModifiedTime(each,
                        FileTime.from(random.nextLong(-SECONDS / 4, SECONDS), TimeUnit.SECONDS));
            }
        }
    }
}
