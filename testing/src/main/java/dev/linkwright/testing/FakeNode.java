package dev.linkwright.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Identity;
import org.jspecify.annotations.Nullable;

/// An object of the fake: what a name leads to. Guarded by the lock of its [FakeMachine].
abstract sealed class FakeNode permits FakeFolder, FakeFile, FakeTextLink {
    private final FakeVolume volume;
    private final long id;
    private final List<FakeHandle> handles = new ArrayList<>();
    private Instant modified;
    private int names;
    private boolean readOnly;
    private boolean deletePending;
    private byte @Nullable [] reparseData;

    FakeNode(FakeMachine machine, FakeVolume volume) {
        this.volume = volume;
        this.id = machine.nextId();
        this.modified = machine.now();
    }

    final FakeVolume volume() {
        return volume;
    }

    final Identity identity() {
        return new Identity(volume.serial(), 0, id, volume.serial());
    }

    final Instant modified() {
        return modified;
    }

    final void touch(Instant when) {
        modified = when;
    }

    /// How many names it has.
    final int names() {
        return names;
    }

    final void addName() {
        names++;
    }

    void removeName() {
        names--;
    }

    /// POSIX: a directory in which nothing may be made or removed. Windows: the attribute, and for a directory the same
    /// as on POSIX.
    final boolean isReadOnly() {
        return readOnly;
    }

    final void setReadOnly(boolean newReadOnly) {
        readOnly = newReadOnly;
    }

    /// Whether it goes as soon as the last handle on it is closed; until then its name can neither be opened nor used.
    final boolean isDeletePending() {
        return deletePending;
    }

    final void setDeletePending(boolean newDeletePending) {
        deletePending = newDeletePending;
    }

    /// The handles that [FakeKernel32] has opened on it.
    final List<FakeHandle> handles() {
        return handles;
    }

    /// The raw reparse data; null if it is no reparse point. Not copied: nobody changes them in place.
    final byte @Nullable [] reparseData() {
        return reparseData;
    }

    final void setReparseData(byte @Nullable [] data) {
        reparseData = data;
    }

    final boolean isReparsePoint() {
        return reparseData != null;
    }
}
