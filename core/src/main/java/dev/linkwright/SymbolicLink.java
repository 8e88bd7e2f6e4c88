package dev.linkwright;

import java.util.Optional;
import java.util.Set;

import dev.linkwright.path.PathWarning;
import dev.linkwright.reparse.ReparseData;

/// A symbolic link.
///
/// @param path where it is
/// @param status what the system tells about the link itself; its target kind is told on Windows only
/// @param target the text as stored
/// @param relative whether the text is looked up from the directory of the link
/// @param printName Windows: the label for people, which may say something else than where the link leads
/// @param data the reparse data, if it is stored as such
public record SymbolicLink(LinkPath path, Status status, LinkTarget target, boolean relative,
        Optional<LinkTarget> printName, Optional<ReparseData.SymbolicLink> data) implements Link {
    /// A link that is not stored as reparse data, or whose data are not known.
    public SymbolicLink(LinkPath path, Status status, LinkTarget target, boolean relative,
            Optional<LinkTarget> printName) {
        this(path, status, target, relative, printName, Optional.empty());
    }

    /// A trailing separator keeps Windows from following a file link, but not a directory link.
    @Override
    public Set<PathWarning> windowsWarnings() {
        return data.map(stored -> LinkWarnings.of(stored.stored(), targetKind())).orElse(Set.of());
    }

    @Override
    public boolean isDeceptive() {
        return data.isPresent() && data.get().isDeceptive();
    }

    /// What the link was made for; [TargetKind#UNSPECIFIED] on POSIX.
    public TargetKind targetKind() {
        return status.targetKind();
    }
}
