package dev.linkwright.tree;

import java.nio.file.FileSystemException;

import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import org.jspecify.annotations.Nullable;

/// The entry of a directory that a walk is at: one object for all entries of a directory, valid only during the call
/// that it was given to. Nothing is made for an entry before it is asked for.
public interface TreeEntry {
    /// Its type, never [FileType#UNKNOWN]: where the listing does not tell, the entry was looked at.
    FileType type();

    /// Its reparse tag; 0 if it has none.
    int reparseTag();

    /// How many names below the root it is: 1 in the root.
    int depth();

    /// Its name, made at the first call.
    Name name();

    /// Its path: that of the directory with the name.
    LinkPath path();

    /// What it is, links not followed.
    ///
    /// @throws FileSystemException as [dev.linkwright.Directory#stat]
    Status status() throws FileSystemException;

    /// Whether the system reaches something when it follows the entry: null if it does, else why not. For links whose
    /// text has been judged, or may lead anywhere, as for [dev.linkwright.Directory#follow], which this is without an
    /// object for each entry.
    @Nullable
    Reason whyNotFollowed();
}
