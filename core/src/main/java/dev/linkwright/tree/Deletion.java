package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;

/// What was deleted, and what could not be.
///
/// @param root what was to be deleted, as it was given
/// @param type what it was
/// @param directories how many directories have been removed
/// @param links how many links of any kind, none of them entered
/// @param files how many files and other objects
/// @param failures everything that could not be done, in no particular order; empty if the tree is gone
/// @param stopped whether the observer ended it
public record Deletion(LinkPath root, FileType type, long directories, long links, long files,
        List<FailureDetails> failures, boolean stopped) {
    /// Whether nothing is left.
    public boolean isComplete() {
        return failures.isEmpty() && !stopped;
    }

    /// This, if nothing failed.
    ///
    /// @throws FileSystemException the first failure; the others are its suppressed exceptions
    public Deletion orThrow() throws FileSystemException {
        Failures.rethrow(failures);
        return this;
    }
}
