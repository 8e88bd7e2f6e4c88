package dev.linkwright;

import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Makes, reads, shows, resolves and removes links: the entry point of the library.
///
/// ```java
/// Links links = Links.system();
/// links.create(Path.of("current"), "releases/42");
/// links.read(Path.of("current"));            // releases/42
/// ```
///
/// Everywhere the link comes first and its target second, as in `CreateSymbolicLink`. No operation follows a link at
/// the end of its path unless it says so, and none touches what is not a link. A separator at the end of the path of
/// a link is ignored, because it is the link that is meant; only [#resolve(LinkPath)] and [#state(LinkPath)], which
/// follow the path, take it at its word.
///
/// Immutable and thread-safe. Every failure is a [LinkFailure] on a subclass of [FileSystemException].
public final class Links {
    private final LinkSystem system;
    private final @Nullable LinkPath base;
    private final RemoteTargets remote;
    /// For the many links of a tree: it remembers where file systems are mounted. Made when it is first wanted.
    private volatile @Nullable Resolver resolverOfTrees;

    private Links(LinkSystem system, @Nullable LinkPath base, RemoteTargets remote) {
        this.system = Objects.requireNonNull(system);
        this.base = base;
        this.remote = Objects.requireNonNull(remote);
    }

    /// Links of the default file system, by the best link system of this JVM: the system's own calls where native
    /// access is possible, else `java.nio.file`. `-Dlinkwright.system=native` or `nio` forces one.
    ///
    /// @throws IllegalStateException if the forced one is not available
    public static Links system() {
        Links chosen = DefaultSystem.links;
        return chosen == null ? DefaultSystem.choose() : chosen;
    }

    /// Links by a given link system.
    public static Links on(LinkSystem system) {
        return new Links(system, null, RemoteTargets.NOT_FOLLOWED);
    }

    /// Links of the file system that the path belongs to, for example one in memory.
    ///
    /// @throws IllegalStateException if no provider has a link system for it
    public static Links forPath(Path path) {
        boolean isDefault = path.getFileSystem().equals(FileSystems.getDefault());
        return isDefault ? system() : on(LinkSystems.choose(path.getFileSystem(), null));
    }

    /// The same links with relative paths counted from `newBase` instead of the working directory. Results keep the
    /// paths as they were given. The texts of links are not touched by this.
    public Links relativeTo(LinkPath newBase) {
        return new Links(system, Objects.requireNonNull(newBase), remote);
    }

    /// [#relativeTo(LinkPath)] for a `Path`.
    public Links relativeTo(Path newBase) {
        return relativeTo(system.pathOf(newBase));
    }

    /// The same links, which in [#resolve] and [#state] treat links to other machines and to devices like this. They are
    /// not followed unless somebody says so.
    public Links withRemoteTargets(RemoteTargets choice) {
        return new Links(system, base, choice);
    }

    /// The link system in use.
    public LinkSystem linkSystem() {
        return system;
    }

    /// What can be done in a directory.
    ///
    /// @throws FileSystemException if it cannot be looked at
    public LinkCapabilities capabilities(LinkPath directory) throws FileSystemException {
        try {
            return system.at(place(directory)).capabilities();
        } catch (FileSystemException e) {
            throw during("look at", directory, e);
        }
    }

    /// [#capabilities(LinkPath)] for a `Path`.
    ///
    /// @throws FileSystemException if it cannot be looked at
    public LinkCapabilities capabilities(Path directory) throws FileSystemException {
        return capabilities(system.pathOf(directory));
    }

    /// What can be made in a directory, by this user, on its file system, and why the rest cannot: found by trying it
    /// in a private sub-directory, which is removed again.
    ///
    /// @throws FileSystemException if the directory cannot be opened, or the sub-directory not be removed
    public Diagnosis diagnose(LinkPath directory, Diagnosis.Trying trying) throws FileSystemException {
        try {
            return new Doctor(system, directory).examine(place(directory), trying);
        } catch (FileSystemException e) {
            throw during("examine", directory, e);
        }
    }

    /// [#diagnose(LinkPath, Diagnosis.Trying)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public Diagnosis diagnose(Path directory, Diagnosis.Trying trying) throws FileSystemException {
        return diagnose(system.pathOf(directory), trying);
    }

    /// Removes what interrupted operations have left in a directory: links with a temporary name, of this user, older
    /// than an hour, whose process is gone. Nothing else, and of those not [Diagnosis#kept].
    ///
    /// @return what was removed
    /// @throws FileSystemException if the directory cannot be read, or one of them not be removed
    public List<LinkPath> removeLeftovers(LinkPath directory) throws FileSystemException {
        try (Directory held = system.open(place(directory))) {
            return new Leftovers(held, directory).remove();
        } catch (FileSystemException e) {
            throw during("clean", directory, e);
        }
    }

    /// [#removeLeftovers(LinkPath)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public List<LinkPath> removeLeftovers(Path directory) throws FileSystemException {
        return removeLeftovers(system.pathOf(directory));
    }

    /// Makes a symbolic link. [#create(LinkPath, LinkTarget, CreateOptions)] with the defaults.
    ///
    /// @throws FileSystemException as there
    public Creation create(Path link, String target) throws FileSystemException {
        return create(link, target, CreateOptions.defaults());
    }

    /// [#create(LinkPath, LinkTarget, CreateOptions)] for a `Path`; the target is text, stored as it is.
    ///
    /// @throws FileSystemException as there
    public Creation create(Path link, String target, CreateOptions options) throws FileSystemException {
        return create(system.pathOf(link), LinkTarget.of(target), options);
    }

    /// Makes a symbolic link with exactly this text. The target may be missing: it is looked up when the link is next
    /// used, from the directory of the link. The name must be free and its directory must exist.
    ///
    /// One step on POSIX: either the link is there, whole, or nothing changed. Where the system's report cannot be
    /// believed the link is read back and compared.
    ///
    /// @throws LinkExistsException if anything stands at the name, a dangling link included; it is not touched
    /// @throws LinkNotFoundException if the directory of the link does not exist
    /// @throws LinkAccessDeniedException if permission or privilege is missing
    /// @throws LinkException for any other reason; [Reason#SILENT_FAILURE] if the system reported success and made
    ///     nothing, [Reason#CHANGED_BY_OTHERS] if something else stood there when it was looked at
    public Creation create(LinkPath link, LinkTarget target, CreateOptions options) throws FileSystemException {
        return new LinkMaker(new NewLink(system, link, place(link), target), options).make();
    }

    /// Makes a link that Windows follows, as a reparse point: where [#create] makes a link of another kind, as on a volume
    /// that ntfs-3g plays. The text is one of Windows, relative or absolute; `/` in it becomes `\`. On a POSIX system a
    /// text that starts with `/` is a path of this system on the same volume; it becomes an absolute text only with the
    /// name that the volume has on Windows ([ReparseOptions#volume]), or a relative one if that is asked for. A junction
    /// needs that name too, unless its text has it.
    ///
    /// Nothing is ever replaced. What was made is read back and compared. On ntfs-3g a link for a directory is an ordinary
    /// empty directory for a moment, because that driver has no rename that does not replace.
    ///
    /// @throws LinkExistsException if anything stands at the name; it is not touched
    /// @throws FileSystemException for any other reason; [Reason#CAPABILITY_MISSING] where reparse points cannot be made,
    ///     before anything is touched; [Reason#INVALID_TARGET] for a text that depends on what nobody here knows
    public ReparseCreation createReparsePoint(LinkPath link, LinkTarget target, ReparseOptions options)
            throws FileSystemException {
        return new ReparsePointMaker(new NewLink(system, link, place(link), target), options).make();
    }

    /// [#createReparsePoint(LinkPath, LinkTarget, ReparseOptions)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public ReparseCreation createReparsePoint(Path link, String target, ReparseOptions options)
            throws FileSystemException {
        return createReparsePoint(system.pathOf(link), LinkTarget.of(target), options);
    }

    /// Gives the object at `existing` a second name. A symbolic link is linked itself, not what it leads to.
    ///
    /// @throws FileSystemException [Reason#EXISTS], [Reason#CROSS_FILE_SYSTEM], [Reason#IS_A_DIRECTORY] and others
    public void createHardLink(LinkPath link, LinkPath existing) throws FileSystemException {
        new HardLinkMaker(system, link, existing).make(place(link), place(existing));
    }

    /// [#createHardLink(LinkPath, LinkPath)] for `Path`s.
    ///
    /// @throws FileSystemException as there
    public void createHardLink(Path link, Path existing) throws FileSystemException {
        createHardLink(system.pathOf(link), system.pathOf(existing));
    }

    /// The text of a symbolic link, exactly as it is stored.
    ///
    /// @throws LinkNotFoundException if nothing is there
    /// @throws NotALinkException if something else is there
    /// @throws FileSystemException for any other reason
    public LinkTarget read(LinkPath link) throws FileSystemException {
        String operation = "read";
        try {
            requireName(link, operation, Reason.NOT_A_LINK);
            return system.readLink(place(link));
        } catch (FileSystemException e) {
            throw during(operation, link, e);
        }
    }

    /// [#read(LinkPath)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public LinkTarget read(Path link) throws FileSystemException {
        return read(system.pathOf(link));
    }

    /// What is at the path, links not followed: a link with everything that is stored in it, or something else.
    ///
    /// @throws LinkNotFoundException if nothing is there
    /// @throws FileSystemException for any other reason
    public Entry show(LinkPath path) throws FileSystemException {
        String operation = "show";
        try {
            LinkPath place = place(path);
            Optional<Name> name = nameIn(path);
            if (name.isEmpty()) {
                requireNotEmpty(path, operation);
                return new OrdinaryEntry(path, system.at(place).status());
            }
            return EntryReader.read(system.at(place.parent()), name.get(), path);
        } catch (FileSystemException e) {
            throw during(operation, path, e);
        }
    }

    /// [#show(LinkPath)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public Entry show(Path path) throws FileSystemException {
        return show(system.pathOf(path));
    }

    /// Follows the path hop by hop to its end, the missing part, or the cycle. Never fails because a link does:
    /// that is the answer. Nothing is opened.
    ///
    /// A separator at the end of the path says that a directory is meant: with anything else there the end is missing,
    /// for the reason [Reason#NOT_A_DIRECTORY].
    ///
    /// @throws LinkNotFoundException if a part of the path does not exist, and no link is on the way there: with one,
    ///     that is the answer
    /// @throws FileSystemException if the path itself is empty
    public Resolution resolve(LinkPath path) throws FileSystemException {
        requireNotEmpty(path, "resolve");
        return new Resolver(system, remote).resolve(path, place(path));
    }

    /// [#resolve(LinkPath)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public Resolution resolve(Path path) throws FileSystemException {
        return resolve(system.pathOf(path));
    }

    /// Follows the link at a name in a directory that is held, for those who walk trees: [#resolve(LinkPath)] without a
    /// path that the system would have to resolve first.
    ///
    /// @param directory a directory of the link system of these links
    /// @param place its absolute path, without links in it: what the hops are told by
    /// @param known what [Directory#whyNotFollowed] has just told of the link, so that the system need not be asked
    ///     again; null if it was not asked
    /// @throws FileSystemException if nothing stands there
    public Resolution resolve(Directory directory, LinkPath place, Name name, @Nullable Reason known)
            throws FileSystemException {
        Resolver resolver = resolverOfTrees;
        if (resolver == null) {
            resolver = new Resolver(system, remote);
            resolverOfTrees = resolver;
        }
        return resolver.resolve(directory, place, name, known);
    }

    /// How following the path ends: the state of [#resolve], without the hops, and without more system calls than
    /// needed to know it.
    ///
    /// @throws FileSystemException as [#resolve(LinkPath)]
    public LinkState state(LinkPath path) throws FileSystemException {
        requireNotEmpty(path, "resolve");
        return new Resolver(system, remote).state(path, place(path));
    }

    /// [#state(LinkPath)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public LinkState state(Path path) throws FileSystemException {
        return state(system.pathOf(path));
    }

    /// Replaces the text of a symbolic link without a gap: whoever looks finds the old link or the new one. What is not
    /// a link is never replaced. A link that has the text already is left alone.
    ///
    /// [Retargeting#guarantee] says what the file system made possible. With [Guarantee#ATOMIC] nothing that others
    /// put at the name meanwhile is lost, another link included: it goes back to its place and the call fails.
    ///
    /// The new link gets the owner and the times of the old one before it takes its place. What could not be kept is in
    /// [Retargeting#notKept].
    ///
    /// @throws LinkNotFoundException if nothing is there
    /// @throws NotALinkException if something else than a symbolic link is there; it is not touched
    /// @throws FileSystemException for any other reason; [Reason#UNEXPECTED_TARGET] if the link has another text than
    ///     [RetargetOptions#expected], [Reason#CHANGED_BY_OTHERS] if it got another one during the call,
    ///     [Reason#CAPABILITY_MISSING] if there would be a gap and none is allowed. On any failure the link is as
    ///     before, or the message says what is left
    public Retargeting retarget(LinkPath link, LinkTarget target, RetargetOptions options) throws FileSystemException {
        String operation = "retarget";
        try {
            Name name = nameOf(link, operation, Reason.NOT_A_LINK);
            if (target.isEmpty()) {
                throw FailureDetails.of(operation, link, Reason.INVALID_TARGET).withRemark("the text is empty")
                        .toException();
            }
            try (Directory directory = openParent(link)) {
                LinkTarget text = new TargetText(system.rules()).stored(system, target);
                return new LinkReplacer(system, directory, name, text, options).replace().of(link);
            }
        } catch (FileSystemException e) {
            FailureDetails details = LinkFailure.detailsOf(e, operation, link);
            throw told(details.during(operation, link).withTarget(target), e);
        }
    }

    private Directory openParent(LinkPath link) throws FileSystemException {
        LinkPath parent = place(link).parent();
        try {
            return system.open(parent);
        } catch (FileSystemException e) {
            FailureDetails details = LinkFailure.detailsOf(e, "open", parent);
            FailureDetails known = details.reason() == Reason.NOT_FOUND
                    ? details.withReason(Reason.PARENT_NOT_FOUND)
                    : details;
            throw told(new ParentDiagnosis(system).complete(known, parent), e);
        }
    }

    /// [#retarget(LinkPath, LinkTarget, RetargetOptions)] for a `Path`; the target is text, stored as it is.
    ///
    /// @throws FileSystemException as there
    public Retargeting retarget(Path link, String target, RetargetOptions options) throws FileSystemException {
        return retarget(system.pathOf(link), LinkTarget.of(target), options);
    }

    /// Removes a link of a kind that may be changed, and never what it leads to. Anything else is refused.
    ///
    /// On POSIX an object that is swapped in between the look and the removal is removed in its place unless it is a
    /// directory ([Directory#removeLink]).
    ///
    /// @throws LinkNotFoundException if nothing is there
    /// @throws NotALinkException if something else than a link is there; it is not touched
    /// @throws FileSystemException for any other reason; [Reason#PROTECTED_REPARSE_POINT] for a volume mount point or
    ///     a reparse point that is no link
    public void remove(LinkPath link) throws FileSystemException {
        String operation = "remove";
        try {
            Name name = nameOf(link, operation, Reason.NOT_A_LINK);
            Directory directory = system.at(place(link).parent());
            directory.removeLink(name, new OnlyLinks(directory, name));
        } catch (FileSystemException e) {
            throw during(operation, link, e);
        }
    }

    /// [#remove(LinkPath)] for a `Path`.
    ///
    /// @throws FileSystemException as there
    public void remove(Path link) throws FileSystemException {
        remove(system.pathOf(link));
    }

    private LinkPath place(LinkPath given) {
        LinkPath place = base == null ? given : base.resolve(given);
        return place.withoutTrailingSeparators();
    }

    private Name nameOf(LinkPath path, String operation, Reason otherwise) throws FileSystemException {
        requireName(path, operation, otherwise);
        return path.name().orElseThrow();
    }

    private void requireName(LinkPath path, String operation, Reason otherwise) throws FileSystemException {
        if (!path.hasName()) {
            throw nameless(system, path, place(path), operation, otherwise);
        }
    }

    /// What is said of a path without a name of its own, as a root and one that ends in dots have none.
    ///
    /// @param otherwise the reason if something stands there: it is no link
    /// @throws FileSystemException if nothing does
    static FileSystemException nameless(LinkSystem system, LinkPath path, LinkPath place, String operation,
            Reason otherwise) throws FileSystemException {
        requireNotEmpty(path, operation);
        String type = TypeWords.of(system.at(place).status().type());
        return FailureDetails.of(operation, path, otherwise).withRemark("it is " + type).toException();
    }

    private static Optional<Name> nameIn(LinkPath path) {
        return path.name();
    }

    static void requireNotEmpty(LinkPath path, String operation) throws FileSystemException {
        if (path.isEmpty()) {
            throw FailureDetails.of(operation, path, Reason.INVALID_NAME).withRemark("the path is empty").toException();
        }
    }

    /// The failure of a primitive, told as a failure of the operation and of the path that the caller gave.
    static FileSystemException during(String operation, LinkPath given, FileSystemException failure) {
        return told(LinkFailure.detailsOf(failure, operation, given).during(operation, given), failure);
    }

    private static FileSystemException told(FailureDetails details, FileSystemException cause) {
        FileSystemException told = details.toException();
        told.initCause(cause);
        return told;
    }

    /// Chosen at the first use, once. Not in an initialiser: a class whose initialiser failed tells so only once.
    private static final class DefaultSystem {
        static volatile @Nullable Links links;

        static synchronized Links choose() {
            Links chosen = links;
            if (chosen == null) {
                chosen = on(LinkSystems.choose(FileSystems.getDefault(), System.getProperty("linkwright.system")));
                links = chosen;
            }
            return chosen;
        }
    }
}
