package dev.linkwright.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Builds the image on the first run of a launcher, which starts this as a source file.
///
/// Two first runs at once: the second waits for the first, by a lock that the system releases if its owner dies, and
/// then finds the image.
final class BuildOnce {
    private BuildOnce() {}

    /// Argument: the directory of the sources. Whatever is written goes to the standard streams as they are, which the
    /// launcher has both connected to its standard error.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        Path target = root.resolve("cli").resolve("target");
        try {
            Files.createDirectories(target);
            try (FileChannel channel = FileChannel.open(target.resolve("image.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock lock = lock(channel)) {
                System.exit(isBuilt(target.resolve("image")) ? 0 : build(root));
            }
        } catch (IOException e) {
            say("nothing is built yet, and it cannot be built here: " + e);
            System.exit(1);
        }
    }

    private static boolean isBuilt(Path images) throws IOException {
        Path current = images.resolve("current");
        return Files.exists(current) && Files.exists(images.resolve(Files.readString(current).strip()));
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        FileLock free = channel.tryLock();
        if (free != null) {
            return free;
        }
        say("waiting for another run to finish the build");
        return channel.lock();
    }

    private static int build(Path root) throws IOException, InterruptedException {
        say("building, once; this takes a minute");
        ProcessBuilder maven = new ProcessBuilder(maven(root), "--batch-mode", "-q", "-Dquick",
                "-pl", "cli", "-am", "package");
        useThisJdk(maven.environment());
        int code = maven.directory(root.toFile()).inheritIO().start().waitFor();
        if (code != 0) {
            say("the build failed: " + String.join(" ", maven.command()) + " ended with " + code);
        }
        return code;
    }

    /// Maven alone might find no Java, or an old one.
    private static void useThisJdk(Map<String, String> environment) {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        if (Files.exists(bin.resolve("javac")) || Files.exists(bin.resolve("javac.exe"))) {
            environment.put("JAVA_HOME", bin.getParent().toString());
        }
        if (Runtime.version().feature() == 25) {
            // Maven 3.8 brings a library that JDK 25 warns about; in 26 the option may have another meaning or none.
            environment.merge("MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow", (own, more) -> own + ' ' + more);
        }
    }

    /// An installed Maven, because it needs nothing from the network that it has fetched before; else the wrapper's.
    private static String maven(Path root) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String name = windows ? "mvn.cmd" : "mvn";
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(System.getProperty("path.separator")))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory).toAbsolutePath().resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(root.resolve(windows ? "mvnw.cmd" : "mvnw"))
                .toString();
    }

    private static void say(String words) {
        System.err.println("linkwright: " + words);
    }
}
