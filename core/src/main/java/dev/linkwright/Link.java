package dev.linkwright;

import java.util.Set;

import dev.linkwright.path.PathWarning;

/// A link as found: its kind and its raw text, nothing resolved.
///
/// New kinds come in minor versions: a `switch` over them wants a `default`.
public sealed interface Link extends Entry permits SymbolicLink, Junction, VolumeMountPoint, WslLink, NfsLink {
    /// The text as stored; on Windows the substitute name in its DOS form, never the print name.
    LinkTarget target();

    /// Why Windows cannot follow the link, or not to where its text seems to say, as far as letters tell; empty if it can,
    /// or if the link is not stored as reparse data.
    default Set<PathWarning> windowsWarnings() {
        return Set.of();
    }

    /// Whether the print name, which people see on Windows, names another object than the one that is followed.
    default boolean isDeceptive() {
        return false;
    }
}
