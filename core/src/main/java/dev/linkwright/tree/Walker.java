package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.Deque;

import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.LinkFailure;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.reparse.ReparseTag;

/// One worker of a walk, and what it has seen.
final class Walker {
    private final Walk walk;
    private final int place;
    private final boolean passesFiles;
    private final boolean sharesListings;
    private final Deque<Branch> held = new ArrayDeque<>();
    private volatile int holding;
    private final CurrentEntry entry = new CurrentEntry();
    private final WalkFailures failures;

    private boolean hasCalled;
    private long directories;
    private long entries;
    private long vanished;

    Walker(Walk walk) {
        this.walk = walk;
        this.place = walk.agenda().join();
        this.failures = new WalkFailures(walk.visitor());
        this.passesFiles = walk.passesFiles();
        this.sharesListings = walk.sharesListings();
    }

    /// Guarded by the agenda: the directories that it opened and that are held.
    Iterable<Branch> held() {
        return held;
    }

    /// Guarded by the agenda: it holds one more.
    void hold(Branch branch) {
        held.addLast(branch);
        holding = held.size();
    }

    /// Guarded by the agenda: it holds one less.
    void letGo(Branch branch) {
        held.removeLastOccurrence(branch);
        holding = held.size();
    }

    /// How many it holds. Only it makes them more, so what it is told without the lock is at most too high.
    int holding() {
        return holding;
    }

    long directories() {
        return directories;
    }

    long entries() {
        return entries;
    }

    long failures() {
        return failures.count();
    }

    long vanished() {
        return vanished;
    }

    /// Walks until nothing is left to be begun.
    void work() {
        for (Work next = walk.agenda().begin(place); next != null; next = walk.agenda().begin(place)) {
            if (next instanceof Branch begun) {
                begin(begun);
            } else if (next instanceof Listing listing) {
                help(listing);
            }
        }
    }

    private void begin(Branch begun) {
        Branch parent = begun.above();
        if (open(begun)) {
            visit(begun);
        } else if (walk.agenda().done(parent, true)) {
            conclude(parent, false);
        }
    }

    /// Shows a directory that is held, and puts what is to be entered on the agenda. The directory above is in use until
    /// then.
    void visit(Branch branch) {
        if (enter(branch) == Decision.CONTINUE) {
            list(branch);
        } else {
            branch.setIncomplete();
            enterWhatWaits(branch);
        }
    }

    private void enterWhatWaits(Branch branch) {
        if (walk.agenda().isStopped()) {
            return;
        }
        if (branch.waiting.isEmpty()) {
            conclude(branch, true);
        } else {
            walk.agenda().add(place, branch);
            if (walk.needsHelp(entries)) {
                walk.callForHelp();
            }
        }
    }

    /// Whether it is held now, and to be visited.
    private boolean open(Branch branch) {
        try {
            walk.handles().open(branch, this);
            if (walk.borders().areCrossedBy(branch)) {
                walk.handles().close(branch);
                branch.above().setIncomplete();
                walk.visitor().notEntered(branch.above(), branch.name(), NotEntered.OTHER_FILE_SYSTEM);
                return false;
            }
            walk.borders().requireNoLoop(branch);
            return true;
        } catch (FileSystemException e) {
            walk.handles().close(branch);
            if (!isNothingToEnter(branch, e)) {
                failures.failed(branch.above(), e, "open", branch.name());
            }
            return false;
        }
    }

    /// A directory that has vanished since it was listed is no failure; a link that leads to no directory is none either.
    private boolean isNothingToEnter(Branch branch, FileSystemException e) {
        Reason reason = LinkFailure.detailsOf(e, "open", branch.above().path()).reason();
        boolean gone = reason == Reason.NOT_FOUND || reason == Reason.PARENT_NOT_FOUND;
        boolean throughLink = branch.way() == Branch.Way.THROUGH_LINK;
        vanished += gone && !throughLink ? 1 : 0;
        return gone || (throughLink && reason == Reason.NOT_A_DIRECTORY);
    }

    private Decision enter(Branch branch) {
        try {
            return stoppedBy(walk.visitor().enter(branch));
        } catch (FileSystemException e) {
            failures.refused(branch, e, "enter");
            return Decision.SKIP;
        }
    }

    private void list(Branch branch) {
        Cursor cursor;
        try {
            cursor = branch.directory().list();
        } catch (FileSystemException e) {
            failures.failed(branch, e, "list");
            walk.visitor().listed(branch, 0);
            enterWhatWaits(branch);
            return;
        }
        Listing listing = new Listing(branch, cursor);
        long before = entries;
        boolean isLast;
        try {
            read(listing, cursor, sharesListings ? entries + Walk.ENTRIES_ALONE : Long.MAX_VALUE);
        } finally {
            isLast = leave(listing, entries - before);
        }
        if (isLast) {
            goOnAfter(listing);
        }
    }

    /// Reads on where another worker is listing a directory.
    private void help(Listing listing) {
        long before = entries;
        boolean isLast;
        // Closed before it leaves: the one that it comes from is closed when nobody is left.
        try (Cursor own = listing.split()) {
            if (own != null) {
                read(listing, own, Long.MAX_VALUE);
            }
        } finally {
            isLast = leave(listing, entries - before);
        }
        if (isLast) {
            goOnAfter(listing);
        }
    }

    /// Shows what a cursor gets of a listing.
    ///
    /// @param shareFrom after how many entries others may help
    private void read(Listing listing, Cursor cursor, long shareFrom) {
        Branch branch = listing.branch();
        long share = shareFrom;
        try {
            entry.begin(branch, cursor);
            while (!walk.agenda().isStopped() && isAtNext(cursor)) {
                entry.next();
                if (isToBeShown(branch)) {
                    show(branch);
                }
                callForHelpInTime();
                if (entries >= share) {
                    share = Long.MAX_VALUE;
                    walk.share(listing);
                }
            }
        } catch (FileSystemException e) {
            if (walk.agenda().fail(listing)) {
                failures.failed(branch, e, "list");
            }
        }
    }

    /// Whether it was the last one: then the listing is closed, and the worker is to go on with the directory.
    private boolean leave(Listing listing, long seen) {
        boolean isLast = walk.agenda().leave(listing, seen);
        if (isLast) {
            listing.close();
        }
        return isLast;
    }

    private void goOnAfter(Listing listing) {
        directories += listing.hasFailed() ? 0 : 1;
        walk.visitor().listed(listing.branch(), listing.shown());
        enterWhatWaits(listing.branch());
    }

    /// Once, in a listing so large that help would come too late at its end.
    private void callForHelpInTime() {
        if (!hasCalled && entries >= Walk.ENTRIES_ALONE) {
            hasCalled = true;
            walk.callForHelp();
        }
    }

    private boolean isAtNext(Cursor cursor) throws FileSystemException {
        if (passesFiles) {
            entries += cursor.passFiles();
        }
        return cursor.next();
    }

    /// What is excluded, or has vanished before its type was known, is not.
    private boolean isToBeShown(Branch branch) {
        try {
            entry.learnType();
        } catch (FileSystemException e) {
            if (LinkFailure.detailsOf(e, "look at", branch.path()).reason() == Reason.NOT_FOUND) {
                vanished++;
            } else {
                failures.failed(branch, e, "look at", entry.name());
            }
            return false;
        }
        if (walk.borders().exclude(entry)) {
            branch.setIncomplete();
            return false;
        }
        return true;
    }

    private void show(Branch branch) {
        entries++;
        Decision decision;
        try {
            decision = stoppedBy(walk.visitor().entry(branch, entry));
        } catch (FileSystemException e) {
            failures.refused(branch, e, "visit");
            decision = Decision.SKIP;
        }
        boolean isLink = entry.type() == FileType.SYMBOLIC_LINK;
        boolean canBeEntered = isLink ? walk.borders().followsLinks() : isDirectory();
        if (!canBeEntered) {
            return;
        }
        if (decision == Decision.CONTINUE) {
            put(branch, isLink);
        } else {
            branch.setIncomplete();
        }
    }

    private boolean isDirectory() {
        int tag = entry.reparseTag();
        return entry.type() == FileType.DIRECTORY && (tag == 0 || !new ReparseTag(tag).isNameSurrogate());
    }

    private void put(Branch branch, boolean isLink) {
        try {
            NotEntered obstacle = walk.borders().obstacle(entry);
            if (obstacle == null) {
                putOff(branch, isLink);
            } else {
                branch.setIncomplete();
                walk.visitor().notEntered(branch, entry.name(), obstacle);
            }
        } catch (FileSystemException e) {
            failures.failed(branch, e, "look at", entry.name());
        }
    }

    /// Others may be listing it, too.
    private void putOff(Branch branch, boolean isLink) {
        Name name = entry.name();
        synchronized (walk.agenda()) {
            branch.waiting.add(name, isLink);
        }
    }

    private Decision stoppedBy(Decision decision) {
        if (decision == Decision.STOP) {
            walk.stop();
        }
        return decision;
    }

    /// Leaves a directory below which all is done, and those above it of which it was the last.
    ///
    /// @param parentIsInUse whether the directory above it counts this one as a user already
    private void conclude(Branch last, boolean parentIsInUse) {
        Branch done = last;
        boolean isInUse = parentIsInUse;
        while (done != null && !walk.agenda().isStopped()) {
            leave(done);
            Branch parent = done.parent();
            if (parent == null) {
                walk.agenda().end();
                return;
            }
            leaveFor(parent, done, isInUse);
            isInUse = false;
            done = walk.agenda().done(parent, done.isComplete()) ? parent : null;
        }
    }

    private void leave(Branch branch) {
        if (!branch.lost) {
            try {
                walk.visitor().leave(branch);
            } catch (FileSystemException e) {
                failures.refused(branch, e, "leave");
            }
        }
    }

    private void leaveFor(Branch parent, Branch done, boolean parentIsInUse) {
        boolean held = parentIsInUse;
        try {
            held = held || walk.handles().use(parent, done, this);
        } catch (FileSystemException e) {
            failures.failed(parent, e, "return to");
        }
        walk.handles().close(done);
        if (held) {
            try {
                walk.visitor().left(done);
            } catch (FileSystemException e) {
                failures.refused(parent, e, "leave");
            }
        }
        done.attach(null);
    }
}
