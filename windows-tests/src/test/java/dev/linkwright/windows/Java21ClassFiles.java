package dev.linkwright.windows;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Copies our class files for a Java 21 that has `java.lang.foreign` as a preview: those that were compiled for a newer
/// Java get the version 65.65535, which says so. That they use only what Java 21 has is held by a test of ffm.
final class Java21ClassFiles {
    private static final int JAVA_21 = 65;
    private static final int PREVIEW = 65_535;
    private static final String OURS = "dev/linkwright";

    private Java21ClassFiles() {}

    /// Copies a directory or jar; `to` is made.
    static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            copyTree(from, to);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(from)) {
            copyTree(jar.getPath("/"), to);
        }
    }

    /// Whether an entry of the class path is ours.
    static boolean areOurs(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            return Files.isDirectory(entry.resolve(OURS));
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
            return Files.isDirectory(jar.getPath(OURS));
        }
    }

    /// The same class for Java 21; the very array if it is for Java 21 or older already.
    static byte[] retarget(byte[] classFile) {
        ClassFile api = ClassFile.of();
        ClassModel model = api.parse(classFile);
        if (model.majorVersion() <= JAVA_21) {
            return classFile;
        }
        return api.transformClass(model, (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(JAVA_21, PREVIEW);
            } else {
                builder.with(element);
            }
        });
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            byte[] bytes = Files.readAllBytes(file);
            boolean isClass = file.toString().endsWith(".class") && !file.endsWith("module-info.class");
            Files.write(copy, isClass ? retarget(bytes) : bytes);
        }
    }
}
