package dev.linkwright;

/// A link as found: its kind and its raw text, nothing resolved.
///
/// New kinds come in minor versions: a `switch` over them wants a `default`.
public sealed interface Link extends Entry permits SymbolicLink, Junction, VolumeMountPoint, WslLink, NfsLink {
    /// The text as stored; on Windows the substitute name in its DOS form, never the print name.
    LinkTarget target();
}
