package dev.linkwright.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The image that the build assembles of the classes under test, with its class data archive.
final class AssembledImage {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    /// What the build gives to the assembly, of all that is on the class path of this test.
    private static final Pattern RUN_TIME = Pattern
            .compile(".*/(core|ffm|cli)/target/(classes|linkwright-[^/]*\\.jar)|.*/jackson-core-[^/]*\\.jar");

    private final Path images;

    private AssembledImage(Path images) {
        this.images = images;
    }

    static AssembledImage in(Path directory) throws IOException, InterruptedException {
        Installation build = Installation.in(directory, "build").withBuild();
        build.set("PATH", System.getenv("PATH"));
        Path sources = build.root().resolve("cli/src/image");
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(RUN_TIME.asMatchPredicate()).collect(Collectors.joining(File.pathSeparator));

        Run assembly = Run.of(build.command(List.of(
                JAVA_HOME.resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1",
                sources.resolve("java/dev/linkwright/image/AssembleImage.java").toString(), build.images().toString(),
                sources.resolve("jvm.options").toString(), classPath)));

        assertThat(assembly).isEqualTo(new Run(0, "", ""));
        assertThat(build.images().resolve("current")).exists();
        return new AssembledImage(build.images());
    }

    /// Makes an installation run this image by this JVM.
    void installIn(Installation installation) throws IOException {
        installation.set("JAVA_HOME", JAVA_HOME.toString()).set("PATH", System.getenv("PATH"));
        try (Stream<Path> walk = Files.walk(images)) {
            for (Path path : walk.toList()) {
                Path copy = installation.images().resolve(images.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                // With its time, by which the JVM knows the jar.
                Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
