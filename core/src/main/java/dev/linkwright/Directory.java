package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A directory and the primitives that work in it, each on one [Name]: the seam below which the systems differ.
///
/// A directory from [LinkSystem#open] is *held*, by a dirfd on POSIX or a handle on Windows: whatever is renamed or
/// swapped meanwhile, the primitives work in that very directory. One from [LinkSystem#at] only names its path, and
/// every primitive resolves it anew: one system call instead of three for a single operation. Where a system cannot
/// hold directories ([Capability#HELD_DIRECTORIES] is absent) both are the same.
///
/// **No primitive follows a link that stands at its name**, except [#follow]. No primitive does more than it says: what
/// a system lacks is refused with [Reason#CAPABILITY_MISSING] before anything is touched. A name that is no single
/// component by the rules of the system ([Name#isSingleIn]) is refused with [Reason#INVALID_NAME]: relative to a handle
/// Windows takes `a\b` for a path.
///
/// **Small on purpose.** It has no contents, no permissions, no times, no watching: what those need who copy is in a
/// second interface, [Contents]. ARCHITECTURE.md has the table of each primitive's system calls.
///
/// Threads: any thread may use a directory; [#close] is idempotent, and a call after it fails instead of reaching a
/// descriptor that the system has given to somebody else. Failures are [LinkFailure]s whose operation is the
/// primitive and whose link is [#path] with the name.
public interface Directory extends AutoCloseable {
    /// The path by which it was reached, for messages only.
    LinkPath path();

    /// What can be done here. Asking may cost a system call, whose answer a held directory keeps.
    ///
    /// @throws FileSystemException if the directory cannot be looked at
    LinkCapabilities capabilities() throws FileSystemException;

    /// On what it depends what links here can do, besides the capabilities: privileges, policies, who else works here.
    /// For people who want to know why, so it may take more calls than [#capabilities].
    ///
    /// @throws FileSystemException if the directory cannot be looked at
    default List<Condition> conditions() throws FileSystemException {
        return List.of();
    }

    /// Whether a success that the system reports here can be believed without looking, as
    /// [Capability#BELIEVED_SUCCESS] has it. Asked after every link that is made, so a directory that is not held may
    /// answer from memory that is a moment old, where [#capabilities] looks.
    ///
    /// @throws FileSystemException if the directory cannot be looked at
    default boolean isBelieved() throws FileSystemException {
        return capabilities().has(Capability.BELIEVED_SUCCESS);
    }

    /// Whether objects here may have reparse points, as [Capability#REPARSE_POINTS] has it: no is certain, up to a
    /// moment ago; yes is to be looked into. A walk asks this in every directory, so where it can be known without a
    /// system call there is none.
    ///
    /// @throws FileSystemException if the directory cannot be looked at
    default boolean mayHaveReparsePoints() throws FileSystemException {
        return capabilities().has(Capability.REPARSE_POINTS);
    }

    /// What the directory itself is now.
    ///
    /// @throws FileSystemException if it cannot be looked at
    Status status() throws FileSystemException;

    /// The absolute path that leads here now without passing any link, as far as the system can tell.
    ///
    /// @throws FileSystemException if the directory has been removed or the system cannot tell
    LinkPath physicalPath() throws FileSystemException;

    /// Opens and holds a sub-directory, never through a link.
    ///
    /// @throws FileSystemException [Reason#IS_A_LINK] if a link stands there, [Reason#NOT_A_DIRECTORY] if something
    ///     else does
    Directory open(Name name) throws FileSystemException;

    /// Opens and holds the directory above this one, if it still is the one that was noted on the way down: after a
    /// move `..` leads elsewhere, and a walk that climbed there would work outside of its tree.
    ///
    /// @param expected what [#status] of that directory told on the way down
    /// @throws FileSystemException [Reason#CHANGED_BY_OTHERS] if another directory is above now;
    ///     [Reason#CAPABILITY_MISSING] without [Capability#IDENTITY]
    Directory openParent(Identity expected) throws FileSystemException;

    /// A cursor over the entries, in the system's order, without `.` and `..`.
    ///
    /// @throws FileSystemException if the directory cannot be read
    Cursor list() throws FileSystemException;

    /// What stands at the name, links not followed.
    ///
    /// @throws FileSystemException [Reason#NOT_FOUND] if nothing does
    Status stat(Name name) throws FileSystemException;

    /// What the system reaches at the name when it follows links, by a call that neither opens the end nor mounts
    /// anything. Whoever calls this has judged the text of the link first: following may leave this machine.
    ///
    /// @throws FileSystemException with the system's own answer: missing, loop, denied
    Status follow(Name name) throws FileSystemException;

    /// Whether the system reaches something when it follows the current entry of a cursor of this directory: null if it
    /// does, else why not. The same answer as [#follow], for walks: without an object for each entry.
    default @Nullable Reason whyNotFollowed(Cursor entry) {
        Name name = entry.name();
        try {
            follow(name);
            return null;
        } catch (FileSystemException e) {
            return LinkFailure.detailsOf(e, "follow", path().resolve(name)).reason();
        }
    }

    /// Whether anything stands at the name, links not followed: null if so, else why not. The same answer as [#stat],
    /// for those to whom its absence is nothing special.
    default @Nullable Reason whyNotThere(Name name) {
        try {
            stat(name);
            return null;
        } catch (FileSystemException e) {
            return LinkFailure.detailsOf(e, "look at", path().resolve(name)).reason();
        }
    }

    /// The stored text of a symbolic link; on Windows the substitute name in its DOS form.
    ///
    /// @throws FileSystemException [Reason#NOT_A_LINK] if something else stands there
    LinkTarget readLink(Name name) throws FileSystemException;

    /// A link as the system meets it on its way along a path: its text, and the one by which the system goes on, which
    /// differ where a driver translates, as ntfs-3g does for links of Windows; null if something stands there that the
    /// system passes through.
    ///
    /// @throws FileSystemException if nothing stands there, or it cannot be looked at
    default @Nullable Step readStep(Name name) throws FileSystemException {
        try {
            LinkTarget text = readLink(name);
            return new Step(text, text);
        } catch (NotALinkException e) {
            return null;
        }
    }

    /// Makes a symbolic link, in one step, with exactly this text. Never replaces anything.
    ///
    /// @param kind what the link is for; a system without [Capability#TARGET_KIND] ignores it, one with it takes
    ///     [TargetKind#UNSPECIFIED] for a file
    /// @throws FileSystemException [Reason#EXISTS] if the name is taken
    void makeLink(Name name, LinkTarget target, TargetKind kind) throws FileSystemException;

    /// Gives the object at `existing` a second name. A symbolic link is linked itself, not what it leads to. Never
    /// replaces anything.
    ///
    /// @param from the directory of the existing name, of the same system
    /// @throws FileSystemException [Reason#CROSS_FILE_SYSTEM], [Reason#EXISTS] and others
    void makeHardLink(Name name, Directory from, Name existing) throws FileSystemException;

    /// Makes a directory that only its owner can enter (mode 0700 on POSIX).
    ///
    /// @throws FileSystemException [Reason#EXISTS] if the name is taken
    void makePrivateDirectory(Name name) throws FileSystemException;

    /// Makes a directory with the permissions that are usual for the process (umask, inheritance).
    ///
    /// @throws FileSystemException [Reason#EXISTS] if the name is taken
    void makeDirectory(Name name) throws FileSystemException;

    /// Renames an object, itself and not what it leads to, in one step.
    ///
    /// Two names of one object: a POSIX rename of the one over the other does nothing and succeeds.
    ///
    /// @param to the directory of the new name, of the same system; may be this one
    /// @throws FileSystemException [Reason#CAPABILITY_MISSING] or [Reason#UNSUPPORTED_BY_FILE_SYSTEM] if the mode is
    ///     not possible here; nothing has happened then
    void rename(Name from, Directory to, Name newName, RenameMode mode) throws FileSystemException;

    /// Removes the name of anything but a directory. On Windows directory links and junctions are refused too: they
    /// leave only by [#removeLink], which looks at what they are.
    ///
    /// @throws FileSystemException [Reason#IS_A_DIRECTORY] if a directory stands there: the system call itself refuses
    void unlink(Name name) throws FileSystemException;

    /// Removes an empty directory that is no link of any kind.
    ///
    /// @throws FileSystemException [Reason#DIRECTORY_NOT_EMPTY], or [Reason#NOT_A_DIRECTORY] for anything else
    void removeDirectory(Name name) throws FileSystemException;

    /// Removes a link of any kind if `judge` lets it pass.
    ///
    /// On Windows the judgement and the removal are on one handle. On POSIX the object is looked at and then unlinked:
    /// an object that is swapped in between those two calls is unlinked in its place, unless it is a directory, which
    /// the system refuses. No POSIX system offers more.
    ///
    /// @throws FileSystemException what the judge throws, then with nothing removed; or the system's refusal
    void removeLink(Name name, Judge judge) throws FileSystemException;

    /// The raw reparse data (header included) of the object at the name; null if it is no reparse point.
    ///
    /// @throws FileSystemException [Reason#CAPABILITY_MISSING] without [Capability#REPARSE_POINTS]
    default byte @Nullable [] readReparseData(Name name) throws FileSystemException {
        throw withoutReparsePoints("read reparse data of", name);
    }

    /// Makes a new object that carries this reparse data. Nobody sees it without, and what stands at the name is
    /// never touched.
    ///
    /// @param kind [TargetKind#DIRECTORY] for a directory, else a file
    /// @throws FileSystemException [Reason#EXISTS], [Reason#CAPABILITY_MISSING] and others; nothing is left then
    default void makeReparsePoint(Name name, byte[] data, TargetKind kind) throws FileSystemException {
        throw withoutReparsePoints("make reparse point", name);
    }

    /// Replaces the reparse data in place, on one handle, if it is still `expected`.
    ///
    /// @throws FileSystemException [Reason#CHANGED_BY_OTHERS] if it is not; [Reason#CAPABILITY_MISSING] without
    ///     [Capability#REPARSE_POINTS]
    default void replaceReparseData(Name name, byte[] expected, byte[] data) throws FileSystemException {
        throw withoutReparsePoints("replace reparse data of", name);
    }

    /// Contents and attributes of what stands in this directory.
    ///
    /// @throws FileSystemException [Reason#CAPABILITY_MISSING] without [Capability#CONTENTS]
    default Contents contents() throws FileSystemException {
        String why = capabilities().whyNot(Capability.CONTENTS).orElse("this link system leaves contents alone");
        throw FailureDetails.of("copy", path(), Reason.CAPABILITY_MISSING).withRemark(why).toException();
    }

    /// Releases the handle. Idempotent, and never fails: there is nothing that a caller could do about it.
    @Override
    void close();

    private FileSystemException withoutReparsePoints(String operation, Name name) throws FileSystemException {
        String why = capabilities().whyNot(Capability.REPARSE_POINTS).orElse("there are no reparse points here");
        return FailureDetails.of(operation, path().resolve(name), Reason.CAPABILITY_MISSING).withRemark(why)
                .toException();
    }

    /// A link on the way along a path.
    ///
    /// @param text the text as stored
    /// @param followed the text by which this system goes on, by its own rules; null if it does not know how to
    record Step(LinkTarget text, @Nullable LinkTarget followed) {}

    /// Looks at an object that is about to be removed.
    @FunctionalInterface
    interface Judge {
        /// Lets it pass by returning.
        ///
        /// @param status what stands there
        /// @param reparseData its raw reparse data; null if it is no reparse point or the system has none
        /// @throws FileSystemException to refuse
        void judge(Status status, byte @Nullable [] reparseData) throws FileSystemException;

        /// Lets links of a kind that may be changed pass: symbolic links, junctions, links of WSL and NFS. Refuses
        /// anything else with [Reason#NOT_A_LINK] or [Reason#PROTECTED_REPARSE_POINT].
        ///
        /// @param directory where the object is
        /// @param name its name there
        static Judge onlyLinks(Directory directory, Name name) {
            return new OnlyLinks(directory, name);
        }
    }
}
