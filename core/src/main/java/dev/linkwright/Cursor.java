package dev.linkwright;

import java.nio.file.FileSystemException;

import org.jspecify.annotations.Nullable;

/// The entries of a directory, one at a time, over memory that is used again: a walk that needs only the types makes
/// no object per entry.
///
/// For one thread, except [#trySplit]. What changes in the directory meanwhile may or may not be seen, as with `readdir`.
///
/// ```java
/// try (Cursor entries = directory.list()) {
///     while (entries.next()) {
///         if (entries.type() == FileType.SYMBOLIC_LINK) {
///             directory.readLink(entries.name());
///         }
///     }
/// }
/// ```
public interface Cursor extends AutoCloseable {
    /// Moves to the next entry; false at the end.
    ///
    /// @throws FileSystemException if the directory cannot be read on
    boolean next() throws FileSystemException;

    /// Passes over what comes next and is certainly neither a directory nor a link of any kind, as far as the listing
    /// tells, up to the next other entry or the end. After it there is no current entry. A walk that looks for links
    /// passes most entries so, without a call for each; a cursor that cannot tell passes none.
    ///
    /// @return how many entries were passed
    /// @throws FileSystemException if the directory cannot be read on
    default long passFiles() throws FileSystemException {
        return 0;
    }

    /// The type of the current entry as the listing tells it; [FileType#UNKNOWN] if it does not.
    FileType type();

    /// The reparse tag of the current entry; 0 if it has none or the listing does not tell.
    int reparseTag();

    /// The name of the current entry: made at this call, so ask once.
    Name name();

    /// Another cursor for another thread, over what none of the cursors of this listing has been given: each entry is shown
    /// by one of them only. Each comes to its own end, and is closed by who uses it: this one last, and the directory after it.
    ///
    /// Any thread may call this until this cursor is closed.
    ///
    /// @return null where a listing has one reader only
    default @Nullable Cursor trySplit() {
        return null;
    }

    /// Releases the memory and the position. Idempotent.
    @Override
    void close();
}
