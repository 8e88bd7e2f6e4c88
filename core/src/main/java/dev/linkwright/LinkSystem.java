package dev.linkwright;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.path.PathRules;

/// One way of doing link work: the system calls of this machine, `java.nio.file`, a fake for tests, or a decorator.
///
/// Thread-safe. Most users need only [Links].
///
/// ## Small on purpose
/// What a link system cannot do: read or write contents, set permissions or access control lists, watch for changes,
/// find the other names of a file, retry on a network. Those need other means.
public interface LinkSystem {
    /// A word for people: `posix`, `nio`.
    String name();

    /// The syntax of this system's paths and link texts.
    PathRules rules();

    /// The directory at a path, named but not opened: nothing is looked at before a primitive is called, and each
    /// primitive resolves the path anew, links in it included. The empty path is the working directory.
    Directory at(LinkPath directory);

    /// Opens and holds the directory at a path; links in the path are followed.
    ///
    /// @throws FileSystemException if it is missing, not a directory, or may not be opened
    Directory open(LinkPath directory) throws FileSystemException;

    /// Opens and holds the directory at a path, as [#open(LinkPath)] does; what is opened from it is held in the same way.
    ///
    /// @throws FileSystemException as there; [Reason#BUSY] if it cannot be pinned
    default Directory open(LinkPath directory, Hold hold) throws FileSystemException {
        return open(directory);
    }

    /// Opens and holds the directory at a path if no part of the path is a link, where the system can tell so in the
    /// same step; only for finding names in it.
    ///
    /// @return empty if a link is on the way, for every other refusal, and from a system that cannot tell: then each
    ///     part must be looked at
    default Optional<Directory> openWithoutLinks(LinkPath directory) {
        return Optional.empty();
    }

    /// The text of the symbolic link at a path, as [Directory#readLink] in the directory [#at] its parent: for systems
    /// that read a single link without taking the path apart.
    ///
    /// @param link a path with a [LinkPath#name]; separators after it are ignored
    /// @throws FileSystemException [Reason#NOT_A_LINK] if something else stands there, and others
    default LinkTarget readLink(LinkPath link) throws FileSystemException {
        return at(link.parent()).readLink(link.name().orElseThrow());
    }

    /// Directories at which file systems are meant to be mounted, whether or not they are now (`/etc/fstab`): what is
    /// missing directly below an empty one is perhaps only not mounted.
    default Set<LinkPath> mountPlaces() {
        return Set.of();
    }

    /// Whether a drive letter of Windows stands for a directory of another machine, as far as the system knows without
    /// asking that machine.
    default boolean isRemoteDrive(char letter) {
        return false;
    }

    /// The directory that a drive letter of Windows stands for which was given to that directory (SUBST) and so is one
    /// for this session only: a path without a separator at the end. Empty for every other letter.
    default Optional<String> substitutedDrive(char letter) {
        return Optional.empty();
    }

    /// The location that a `Path` names in this system.
    ///
    /// @throws ProviderMismatchException if the path belongs to another file system
    LinkPath pathOf(Path path);
}
