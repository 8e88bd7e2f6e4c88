package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// An object that is to be copied: a name in a held directory.
///
/// @param directory where it is
/// @param name its name there
/// @param branch the same directory in the walk; null for what was named by the user
/// @param given the path that the user gave, for what was named by the user
record Origin(Directory directory, Name name, @Nullable TreeDirectory branch, LinkPath given) {
    /// What it is called in messages.
    LinkPath path() {
        return branch == null ? given : branch.path().resolve(name);
    }

    /// The names that lead from the root of the tree to its directory.
    List<Name> way() {
        List<Name> names = new ArrayList<>();
        for (TreeDirectory at = branch; at != null && at.parent() != null; at = at.parent()) {
            names.add(at.name());
        }
        Collections.reverse(names);
        return names;
    }

    FileSystemException refusal(Reason reason, String why) {
        return FailureDetails.of("copy", path(), reason).withRemark(why).toException();
    }
}
