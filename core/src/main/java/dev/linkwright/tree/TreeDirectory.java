package dev.linkwright.tree;

import java.nio.file.FileSystemException;

import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Status;
import org.jspecify.annotations.Nullable;

/// A directory of a tree that is being walked.
public interface TreeDirectory {
    /// The held directory, only during a call that says so: of a deep tree not every directory is held all the time, and
    /// the handle may be another one in the next call.
    ///
    /// Its [Directory#path] is for the system's own messages; [#path] is the one for people. In failures that a visitor
    /// throws, the walk replaces the one by the other.
    ///
    /// @throws IllegalStateException if it is not held now
    Directory directory();

    /// The directory that it is in; null for the root.
    @Nullable
    TreeDirectory parent();

    /// Its name in [#parent].
    ///
    /// @throws IllegalStateException for the root
    Name name();

    /// The root as it was given, joined with the names that were found; made at each call.
    LinkPath path();

    /// How many names below the root it is: 0 for the root.
    int depth();

    /// What it was when it was opened, or first asked for: looked at then, on the handle.
    ///
    /// @throws FileSystemException as [Directory#status]
    Status status() throws FileSystemException;

    /// Whether nothing at or below it failed, and nothing below it was skipped or left out, so far.
    boolean isComplete();

    /// What [#attach] was given last, such as the copy of this directory.
    @Nullable
    Object attachment();

    /// Keeps an object of the visitor with the directory, until [TreeVisitor#left].
    void attach(@Nullable Object attachment);
}
