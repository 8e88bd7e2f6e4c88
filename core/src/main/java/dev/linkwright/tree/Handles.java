package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Identity;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// The directories that are held: never more than agreed upon, whatever the depth of the tree.
///
/// What is given up is a directory in the middle of a way: one of whose sub-directories somebody is working in. Its
/// identity is noted, and when that work is done it is opened again, by climbing from below. If another directory is
/// above by then, it is looked for from the nearest one that is still held, and must have the identity that was noted.
final class Handles {
    private final Agenda agenda;
    private final LinkSystem system;
    private final LinkPath place;
    private final int share;
    /// Guarded by the agenda.
    private final List<Walker> walkers = new ArrayList<>();

    /// @param place the path of the root, for systems and ways that need one
    /// @param share how many directories each worker may hold
    Handles(Agenda agenda, LinkSystem system, LinkPath place, int share) {
        this.agenda = agenda;
        this.system = system;
        this.place = place;
        this.share = share;
    }

    /// Takes one more worker, whose handles may be given up for those of others.
    void join(Walker walker) {
        synchronized (agenda) {
            walkers.add(walker);
        }
    }

    /// Opens a directory that has been begun, in its parent.
    ///
    /// @throws FileSystemException if it cannot be opened
    void open(Branch branch, Walker walker) throws FileSystemException {
        for (boolean gaveUp = true; gaveUp && walker.holding() >= share;) {
            gaveUp = giveUpOne(List.of(walker));
        }
        keep(branch, withWhatIsLeft(() -> opened(branch)), walker);
    }

    /// Gives up one after the other where the process has no more handles, whoever holds it: a worker that has just begun
    /// holds none, and somebody else may take what has been given up.
    private Directory withWhatIsLeft(Opening opening) throws FileSystemException {
        while (true) {
            try {
                return opening.open();
            } catch (FileSystemException e) {
                if (reasonOf(e) != Reason.OUT_OF_RESOURCES || !giveUpOne(walkers)) {
                    throw e;
                }
            }
        }
    }

    private interface Opening {
        Directory open() throws FileSystemException;
    }

    /// Uses the handle of a directory, which is opened again if it was given up.
    ///
    /// @param below the sub-directory of it that is done; held, unless it is lost
    /// @return whether it is held, and counts one more user
    /// @throws FileSystemException why it is lost, once
    boolean use(Branch branch, Branch below, Walker walker) throws FileSystemException {
        synchronized (agenda) {
            while (branch.reopening) {
                agenda.await();
            }
            branch.users++;
            if (branch.handle != null || branch.lost) {
                return !branch.lost;
            }
            branch.reopening = true;
        }
        try {
            keep(branch, withWhatIsLeft(() -> reopened(branch, below)), walker);
            return true;
        } catch (FileSystemException e) {
            lose(branch);
            throw e;
        } finally {
            synchronized (agenda) {
                branch.reopening = false;
                agenda.changed();
            }
        }
    }

    /// Gives a handle back.
    void close(Branch branch) {
        Directory handle;
        synchronized (agenda) {
            handle = taken(branch);
        }
        if (handle != null && branch.parent() != null) {
            handle.close();
        }
    }

    /// Gives all back that a walk has left that was ended.
    void closeAll(Walker walker) {
        List<Branch> left = new ArrayList<>();
        synchronized (agenda) {
            walker.held().forEach(left::add);
        }
        left.forEach(this::close);
    }

    private Directory opened(Branch branch) throws FileSystemException {
        return branch.way() == Branch.Way.THROUGH_LINK
                ? system.open(branch.below(place))
                : branch.above().directory().open(branch.name());
    }

    private void keep(Branch branch, Directory handle, Walker walker) {
        synchronized (agenda) {
            branch.handle = handle;
            branch.holder = walker;
            walker.hold(branch);
        }
    }

    private void lose(Branch branch) {
        synchronized (agenda) {
            branch.lost = true;
            branch.waiting.clear();
            branch.setIncomplete();
        }
    }

    private boolean giveUpOne(List<Walker> holders) throws FileSystemException {
        for (Branch candidate = candidate(holders); candidate != null; candidate = candidate(holders)) {
            Identity noted = candidate.status().identity();
            Directory handle = null;
            synchronized (agenda) {
                candidate.users--;
                if (noted == null) {
                    candidate.anonymous = true;
                } else if (isDispensable(candidate)) {
                    handle = taken(candidate);
                }
            }
            if (handle != null) {
                handle.close();
                return true;
            }
        }
        return false;
    }

    private @Nullable Branch candidate(List<Walker> holders) {
        synchronized (agenda) {
            for (Walker holder : holders) {
                for (Branch each : holder.held()) {
                    if (isDispensable(each)) {
                        each.users++;
                        return each;
                    }
                }
            }
            return null;
        }
    }

    private static boolean isDispensable(Branch branch) {
        return branch.handle != null && branch.users == 0 && branch.running > 0 && !branch.anonymous;
    }

    private static @Nullable Directory taken(Branch branch) {
        Directory handle = branch.handle;
        Walker holder = branch.holder;
        branch.handle = null;
        branch.holder = null;
        if (holder != null) {
            holder.letGo(branch);
        }
        return handle;
    }

    private Directory reopened(Branch branch, Branch below) throws FileSystemException {
        Identity noted = branch.noted();
        if (noted == null) {
            throw FailureDetails.of("open", branch.path(), Reason.CAPABILITY_MISSING).toException();
        }
        if (below.handle == null || below.way() == Branch.Way.THROUGH_LINK) {
            return foundFromAbove(branch);
        }
        try {
            return below.directory().openParent(noted);
        } catch (FileSystemException e) {
            try {
                return foundFromAbove(branch);
            } catch (FileSystemException notThereEither) {
                e.addSuppressed(notThereEither);
                throw e;
            }
        }
    }

    /// Goes down from the nearest directory that is held, never through a link, and only where each is the one that was
    /// noted.
    @SuppressWarnings("ReferenceEquality") // the handle that is not its own stays open
    private Directory foundFromAbove(Branch branch) throws FileSystemException {
        Deque<Branch> way = new ArrayDeque<>();
        Branch from = branch;
        Directory at;
        synchronized (agenda) {
            while (from.handle == null) {
                way.addFirst(from);
                from = from.above();
            }
            from.users++;
            at = from.directory();
        }
        Directory found = at;
        try {
            for (Branch step : way) {
                Directory next = step.way() == Branch.Way.THROUGH_LINK
                        ? system.open(step.below(place))
                        : found.open(step.name());
                if (found != at) {
                    found.close();
                }
                found = next;
                requireNoted(step, found);
            }
            return found;
        } catch (FileSystemException e) {
            if (found != at) {
                found.close();
            }
            throw e;
        } finally {
            synchronized (agenda) {
                from.users--;
            }
        }
    }

    private static void requireNoted(Branch step, Directory found) throws FileSystemException {
        Identity noted = step.noted();
        if (noted == null || !noted.equals(found.status().identity())) {
            throw FailureDetails.of("open", step.path(), Reason.CHANGED_BY_OTHERS).toException();
        }
    }

    private static Reason reasonOf(FileSystemException e) {
        return e instanceof LinkFailure failure ? failure.reason() : Reason.OTHER;
    }
}
