package dev.linkwright.image;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/// Assembles what the launchers run, in Maven's phase `package`: one jar, the options of the JVM, and a class data
/// archive.
///
/// Run as a source file, by the JDK that the build uses. An image is a directory that is named after its content, so
/// that nothing in it ever changes under a run that uses it. The file `current` names the image to use, and comes after
/// what a run cannot do without; the archive is added later. All files get their names when they are complete.
final class AssembleImage {
    private AssembleImage() {}

    /// Arguments: the directory of images, the file of options, the class path.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path images = Path.of(arguments[0]);
        byte[] options = Files.readAllBytes(Path.of(arguments[1]));
        byte[] jar = ImageJar.merge(Arrays.stream(arguments[2].split(File.pathSeparator)).map(Path::of).toList());
        String name = nameOf(jar, options);
        String before = current(images);
        Path image = Files.createDirectories(images.resolve(name));
        WholeFile.write(image.resolve("jvm.options"), options);
        WholeFile.write(image.resolve("linkwright.jar"), jar);
        WholeFile.write(images.resolve("current"), (name + "\n").getBytes(StandardCharsets.US_ASCII));
        removeExcept(images, List.of(name, before));
        new ClassArchive(image.toAbsolutePath(), Path.of(System.getProperty("java.home"))).makeUnlessThere();
    }

    private static String current(Path images) throws IOException {
        Path current = images.resolve("current");
        return Files.exists(current) ? Files.readString(current).strip() : "";
    }

    /// Removes old images, but not the one that was current until now: a run may be using it.
    private static void removeExcept(Path images, List<String> kept) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(images, Files::isDirectory)) {
            for (Path image : found) {
                if (!kept.contains(image.getFileName().toString())) {
                    Tree.delete(image);
                }
            }
        }
    }

    private static String nameOf(byte[]... contents) {
        CRC32 checksum = new CRC32();
        for (byte[] content : contents) {
            checksum.update(content);
        }
        return "%08x-%d".formatted(checksum.getValue(), contents[0].length);
    }
}
