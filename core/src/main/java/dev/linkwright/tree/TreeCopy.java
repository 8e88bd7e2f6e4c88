package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.Identity;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import org.jspecify.annotations.Nullable;

/// Copies the directories of one tree, from the root down, and finishes each when all below it is copied. What is in
/// them is copied by [EntryCopy].
final class TreeCopy implements TreeVisitor {
    /// The directories of the source and those of the copy are held at the same time.
    private static final int HANDLES = WalkOptions.MOST_HANDLES / 2;

    private static final int ONLY_OWNER = 0700;

    private final CopyRun run;
    private final CopyDirectories directories;
    private final CopyDirectory root;
    private final EntryCopy entries;

    private TreeCopy(CopyRun run, CopyDirectories directories, CopyDirectory root, EntryCopy entries) {
        this.run = run;
        this.directories = directories;
        this.root = root;
        this.entries = entries;
    }

    /// Copies a directory that is held.
    ///
    /// @param given where it is by the path that was given, absolute
    /// @param above the directories in whose copying this is a part
    static void copy(CopyRun run, Directory source, LinkPath path, LinkPath given, CopyPlace to,
            List<Identity> above) throws FileSystemException {
        LinkPath physical = source.physicalPath();
        Identity identity = source.status().identity();
        requireOutside(run, source, identity, to);
        List<Identity> all = new ArrayList<>(above);
        if (identity != null) {
            all.add(identity);
        }
        try (CopyDirectories directories = new CopyDirectories()) {
            CopyDirectory root = directories.makeRoot(to.directory(), to.name(), to.path());
            run.directories.increment();
            Directory handle = directories.use(root);
            begin(run, handle, above.isEmpty());
            LinkRebase rebase = new LinkRebase(run.system().rules(), physical, given, handle.physicalPath());
            EntryCopy entries = new EntryCopy(run, new HardLinks(directories, run), rebase::of, physical,
                    (origin, place) -> materialize(run, origin, place, all));
            WalkOptions options = WalkOptions.defaults().withHandles(HANDLES)
                    .withWorkers(above.isEmpty() ? run.options().workers() : 1);
            new Walk(run.system(), path, source, options, new TreeCopy(run, directories, root, entries)).run();
        }
    }

    /// Takes away what the root has inherited, before anything in it could inherit it too.
    private static void begin(CopyRun run, Directory root, boolean first) throws FileSystemException {
        try (HeldObject held = root.contents().holdDirectory()) {
            Retry.whileInterrupted(() -> held.removeExtendedAttribute(AttributeCopy.DEFAULT_LIST));
            Retry.whileInterrupted(() -> held.removeExtendedAttribute(AttributeCopy.ACCESS_LIST));
            Status.Ownership owner = held.attributes().status().owner();
            if (owner != null && (owner.mode() & ONLY_OWNER) != ONLY_OWNER) {
                // An inherited list can take permissions away that the owner needs.
                Retry.whileInterrupted(() -> held.setMode(owner.mode() | ONLY_OWNER));
            }
            if (first) {
                run.learnMaker(owner);
            }
        }
    }

    static void materialize(CopyRun run, Origin origin, CopyPlace to, List<Identity> above)
            throws FileSystemException {
        try (Directory source = origin.directory().open(origin.name())) {
            Identity identity = source.status().identity();
            boolean again = identity == null || above.stream().anyMatch(identity::isSameObjectAs);
            if (again) {
                throw origin.refusal(Reason.TOO_MANY_LINKS_IN_PATH, "it is being copied already");
            }
            copy(run, source, origin.path(), origin.path(), to, above);
        }
    }

    /// @throws FileSystemException [Reason#DESTINATION_INSIDE] if the copy would be a part of what is copied
    private static void requireOutside(CopyRun run, Directory source, @Nullable Identity identity, CopyPlace to)
            throws FileSystemException {
        LinkPath physical = source.physicalPath();
        LinkPath at = to.directory().physicalPath();
        while (true) {
            Identity found = run.system().at(at).status().identity();
            boolean same = (identity == null || found == null) ? at.equals(physical) : identity.isSameObjectAs(found);
            if (same) {
                throw inside(to.path());
            }
            if (!at.hasName()) {
                return;
            }
            at = at.parent();
        }
    }

    private static FileSystemException inside(LinkPath destination) {
        return FailureDetails.of(CopyStart.COPY_TO, destination, Reason.DESTINATION_INSIDE).toException();
    }

    @Override
    public Decision enter(TreeDirectory directory) throws FileSystemException {
        if (run.progress() == Decision.STOP) {
            return Decision.STOP;
        }
        Identity copy = root.identity();
        Identity source = directory.status().identity();
        if (copy != null && source != null && copy.isSameObjectAs(source)) {
            throw inside(root.path());
        }
        CopyDirectory made = madeFor(directory);
        directory.attach(made);
        try (HeldObject held = directory.directory().contents().holdDirectory()) {
            made.note(held.attributes(), held.extendedAttributes());
        }
        return Decision.CONTINUE;
    }

    private CopyDirectory madeFor(TreeDirectory directory) throws FileSystemException {
        TreeDirectory parent = directory.parent();
        if (parent == null) {
            return root;
        }
        CopyDirectory above = attached(parent);
        if (above == null) {
            throw FailureDetails.of("copy", directory.path(), Reason.PARENT_NOT_FOUND).toException();
        }
        Directory handle = directories.use(above);
        try {
            CopyDirectory made = directories.make(above, directory.name());
            run.directories.increment();
            return made;
        } catch (FileSystemException e) {
            throw stopping(new CopyPlace(handle, directory.name(), above, root.path()).told(e));
        } finally {
            directories.release(above);
        }
    }

    @Override
    public Decision entry(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
        FileType type = entry.type();
        CopyDirectory copy = attached(directory);
        if (type == FileType.DIRECTORY || copy == null) {
            return Decision.CONTINUE;
        }
        if (run.isStopped()) {
            return Decision.STOP;
        }
        Name name = entry.name();
        Directory handle = directories.use(copy);
        CopyPlace to = new CopyPlace(handle, name, copy, root.path());
        try {
            entries.copy(type, new Origin(directory.directory(), name, directory, root.path()), to);
        } catch (FileSystemException e) {
            throw stopping(to.told(e));
        } finally {
            directories.release(copy);
        }
        return run.entryDone();
    }

    /// Where no room is left, whatever comes next fails too; and so it does in a thread that is interrupted.
    private FileSystemException stopping(FileSystemException e) {
        Reason reason = Retry.reasonOf(e);
        boolean isFull = reason == Reason.NO_SPACE || reason == Reason.QUOTA_EXCEEDED;
        if (isFull || Thread.currentThread().isInterrupted()) {
            run.stop();
        }
        return e;
    }

    @Override
    public void leave(TreeDirectory directory) throws FileSystemException {
        CopyDirectory copy = attached(directory);
        if (copy == null) {
            return;
        }
        try {
            finish(copy);
        } finally {
            directories.leave(copy);
        }
    }

    private void finish(CopyDirectory copy) throws FileSystemException {
        var original = copy.attributes();
        if (original == null) {
            return;
        }
        Directory handle = directories.use(copy);
        try (HeldObject held = handle.contents().holdDirectory()) {
            run.attributes().copy(original, copy.extendedAttributes(), held, copy::path);
        } catch (FileSystemException e) {
            FailureDetails details = LinkFailure.detailsOf(e, "copy", copy.path());
            throw details.during(details.operation(), copy.path()).toException();
        } finally {
            directories.release(copy);
        }
    }

    @Override
    public void notEntered(TreeDirectory parent, Name name, NotEntered why) {
        run.failures().add(FailureDetails.of("copy", parent.path().resolve(name), Reason.UNREACHABLE)
                .withRemark(CloudFiles.REMARK));
    }

    @Override
    public void failed(WalkFailure failure) {
        run.failures().add(failure.details());
    }

    private static @Nullable CopyDirectory attached(TreeDirectory directory) {
        return (CopyDirectory) directory.attachment();
    }
}
