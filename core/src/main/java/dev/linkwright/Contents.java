package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.List;

/// The second interface of the seam: contents, attributes and sync of what stands in one [Directory], for those who
/// copy. [Directory#contents] hands it out; it uses the directory's handle and ends with it.
///
/// As in [Directory], every primitive takes one [Name], **none follows a link**, and none replaces anything. Failures
/// are [LinkFailure]s whose link is the directory's path with the name. Threads as there; a [HeldObject] is for one
/// thread at a time.
public interface Contents {
    /// What the object at the name is, links not followed, as [Directory#stat] tells it and more.
    ///
    /// @throws FileSystemException [Reason#NOT_FOUND] if nothing is there
    Attributes attributes(Name name) throws FileSystemException;

    /// Opens a regular file for reading. Nothing else is opened as far as the system lets that be known before: a pipe
    /// is not waited for, a link is refused, and what was opened is compared with what was expected.
    ///
    /// @param expected what [#attributes] told
    /// @throws FileSystemException [Reason#CHANGED_BY_OTHERS] if it is another object now; [Reason#IS_A_LINK] for a
    ///     link
    HeldObject openFile(Name name, Attributes expected) throws FileSystemException;

    /// Makes an empty regular file that only its owner can read and write (mode 0600 on POSIX), open for writing.
    ///
    /// @throws FileSystemException [Reason#EXISTS] if the name is taken, also by a dangling link
    HeldObject createFile(Name name) throws FileSystemException;

    /// Holds the object at the name itself, whatever it is, without opening it: enough for its attributes.
    ///
    /// @throws FileSystemException [Reason#NOT_FOUND] and others
    HeldObject hold(Name name) throws FileSystemException;

    /// Holds the directory itself, for its attributes and for [HeldObject#sync].
    ///
    /// @throws FileSystemException if it may not be read
    HeldObject holdDirectory() throws FileSystemException;

    /// Makes a named pipe, socket or device that only its owner can use.
    ///
    /// @param device the number of a device, as [Attributes#device] told it; else 0
    /// @throws FileSystemException [Reason#EXISTS], [Reason#NOT_PERMITTED] (devices are for the superuser);
    ///     [Reason#CAPABILITY_MISSING] where there are no such objects
    void makeSpecialFile(Name name, FileType type, long device) throws FileSystemException;

    /// The mount points below the directory, as far as the system has a list of them; none if it has no list.
    ///
    /// @throws FileSystemException if the list cannot be read
    default List<LinkPath> mountsBelow() throws FileSystemException {
        return List.of();
    }
}
