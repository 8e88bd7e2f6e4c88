package dev.linkwright.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Merges a class path into one jar, uncompressed: each jar that the JVM has to open costs it a millisecond or more.
///
/// It is for the class path, so module descriptors are left out; of multi-release jars it has what Java 25 would see,
/// of services all providers in the order of the class path. The same parts give the same bytes.
final class ImageJar {
    private static final String SERVICES = "META-INF/services/";
    private static final String MANIFEST = """
            Manifest-Version: 1.0
            Main-Class: dev.linkwright.cli.Main
            Enable-Native-Access: ALL-UNNAMED

            """;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private ImageJar() {
        entries.put(JarFile.MANIFEST_NAME, MANIFEST.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] merge(List<Path> classPath) throws IOException {
        ImageJar jar = new ImageJar();
        for (Path part : classPath) {
            if (Files.isDirectory(part)) {
                jar.addDirectory(part);
            } else {
                jar.addJar(part);
            }
        }
        return jar.toBytes();
    }

    private void addDirectory(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = directory.relativize(file).toString().replace('\\', '/');
            add(name, Files.readAllBytes(file), directory);
        }
    }

    private void addJar(Path part) throws IOException {
        try (JarFile jar = new JarFile(part.toFile(), true, ZipFile.OPEN_READ, Runtime.Version.parse("25"))) {
            for (JarEntry entry : jar.versionedStream().toList()) {
                if (!entry.isDirectory()) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        add(entry.getName(), content.readAllBytes(), part);
                    }
                }
            }
        }
    }

    private void add(String name, byte[] content, Path part) throws IOException {
        if (name.equals(JarFile.MANIFEST_NAME) || name.equals("module-info.class")) {
            return;
        }
        byte[] other = entries.putIfAbsent(name, content);
        if (other == null || Arrays.equals(other, content)) {
            return;
        }
        if (name.startsWith(SERVICES)) {
            entries.put(name, lines(other, content));
        } else if (name.startsWith("META-INF/")) {
            // The licence of another library, and the like.
            add("META-INF/" + part.getFileName() + name.substring("META-INF".length()), content, part);
        } else {
            throw new IOException(part + " and another part of the class path have different " + name);
        }
    }

    private static byte[] lines(byte[] first, byte[] second) {
        String both = new String(first, StandardCharsets.UTF_8) + '\n' + new String(second, StandardCharsets.UTF_8);
        return both.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(stored(entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }
}
