package dev.linkwright;

import java.nio.file.FileSystemException;

import org.jspecify.annotations.Nullable;

/// A new link under a temporary name, beside a name that is taken and whose place it is to get.
///
/// Two objects that change places can change back: nothing is lost as long as nobody removes what came out before it
/// was looked at. What cannot be put back or removed is named in the failure.
final class TemporaryLink {
    private static final String OPERATION = "replace";

    private final Directory directory;
    private final Name name;
    private final Name temporary;
    private final LinkTarget stored;

    private TemporaryLink(Directory directory, Name name, Name temporary, LinkTarget stored) {
        this.directory = directory;
        this.name = name;
        this.temporary = temporary;
        this.stored = stored;
    }

    /// Makes it, and where success cannot be believed looks at it: only what is really there may take a place.
    static TemporaryLink make(Directory directory, Name name, LinkTarget target, TargetKind kind)
            throws FileSystemException {
        Name temporary = TemporaryNames.next();
        directory.makeLink(temporary, target, kind);
        TemporaryLink made = new TemporaryLink(directory, name, temporary, target);
        if (directory.isBelieved()) {
            return made;
        }
        try {
            ReadBack readBack = new ReadBack(directory.path().rules());
            boolean otherwise = readBack
                    .verify(directory, temporary, target) == Creation.Verification.STORED_OTHERWISE;
            return otherwise
                    ? new TemporaryLink(directory, name, temporary, directory.readLink(temporary))
                    : made;
        } catch (FileSystemException e) {
            throw made.discarded(e);
        }
    }

    /// Its name.
    Name temporary() {
        return temporary;
    }

    /// The name for another object that belongs to the same operation: while both stand and are links that differ, none of
    /// them is taken for something that nobody needs.
    Name second() {
        return TemporaryNames.second(temporary);
    }

    /// Makes a link just like it under the [#second] name.
    TemporaryLink twin(TargetKind kind) throws FileSystemException {
        try {
            directory.makeLink(second(), stored, kind);
            return new TemporaryLink(directory, name, second(), stored);
        } catch (FileSystemException e) {
            throw discarded(e);
        }
    }

    /// Its text.
    LinkTarget stored() {
        return stored;
    }

    /// Changes places with what stands at the name.
    ///
    /// @return whether that happened; false if the file system turned out to have no exchange, and the link is gone
    ///     again
    boolean exchange() throws FileSystemException {
        try {
            directory.rename(temporary, directory, name, RenameMode.EXCHANGE);
            return true;
        } catch (FileSystemException e) {
            FileSystemException why = remove();
            if (why != null) {
                throw stillThere(e, why);
            }
            Reason reason = LinkFailure.detailsOf(e, OPERATION, path(name)).reason();
            if (reason == Reason.UNSUPPORTED_BY_FILE_SYSTEM || reason == Reason.CAPABILITY_MISSING) {
                return false;
            }
            throw e;
        }
    }

    /// Whether anything stands under the temporary name.
    boolean isThere() {
        try {
            directory.stat(temporary);
            return true;
        } catch (LinkNotFoundException gone) {
            return false;
        } catch (FileSystemException unknown) {
            return true;
        }
    }

    /// Undoes [#exchange]: what came out goes back to its name, and the link is removed, if it is still the link that
    /// comes out.
    ///
    /// @return the failure that is the reason for this, which tells what is left if anything is
    FileSystemException exchangedBack(FileSystemException because) {
        try {
            directory.rename(temporary, directory, name, RenameMode.EXCHANGE);
        } catch (FileSystemException e) {
            return left(because, e, "the new link stands at the name; what stood there is now '" + path(temporary)
                    + "'");
        }
        try {
            if (directory.readLink(temporary).equals(stored)) {
                return discarded(because);
            }
        } catch (FileSystemException e) {
            because.addSuppressed(e);
        }
        return left(because, null, "somebody else works at this name; what stood there meanwhile is now '"
                + path(temporary) + "'");
    }

    /// Removes what stands under the temporary name: the link that was displaced, which the caller has just looked at.
    void removeDisplaced() throws FileSystemException {
        try {
            directory.unlink(temporary);
        } catch (FileSystemException e) {
            throw left(e, null, "the new link is in its place, and the old one is left as '" + path(temporary) + "'");
        }
    }

    /// Removes the link itself.
    void discard() throws FileSystemException {
        FileSystemException why = remove();
        if (why != null) {
            throw stillThere(why, null);
        }
    }

    /// Removes the link itself after a failure.
    ///
    /// @return the failure that is the reason for this, which tells if the link is left
    FileSystemException discarded(FileSystemException because) {
        FileSystemException why = remove();
        return why == null ? because : stillThere(because, why);
    }

    /// Removes the link itself.
    ///
    /// @return why it could not be removed; null if it is gone
    @Nullable
    FileSystemException remove() {
        try {
            directory.removeLink(temporary, this::judge);
            return null;
        } catch (LinkNotFoundException gone) {
            return null;
        } catch (FileSystemException e) {
            return e;
        }
    }

    /// Tells that the link is left.
    ///
    /// @param why why it could not be removed; null if it was not to be
    /// @return the failure that is the reason, which tells that the link is left
    FileSystemException stillThere(FileSystemException because, @Nullable FileSystemException why) {
        return left(because, why, "the new link is left as '" + path(temporary) + "'");
    }

    private FileSystemException left(FileSystemException because, @Nullable FileSystemException why,
            String whatIsLeft) {
        FileSystemException told = LinkFailure.detailsOf(because, OPERATION, path(name)).alsoSaying(whatIsLeft)
                .toException();
        told.initCause(because);
        if (why != null) {
            told.addSuppressed(why);
        }
        return told;
    }

    /// Nobody else uses the name; a look at the type is enough, and cheaper than reading everything.
    private void judge(Status status, byte @Nullable [] reparseData) throws FileSystemException {
        if (!status.isSymbolicLink()) {
            throw FailureDetails.of("remove", path(temporary), Reason.NOT_A_LINK).toException();
        }
    }

    private LinkPath path(Name of) {
        return directory.path().resolve(of);
    }
}
