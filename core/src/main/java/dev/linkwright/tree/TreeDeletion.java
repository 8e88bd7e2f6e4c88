package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.path.PathRules;

/// Deletes one tree: whatever is no directory while the walk lists it, each directory when the walk has left it.
///
/// Nothing is removed but by a name in a held directory. The system's own refusal to unlink a directory, and to remove
/// anything but an empty one, is the check that an object still is what the listing said.
final class TreeDeletion implements TreeVisitor {
    /// The observer is told after so many objects, less one.
    static final int EACH_MANY = 0xFF;

    private final LinkSystem system;
    private final LinkPath root;
    private final DeleteOptions options;
    private final Failures failures;
    private final AtomicInteger entries = new AtomicInteger();
    private final LongAdder directories = new LongAdder();
    private final LongAdder links = new LongAdder();
    private final LongAdder files = new LongAdder();

    TreeDeletion(LinkSystem system, LinkPath root, DeleteOptions options) {
        this.system = system;
        this.root = root;
        this.options = options;
        this.failures = new Failures(options.observer());
    }

    /// Deletes what stands at the name. What is refused is refused before anything is removed.
    Deletion delete(Directory parent, Name name, LinkPath base) throws FileSystemException {
        FileType type = parent.stat(name).type();
        if (type != FileType.DIRECTORY) {
            requireNoSeparator(type);
            remove(parent, name, type);
            return result(type, false);
        }
        boolean stopped;
        boolean complete;
        try (Directory held = parent.open(name)) {
            new DeletionGuard(system, root, base, options.kept()).check(parent, held);
            // A system that does not tell which directory is which has no mounts that could be told apart.
            WalkOptions walk = WalkOptions.defaults().withWorkers(options.workers())
                    .withBoundary(held.status().identity() == null
                            ? WalkOptions.Boundary.NONE
                            : WalkOptions.Boundary.FILE_SYSTEM);
            Walked walked = new Walk(system, root, held, walk, this).run();
            stopped = walked.stopped();
            complete = !stopped && failures.all().isEmpty();
        }
        if (complete) {
            removeRoot(parent, name);
        }
        return result(type, stopped);
    }

    private void removeRoot(Directory parent, Name name) {
        try {
            removeDirectory(parent, name);
        } catch (FileSystemException e) {
            failures.add(LinkFailure.detailsOf(e, "remove directory", root)
                    .during("remove directory", root));
        }
    }

    @Override
    public Decision entry(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
        FileType type = entry.type();
        if (type == FileType.DIRECTORY) {
            return Decision.CONTINUE;
        }
        remove(directory.directory(), entry.name(), type);
        boolean isTimeToTell = (entries.incrementAndGet() & EACH_MANY) == 0;
        return isTimeToTell ? options.observer().progressed(sum()) : Decision.CONTINUE;
    }

    @Override
    public Decision enter(TreeDirectory directory) {
        return options.observer().progressed(sum());
    }

    @Override
    public void notEntered(TreeDirectory parent, Name name, NotEntered why) {
        Reason reason = why == NotEntered.OTHER_FILE_SYSTEM ? Reason.CROSS_FILE_SYSTEM : Reason.UNREACHABLE;
        failures.add(FailureDetails.of("delete", parent.path().resolve(name), reason)
                .withRemark(why == NotEntered.OTHER_FILE_SYSTEM
                        ? "another file system is mounted there"
                        : CloudFiles.REMARK));
    }

    /// A directory in which something is left stays, and that is no failure of its own.
    @Override
    public void left(TreeDirectory directory) throws FileSystemException {
        TreeDirectory parent = directory.parent();
        if (directory.isComplete() && parent != null) {
            removeDirectory(parent.directory(), directory.name());
        }
    }

    @Override
    public void failed(WalkFailure failure) {
        failures.add(failure.details());
    }

    /// What has gone already is what was wanted.
    private void remove(Directory directory, Name name, FileType type) throws FileSystemException {
        boolean link = type == FileType.SYMBOLIC_LINK || type == FileType.REPARSE_POINT;
        try {
            if (link && system.rules() == PathRules.WINDOWS) {
                Retry.whileInterrupted(() -> directory.removeLink(name, Directory.Judge.onlyLinks(directory, name)));
            } else {
                Retry.whileInterrupted(() -> directory.unlink(name));
            }
        } catch (FileSystemException e) {
            if (Retry.reasonOf(e) == Reason.NOT_FOUND) {
                return;
            }
            throw e;
        }
        (link ? links : files).increment();
    }

    private void removeDirectory(Directory parent, Name name) throws FileSystemException {
        try {
            Retry.whileInterrupted(() -> parent.removeDirectory(name));
        } catch (FileSystemException e) {
            if (Retry.reasonOf(e) == Reason.NOT_FOUND) {
                return;
            }
            throw e;
        }
        directories.increment();
    }

    private void requireNoSeparator(FileType type) throws FileSystemException {
        if (root.hasTrailingSeparator()) {
            boolean link = type == FileType.SYMBOLIC_LINK || type == FileType.REPARSE_POINT;
            FailureDetails refused = FailureDetails.of("delete", root,
                    link ? Reason.IS_A_LINK : Reason.NOT_A_DIRECTORY);
            throw (link ? refused.withAdvice("Without the separator at the end the link itself is removed.") : refused)
                    .toException();
        }
    }

    private long sum() {
        return directories.sum() + links.sum() + files.sum();
    }

    private Deletion result(FileType type, boolean stopped) {
        return new Deletion(root, type, directories.sum(), links.sum(), files.sum(), failures.all(), stopped);
    }
}
