package dev.linkwright.testing;

import java.util.EnumSet;
import java.util.Set;

import dev.linkwright.Name;
import dev.linkwright.win32.Win32Error;

/// A handle that [FakeKernel32#createFile] has opened: the very object, whatever becomes of its name.
///
/// Thread-safe. Close it, or the object counts as open.
public final class FakeHandle implements AutoCloseable {
    /// What a handle may be used for.
    public enum Access {
        /// Access 0 and `FILE_READ_ATTRIBUTES`: looking at attributes and reading reparse data.
        LOOK,
        /// `FILE_READ_DATA`, `FILE_LIST_DIRECTORY`.
        READ,
        /// `FILE_WRITE_ATTRIBUTES` or `FILE_WRITE_DATA`: setting and deleting reparse data.
        WRITE,
        /// `DELETE`: renaming and removing.
        DELETE
    }

    /// What others may do while the handle is open.
    public enum Share {
        /// `FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE`.
        ALL,
        /// The same without `FILE_SHARE_DELETE`: nobody may remove or rename the object.
        NO_DELETE
    }

    private final FakeMachine machine;
    private final FakeWindowsObjects objects;
    private final FakeNode node;
    private final FakeFolder folder;
    private final Name name;
    private final Set<Access> access;
    private final Share share;
    private boolean deletesOnClose;
    private boolean closed;

    FakeHandle(FakeMachine machine, FakeWindowsObjects objects, FakeOpened opened, Set<Access> access, Share share) {
        this.machine = machine;
        this.objects = objects;
        this.node = opened.node();
        this.folder = opened.folder();
        this.name = opened.name();
        this.access = access.isEmpty() ? EnumSet.of(Access.LOOK) : EnumSet.copyOf(access);
        this.share = share;
        node.handles().add(this);
    }

    FakeNode node() throws FakeRefusal {
        if (closed) {
            throw new FakeRefusal(Win32Error.INVALID_HANDLE);
        }
        return node;
    }

    /// Where the object was when it was opened.
    FakeFolder folder() {
        return folder;
    }

    /// The name that the object had when it was opened.
    Name name() {
        return name;
    }

    boolean sharesDelete() {
        return share == Share.ALL || !takesPartInSharing();
    }

    /// A handle that only looks keeps nobody from anything.
    private boolean takesPartInSharing() {
        return access.contains(Access.READ) || access.contains(Access.WRITE) || access.contains(Access.DELETE);
    }

    void require(Access wanted) throws FakeRefusal {
        if (!access.contains(wanted)) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
    }

    /// Without POSIX semantics the name goes with the last handle, and is of no use until then.
    void deleteOnClose() {
        deletesOnClose = true;
        node.setDeletePending(true);
    }

    /// Closes the handle. Idempotent. If the object has been marked for removal and this was the last handle, it goes.
    @Override
    public void close() {
        machine.lock().lock();
        try {
            if (!closed) {
                closed = true;
                node.handles().remove(this);
                removeIfLast();
            }
        } finally {
            machine.lock().unlock();
        }
    }

    private void removeIfLast() {
        boolean marked = deletesOnClose || node.isDeletePending();
        if (marked && node.handles().isEmpty() && folder.find(name) == node) {
            objects.take(folder, name, node);
        }
    }
}
