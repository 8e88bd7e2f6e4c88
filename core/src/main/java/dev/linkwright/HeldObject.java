package dev.linkwright;

import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;

import dev.linkwright.reparse.ByteString;

/// One object that is held: a descriptor on POSIX, so that each call meets this very object whatever becomes of its
/// name. Where the system cannot hold objects, its name stands for it.
///
/// For one thread at a time. Close it.
public interface HeldObject extends AutoCloseable {
    /// The path by which it was reached, for messages only.
    LinkPath path();

    /// What it is: asked once, when it is opened or first wanted.
    ///
    /// @throws FileSystemException if it cannot be looked at
    Attributes attributes() throws FileSystemException;

    /// The extended attributes, POSIX access control lists among them; none where the file system has none.
    ///
    /// @throws FileSystemException if they cannot be read
    List<ExtendedAttribute> extendedAttributes() throws FileSystemException;

    /// Gives it an extended attribute, or a new value to one that it has.
    ///
    /// @throws FileSystemException if the system or the file system refuses
    void setExtendedAttribute(ExtendedAttribute attribute) throws FileSystemException;

    /// Takes an extended attribute away; nothing happens if there is none of that name.
    ///
    /// @throws FileSystemException if the system refuses
    void removeExtendedAttribute(ByteString name) throws FileSystemException;

    /// Changes owner and group. The system may take setuid and setgid away with it.
    ///
    /// @throws FileSystemException [Reason#NOT_PERMITTED] and others
    void setOwner(long user, long group) throws FileSystemException;

    /// Sets the lower twelve bits of the mode. Links have no mode of their own: refused.
    ///
    /// @throws FileSystemException if the system refuses
    void setMode(int mode) throws FileSystemException;

    /// Sets the times of the last access and of the last change of the contents.
    ///
    /// @throws FileSystemException if the system refuses
    void setTimes(Instant accessed, Instant modified) throws FileSystemException;

    /// Copies everything that this file has, from its start, into an empty file: sharing the blocks where the file
    /// system can, else inside the system where that can be done, else through the memory of this process. Regions
    /// that take no room take none in the copy as far as the file system tells them.
    ///
    /// @param destination an object of the same system, from [Contents#createFile]
    /// @return how many bytes the file has
    /// @throws FileSystemException [Reason#NO_SPACE] and others; [Reason#INTERRUPTED] on Linux if the thread is interrupted,
    ///     also before; then the destination has a part of it
    long copyContentsTo(HeldObject destination) throws FileSystemException;

    /// Reads all that this file has, from its start, if that is little: for files that are looked into and not copied.
    ///
    /// @param most so many bytes are read at the most, and as much memory is taken as the file needs
    /// @throws FileSystemException [Reason#TOO_LARGE] if there are more; [Reason#IO_ERROR] and others
    byte[] readContents(int most) throws FileSystemException;

    /// Waits until contents and attributes are on the device; of a directory, its names.
    ///
    /// @throws FileSystemException [Reason#IO_ERROR] and others
    void sync() throws FileSystemException;

    /// Releases the handle. Idempotent.
    @Override
    void close();
}
