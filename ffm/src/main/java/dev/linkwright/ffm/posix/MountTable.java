package dev.linkwright.ffm.posix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import dev.linkwright.path.PathRules;

/// The mounts that this process sees, as the kernel lists them.
final class MountTable {
    private static final Path LIST = Path.of("/proc/self/mountinfo");
    /// The mount point is the fifth field of a line (proc_pid_mountinfo(5)).
    private static final int FIELD = 4;
    private static final int OCTAL_DIGITS = 3;
    private static final int OCTAL = 8;

    private MountTable() {}

    /// The mount points below a directory, which is given without links in its path. Without `/proc` there is no list.
    static List<LinkPath> below(LinkPath directory) throws FileSystemException {
        byte[] list;
        try {
            list = Files.readAllBytes(LIST);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            FileSystemException refused = FailureDetails.of("list the mounts below", directory, Reason.OTHER)
                    .withRemark(String.valueOf(e.getMessage())).toException();
            refused.initCause(e);
            throw refused;
        }
        return below(directory, list);
    }

    static List<LinkPath> below(LinkPath directory, byte[] list) {
        String root = new String(directory.withoutTrailingSeparators().bytes(), StandardCharsets.ISO_8859_1);
        String prefix = root.endsWith("/") ? root : root + "/";
        List<LinkPath> found = new ArrayList<>();
        for (String line : new String(list, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            String[] fields = line.split(" ", -1);
            if (fields.length > FIELD) {
                byte[] place = unescaped(fields[FIELD]);
                if (new String(place, StandardCharsets.ISO_8859_1).startsWith(prefix)) {
                    found.add(LinkPath.ofBytes(PathRules.POSIX, place));
                }
            }
        }
        return found;
    }

    /// Blank, tab, newline and backslash are written as a backslash and three octal digits.
    private static byte[] unescaped(String field) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(field.length());
        for (int i = 0; i < field.length(); i++) {
            char unit = field.charAt(i);
            if (unit == '\\' && i + OCTAL_DIGITS < field.length()) {
                bytes.write(Integer.parseInt(field.substring(i + 1, i + 1 + OCTAL_DIGITS), OCTAL));
                i += OCTAL_DIGITS;
            } else {
                bytes.write(unit);
            }
        }
        return bytes.toByteArray();
    }
}
