package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The directory of a link, with the missing directories above it made, and held.
///
/// What was made can be taken back: only directories that this call made, only while they are empty, deepest first.
final class MadeDirectories implements AutoCloseable {
    private final Deque<Made> made = new ArrayDeque<>();
    private final Deque<Directory> held = new ArrayDeque<>();

    private MadeDirectories() {}

    static MadeDirectories make(LinkSystem system, LinkPath path) throws FileSystemException {
        Deque<Name> missing = new ArrayDeque<>();
        MadeDirectories directories = new MadeDirectories();
        directories.held.push(existing(system, path, missing));
        try {
            for (Name name : missing) {
                directories.enter(name);
            }
            return directories;
        } catch (FileSystemException e) {
            directories.undo(e);
            directories.close();
            throw e;
        }
    }

    /// The deepest directory.
    Directory directory() {
        return held.element();
    }

    /// Removes what was made. What cannot be removed is told with the failure that is the reason for the removal.
    void undo(FileSystemException because) {
        while (!made.isEmpty()) {
            Made last = made.pop();
            try {
                last.parent().removeDirectory(last.name());
            } catch (FileSystemException left) {
                because.addSuppressed(left);
            }
        }
    }

    @Override
    public void close() {
        held.forEach(Directory::close);
    }

    private static Directory existing(LinkSystem system, LinkPath path, Deque<Name> missing)
            throws FileSystemException {
        LinkPath at = path;
        while (true) {
            try {
                return system.open(at);
            } catch (LinkNotFoundException e) {
                Optional<Name> name = at.name();
                if (name.isEmpty()) {
                    throw e;
                }
                missing.push(name.get());
                at = at.parent();
            }
        }
    }

    private void enter(Name name) throws FileSystemException {
        Directory parent = directory();
        try {
            parent.makeDirectory(name);
            made.push(new Made(parent, name));
        } catch (LinkExistsException somebodyElseMadeIt) {
            // Opening it decides whether that is a directory.
        }
        held.push(parent.open(name));
    }

    private record Made(Directory parent, Name name) {}
}
