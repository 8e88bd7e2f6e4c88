package dev.linkwright.tree;

import java.nio.file.FileSystemException;

import dev.linkwright.Directory;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// Where a copy is to be: a name in a held directory.
///
/// @param directory where it will be
/// @param name its name there
/// @param owner the same directory if it has been made in this run; null for that in which the whole copy is
/// @param given the path that the user gave, for the whole copy
record CopyPlace(Directory directory, Name name, @Nullable CopyDirectory owner, LinkPath given) {
    /// What it is called in messages.
    LinkPath path() {
        return owner == null ? given : owner.path().resolve(name);
    }

    /// A failure of a primitive, about the path that the user knows. In a directory of this run nobody else makes
    /// anything, so a name that is taken is that of another object of the source.
    FileSystemException told(FileSystemException failure) {
        LinkPath path = path();
        var details = LinkFailure.detailsOf(failure, "copy", path);
        if (details.link().equals(directory.path().resolve(name))) {
            details = details.during(details.operation(), path);
        }
        if (owner != null && details.reason() == Reason.EXISTS && details.link().equals(path)) {
            details = details.withRemark("two names of the source are one name there, or somebody else has made it");
        }
        FileSystemException told = details.toException();
        told.initCause(failure);
        return told;
    }
}
