package dev.linkwright.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.linkwright.ExtendedAttribute;
import dev.linkwright.Identity;
import dev.linkwright.reparse.ByteString;
import org.jspecify.annotations.Nullable;

/// An object of the fake: what a name leads to. Guarded by the lock of its [FakeMachine].
abstract sealed class FakeNode permits FakeFolder, FakeFile, FakeTextLink {
    private static final long FIRST_USER = 1_000;
    private static final int SETUID_AND_SETGID = 06000;

    private final FakeVolume volume;
    private final long id;
    private final List<FakeHandle> handles = new ArrayList<>();
    private Instant modified;
    private int names;
    private boolean readOnly;
    private boolean recalled;
    private boolean deletePending;
    private byte @Nullable [] reparseData;
    private Instant accessed;
    private long user = FIRST_USER;
    private long group = FIRST_USER;
    private int mode = -1;
    private long device;
    private final Map<ByteString, ByteString> extendedAttributes = new LinkedHashMap<>();

    FakeNode(FakeMachine machine, FakeVolume volume) {
        this.volume = volume;
        this.id = machine.nextId();
        this.modified = machine.now();
        this.accessed = modified;
    }

    /// When it was last read: nothing but [#setAccessed] changes it, as on a volume that is mounted with `noatime`.
    final Instant accessed() {
        return accessed;
    }

    final void setAccessed(Instant when) {
        accessed = when;
    }

    /// Its owner on POSIX.
    final long user() {
        return user;
    }

    final long group() {
        return group;
    }

    /// As `chown` does: setuid and setgid go.
    final void setOwner(long newUser, long newGroup) {
        user = newUser;
        group = newGroup;
        mode = mode < 0 ? mode : mode & ~SETUID_AND_SETGID;
    }

    /// Its mode on POSIX; -1 for what is usual.
    final int mode() {
        return mode;
    }

    final void setMode(int newMode) {
        mode = newMode;
    }

    /// The number of a device; else 0.
    final long device() {
        return device;
    }

    final void setDevice(long newDevice) {
        device = newDevice;
    }

    final List<ExtendedAttribute> extendedAttributes() {
        List<ExtendedAttribute> all = new ArrayList<>();
        extendedAttributes.forEach((name, value) -> all.add(new ExtendedAttribute(name, value)));
        return all;
    }

    final void setExtendedAttribute(ExtendedAttribute attribute) {
        extendedAttributes.put(attribute.name(), attribute.value());
    }

    final void removeExtendedAttribute(ByteString name) {
        extendedAttributes.remove(name);
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

    /// Whether its contents are elsewhere until somebody opens it.
    final boolean isRecalledOnOpen() {
        return recalled;
    }

    final void setRecalledOnOpen(boolean newRecalled) {
        recalled = newRecalled;
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
