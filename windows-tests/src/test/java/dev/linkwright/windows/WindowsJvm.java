package dev.linkwright.windows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.linkwright.testing.Bench;

/// A Windows JVM: `java.exe` under Wine, or the one that runs this on Windows.
///
/// `LINKWRIGHT_WINDOWS_JAVA` names another `java.exe` for Wine than the one that the build fetches.
sealed interface WindowsJvm extends AutoCloseable permits WindowsJvm.UnderWine, WindowsJvm.Real {
    /// The exit code of the JVM when it has run to its end, and where its output went.
    ///
    /// @param output the file for what it says on both streams
    int run(List<String> arguments, Path directory, Path output) throws IOException, InterruptedException;

    /// The JVM's name for a path of this machine.
    String path(Path path);

    /// What is between the entries of its class path.
    String separator();

    /// The class path entry for our class files in a directory or jar.
    Path classes(Path ours, Path room) throws IOException;

    /// What this JVM must be told besides.
    List<String> options(Path room) throws IOException;

    /// Ends all that belongs to it.
    @Override
    void close() throws IOException, InterruptedException;

    /// The one that is here; the test is skipped, or fails if the bench is required, where there is none.
    static WindowsJvm here() throws IOException, InterruptedException {
        if (isThisOne()) {
            return new Real(Path.of(System.getProperty("java.home"), "bin", "java.exe"));
        }
        return underWine(
                System.getenv().getOrDefault("LINKWRIGHT_WINDOWS_JAVA", System.getProperty("windows.java", "")));
    }

    /// One under Wine; the test is skipped, or fails, as for [#here].
    ///
    /// @param java its `java.exe`; empty if none is known
    static WindowsJvm underWine(String java) throws IOException, InterruptedException {
        Bench.WINE.require(!java.isEmpty() && Files.isRegularFile(Path.of(java)), "a Windows runtime of Java 21, which "
                + "the build fetches on Linux on x86-64, or its java.exe in LINKWRIGHT_WINDOWS_JAVA");
        return new UnderWine(Wine.start(), Path.of(java));
    }

    /// Whether this process runs on Windows.
    static boolean isThisOne() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /// Java 21 of Windows under Wine.
    record UnderWine(Wine wine, Path java) implements WindowsJvm {
        /// `SecureRandom`, and with it every temporary directory, must not ask for network interfaces, which Wine 8
        /// lacks: so the provider that does not comes first.
        private static final String PROVIDERS = "security.provider.1=SunMSCAPI\nsecurity.provider.2=SUN\n";

        @Override
        public int run(List<String> arguments, Path directory, Path output) throws IOException, InterruptedException {
            return wine.run(java, arguments, directory, output);
        }

        @Override
        public String path(Path path) {
            return "Z:" + path.toAbsolutePath();
        }

        @Override
        public String separator() {
            return ";";
        }

        @Override
        public Path classes(Path ours, Path room) throws IOException {
            Java21ClassFiles.copy(ours, room);
            return room;
        }

        @Override
        public List<String> options(Path room) throws IOException {
            Path providers = Files.writeString(room.resolve("java.security"), PROVIDERS);
            return List.of("--enable-preview", "-Djava.security.properties=" + path(providers),
                    "-Dwine.makes.links=" + wine.kind().makesLinks());
        }

        @Override
        public void close() throws IOException, InterruptedException {
            wine.close();
        }
    }

    /// The JVM that runs this.
    record Real(Path java) implements WindowsJvm {
        @Override
        public int run(List<String> arguments, Path directory, Path output) throws IOException, InterruptedException {
            return Wine.runToTheEnd(java.toString(), arguments, directory, output, List.of());
        }

        @Override
        public String path(Path path) {
            return path.toAbsolutePath().toString();
        }

        @Override
        public String separator() {
            return File.pathSeparator;
        }

        @Override
        public Path classes(Path ours, Path room) {
            return ours;
        }

        @Override
        public List<String> options(Path room) {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing but its processes, which have ended.
        }
    }
}
