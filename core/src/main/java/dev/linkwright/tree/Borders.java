package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Where a walk ends besides the leaves of the tree, by its options.
final class Borders {
    private final int maxDepth;
    private final boolean oneFileSystem;
    private final boolean followsLinks;
    private final boolean hasCloudFiles;
    private final List<Exclusion> exclusions;
    private final Branch root;

    Borders(WalkOptions options, PathRules rules, Branch root) {
        this.maxDepth = options.maxDepth();
        this.oneFileSystem = options.boundary() == WalkOptions.Boundary.FILE_SYSTEM;
        this.followsLinks = options.following() == WalkOptions.Following.DIRECTORIES;
        this.hasCloudFiles = rules == PathRules.WINDOWS;
        this.exclusions = options.exclusions();
        this.root = root;
    }

    boolean followsLinks() {
        return followsLinks;
    }

    /// Whether the options leave the entry out.
    boolean exclude(CurrentEntry entry) {
        for (int i = 0; i < exclusions.size(); i++) {
            if (exclusions.get(i).matches(entry)) {
                return true;
            }
        }
        return false;
    }

    /// Why a directory is not entered, as far as can be told before it is opened.
    ///
    /// @throws FileSystemException if it cannot be looked at
    @Nullable
    NotEntered obstacle(TreeEntry entry) throws FileSystemException {
        if (entry.depth() >= maxDepth) {
            return NotEntered.TOO_DEEP;
        }
        boolean cloud = hasCloudFiles && entry.type() == FileType.DIRECTORY
                && CloudFiles.wouldBeFetched(entry.status());
        return cloud ? NotEntered.WOULD_BE_FETCHED : null;
    }

    /// Whether an opened directory belongs to another file system than the root, which is asked on the handle.
    ///
    /// @throws FileSystemException if it cannot be looked at
    boolean areCrossedBy(Branch branch) throws FileSystemException {
        if (!oneFileSystem) {
            return false;
        }
        Identity here = branch.status().identity();
        Identity start = root.status().identity();
        if (here == null || start == null) {
            throw FailureDetails.of("open", branch.path(), Reason.CAPABILITY_MISSING)
                    .withRemark("which file system it belongs to is not told here").toException();
        }
        return !here.isSameMountAs(start);
    }

    /// Refuses a directory in which the walk is already. Asked only where links are followed: without, and without
    /// another mount of the same directory, a tree has no loops. What each is, is noted on the way down.
    ///
    /// @throws FileSystemException if the directory is one of those above it
    void requireNoLoop(Branch branch) throws FileSystemException {
        if (!followsLinks) {
            return;
        }
        root.status();
        Identity here = branch.status().identity();
        for (Branch above = branch.parent(); above != null && here != null; above = above.parent()) {
            Identity there = above.noted();
            if (there != null && there.isSameObjectAs(here)) {
                LinkPath again = above.path();
                throw FailureDetails.of("open", branch.path(), Reason.TOO_MANY_LINKS_IN_PATH)
                        .withRemark("it leads back to '" + again + "', which is being walked").toException();
            }
        }
    }
}
