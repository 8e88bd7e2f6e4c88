package dev.linkwright;

import java.util.Optional;

/// A symbolic link.
///
/// @param path where it is
/// @param status what the system tells about the link itself; its target kind is told on Windows only
/// @param target the text as stored
/// @param relative whether the text is looked up from the directory of the link
/// @param printName Windows: the label for people, which may say something else than where the link leads
public record SymbolicLink(LinkPath path, Status status, LinkTarget target, boolean relative,
        Optional<LinkTarget> printName) implements Link {
    /// What the link was made for; [TargetKind#UNSPECIFIED] on POSIX.
    public TargetKind targetKind() {
        return status.targetKind();
    }
}
