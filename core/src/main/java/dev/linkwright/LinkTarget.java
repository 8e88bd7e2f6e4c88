package dev.linkwright;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import dev.linkwright.reparse.ReparseData;

/// The text of a link, exactly as it is stored: not a path that was parsed, and not normalised.
///
/// `java.nio.file.Path` cannot carry it: `Path.of("a//b/./c/")` is already `a/b/./c`. An empty text can be *found* (a
/// damaged reparse point has one) and is refused when a link is made.
public final class LinkTarget extends NativeText {
    private LinkTarget(byte[] text) {
        super(text);
    }

    /// The text that consists of these units.
    ///
    /// @throws InvalidPathException if it has U+0000
    public static LinkTarget of(String text) {
        return new LinkTarget(withoutNul(encode(text)));
    }

    /// The text of a path, as that path spells itself. A path of the default file system that its `toString` cannot
    /// spell is taken byte by byte.
    public static LinkTarget of(Path path) {
        return new LinkTarget(LinkPath.of(path).raw());
    }

    /// The text that consists of these bytes (POSIX: as they are; elsewhere: WTF-8). The array is copied.
    ///
    /// @throws InvalidPathException if it has a zero byte
    public static LinkTarget ofBytes(byte[] text) {
        return new LinkTarget(withoutNul(text.clone()));
    }

    /// A text that was found in reparse data, where it may have what no call would accept: a hostile U+0000.
    static LinkTarget found(String text) {
        return new LinkTarget(encode(text));
    }

    /// The text of the link that reparse data describe; empty if they describe no link. Of symbolic links and mount points
    /// it is the substitute name in its DOS form, never the print name.
    ///
    /// The text is what was found: it may be empty or have U+0000, which nobody may pass on to a system.
    public static Optional<LinkTarget> of(ReparseData data) {
        return switch (data) {
            case ReparseData.SymbolicLink link -> Optional.of(found(link.text()));
            case ReparseData.MountPoint mount -> Optional.of(found(mount.text()));
            case ReparseData.WslLink link -> Optional.of(new LinkTarget(link.target().toArray()));
            case ReparseData.Nfs.Link link -> Optional.of(found(link.target()));
            default -> Optional.empty();
        };
    }

    /// The text that consists of a part of these bytes, which is copied: for memory that is used again.
    ///
    /// @throws InvalidPathException if it has a zero byte
    public static LinkTarget ofBytes(byte[] text, int from, int to) {
        return new LinkTarget(withoutNul(Arrays.copyOfRange(text, from, to)));
    }

    /// Whether the text is empty, which no system accepts for a new link.
    public boolean isEmpty() {
        return length() == 0;
    }
}
