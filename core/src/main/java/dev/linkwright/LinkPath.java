package dev.linkwright;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.Arrays;
import java.util.Optional;

import dev.linkwright.path.PathRules;

/// A location: the text of a path as it was given, joined with the names that were found below it.
///
/// Nothing is normalised: `./a//b/` stays that. The empty path is the base directory itself (the working directory,
/// or what [Links#relativeTo] says); operations on links refuse it, it only serves as the parent of a bare name.
/// Equal by units: `a/b` and `a//b` differ although they lead to the same place.
public final class LinkPath extends NativeText {
    private final PathRules rules;

    private LinkPath(PathRules rules, byte[] text) {
        super(text);
        this.rules = rules;
    }

    /// A path of the default file system, by its text.
    ///
    /// @throws InvalidPathException if it has U+0000
    public static LinkPath of(String path) {
        return of(defaultRules(), path);
    }

    /// A path by the given rules.
    ///
    /// @throws InvalidPathException if it has U+0000
    public static LinkPath of(PathRules rules, String path) {
        return new LinkPath(rules, withoutNul(encode(path)));
    }

    /// A path by the given rules and bytes (POSIX: as they are; elsewhere: WTF-8). The array is copied.
    ///
    /// @throws InvalidPathException if it has a zero byte
    public static LinkPath ofBytes(PathRules rules, byte[] path) {
        return new LinkPath(rules, withoutNul(path.clone()));
    }

    /// The location that a `Path` names, in the rules of its file system. What `Path.toString` cannot spell on the
    /// default file system (bytes that are not in the locale's encoding) is taken byte by byte.
    public static LinkPath of(Path path) {
        String text = path.toString();
        FileSystem fileSystem = path.getFileSystem();
        PathRules rules = fileSystem.getSeparator().equals("\\") ? PathRules.WINDOWS : PathRules.POSIX;
        if (rules == PathRules.POSIX && fileSystem.equals(FileSystems.getDefault()) && !DefaultPaths.spells(text)) {
            return new LinkPath(rules, DefaultPaths.bytes(path));
        }
        return of(rules, text);
    }

    /// The path that a text is by the given rules.
    static LinkPath of(PathRules rules, NativeText text) {
        return new LinkPath(rules, text.raw());
    }

    static PathRules defaultRules() {
        return FileSystems.getDefault().getSeparator().equals("\\") ? PathRules.WINDOWS : PathRules.POSIX;
    }

    /// The rules by which this text is split.
    public PathRules rules() {
        return rules;
    }

    /// Whether the path is empty, that is the base directory.
    public boolean isEmpty() {
        return length() == 0;
    }

    /// Whether the path starts at a root that does not depend on any current directory or drive.
    public boolean isAbsolute() {
        return rules == PathRules.POSIX ? length() > 0 && byteAt(0) == '/' : rules.isAbsolute(units());
    }

    /// Whether the last component is followed by a separator. A root alone has none.
    public boolean hasTrailingSeparator() {
        byte[] text = raw();
        return text.length > rootLength() && isSeparator(text[text.length - 1]);
    }

    /// The same path without the separators that follow its last component.
    public LinkPath withoutTrailingSeparators() {
        byte[] text = raw();
        int end = endOfLastComponent();
        return end == text.length ? this : new LinkPath(rules, Arrays.copyOf(text, end));
    }

    /// The last component; none if the path is empty, a root, or ends in `.` or `..`.
    public Optional<Name> name() {
        int end = endOfLastComponent();
        int start = startOfLastComponent(end);
        return isName(start, end) ? Optional.of(Name.ofBytes(raw(), start, end)) : Optional.empty();
    }

    /// Whether there is a [#name].
    public boolean hasName() {
        int end = endOfLastComponent();
        return isName(startOfLastComponent(end), end);
    }

    /// The path of the directory that [#name] is in: empty for a bare name.
    public LinkPath parent() {
        byte[] text = raw();
        int start = startOfLastComponent(endOfLastComponent());
        int root = rootLength();
        int end = start;
        while (end > root && isSeparator(text[end - 1])) {
            end--;
        }
        return new LinkPath(rules, Arrays.copyOf(text, end));
    }

    /// This directory's path, a separator unless there is one, and the name.
    public LinkPath resolve(Name name) {
        return join(name.raw());
    }

    /// `other` counted from here: `other` itself if it is absolute or this path is empty. On Windows a rooted path
    /// (`\x`) stays on the drive or share of this one, and a drive-relative path (`C:x`) is itself: where it leads is
    /// known to the process only.
    public LinkPath resolve(LinkPath other) {
        if (isEmpty() || other.isAbsolute()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        return switch (other.rootLength()) {
            case 0 -> join(other.raw());
            case 1 -> new LinkPath(rules, concat(rootWithoutSeparators(), other.raw()));
            default -> other;
        };
    }

    /// As a `Path` of the default file system; empty if the text has another syntax or `Path` cannot hold it
    /// (`Path` drops doubled separators, which changes no meaning in a location).
    public Optional<Path> toPath() {
        return rules == defaultRules() ? toPath(FileSystems.getDefault()) : Optional.empty();
    }

    /// As a `Path` of `fileSystem`; empty if the file system cannot spell it.
    ///
    /// @throws ProviderMismatchException if the file system has another syntax
    public Optional<Path> toPath(FileSystem fileSystem) {
        if (!fileSystem.getSeparator().equals(rules == PathRules.WINDOWS ? "\\" : "/")) {
            throw new ProviderMismatchException("a path of other rules than those of " + fileSystem);
        }
        if (rules == PathRules.POSIX && fileSystem.equals(FileSystems.getDefault())) {
            return Optional.of(DefaultPaths.path(raw()));
        }
        String units = units();
        if (!isUnicode() && !Arrays.equals(encode(units), raw())) {
            return Optional.empty();
        }
        try {
            return Optional.of(fileSystem.getPath(units));
        } catch (IllegalArgumentException unspeakable) {
            return Optional.empty();
        }
    }

    /// Whether this is `directory` or below it, by their letters; the other one has no separator at its end.
    boolean isAtOrBelow(LinkPath directory) {
        byte[] text = raw();
        byte[] above = directory.raw();
        return text.length >= above.length && Arrays.equals(text, 0, above.length, above, 0, above.length)
                && (text.length == above.length || isSeparator(text[above.length]));
    }

    /// Whether its components are names only, and one separator is between two of them.
    boolean isTidy() {
        byte[] text = raw();
        int start = rootLength();
        for (int at = start; at <= text.length; at++) {
            if (at == text.length || isSeparator(text[at])) {
                if (!isName(start, at)) {
                    return text.length == rootLength();
                }
                start = at + 1;
            }
        }
        return rootLength() <= 1;
    }

    /// The root alone; empty for a relative path.
    LinkPath root() {
        return new LinkPath(rules, Arrays.copyOf(raw(), rootLength()));
    }

    private LinkPath join(byte[] tail) {
        byte[] text = raw();
        boolean glue = text.length > 0 && !isSeparator(text[text.length - 1]) && !isDriveRelativeRoot();
        byte[] joined = Arrays.copyOf(text, text.length + tail.length + (glue ? 1 : 0));
        if (glue) {
            joined[text.length] = (byte) (rules == PathRules.WINDOWS ? '\\' : '/');
        }
        System.arraycopy(tail, 0, joined, joined.length - tail.length, tail.length);
        return new LinkPath(rules, joined);
    }

    private byte[] rootWithoutSeparators() {
        byte[] text = raw();
        int end = rootLength();
        while (end > 0 && isSeparator(text[end - 1])) {
            end--;
        }
        return Arrays.copyOf(text, end);
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] whole = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, whole, head.length, tail.length);
        return whole;
    }

    boolean isSeparator(byte unit) {
        return unit == '/' || (rules == PathRules.WINDOWS && unit == '\\');
    }

    /// Whether that part is a name: neither empty nor dots.
    boolean isName(int start, int end) {
        byte[] text = raw();
        int length = end - start;
        boolean dots = length > 0 && length <= 2 && text[start] == '.' && text[end - 1] == '.';
        return length > 0 && !dots;
    }

    private int endOfLastComponent() {
        byte[] text = raw();
        int root = rootLength();
        int end = text.length;
        while (end > root && isSeparator(text[end - 1])) {
            end--;
        }
        return end;
    }

    private int startOfLastComponent(int end) {
        byte[] text = raw();
        int root = rootLength();
        int start = end;
        while (start > root && !isSeparator(text[start - 1])) {
            start--;
        }
        return start;
    }

    /// How much of the text is the root: `/`; `\`, `C:`, `C:\`, `\\server\share\`, `\\?\C:\` and the like.
    int rootLength() {
        byte[] text = raw();
        if (rules != PathRules.POSIX) {
            return encode(rules.parse(units()).root()).length;
        }
        int root = 0;
        while (root < text.length && text[root] == '/') {
            root++;
        }
        return root;
    }

    /// `C:` alone: a separator after it would change its meaning.
    private boolean isDriveRelativeRoot() {
        return rules == PathRules.WINDOWS && length() == 2 && rootLength() == 2 && byteAt(1) == ':';
    }
}
