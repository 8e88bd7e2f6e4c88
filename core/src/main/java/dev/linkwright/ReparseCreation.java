package dev.linkwright;

import java.util.Set;

import dev.linkwright.path.PathWarning;

/// What making a reparse point came to. It was read back and compared.
///
/// @param link what was made: a [SymbolicLink] or a [Junction], as it is stored now
/// @param warnings why Windows cannot follow it, or not to where the text seems to say; empty if it can. The target was
///     not looked for
public record ReparseCreation(Link link, Set<PathWarning> warnings) {
    /// With a copy of the set.
    public ReparseCreation {
        warnings = Set.copyOf(warnings);
    }
}
