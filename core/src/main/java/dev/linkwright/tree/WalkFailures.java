package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;

/// Tells the visitor what one worker could not do, of the paths by which people know the tree.
final class WalkFailures {
    private final TreeVisitor visitor;
    private long count;

    WalkFailures(TreeVisitor visitor) {
        this.visitor = visitor;
    }

    /// How many it has told.
    long count() {
        return count;
    }

    /// Something that the walk itself could not do to a directory.
    void failed(Branch branch, FileSystemException e, String operation) {
        LinkPath path = branch.path();
        tell(branch, branch.depth(), LinkFailure.detailsOf(e, operation, path).during(operation, path));
    }

    /// Something that the walk itself could not do to an entry of a directory.
    void failed(Branch branch, FileSystemException e, String operation, Name name) {
        LinkPath path = branch.path().resolve(name);
        tell(branch, branch.depth() + 1, LinkFailure.detailsOf(e, operation, path).during(operation, path));
    }

    /// Something that the visitor could not do. What its primitives say of the handle's path is said of the directory's.
    void refused(Branch branch, FileSystemException e, String operation) {
        FailureDetails details = LinkFailure.detailsOf(e, operation, branch.path());
        LinkPath told = details.link();
        LinkPath handle = branch.directory().path();
        Optional<Name> name = told.name();
        if (told.equals(handle)) {
            tell(branch, branch.depth(), details.during(details.operation(), branch.path()));
        } else if (name.isPresent() && told.equals(handle.resolve(name.get()))) {
            LinkPath path = branch.path().resolve(name.get());
            tell(branch, branch.depth() + 1, details.during(details.operation(), path));
        } else {
            tell(branch, branch.depth(), details);
        }
    }

    private void tell(Branch branch, int depth, FailureDetails details) {
        count++;
        branch.setIncomplete();
        visitor.failed(new WalkFailure(depth, details));
    }
}
