package dev.linkwright;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;

/// Makes a link at a name that is taken, and gives what stands there another name beside it: `NAME~`, else
/// `NAME.~1~`, `NAME.~2~` and so on. No older backup is ever replaced, and nothing leaves the directory.
final class Backup {
    private static final int MOST_BACKUPS = 100_000;

    private final Directory directory;
    private final Name name;

    Backup(Directory directory, Name name) {
        this.directory = directory;
        this.name = name;
    }

    /// The backup name. With an exchange there is no moment without something at the name; else there is one, and a
    /// failure puts the old object back.
    Name putAside(LinkTarget target, TargetKind kind) throws FileSystemException {
        if (directory.capabilities().has(Capability.RENAME_EXCHANGE)) {
            return exchange(target, kind);
        }
        Name backup = rename(name);
        try {
            directory.makeLink(name, target, kind);
            return backup;
        } catch (FileSystemException e) {
            bringBack(backup, RenameMode.NO_REPLACE, e);
            throw e;
        }
    }

    private Name exchange(LinkTarget target, TargetKind kind) throws FileSystemException {
        Name temporary = TemporaryNames.next();
        directory.makeLink(temporary, target, kind);
        boolean exchanged = false;
        try {
            directory.rename(temporary, directory, name, RenameMode.EXCHANGE);
            exchanged = true;
            return rename(temporary);
        } catch (FileSystemException e) {
            if (exchanged) {
                bringBack(temporary, RenameMode.EXCHANGE, e);
            }
            directory.removeLink(temporary, new OnlyLinks(directory, temporary));
            throw e;
        }
    }

    private void bringBack(Name from, RenameMode mode, FileSystemException because) throws FileSystemException {
        try {
            directory.rename(from, directory, name, mode);
        } catch (FileSystemException e) {
            LinkPath left = directory.path().resolve(from);
            because.addSuppressed(e);
            FileSystemException told = LinkFailure.detailsOf(because, "back up", left)
                    .withRemark("what stood there is now '" + left + "'").toException();
            told.initCause(because);
            throw told;
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
        throw FailureDetails.of("back up", directory.path().resolve(name), Reason.EXISTS)
                .withRemark("there are too many backups").toException();
    }

    private Name numbered(int number) {
        byte[] suffix = (number == 0 ? "~" : ".~" + number + "~").getBytes(StandardCharsets.US_ASCII);
        byte[] text = new byte[name.length() + suffix.length];
        name.copyTo(text, 0);
        System.arraycopy(suffix, 0, text, name.length(), suffix.length);
        return Name.ofBytes(text);
    }
}
