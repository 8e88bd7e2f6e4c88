package dev.linkwright;

import java.util.Optional;
import java.util.Set;

import dev.linkwright.path.PathWarning;
import dev.linkwright.reparse.ReparseData;

/// A junction: a directory that stands for another directory, by absolute path, on this machine (Windows).
///
/// @param path where it is
/// @param status what the system tells about the object itself
/// @param target the text as stored
/// @param printName the label for people, which may say something else than where it leads
/// @param data the reparse data, if they are known
public record Junction(LinkPath path, Status status, LinkTarget target, Optional<LinkTarget> printName,
        Optional<ReparseData.MountPoint> data) implements Link {
    /// A junction whose data are not known.
    public Junction(LinkPath path, Status status, LinkTarget target, Optional<LinkTarget> printName) {
        this(path, status, target, printName, Optional.empty());
    }

    @Override
    public Set<PathWarning> windowsWarnings() {
        return data.map(stored -> LinkWarnings.of(stored.stored(), TargetKind.DIRECTORY)).orElse(Set.of());
    }

    @Override
    public boolean isDeceptive() {
        return data.isPresent() && data.get().isDeceptive();
    }
}
