package dev.linkwright.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.NativeText;

/// A pattern of names or paths that a walk leaves out.
///
/// `*` stands for any number of bytes but a separator, `?` for one character, `[a-z]` and `[!a-z]` for one of some, `**`
/// for anything, `\` takes the special meaning from the next character. A pattern without a separator is about the names
/// of entries, wherever they are: `node_modules`, `*.bak`. One with a separator is about the way from the root, which
/// has no separator in front: `build/*`, `**/target/tmp`. A separator at the end says that only directories are meant.
///
/// Letters match exactly, on systems too that take capital and small ones for the same. Immutable.
public final class Exclusion {
    private final Glob glob;
    private final boolean ofPaths;
    private final boolean ofDirectories;

    private Exclusion(Glob glob, boolean ofPaths, boolean ofDirectories) {
        this.glob = glob;
        this.ofPaths = ofPaths;
        this.ofDirectories = ofDirectories;
    }

    /// The pattern that these bytes spell, with `/` between names on every system.
    ///
    /// @throws IllegalArgumentException if it is empty or has a `[` without end
    public static Exclusion of(byte[] pattern) {
        int start = pattern.length > 1 && pattern[0] == '/' ? 1 : 0;
        int end = pattern.length;
        while (end > start && pattern[end - 1] == '/') {
            end--;
        }
        if (start == end) {
            throw new IllegalArgumentException("the pattern is empty");
        }
        boolean ofPaths = start > 0;
        for (int i = start; i < end; i++) {
            ofPaths |= pattern[i] == '/';
        }
        return new Exclusion(Glob.of(Arrays.copyOfRange(pattern, start, end)), ofPaths,
                end < pattern.length);
    }

    /// The pattern that this text spells.
    ///
    /// @throws IllegalArgumentException as [#of(byte\[\])]
    public static Exclusion of(String pattern) {
        return of(pattern.getBytes(StandardCharsets.UTF_8));
    }

    boolean matches(CurrentEntry entry) {
        if (ofDirectories && entry.type() != FileType.DIRECTORY) {
            return false;
        }
        NativeText subject = ofPaths ? entry.wayFromRoot() : entry.name();
        return glob.matches(subject.bytes());
    }

    /// The same of what no listing has shown.
    ///
    /// @param way from the root, without the root, with `/` between its names
    boolean matches(FileType type, Name name, LinkPath way) {
        return (!ofDirectories || type == FileType.DIRECTORY) && glob.matches((ofPaths ? way : name).bytes());
    }
}
