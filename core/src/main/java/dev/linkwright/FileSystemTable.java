package dev.linkwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import dev.linkwright.path.PathRules;

/// The table of file systems that are to be mounted: fstab(5).
///
/// @param mountPlaces where
public record FileSystemTable(Set<LinkPath> mountPlaces) {
    private static final Path TABLE = Path.of("/etc/fstab");
    private static final int ESCAPE = 4;
    private static final int OCTAL = 8;

    /// A table with its own copy of the set.
    public FileSystemTable {
        mountPlaces = Set.copyOf(mountPlaces);
    }

    /// The table of this machine, read now; an empty one if it has none or it cannot be read.
    public static FileSystemTable ofThisMachine() {
        try {
            return parse(new String(Files.readAllBytes(TABLE), StandardCharsets.ISO_8859_1));
        } catch (IOException noTable) {
            return new FileSystemTable(Set.of());
        }
    }

    /// The table in this text, a character for each byte: the second field of each line that is no comment, if it is an
    /// absolute path. Blanks in it are written as `\040`.
    static FileSystemTable parse(String text) {
        Set<LinkPath> places = new HashSet<>();
        for (String line : text.split("\n", -1)) {
            String[] fields = line.strip().split("[ \t]+", -1);
            boolean names = fields.length > 1 && !fields[0].startsWith("#") && fields[1].startsWith("/");
            if (names) {
                places.add(LinkPath.ofBytes(PathRules.POSIX, unescaped(fields[1]).getBytes(StandardCharsets.ISO_8859_1))
                        .withoutTrailingSeparators());
            }
        }
        return new FileSystemTable(places);
    }

    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            boolean escaped = field.charAt(i) == '\\' && field.length() - i >= ESCAPE
                    && field.substring(i + 1, i + ESCAPE).matches("[0-3][0-7][0-7]");
            text.append(escaped
                    ? (char) Integer.parseInt(field.substring(i + 1, i + ESCAPE), OCTAL)
                    : field.charAt(i));
            i += escaped ? ESCAPE - 1 : 0;
        }
        return text.toString();
    }
}
