package dev.linkwright.path;

import java.util.List;

/// Where a link's text leads by its letters alone: the outcome of [PathRules#resolve].
///
/// @param text the path reached, without a trailing separator unless it is a root
/// @param climbed the directories that a `..` leaves, in the order of leaving, each as a full path without a trailing
///        separator. If one of them is a link or a junction, the letters may lie: what `..` means there depends on the
///        system and on the kind of link. Unmodifiable
/// @param aboveRoot whether a `..` would have to climb above the root. POSIX stays at the root; Windows cannot open
///        such a relative link. Always false for an absolute Windows text, which stays at its root when it is stored
public record LexicalPath(String text, List<String> climbed, boolean aboveRoot) {
    /// Copies the list.
    ///
    /// @throws NullPointerException if an argument is null
    public LexicalPath {
        climbed = List.copyOf(climbed);
    }

    /// Whether a `..` leaves this directory.
    ///
    /// @param directory a full path written as in [#climbed]: the units must be equal
    public boolean climbsPast(String directory) {
        return climbed.contains(directory);
    }
}
