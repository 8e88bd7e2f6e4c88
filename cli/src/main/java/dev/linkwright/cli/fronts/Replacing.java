package dev.linkwright.cli.fronts;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.RenameMode;
import org.jspecify.annotations.Nullable;

/// Puts a link in the place of something else. Without a backup nobody ever finds nothing there: the new link is made
/// under a temporary name and renamed. With one a symbolic link changes places with what was there, where the file
/// system can do that; else there is a moment without either.
final class Replacing {
    private final Calls calls;

    Replacing(Calls calls) {
        this.calls = calls;
    }

    void bySymlink(LinkPath link, LinkTarget text, @Nullable LinkPath backup) throws Refused, NoBackup {
        if (backup == null) {
            calls.replaceBySymlink(link, text);
            return;
        }
        LinkPath temporary = beside(link);
        makeBeside(temporary, text);
        if (exchange(temporary, link)) {
            keep(temporary, link, backup);
            return;
        }
        calls.unlink(temporary);
        keepAndMake(link, backup, () -> calls.symlink(link, text));
    }

    /// @param followed whether a source that is a link stands for what it leads to
    void byHardLink(LinkPath link, LinkPath source, boolean followed, @Nullable LinkPath backup)
            throws Refused, NoBackup {
        if (backup != null) {
            keepAndMake(link, backup, () -> calls.link(link, followed ? calls.followed(source) : source));
            return;
        }
        LinkPath temporary = beside(link);
        calls.link(temporary, followed ? calls.followed(source) : source);
        try {
            calls.rename(temporary, link, RenameMode.REPLACE);
        } finally {
            calls.unlinkIfThere(temporary);
        }
    }

    /// Where names can neither be made nor renamed, what is there could not get another name either.
    private void makeBeside(LinkPath temporary, LinkTarget text) throws Refused, NoBackup {
        try {
            calls.symlink(temporary, text);
        } catch (Refused e) {
            if (e.is(SystemError.EACCES) || e.is(SystemError.EROFS)) {
                throw new NoBackup(e);
            }
            throw e;
        }
    }

    private boolean exchange(LinkPath temporary, LinkPath link) throws Refused, NoBackup {
        try {
            calls.rename(temporary, link, RenameMode.EXCHANGE);
            return true;
        } catch (Refused e) {
            if (e.isImpossibleHere()) {
                return false;
            }
            calls.unlinkIfThere(temporary);
            throw new NoBackup(e);
        }
    }

    private void keep(LinkPath displaced, LinkPath link, LinkPath backup) throws Refused, NoBackup {
        try {
            calls.rename(displaced, backup, RenameMode.REPLACE);
            calls.unlinkIfThere(displaced);
        } catch (Refused e) {
            calls.rename(displaced, link, RenameMode.EXCHANGE);
            calls.unlinkIfThere(displaced);
            throw new NoBackup(e);
        }
    }

    private void keepAndMake(LinkPath link, LinkPath backup, Making making) throws Refused, NoBackup {
        boolean wasBackup = move(link, backup);
        try {
            making.make();
        } catch (Refused e) {
            if (wasBackup) {
                calls.link(link, backup);
            } else {
                calls.rename(backup, link, RenameMode.NO_REPLACE);
            }
            throw e;
        }
    }

    /// Frees the name of what is there, which is kept as the backup.
    ///
    /// @return whether the backup was another name of it before, so that a rename does nothing
    private boolean move(LinkPath link, LinkPath backup) throws NoBackup {
        try {
            boolean wasBackup = isSame(link, backup);
            if (wasBackup) {
                calls.unlink(link);
            } else {
                calls.rename(link, backup, RenameMode.REPLACE);
            }
            return wasBackup;
        } catch (Refused e) {
            throw new NoBackup(e);
        }
    }

    private boolean isSame(LinkPath one, LinkPath other) throws Refused {
        return calls.isTaken(other) && Calls.isSameObject(calls.lstat(one), calls.lstat(other));
    }

    private LinkPath beside(LinkPath link) {
        return link.parent().resolve(Name.temporary());
    }

    /// Makes the link.
    private interface Making {
        void make() throws Refused;
    }

    /// What was there could not be kept.
    static final class NoBackup extends Exception {
        private static final long serialVersionUID = 1;

        NoBackup(Refused why) {
            super(why.words(), null, false, false);
        }
    }
}
