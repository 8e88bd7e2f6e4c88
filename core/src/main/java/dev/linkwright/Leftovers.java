package dev.linkwright;

import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The temporary names that interrupted operations have left in a directory.
///
/// Only what is surely nobody's any more is removed: a link (never a file or a directory) of the user who asks, older
/// than an hour, whose process is gone.
final class Leftovers {
    private static final Duration LEAST_AGE = Duration.ofHours(1);

    private final Directory directory;
    private final LinkPath shown;

    Leftovers(Directory directory, LinkPath shown) {
        this.directory = directory;
        this.shown = shown;
    }

    List<LinkPath> find() throws FileSystemException {
        return names().stream().map(shown::resolve).sorted().toList();
    }

    List<LinkPath> remove() throws FileSystemException {
        List<LinkPath> removed = new ArrayList<>();
        List<Name> names = names();
        if (names.isEmpty()) {
            return removed;
        }
        long self = ownUser();
        for (Name name : names) {
            Status status = directory.stat(name);
            if (isAbandoned(name, status, self)) {
                directory.removeLink(name, new OnlyLinks(directory, name));
                removed.add(shown.resolve(name));
            }
        }
        return removed;
    }

    private List<Name> names() throws FileSystemException {
        List<Name> names = new ArrayList<>();
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
        OptionalLong process = TemporaryNames.processOf(name);
        boolean gone = process.isPresent() && ProcessHandle.of(process.getAsLong()).isEmpty();
        boolean old = status.modified().isBefore(Instant.now().minus(LEAST_AGE));
        boolean ours = status.owner() == null || status.owner().user() == self;
        return status.isSymbolicLink() && gone && old && ours;
    }

    /// The user that this process makes objects as, seen on an object that it makes: no system call of its own is
    /// needed for that. Unknown (-1) where files have no owner.
    private long ownUser() throws FileSystemException {
        Name probe = TemporaryNames.next();
        directory.makeLink(probe, LinkTarget.of("probe"), TargetKind.UNSPECIFIED);
        try {
            Status.Ownership owner = directory.stat(probe).owner();
            return owner == null ? -1 : owner.user();
        } finally {
            directory.removeLink(probe, new OnlyLinks(directory, probe));
        }
    }
}
