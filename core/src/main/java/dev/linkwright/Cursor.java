package dev.linkwright;

import java.nio.file.FileSystemException;

/// The entries of a directory, one at a time, over memory that is used again: a walk that needs only the types makes
/// no object per entry.
///
/// For one thread. What changes in the directory meanwhile may or may not be seen, as with `readdir`.
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

    /// The type of the current entry as the listing tells it; [FileType#UNKNOWN] if it does not.
    FileType type();

    /// The reparse tag of the current entry; 0 if it has none or the listing does not tell.
    int reparseTag();

    /// The name of the current entry: made at this call, so ask once.
    Name name();

    /// Releases the memory and the position. Idempotent.
    @Override
    void close();
}
