package dev.linkwright.tree;

import java.nio.file.FileSystemException;

/// Is shown a tree, directory by directory.
///
/// For each directory in this order: [#enter]; [#entry] for every entry; [#listed]; then, for the sub-directories that are
/// entered, all of this, in any order and several at once; [#leave] when they are done; [#left] when its handle has been
/// given back. So calls for different directories run at the same time in different threads, those for one
/// directory never do, except [#left] of several children of it, and [#entry] where [#allowsConcurrentEntries]. Each sees
/// what the earlier ones for its directory did.
///
/// A [FileSystemException] that is thrown becomes a [#failed], and the walk goes on; anything else ends the walk and is
/// thrown by it.
public interface TreeVisitor {
    /// Whether [#entry] is called for entries that are neither directories nor links nor reparse points. If not, a walk
    /// passes over as many of them as it can; they are counted all the same. Asked once.
    default boolean wantsFiles() {
        return true;
    }

    /// Whether several threads may call [#entry] for different entries of one directory at once. If so, idle workers help
    /// with a directory of thousands of entries, as far as the system lets several read one listing ([dev.linkwright.Cursor#trySplit]).
    /// Asked once.
    default boolean allowsConcurrentEntries() {
        return false;
    }

    /// A directory has been opened and is held.
    ///
    /// @return [Decision#SKIP] to leave out everything in it: the next call for it is [#leave]
    /// @throws FileSystemException as [Decision#SKIP], and to be told
    default Decision enter(TreeDirectory directory) throws FileSystemException {
        return Decision.CONTINUE;
    }

    /// An entry of a directory that is being listed. A directory is entered after the listing, if the answer is
    /// [Decision#CONTINUE] and the options allow it. Nothing else is ever entered: no symbolic link, no junction, no
    /// reparse point that stands for something else. An answer for what is no directory matters only if it is
    /// [Decision#STOP].
    ///
    /// @throws FileSystemException as [Decision#SKIP], and to be told
    Decision entry(TreeDirectory directory, TreeEntry entry) throws FileSystemException;

    /// A directory has been listed, to its end or to a failure.
    ///
    /// @param shown for how many of its entries [#entry] was called, or would have been with [#wantsFiles]
    default void listed(TreeDirectory directory, long shown) {}

    /// A directory for which `entry` said [Decision#CONTINUE] is left out.
    ///
    /// @param parent the directory that it is in; held
    /// @param name its name
    /// @throws FileSystemException to be told
    default void notEntered(TreeDirectory parent, dev.linkwright.Name name, NotEntered why)
            throws FileSystemException {}

    /// All that is below the directory is done; it is still held. Called for every directory that was entered, in a walk
    /// that is not stopped, as long as it can be held again: see [TreeDirectory#isComplete].
    ///
    /// @throws FileSystemException to be told
    default void leave(TreeDirectory directory) throws FileSystemException {}

    /// The directory is done and its handle given back, while the one that it is in is held: now it can be removed by
    /// `directory.parent().directory().removeDirectory(directory.name())`. Not called for the root.
    ///
    /// @throws FileSystemException to be told
    default void left(TreeDirectory directory) throws FileSystemException {}

    /// Something could not be done: the walk's own work, or what this visitor threw.
    void failed(WalkFailure failure);
}
