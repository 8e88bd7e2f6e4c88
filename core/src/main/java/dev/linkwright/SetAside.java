package dev.linkwright;

import java.nio.file.FileSystemException;

/// An object that has given its name up for a moment and has another one beside it.
///
/// @param name the name that it had
/// @param aside the name that it has
record SetAside(Directory directory, Name name, Name aside) {
    private static final String OPERATION = "replace";

    /// Gives what stands at `name` the name `aside`, which must be free.
    static SetAside under(Name aside, Directory directory, Name name) throws FileSystemException {
        directory.rename(name, directory, aside, RenameMode.NO_REPLACE);
        return new SetAside(directory, name, aside);
    }

    /// Puts it back after a failure, unless somebody has taken the name.
    ///
    /// @return the failure that is the reason for this, which tells if the object is left aside
    FileSystemException broughtBack(FileSystemException because) {
        try {
            directory.rename(aside, directory, name, RenameMode.NO_REPLACE);
            return because;
        } catch (FileSystemException e) {
            LinkPath left = directory.path().resolve(aside);
            FileSystemException told = LinkFailure.detailsOf(because, OPERATION, left)
                    .alsoSaying("what stood there is now '" + left + "'").toException();
            told.initCause(because);
            told.addSuppressed(e);
            return told;
        }
    }

    /// Whether it is not back in its place.
    boolean isStillThere() {
        try {
            directory.stat(aside);
            return true;
        } catch (LinkNotFoundException back) {
            return false;
        } catch (FileSystemException unknown) {
            return true;
        }
    }

    /// Removes it, a link that has been looked at, because another link has taken its place.
    void remove() throws FileSystemException {
        try {
            directory.removeLink(aside, new OnlyLinks(directory, aside));
        } catch (FileSystemException e) {
            LinkPath left = directory.path().resolve(aside);
            FileSystemException told = LinkFailure.detailsOf(e, OPERATION, left)
                    .alsoSaying("the new link is in its place, and the old one is left as '" + left + "'")
                    .toException();
            told.initCause(e);
            throw told;
        }
    }
}
