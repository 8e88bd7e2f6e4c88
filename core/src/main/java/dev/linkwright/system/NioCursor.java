package dev.linkwright.system;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

import dev.linkwright.Cursor;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import org.jspecify.annotations.Nullable;

/// Walks a directory stream, which tells no types.
final class NioCursor implements Cursor {
    private final DirectoryStream<Path> stream;
    private final Iterator<Path> entries;
    private final FailureDetails failing;
    private @Nullable Path current;

    NioCursor(DirectoryStream<Path> stream, FailureDetails failing) {
        this.stream = stream;
        this.entries = stream.iterator();
        this.failing = failing;
    }

    @Override
    public boolean next() throws FileSystemException {
        try {
            current = entries.hasNext() ? entries.next() : null;
            return current != null;
        } catch (DirectoryIteratorException e) {
            IOException cause = e.getCause();
            throw NioRefusal.of(failing, cause == null ? e : cause);
        } catch (RuntimeException e) {
            throw NioRefusal.of(failing, e);
        }
    }

    @Override
    public FileType type() {
        return FileType.UNKNOWN;
    }

    @Override
    public int reparseTag() {
        return 0;
    }

    @Override
    public Name name() {
        Path entry = current;
        if (entry == null) {
            throw new NoSuchElementException("the cursor is on no entry");
        }
        return Name.ofBytes(LinkPath.of(entry.getFileName()).bytes());
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException nothingToBeDone) {
            // What was read has been read; a stream that cannot be closed leaves nothing for the caller to do.
        }
    }
}
