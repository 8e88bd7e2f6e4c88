package dev.linkwright;

import java.nio.file.FileSystemException;

/// What was found at a path, links not followed: a [Link], another [ReparsePoint], or an [OrdinaryEntry].
///
/// A value: it says what was there when it was looked at.
public sealed interface Entry permits Link, ReparsePoint, OrdinaryEntry {
    /// The path as it was given, or joined from the names that were found.
    LinkPath path();

    /// What the system tells about the object itself.
    Status status();

    /// What stands at a name in a directory: looked at and, if it is a link, read.
    ///
    /// @throws FileSystemException if nothing stands there, or it cannot be looked at
    static Entry in(Directory directory, Name name) throws FileSystemException {
        return EntryReader.read(directory, name, directory.path().resolve(name));
    }
}
