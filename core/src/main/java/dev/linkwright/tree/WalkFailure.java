package dev.linkwright.tree;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;

/// Something in the tree that could not be looked at, entered or worked on; the walk went on.
///
/// @param depth how many names below the root it is; 0 for the root itself
/// @param details the operation, the path (the root as it was given, joined with the names that were found), the reason
///     and the system's own code
public record WalkFailure(int depth, FailureDetails details) {
    /// The path of the failure: the root as it was given, joined with the names that were found.
    public LinkPath path() {
        return details.link();
    }
}
