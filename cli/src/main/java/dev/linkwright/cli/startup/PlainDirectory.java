package dev.linkwright.cli.startup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;

import dev.linkwright.Capability;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import org.jspecify.annotations.Nullable;

/// A directory of a [PlainLinkSystem], by its path.
final class PlainDirectory implements Directory {
    /// The errno values for which the JDK has exceptions of their own: [NoSuchFileException],
    /// [FileAlreadyExistsException] and [NotLinkException] (UnixException and UnixFileSystemProvider). The numbers are
    /// those of every POSIX system.
    private static final int ENOENT = 2;
    private static final int EEXIST = 17;
    private static final int EINVAL = 22;

    /// Which system call it makes depends on the JDK.
    private static final String READ_ATTRIBUTES = "Files.readAttributes";

    private final PlainLinkSystem system;
    private final LinkPath path;

    PlainDirectory(PlainLinkSystem system, LinkPath path) {
        this.system = system;
        this.path = path;
    }

    @Override
    public LinkPath path() {
        return path;
    }

    /// Without [Capability#BELIEVED_SUCCESS]: what was made is read back, which costs less than asking the file system
    /// what it is.
    @Override
    public LinkCapabilities capabilities() {
        return LinkCapabilities.none()
                .with(Capability.SYMBOLIC_LINKS, Capability.VERBATIM_TEXT, Capability.VERBATIM_NAMES);
    }

    @Override
    public LinkTarget readLink(Name name) throws FileSystemException {
        LinkTarget text = read(name);
        return text == null ? full().readLink(name) : text;
    }

    private @Nullable LinkTarget read(Name name) throws FileSystemException {
        Path place = place(name);
        if (place == null) {
            return null;
        }
        try {
            return system.spelling().read(Files.readSymbolicLink(place));
        } catch (NotLinkException e) {
            throw FailureDetails.of("read", path.resolve(name), Reason.NOT_A_LINK)
                    .withCode("readlink", EINVAL, "EINVAL").toException();
        } catch (NoSuchFileException e) {
            throw missing("read", name, "readlink");
        } catch (IOException fullSystemSaysWhy) {
            return null;
        }
    }

    @Override
    public void makeLink(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
        if (target.isEmpty() || !make(name, target)) {
            full().makeLink(name, target, kind);
        }
    }

    private boolean make(Name name, LinkTarget target) throws FileSystemException {
        Path place = place(name);
        Path text = system.spelling().text(target);
        if (place == null || text == null) {
            return false;
        }
        FailureDetails failing = FailureDetails.of("create", path.resolve(name), Reason.EXISTS).withTarget(target);
        try {
            Files.createSymbolicLink(place, text);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw failing.withCode("symlink", EEXIST, "EEXIST").toException();
        } catch (NoSuchFileException e) {
            throw failing.withReason(Reason.PARENT_NOT_FOUND).withCode("symlink", ENOENT, "ENOENT").toException();
        } catch (IOException fullSystemSaysWhy) {
            return false;
        }
    }

    @Override
    public void removeLink(Name name, Judge judge) throws FileSystemException {
        if (!remove(name, judge)) {
            full().removeLink(name, judge);
        }
    }

    @Override
    public void unlink(Name name) throws FileSystemException {
        if (!remove(name, null)) {
            full().unlink(name);
        }
    }

    private boolean remove(Name name, @Nullable Judge judge) throws FileSystemException {
        Path directory = system.spelling().location(path);
        Path place = place(name);
        if (directory == null || place == null) {
            return false;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            if (!(stream instanceof SecureDirectoryStream<Path> held)) {
                return false;
            }
            if (judge != null) {
                judge.judge(stat(name), null);
            }
            return unlinked(held, place, name);
        } catch (FileSystemException e) {
            if (e instanceof LinkFailure) {
                throw e;
            }
            return false;
        } catch (IOException fullSystemSaysWhy) {
            return false;
        }
    }

    /// `Files.delete` would remove an empty directory that was swapped in. [SecureDirectoryStream#deleteFile] is an
    /// `unlinkat` without `AT_REMOVEDIR`, which no directory passes (UnixSecureDirectoryStream.implDelete).
    private boolean unlinked(SecureDirectoryStream<Path> held, Path place, Name name) throws FileSystemException {
        try {
            held.deleteFile(place.getFileName());
            return true;
        } catch (NoSuchFileException e) {
            throw missing("remove", name, "unlinkat");
        } catch (IOException fullSystemSaysWhy) {
            return false;
        }
    }

    @Override
    public Status stat(Name name) throws FileSystemException {
        if (place(name) == null) {
            return full().stat(name);
        }
        try {
            return nio().stat(name);
        } catch (FileSystemException e) {
            if (e.getCause() instanceof NoSuchFileException && isInDirectory()) {
                throw missing("look at", name, READ_ATTRIBUTES);
            }
            return full().stat(name);
        }
    }

    @Override
    public Status follow(Name name) throws FileSystemException {
        if (place(name) == null) {
            return full().follow(name);
        }
        try {
            return nio().follow(name);
        } catch (FileSystemException e) {
            if (e.getCause() instanceof NoSuchFileException && isInDirectory()) {
                throw missing("follow", name, READ_ATTRIBUTES);
            }
            return full().follow(name);
        }
    }

    @Override
    public Status status() throws FileSystemException {
        try {
            return nio().status();
        } catch (FileSystemException fullSystemSaysWhy) {
            return full().status();
        }
    }

    @Override
    public LinkPath physicalPath() throws FileSystemException {
        try {
            return nio().physicalPath();
        } catch (FileSystemException fullSystemSaysWhy) {
            return full().physicalPath();
        }
    }

    /// Whether the nearest directory that is there is one: `Files.readAttributes` says of a part of the path that is no
    /// directory (ENOTDIR) that the file does not exist.
    private boolean isInDirectory() {
        Status nearest = system.nearest(path);
        return nearest != null && nearest.isDirectory();
    }

    private FileSystemException missing(String operation, Name name, String function) {
        return FailureDetails.of(operation, path.resolve(name), Reason.NOT_FOUND)
                .withCode(function, ENOENT, "ENOENT").toException();
    }

    private Directory nio() {
        return system.nio().at(path);
    }

    private @Nullable Path place(Name name) {
        return system.spelling().location(path.resolve(name));
    }

    private Directory full() {
        return system.full().at(path);
    }

    @Override
    public Directory open(Name name) throws FileSystemException {
        return full().open(name);
    }

    @Override
    public Directory openParent(Identity expected) throws FileSystemException {
        return full().openParent(expected);
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // The cursor belongs to the caller.
    public Cursor list() throws FileSystemException {
        try {
            return nio().list();
        } catch (FileSystemException fullSystemSaysWhy) {
            return full().list();
        }
    }

    @Override
    public void makeHardLink(Name name, Directory from, Name existing) throws FileSystemException {
        if (!link(name, from, existing)) {
            full().makeHardLink(name, full(from), existing);
        }
    }

    /// `Files.createLink` may follow a link, so that one is left to the full system.
    private boolean link(Name name, Directory from, Name existing) throws FileSystemException {
        Path place = place(name);
        Path source = from instanceof PlainDirectory plain ? plain.place(existing) : null;
        if (place == null || source == null || Files.isSymbolicLink(source)) {
            return false;
        }
        try {
            Files.createLink(place, source);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw FailureDetails.of("make hard link", path.resolve(name), Reason.EXISTS)
                    .withTarget(LinkTarget.ofBytes(from.path().resolve(existing).bytes()))
                    .withCode("link", EEXIST, "EEXIST").toException();
        } catch (IOException fullSystemSaysWhy) {
            return false;
        }
    }

    @Override
    public void makePrivateDirectory(Name name) throws FileSystemException {
        full().makePrivateDirectory(name);
    }

    @Override
    public void makeDirectory(Name name) throws FileSystemException {
        full().makeDirectory(name);
    }

    @Override
    public void rename(Name from, Directory to, Name newName, RenameMode mode) throws FileSystemException {
        boolean replaced = mode == RenameMode.REPLACE && replace(from, to, newName);
        if (!replaced) {
            full().rename(from, full(to), newName, mode);
        }
    }

    /// An atomic move is one `rename` (UnixFileSystem.move), which POSIX lets replace what is there.
    private boolean replace(Name from, Directory to, Name newName) {
        Path source = place(from);
        Path place = to instanceof PlainDirectory plain ? plain.place(newName) : null;
        if (source == null || place == null) {
            return false;
        }
        try {
            Files.move(source, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException fullSystemSaysWhy) {
            return false;
        }
    }

    @Override
    public void removeDirectory(Name name) throws FileSystemException {
        full().removeDirectory(name);
    }

    private static Directory full(Directory directory) {
        return directory instanceof PlainDirectory plain ? plain.full() : directory;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
