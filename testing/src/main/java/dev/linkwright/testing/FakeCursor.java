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
    private final @Nullable FakeCursor origin;
    private final AtomicInteger openSplits = new AtomicInteger();
    private @Nullable Listed current;
    private boolean closed;

    FakeCursor(FakeMachine machine, FakeFolder folder, List<Listed> entries) {
        this(machine, folder, List.copyOf(entries), new AtomicInteger(), null);
    }

    private FakeCursor(FakeMachine machine, FakeFolder folder, List<Listed> entries, AtomicInteger next,
            @Nullable FakeCursor origin) {
        this.machine = machine;
        this.folder = folder;
        this.entries = entries;
        this.next = next;
        this.origin = origin;
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
        openSplits.incrementAndGet();
        return new FakeCursor(machine, folder, entries, next, this);
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

    /// @throws IllegalStateException if one that was split from it is still open
    @Override
    public void close() {
        if (!closed && origin != null) {
            origin.openSplits.decrementAndGet();
        }
        if (openSplits.get() > 0) {
            throw new IllegalStateException("closed before a cursor that was split from it");
        }
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
