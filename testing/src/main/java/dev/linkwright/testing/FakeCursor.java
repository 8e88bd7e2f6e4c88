package dev.linkwright.testing;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;

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
    /// The next entry for whichever cursor of the listing moves first.
    private final AtomicInteger next;
    private @Nullable Listed current;
    private boolean closed;

    FakeCursor(FakeMachine machine, FakeFolder folder, List<Listed> entries) {
        this(machine, folder, List.copyOf(entries), new AtomicInteger());
    }

    private FakeCursor(FakeMachine machine, FakeFolder folder, List<Listed> entries, AtomicInteger next) {
        this.machine = machine;
        this.folder = folder;
        this.entries = entries;
        this.next = next;
    }

    @Override
    public boolean next() {
        machine.lock().lock();
        try {
            current = null;
            while (current == null && !closed && next.get() < entries.size()) {
                Listed entry = entries.get(next.getAndIncrement());
                current = folder.find(entry.name()) == null ? null : entry;
            }
            return current != null;
        } finally {
            machine.lock().unlock();
        }
    }

    @Override
    public Cursor trySplit() {
        return new FakeCursor(machine, folder, entries, next);
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
        closed = true;
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
