package dev.linkwright.testing;

import java.util.List;
import java.util.NoSuchElementException;

import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.Name;
import org.jspecify.annotations.Nullable;

/// The entries that were there when the listing began and still are.
final class FakeCursor implements Cursor {
    /// One entry of a listing.
    record Listed(Name name, FileType type, int reparseTag) {}

    private final FakeMachine machine;
    private final FakeFolder folder;
    private final List<Listed> entries;
    private int next;
    private @Nullable Listed current;

    FakeCursor(FakeMachine machine, FakeFolder folder, List<Listed> entries) {
        this.machine = machine;
        this.folder = folder;
        this.entries = List.copyOf(entries);
    }

    @Override
    public boolean next() {
        machine.lock().lock();
        try {
            current = null;
            while (current == null && next < entries.size()) {
                Listed entry = entries.get(next);
                current = folder.find(entry.name()) == null ? null : entry;
                next++;
            }
            return current != null;
        } finally {
            machine.lock().unlock();
        }
    }

    @Override
    public FileType type() {
        return current().type();
    }

    @Override
    public int reparseTag() {
        return current().reparseTag();
    }

    @Override
    public Name name() {
        return current().name();
    }

    @Override
    public void close() {
        next = entries.size();
        current = null;
    }

    private Listed current() {
        Listed entry = current;
        if (entry == null) {
            throw new NoSuchElementException("the cursor is on no entry");
        }
        return entry;
    }
}
