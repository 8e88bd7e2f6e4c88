package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;

/// What was copied, and what could not be.
///
/// @param source what was to be copied, as it was given
/// @param destination where the copy is, as it was given
/// @param type what the source is
/// @param directories how many directories have been made
/// @param links how many links
/// @param files how many files and other objects, without further names of the same object
/// @param hardLinks how many further names
/// @param bytes how many bytes the files have
/// @param losses what the copies lack
/// @param failures everything that could not be copied, in no particular order
/// @param stopped whether it was ended early: by the observer, or because no room is left
public record Copied(LinkPath source, LinkPath destination, FileType type, long directories, long links, long files,
        long hardLinks, long bytes, List<Loss> losses, List<FailureDetails> failures, boolean stopped) {
    /// Whether everything has a copy; something of that may be lost all the same.
    public boolean isComplete() {
        return failures.isEmpty() && !stopped;
    }

    /// This, if nothing failed.
    ///
    /// @throws FileSystemException the first failure; the others are its suppressed exceptions
    public Copied orThrow() throws FileSystemException {
        Failures.rethrow(failures);
        return this;
    }
}
