package dev.linkwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import dev.linkwright.path.PathRules;

/// The table of file systems that are to be mounted: fstab(5), and what autofs(5) mounts when it is asked for.
///
/// @param mountPlaces where
public record FileSystemTable(Set<LinkPath> mountPlaces) {
    private static final Path TABLE = Path.of("/etc/fstab");
    /// In the same form.
    private static final Path MOUNTED = Path.of("/proc/self/mounts");
    private static final String AUTOFS = "autofs";
    private static final int ESCAPE = 4;
    private static final int OCTAL = 8;

    /// A table with its own copy of the set.
    public FileSystemTable {
        mountPlaces = Set.copyOf(mountPlaces);
    }

    /// The table of this machine, read now; without what cannot be read.
    public static FileSystemTable ofThisMachine() {
        return parse(textOf(TABLE), textOf(MOUNTED));
    }

    private static String textOf(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException noSuchTable) {
            return "";
        }
    }

    /// The table in these texts, a character for each byte. The second field of each line that is no comment, if it is
    /// an absolute path; blanks in it are written as `\040`.
    ///
    /// @param table what is to be mounted
    /// @param mounted what is mounted; only lines of autofs count
    static FileSystemTable parse(String table, String mounted) {
        Set<LinkPath> places = new HashSet<>();
        collect(table, fields -> true, places);
        collect(mounted, fields -> fields.length > 2 && fields[2].equals(AUTOFS), places);
        return new FileSystemTable(places);
    }

    private static void collect(String text, Predicate<String[]> counts, Set<LinkPath> places) {
        for (String line : text.split("\n", -1)) {
            String[] fields = line.strip().split("[ \t]+", -1);
            boolean names = fields.length > 1 && !fields[0].startsWith("#") && fields[1].startsWith("/");
            if (names && counts.test(fields)) {
                byte[] place = unescaped(fields[1]).getBytes(StandardCharsets.ISO_8859_1);
                places.add(LinkPath.ofBytes(PathRules.POSIX, place).withoutTrailingSeparators());
            }
        }
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
