package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Turns what the primitives tell into an [Entry].
final class EntryReader {
    private EntryReader() {}

    /// Looks at the object: its status first, then what that status makes it have.
    static Entry read(Directory directory, Name name, LinkPath path) throws FileSystemException {
        Status status = directory.stat(name);
        boolean readable = status.reparseTag() != 0 && directory.capabilities().has(Capability.REPARSE_POINTS);
        return entry(directory, name, path, status, readable ? directory.readReparseData(name) : null);
    }

    static Entry entry(Directory directory, Name name, LinkPath path, Status status, byte @Nullable [] reparseData)
            throws FileSystemException {
        if (status.isSymbolicLink()) {
            LinkTarget target = directory.readLink(name);
            boolean relative = !LinkPath.ofBytes(path.rules(), target.raw()).isAbsolute();
            return new SymbolicLink(path, status, target, relative, Optional.empty());
        }
        return status.reparseTag() == 0 ? new OrdinaryEntry(path, status) : new ReparsePoint(path, status);
    }
}
