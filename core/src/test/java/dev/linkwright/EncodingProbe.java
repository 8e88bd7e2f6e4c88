package dev.linkwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.linkwright.path.PathRules;

/// A program for a JVM of another encoding: makes links whose names and texts are given as bytes, and tells the bytes
/// that it finds again.
final class EncodingProbe {
    /// Plain, Latin-1 as UTF-8, beyond the first plane, U+FFFD itself, not UTF-8.
    private static final List<String> BYTES = List.of("61", "C3A9", "F09F9880", "EFBFBD", "FF", "61C362");

    static final List<String> EXPECTED = expected();

    private EncodingProbe() {}

    private static List<String> expected() {
        List<String> lines = new ArrayList<>();
        for (String name : BYTES) {
            for (String text : BYTES) {
                lines.add(name + " -> " + text);
            }
        }
        return lines;
    }

    /// Makes the links in the directory that is the argument.
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        for (String name : BYTES) {
            for (String text : BYTES) {
                System.out.println(foundAgain(directory, name, text));
            }
        }
    }

    private static String foundAgain(Path directory, String name, String text) throws IOException {
        Path subDirectory = Files.createTempDirectory(directory, "probe");
        Path link = subDirectory.resolve(path(name));
        Files.createSymbolicLink(link, path(text));
        try (var entries = Files.newDirectoryStream(subDirectory)) {
            Path found = entries.iterator().next();
            return hex(LinkPath.of(found.getFileName())) + " -> " + hex(LinkTarget.of(Files.readSymbolicLink(found)));
        }
    }

    private static Path path(String hex) {
        return LinkPath.ofBytes(PathRules.POSIX, HexFormat.of().parseHex(hex)).toPath().orElseThrow();
    }

    private static String hex(NativeText text) {
        return HexFormat.of().withUpperCase().formatHex(text.bytes());
    }
}
