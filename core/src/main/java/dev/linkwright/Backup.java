package dev.linkwright;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;

import org.jspecify.annotations.Nullable;

/// Makes a link at a name that is taken, and gives what stands there another name beside it: `NAME~`, else
/// `NAME.~1~`, `NAME.~2~` and so on. No older backup is ever replaced, and nothing leaves the directory.
final class Backup {
    private static final String OPERATION = "back up";
    private static final int MOST_BACKUPS = 100_000;

    private final Directory directory;
    private final Name name;

    Backup(Directory directory, Name name) {
        this.directory = directory;
        this.name = name;
    }

    /// With an exchange there is no moment without something at the name; else there is one, and a failure puts the old
    /// object back.
    Kept putAside(LinkTarget target, TargetKind kind) throws FileSystemException {
        if (directory.capabilities().has(Capability.RENAME_EXCHANGE)) {
            Name backup = exchange(target, kind);
            if (backup != null) {
                return new Kept(backup, Guarantee.ATOMIC);
            }
        }
        Name backup = rename(name);
        try {
            directory.makeLink(name, target, kind);
            return new Kept(backup, Guarantee.GAP);
        } catch (FileSystemException e) {
            throw new SetAside(directory, name, backup).broughtBack(e);
        }
    }

    /// For a moment the old object has only a temporary name, as a link has that nobody needs any more. The twin of the
    /// new link beside it shows that it is something else.
    ///
    /// @return the name of the backup; null if the file system turned out to have no exchange, and nothing happened
    private @Nullable Name exchange(LinkTarget target, TargetKind kind) throws FileSystemException {
        TemporaryLink link = TemporaryLink.make(directory, name, target, kind);
        TemporaryLink twin = link.twin(kind);
        Name backup = null;
        try {
            if (link.exchange()) {
                backup = renameDisplaced(link);
            }
        } catch (FileSystemException e) {
            throw link.isThere() ? twin.stillThere(e, null) : twin.discarded(e);
        }
        FileSystemException why = twin.remove();
        if (why != null) {
            throw left(twin, backup, why);
        }
        return backup;
    }

    private FileSystemException left(TemporaryLink twin, @Nullable Name backup, FileSystemException why) {
        LinkPath parent = directory.path();
        String done = backup == null
                ? "nothing was replaced"
                : "the new link is in its place, what stood there is now '" + parent.resolve(backup) + "'";
        FileSystemException told = LinkFailure.detailsOf(why, OPERATION, parent.resolve(name))
                .alsoSaying(done + ", and a link that is not needed is left as '" + parent.resolve(twin.temporary())
                        + "'")
                .toException();
        told.initCause(why);
        return told;
    }

    private Name renameDisplaced(TemporaryLink link) throws FileSystemException {
        try {
            return rename(link.temporary());
        } catch (FileSystemException e) {
            throw link.exchangedBack(e);
        }
    }

    private Name rename(Name from) throws FileSystemException {
        for (int number = 0; number < MOST_BACKUPS; number++) {
            Name backup = numbered(number);
            try {
                directory.rename(from, directory, backup, RenameMode.NO_REPLACE);
                return backup;
            } catch (LinkExistsException olderBackup) {
                // The next number may be free.
            }
        }
        throw FailureDetails.of(OPERATION, directory.path().resolve(name), Reason.EXISTS)
                .withRemark("there are too many backups").toException();
    }

    private Name numbered(int number) {
        byte[] suffix = (number == 0 ? "~" : ".~" + number + "~").getBytes(StandardCharsets.US_ASCII);
        byte[] text = new byte[name.length() + suffix.length];
        name.copyTo(text, 0);
        System.arraycopy(suffix, 0, text, name.length(), suffix.length);
        return Name.ofBytes(text);
    }

    /// What was kept.
    ///
    /// @param backup its name now
    /// @param guarantee what can be promised of the replacement
    record Kept(Name backup, Guarantee guarantee) {}
}
