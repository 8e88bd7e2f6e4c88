package dev.linkwright;

import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// The temporary names that interrupted operations have left in a directory.
///
/// Only what is surely nobody's any more is removed: a link (never a file or a directory) of the user who asks, older
/// than an hour, whose process is gone. Two links that belong together and differ are kept: the operation was
/// interrupted before both had their names, and one of them may be the only copy of a link.
final class Leftovers {
    private static final String OPERATION = "clean";
    private static final Duration LEAST_AGE = Duration.ofHours(1);
    private static final long NO_OWNERS = -1;

    private final Directory directory;
    private final LinkPath shown;

    Leftovers(Directory directory, LinkPath shown) {
        this.directory = directory;
        this.shown = shown;
    }

    Found find() throws FileSystemException {
        Set<Name> names = names();
        return new Found(paths(names), paths(kept(names)));
    }

    private List<LinkPath> paths(Collection<Name> names) {
        return names.stream().map(shown::resolve).sorted().toList();
    }

    List<LinkPath> remove() throws FileSystemException {
        List<LinkPath> removed = new ArrayList<>();
        Set<Name> names = names();
        names.removeAll(kept(names));
        if (names.isEmpty()) {
            return removed;
        }
        long self = ownUser();
        for (Name name : names) {
            if (remove(name, self)) {
                removed.add(shown.resolve(name));
            }
        }
        removed.sort(null);
        return removed;
    }

    /// Judged on the very object that is removed, where the system makes that possible.
    private boolean remove(Name name, long self) throws FileSystemException {
        boolean[] kept = new boolean[1];
        try {
            directory.removeLink(name, (status, reparseData) -> {
                kept[0] = !isAbandoned(name, status, self);
                if (kept[0]) {
                    throw FailureDetails.of(OPERATION, shown.resolve(name), Reason.BUSY).toException();
                }
            });
            return true;
        } catch (LinkNotFoundException gone) {
            return false;
        } catch (FileSystemException e) {
            if (kept[0]) {
                return false;
            }
            throw e;
        }
    }

    /// Of those whose process is gone: others may be about to give them their names.
    private Set<Name> kept(Set<Name> names) throws FileSystemException {
        Set<Name> kept = new HashSet<>();
        for (Name name : names) {
            Name second = TemporaryNames.second(name);
            if (names.contains(second) && isGone(TemporaryNames.processOf(name)) && areDifferentLinks(name, second)) {
                kept.add(name);
                kept.add(second);
            }
        }
        return kept;
    }

    /// What is no link is never removed, and needs no other beside it for that.
    private boolean areDifferentLinks(Name first, Name second) throws FileSystemException {
        try {
            Status one = directory.stat(first);
            Status other = directory.stat(second);
            return one.isSymbolicLink() && other.isSymbolicLink() && (one.targetKind() != other.targetKind()
                    || !directory.readLink(first).equals(directory.readLink(second)));
        } catch (LinkNotFoundException goneMeanwhile) {
            return false;
        }
    }

    private Set<Name> names() throws FileSystemException {
        Set<Name> names = new HashSet<>();
        try (Cursor entries = directory.list()) {
            while (entries.next()) {
                Name name = entries.name();
                if (TemporaryNames.processOf(name).isPresent()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean isAbandoned(Name name, Status status, long self) {
        boolean gone = isGone(TemporaryNames.processOf(name));
        boolean old = status.modified().isBefore(Instant.now().minus(LEAST_AGE));
        return status.isSymbolicLink() && gone && old && ownerOf(status) == self;
    }

    private static boolean isGone(OptionalLong process) {
        return process.isPresent() && ProcessHandle.of(process.getAsLong()).isEmpty();
    }

    /// The user that this process makes objects as, seen on an object that it makes: no system call of its own is
    /// needed for that.
    private long ownUser() throws FileSystemException {
        Name probe = TemporaryNames.next();
        directory.makeLink(probe, LinkTarget.of("probe"), TargetKind.UNSPECIFIED);
        FileSystemException trouble = null;
        long self = NO_OWNERS;
        try {
            self = ownerOf(directory.stat(probe));
        } catch (FileSystemException e) {
            trouble = e;
        }
        removeProbe(probe, trouble);
        return self;
    }

    private void removeProbe(Name probe, @Nullable FileSystemException trouble) throws FileSystemException {
        try {
            directory.removeLink(probe, new OnlyLinks(directory, probe));
        } catch (FileSystemException e) {
            FileSystemException told = LinkFailure.detailsOf(e, OPERATION, shown)
                    .alsoSaying("'" + shown.resolve(probe) + "' is left").toException();
            told.initCause(e);
            throw told;
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private static long ownerOf(Status status) {
        Status.Ownership owner = status.owner();
        return owner == null ? NO_OWNERS : owner.user();
    }

    /// What is left.
    ///
    /// @param kept those of `all` that are never removed
    record Found(List<LinkPath> all, List<LinkPath> kept) {}
}
