package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Hold;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// Work on whole trees: the entry point of this package.
///
/// No operation enters a link of any kind unless its options say so by name. Immutable and thread-safe.
public final class Trees {
    private final LinkSystem system;
    private final @Nullable LinkPath base;

    private Trees(LinkSystem system, @Nullable LinkPath base) {
        this.system = system;
        this.base = base;
    }

    /// Trees of the default file system, by the link system of [Links#system].
    ///
    /// @throws IllegalStateException as there
    public static Trees system() {
        return on(Links.system().linkSystem());
    }

    /// Trees by a given link system.
    public static Trees on(LinkSystem system) {
        return new Trees(system, null);
    }

    /// Trees of the file system that the path belongs to.
    ///
    /// @throws IllegalStateException if no provider has a link system for it
    public static Trees forPath(Path path) {
        return on(Links.forPath(path).linkSystem());
    }

    /// The same with relative paths counted from `newBase` instead of the working directory.
    public Trees relativeTo(LinkPath newBase) {
        return new Trees(system, Objects.requireNonNull(newBase));
    }

    /// [#relativeTo(LinkPath)] for a `Path`.
    public Trees relativeTo(Path newBase) {
        return relativeTo(system.pathOf(newBase));
    }

    /// The link system in use.
    public LinkSystem linkSystem() {
        return system;
    }

    /// Walks the tree below a directory and shows it to the visitor. Returns when everything is done.
    ///
    /// A link at the end of `root` is not followed, as nowhere below; a separator after it says that the directory is
    /// meant to which it leads.
    ///
    /// Every directory is opened relative to the one above it, which is held, and never through a link; at most
    /// [WalkOptions#handles] are held at once, whatever the depth of the tree, and no path that the system would have to
    /// resolve grows with it. Without [dev.linkwright.Capability#HELD_DIRECTORIES] all this is as good as paths can be.
    ///
    /// What fails below the root is told to the visitor, and the walk goes on.
    ///
    /// @throws FileSystemException if the root cannot be opened: [Reason#NOT_FOUND], [Reason#NOT_A_DIRECTORY],
    ///     [Reason#IS_A_LINK], [Reason#ACCESS_DENIED] and others. A root that can be entered but not read is a failure
    ///     that the visitor is told
    public Walked walk(LinkPath root, WalkOptions options, TreeVisitor visitor) throws FileSystemException {
        try (Directory held = open(root)) {
            return new Walk(system, root, held, options, visitor).run();
        }
    }

    /// [#walk(LinkPath, WalkOptions, TreeVisitor)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public Walked walk(Path root, WalkOptions options, TreeVisitor visitor) throws FileSystemException {
        return walk(system.pathOf(root), options, visitor);
    }

    /// [#walk(LinkPath, WalkOptions, TreeVisitor)] below a directory that the caller holds, and goes on holding.
    ///
    /// @param root of the link system of these trees
    /// @param path how failures and entries call the root
    public Walked walk(Directory root, LinkPath path, WalkOptions options, TreeVisitor visitor) {
        return new Walk(system, path, root, options, visitor).run();
    }

    /// Finds the links of a tree and judges them, several directories at a time, and gives what is found while it goes on.
    ///
    /// The scan works ahead of the reader by a bounded number of events. Close the stream: that ends the scan and waits
    /// until nothing of it runs any more. Events come in no order; the last one is a [ScanEvent.Progress].
    ///
    /// ```java
    /// try (Stream<ScanEvent> events = Trees.system().scan(root, ScanOptions.defaults().withWanted(Verdict.problems()))) {
    ///     events.forEach(System.out::println);
    /// }
    /// ```
    ///
    /// A link is judged by the system's own answer, and explained by following it hop by hop. What could not be examined
    /// is an event, not an exception; it is never taken for missing. On Windows no link is followed that leads to a
    /// server or a device: [Verdict#UNREACHABLE] with [Reason#REMOTE_NOT_CHECKED].
    ///
    /// Interrupting the reader ends the scan: the stream throws an [java.io.UncheckedIOException] whose cause is an
    /// [java.io.InterruptedIOException], and the thread stays interrupted. Without one it has told everything.
    ///
    /// @throws FileSystemException if the root cannot be opened, as in [#walk(LinkPath, WalkOptions, TreeVisitor)]
    public Stream<ScanEvent> scan(LinkPath root, ScanOptions options) throws FileSystemException {
        Directory held = open(root);
        try {
            return new Scan(system, root, held, options).events();
        } catch (FileSystemException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /// [#scan(LinkPath, ScanOptions)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public Stream<ScanEvent> scan(Path root, ScanOptions options) throws FileSystemException {
        return scan(system.pathOf(root), options);
    }

    /// Deletes a tree, like `rm -r`: a directory with everything below it, or whatever else stands at the name.
    ///
    /// A link is removed and never entered, wherever it stands; that at the end of `root` too. Each object is removed by
    /// its name in a directory that is held, so whoever swaps or moves directories meanwhile leads nothing outside. An
    /// object that is swapped in at a name may go in the place of another one of its kind (a file for a file, an empty
    /// directory for an empty directory): no system offers more.
    ///
    /// Refused before the first removal, with [Reason#PROTECTED_DIRECTORY]: a root and a path that ends in dots; a mount
    /// point, and a directory with one below it; what [DeleteOptions#kept] names, the home directory above all; the
    /// working directory and what it is in. After that an error does not end the work: the result has all of them, and
    /// [Deletion#orThrow] throws them.
    ///
    /// @param root a separator at its end says that it must be a directory itself
    /// @throws FileSystemException if nothing was removed: [Reason#NOT_FOUND], the refusals, a root that is no directory
    ///     and cannot be removed
    public Deletion delete(LinkPath root, DeleteOptions options) throws FileSystemException {
        requireNotEmpty("delete", root);
        LinkPath place = base == null ? root : base.resolve(root);
        Name name = place.name().orElseThrow(() -> DeletionGuard.withoutName(root));
        LinkPath working = base == null ? LinkPath.of(system.rules(), "") : base;
        try (Directory parent = system.open(place.parent(), Hold.PINNED)) {
            return new TreeDeletion(system, root, options).delete(parent, name, working);
        } catch (FileSystemException e) {
            throw during("delete", root, e);
        }
    }

    /// Copies a tree, or whatever else stands at the source, like `cp -a`: contents with their holes, links as links, names
    /// that are one object as one object, owners, permissions, times, extended attributes and access control lists, of
    /// links too.
    ///
    /// The destination must not exist. Everything is made by name in a directory that this run has made and holds, which
    /// only its owner can enter until its copy is done; nothing is replaced or followed there. What the file system or
    /// the system will not have is a [Loss], told once for each kind. A failure does not end the copy, unless no room is
    /// left; what has been copied stays, incomplete files do not. Interrupting the calling thread stops the copy like the
    /// observer does, on Linux and through `java.nio.file` in the middle of a file too. See [CopyOptions.LinkTexts] for
    /// what links become.
    ///
    /// @param source a link at its end is copied as a link, unless a separator follows
    /// @throws FileSystemException if nothing was copied: [Reason#NOT_FOUND]; [Reason#EXISTS] for a destination that
    ///     exists; [Reason#DESTINATION_INSIDE]; [Reason#NOT_A_DIRECTORY] for a separator at the end of the destination of
    ///     what is no directory; [Reason#SPECIAL_FILE] for a source that is one and is to be left out;
    ///     [Reason#CAPABILITY_MISSING] if the source has links and the destination cannot have them, and others
    public Copied copy(LinkPath source, LinkPath destination, CopyOptions options) throws FileSystemException {
        requireNotEmpty("copy", source);
        requireNotEmpty(CopyStart.COPY_TO, destination);
        LinkPath from = base == null ? source : base.resolve(source);
        LinkPath to = base == null ? destination : base.resolve(destination);
        Name name = to.name()
                .orElseThrow(() -> FailureDetails.of(CopyStart.COPY_TO, destination, Reason.EXISTS).toException());
        try (Directory parent = directoryFor(to, destination)) {
            return new CopyStart(system, source, options).copy(from, new CopyPlace(parent, name, null, destination));
        } catch (FileSystemException e) {
            throw told("copy", source, from, e);
        }
    }

    private Directory directoryFor(LinkPath place, LinkPath destination) throws FileSystemException {
        try {
            return system.open(place.parent());
        } catch (FileSystemException e) {
            FailureDetails details = LinkFailure.detailsOf(e, CopyStart.COPY_TO, destination);
            Reason reason = details.reason() == Reason.NOT_FOUND ? Reason.PARENT_NOT_FOUND : details.reason();
            FileSystemException told = details.withReason(reason).during(CopyStart.COPY_TO, destination).toException();
            told.initCause(e);
            throw told;
        }
    }

    private static void requireNotEmpty(String operation, LinkPath path) throws FileSystemException {
        if (path.isEmpty()) {
            throw FailureDetails.of(operation, path, Reason.INVALID_NAME).withRemark("the path is empty").toException();
        }
    }

    /// [#copy(LinkPath, LinkPath, CopyOptions)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public Copied copy(Path source, Path destination, CopyOptions options) throws FileSystemException {
        return copy(system.pathOf(source), system.pathOf(destination), options);
    }

    /// [#delete(LinkPath, DeleteOptions)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public Deletion delete(Path root, DeleteOptions options) throws FileSystemException {
        return delete(system.pathOf(root), options);
    }

    /// Copies a tree with everything below it, or throws. [#copy(LinkPath, LinkPath, CopyOptions)] with the defaults.
    ///
    /// @throws FileSystemException as there, or the first failure, with all others suppressed
    public Copied copy(Path source, Path destination) throws FileSystemException {
        return copy(source, destination, CopyOptions.defaults()).orThrow();
    }

    /// Deletes a tree and everything below it, or throws. [#delete(LinkPath, DeleteOptions)] with the defaults.
    ///
    /// @throws FileSystemException as there, or the first failure, with all others suppressed
    public Deletion delete(Path root) throws FileSystemException {
        return delete(root, DeleteOptions.defaults()).orThrow();
    }

    /// The failure of a primitive, told as one of the operation on the path that the caller gave.
    private static FileSystemException during(String operation, LinkPath given, FileSystemException failure) {
        FileSystemException told = LinkFailure.detailsOf(failure, operation, given).during(operation, given)
                .toException();
        told.initCause(failure);
        return told;
    }

    /// The same for an operation on two paths: the failure says which. The source has two: as it was given, and resolved.
    private static FileSystemException told(String operation, LinkPath source, LinkPath from,
            FileSystemException failure) {
        FailureDetails details = LinkFailure.detailsOf(failure, operation, source);
        boolean isSource = !details.operation().equals(CopyStart.COPY_TO)
                && (details.link().equals(source) || details.link().equals(from));
        FileSystemException told = (isSource ? details.during(operation, source) : details).toException();
        told.initCause(failure);
        return told;
    }

    private Directory open(LinkPath root) throws FileSystemException {
        String operation = "open";
        requireNotEmpty(operation, root);
        LinkPath place = base == null ? root : base.resolve(root);
        Optional<Name> name = place.name();
        boolean itself = name.isPresent() && !place.hasTrailingSeparator();
        try {
            return itself ? system.at(place.parent()).open(name.orElseThrow()) : system.open(place);
        } catch (FileSystemException e) {
            FailureDetails details = LinkFailure.detailsOf(e, operation, root).during(operation, root);
            FileSystemException told = (details.reason() == Reason.IS_A_LINK ? advised(details) : details)
                    .toException();
            told.initCause(e);
            throw told;
        }
    }

    private static FailureDetails advised(FailureDetails details) {
        return details.withAdvice("A separator after the name means the directory that the link leads to.");
    }
}
