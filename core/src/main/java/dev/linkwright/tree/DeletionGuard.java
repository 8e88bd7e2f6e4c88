package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// Refuses to delete what nobody means to delete as a whole, judged by which directory it is and not by its path.
final class DeletionGuard {
    private final LinkSystem system;
    private final LinkPath root;
    private final LinkPath base;
    private final List<LinkPath> kept;

    /// @param root what is to be deleted, for messages
    /// @param base the working directory, or what stands for it; the empty path is that of the process
    DeletionGuard(LinkSystem system, LinkPath root, LinkPath base, List<LinkPath> kept) {
        this.system = system;
        this.root = root;
        this.base = base;
        this.kept = kept;
    }

    /// @throws FileSystemException [Reason#PROTECTED_DIRECTORY], or the failure to find out
    void check(Directory parent, Directory held) throws FileSystemException {
        Identity identity = held.status().identity();
        Identity above = parent.status().identity();
        if (identity != null && above != null && !identity.isSameMountAs(above)) {
            throw refusal("something is mounted there");
        }
        for (LinkPath each : kept) {
            if (each.rules() == system.rules() && isSame(held, identity, each)) {
                throw refusal("it is a home directory, or one that is to be kept");
            }
        }
        requireNotAboveWorkingDirectory(held, identity);
        requireNoMountsBelow(held);
    }

    /// A root, or a path that ends in dots: which name in which directory it is, it does not say.
    static FileSystemException withoutName(LinkPath path) {
        return FailureDetails.of("delete", path, Reason.PROTECTED_DIRECTORY)
                .withRemark("it has no name of its own").toException();
    }

    private void requireNotAboveWorkingDirectory(Directory held, @Nullable Identity identity)
            throws FileSystemException {
        LinkPath empty = LinkPath.of(system.rules(), "");
        for (LinkPath working : base.isEmpty() ? List.of(base) : List.of(base, empty)) {
            LinkPath at = physical(working);
            while (at != null) {
                if (isSame(held, identity, at)) {
                    throw refusal("the working directory is in it, or is it");
                }
                at = at.hasName() ? at.parent() : null;
            }
        }
    }

    /// Null where the system has no such directory: one that was removed, or that belongs to another system.
    private @Nullable LinkPath physical(LinkPath directory) {
        try {
            return system.at(directory).physicalPath();
        } catch (FileSystemException isNone) {
            return null;
        }
    }

    private boolean isSame(Directory held, @Nullable Identity identity, LinkPath other) throws FileSystemException {
        try {
            Directory there = system.at(other);
            Identity found = there.status().identity();
            return (identity == null || found == null)
                    ? held.physicalPath().equals(there.physicalPath())
                    : identity.isSameObjectAs(found);
        } catch (FileSystemException cannotBeLookedAt) {
            // Then it is not the one that is held, which can be.
            return false;
        }
    }

    private void requireNoMountsBelow(Directory held) throws FileSystemException {
        if (!held.capabilities().has(Capability.CONTENTS)) {
            return;
        }
        List<LinkPath> mounts = held.contents().mountsBelow();
        if (!mounts.isEmpty()) {
            throw refusal("something is mounted at '" + mounts.get(0) + "'");
        }
    }

    private FileSystemException refusal(String why) {
        return FailureDetails.of("delete", root, Reason.PROTECTED_DIRECTORY).withRemark(why).toException();
    }
}
