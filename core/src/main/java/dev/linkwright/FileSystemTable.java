package dev.linkwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

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
        collect(table, null, places);
        collect(mounted, AUTOFS, places);
        return new FileSystemTable(places);
    }

    /// Without lambdas and regular expressions, for which the JVM would make code at the start of a plain command.
    ///
    /// @param onlyType the type of file system that counts; null if each does
    private static void collect(String text, @Nullable String onlyType, Set<LinkPath> places) {
        for (StringTokenizer lines = new StringTokenizer(text, "\n"); lines.hasMoreTokens();) {
            StringTokenizer fields = new StringTokenizer(lines.nextToken(), " \t\r");
            String device = next(fields);
            String place = next(fields);
            boolean counts = onlyType == null || onlyType.equals(next(fields));
            if (counts && !device.startsWith("#") && place.startsWith("/")) {
                byte[] path = unescaped(place).getBytes(StandardCharsets.ISO_8859_1);
                places.add(LinkPath.ofBytes(PathRules.POSIX, path).withoutTrailingSeparators());
            }
        }
    }

    private static String next(StringTokenizer fields) {
        return fields.hasMoreTokens() ? fields.nextToken() : "";
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
