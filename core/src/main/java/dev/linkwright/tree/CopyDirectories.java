package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import org.jspecify.annotations.Nullable;

/// Makes the directories of a copy and holds them, a limited number at the same time.
///
/// One that was given up is opened again by its name in the one above it, never through a link, and only if it is the
/// directory that was made: so nothing is ever written outside of what this run has made.
final class CopyDirectories implements AutoCloseable {
    private static final int MOST_HELD = 256;
    private static final int OF_OTHERS = 0077;

    private final Set<CopyDirectory> held = new LinkedHashSet<>();

    /// Makes the root of the copy.
    CopyDirectory makeRoot(Directory parent, Name name, LinkPath path) throws FileSystemException {
        return make(null, path, parent, name);
    }

    /// Makes a directory in another one.
    CopyDirectory make(CopyDirectory parent, Name name) throws FileSystemException {
        Directory above = use(parent);
        try {
            return make(parent, parent.rootPath(), above, name);
        } finally {
            release(parent);
        }
    }

    /// Only its owner can enter it, and it is empty: so it is what was made, unless the owner's own programs play games.
    private CopyDirectory make(@Nullable CopyDirectory parent, LinkPath given, Directory above, Name name)
            throws FileSystemException {
        Retry.whileInterrupted(() -> above.makePrivateDirectory(name));
        Directory handle = above.open(name);
        boolean isNew = false;
        try {
            Status status = handle.status();
            isNew = isNew(status, handle);
            if (isNew) {
                return keep(new CopyDirectory(parent, given, name, status.identity(), handle));
            }
        } finally {
            if (!isNew) {
                handle.close();
            }
        }
        throw FailureDetails.of("make directory", above.path().resolve(name), Reason.CHANGED_BY_OTHERS)
                .toException();
    }

    /// What is only planned has no identity, and the permissions that were planned for it do not matter.
    private static boolean isNew(Status status, Directory directory) throws FileSystemException {
        if (status.identity() == null) {
            return true;
        }
        Status.Ownership owner = status.owner();
        if (owner != null && (owner.mode() & OF_OTHERS) != 0) {
            return false;
        }
        try (Cursor cursor = directory.list()) {
            return !cursor.next();
        }
    }

    private synchronized CopyDirectory keep(CopyDirectory made) {
        held.add(made);
        giveUpTooMany();
        return made;
    }

    /// The handle, until [#release].
    synchronized Directory use(CopyDirectory directory) throws FileSystemException {
        Directory handle = directory.handle;
        if (handle == null) {
            handle = foundAgain(directory);
            directory.handle = handle;
            held.add(directory);
        }
        directory.users++;
        directory.isDone = false;
        giveUpTooMany();
        return handle;
    }

    synchronized void release(CopyDirectory directory) {
        directory.users--;
        closeIfUnused(directory);
    }

    /// Gives the handle of a directory back that is done, as soon as no other thread makes a link from it any more. The
    /// directory above it will be wanted next: where it was given up, it is nearer from here than from the root.
    synchronized void leave(CopyDirectory directory) {
        Directory handle = directory.handle;
        CopyDirectory parent = directory.parent();
        if (handle != null && parent != null && parent.handle == null && parent.identity() != null) {
            try {
                parent.handle = handle.openParent(parent.identity());
                held.add(parent);
            } catch (FileSystemException notFromHere) {
                // It is looked for from above when it is used.
                parent.handle = null;
            }
        }
        directory.isDone = true;
        closeIfUnused(directory);
    }

    private void closeIfUnused(CopyDirectory directory) {
        Directory handle = directory.handle;
        if (directory.isDone && directory.users == 0 && handle != null) {
            handle.close();
            directory.handle = null;
            held.remove(directory);
        }
    }

    @Override
    public synchronized void close() {
        for (CopyDirectory each : held) {
            Directory handle = each.handle;
            if (handle != null) {
                handle.close();
                each.handle = null;
            }
        }
        held.clear();
    }

    private void giveUpTooMany() {
        Iterator<CopyDirectory> oldest = held.iterator();
        while (held.size() > MOST_HELD && oldest.hasNext()) {
            CopyDirectory each = oldest.next();
            Directory handle = each.handle;
            if (each.users == 0 && each.parent() != null && each.identity() != null && handle != null) {
                handle.close();
                each.handle = null;
                oldest.remove();
            }
        }
    }

    private static Directory foundAgain(CopyDirectory wanted) throws FileSystemException {
        Deque<CopyDirectory> way = new ArrayDeque<>();
        CopyDirectory from = wanted;
        while (from.handle == null) {
            way.addFirst(from);
            from = Objects.requireNonNull(from.parent(), "the root of a copy is held to the end");
        }
        Directory at = from.handle;
        boolean isKept = true;
        for (CopyDirectory step : way) {
            Directory next;
            try {
                next = at.open(step.name());
            } finally {
                if (!isKept) {
                    at.close();
                }
            }
            isKept = false;
            at = next;
            requireSame(step, at);
        }
        return at;
    }

    private static void requireSame(CopyDirectory step, Directory found) throws FileSystemException {
        boolean isSame = false;
        try {
            Identity made = step.identity();
            // What had none when it was made is only planned, or known by its path alone.
            isSame = made == null || made.equals(found.status().identity());
        } finally {
            if (!isSame) {
                found.close();
            }
        }
        if (!isSame) {
            throw FailureDetails.of("open", step.path(), Reason.CHANGED_BY_OTHERS).toException();
        }
    }
}
