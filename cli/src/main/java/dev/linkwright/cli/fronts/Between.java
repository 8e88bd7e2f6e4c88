package dev.linkwright.cli.fronts;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.Relativization;
import org.jspecify.annotations.Nullable;

/// How one canonical path is reached from another.
final class Between {
    private Between() {}

    /// The relative path; null if there is none (another drive or share).
    static byte @Nullable [] relative(LinkPath directory, LinkPath path) {
        if (directory.rules() == PathRules.WINDOWS) {
            return directory.rules().relativize(directory.units(), path.units()) instanceof Relativization.Relative way
                    ? LinkPath.of(directory.rules(), way.text()).bytes()
                    : null;
        }
        List<byte[]> from = names(directory);
        List<byte[]> to = names(path);
        int shared = 0;
        while (shared < from.size() && shared < to.size() && Arrays.equals(from.get(shared), to.get(shared))) {
            shared++;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = shared; i < from.size(); i++) {
            append(text, new byte[]{'.', '.'});
        }
        for (int i = shared; i < to.size(); i++) {
            append(text, to.get(i));
        }
        if (text.size() == 0) {
            text.write('.');
        }
        return text.toByteArray();
    }

    /// Whether the path is the directory or below it.
    static boolean isWithin(LinkPath directory, LinkPath path) {
        List<byte[]> above = names(directory);
        List<byte[]> names = names(path);
        if (names.size() < above.size()) {
            return false;
        }
        for (int i = 0; i < above.size(); i++) {
            if (!Arrays.equals(above.get(i), names.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void append(ByteArrayOutputStream text, byte[] name) {
        if (text.size() > 0) {
            text.write('/');
        }
        text.write(name, 0, name.length);
    }

    private static List<byte[]> names(LinkPath path) {
        boolean windows = path.rules() == PathRules.WINDOWS;
        byte[] text = path.bytes();
        List<byte[]> names = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || text[i] == '/' || (windows && text[i] == '\\')) {
                if (i > start) {
                    names.add(Arrays.copyOfRange(text, start, i));
                }
                start = i + 1;
            }
        }
        return names;
    }
}
