package dev.linkwright.system;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import dev.linkwright.Capability;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;

/// A directory that is named by its path at every call.
final class NioDirectory implements Directory {
    private final NioVolume volume;
    private final LinkPath path;
    private final NioPlaces places;
    private volatile boolean closed;

    NioDirectory(NioVolume volume, LinkPath path) {
        this.volume = volume;
        this.path = path;
        this.places = new NioPlaces(volume, path);
    }

    @Override
    public LinkPath path() {
        return path;
    }

    @Override
    public LinkCapabilities capabilities() throws FileSystemException {
        String operation = "look at";
        Path place = place(operation);
        try {
            return volume.capabilities(place);
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, e);
        }
    }

    @Override
    public Status status() throws FileSystemException {
        String operation = "look at";
        Path place = place(operation);
        try {
            return volume.statuses().follow(place);
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, e);
        }
    }

    @Override
    public LinkPath physicalPath() throws FileSystemException {
        String operation = "find the physical path of";
        Path place = place(operation);
        try {
            return LinkPath.of(place.toRealPath());
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, e);
        }
    }

    @Override
    public Directory open(Name name) throws FileSystemException {
        String operation = "open";
        Status status = stat(operation, name);
        if (status.isSymbolicLink() || status.type() == FileType.REPARSE_POINT) {
            throw failing(operation, name).withReason(Reason.IS_A_LINK).toException();
        }
        if (!status.isDirectory()) {
            throw failing(operation, name).withReason(Reason.NOT_A_DIRECTORY).toException();
        }
        return new NioDirectory(volume, path.resolve(name));
    }

    @Override
    public Directory openParent(Identity expected) throws FileSystemException {
        String operation = "open the directory above";
        Directory parent = new NioDirectory(volume, physicalParent(operation));
        Identity found = parent.status().identity();
        if (expected.equals(found)) {
            return parent;
        }
        Reason reason = found == null ? Reason.CAPABILITY_MISSING : Reason.CHANGED_BY_OTHERS;
        throw failing(operation).withReason(reason).toException();
    }

    private LinkPath physicalParent(String operation) throws FileSystemException {
        Path place = place(operation);
        try {
            Path physical = place.toRealPath();
            Path above = physical.getParent();
            return LinkPath.of(above == null ? physical : above);
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, e);
        }
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // The cursor closes it.
    public Cursor list() throws FileSystemException {
        String operation = "list";
        Path place = place(operation);
        try {
            return new NioCursor(Files.newDirectoryStream(place), failing(operation));
        } catch (NotDirectoryException e) {
            // The JDK's provider for archives says so of a missing one too.
            status();
            throw refusal(operation, e);
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, e);
        }
    }

    @Override
    public Status stat(Name name) throws FileSystemException {
        return stat("look at", name);
    }

    @Override
    public Status follow(Name name) throws FileSystemException {
        String operation = "follow";
        Path place = place(operation, name);
        try {
            return volume.statuses().follow(place);
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, name, e);
        }
    }

    @Override
    public LinkTarget readLink(Name name) throws FileSystemException {
        String operation = "read";
        Path place = place(operation, name);
        try {
            return LinkTarget.of(Files.readSymbolicLink(place));
        } catch (UnsupportedOperationException e) {
            stat(operation, name);
            throw NioRefusal.of(failing(operation, name), Reason.NOT_A_LINK, "this file system has no links", e);
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, name, e);
        }
    }

    @Override
    public void makeLink(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
        String operation = "create";
        Path place = place(operation, name);
        requireDirectoryBefore(operation, name);
        FailureDetails failing = failing(operation, name).withTarget(target);
        NioSymbolicLink.make(volume, place, places.text(target, failing), kind, failing);
    }

    @Override
    public void makeHardLink(Name name, Directory from, Name existing) throws FileSystemException {
        String operation = "make hard link";
        Path place = place(operation, name);
        requireDirectoryBefore(operation, name);
        NioDirectory source = ofSameSystem(operation, name, from);
        Path existingPlace = source.place(operation, existing);
        FailureDetails failing = failing(operation, name).withTarget(LinkTarget.of(existingPlace));
        if (!volume.linksLinksThemselves() && source.stat(operation, existing).isSymbolicLink()) {
            throw failing.withReason(Reason.CAPABILITY_MISSING)
                    .withRemark("java.nio.file may link what the link leads to, and not the link").toException();
        }
        try {
            Files.createLink(place, existingPlace);
        } catch (IOException | RuntimeException e) {
            throw NioRefusal.of(failing, e);
        }
    }

    @Override
    public void makePrivateDirectory(Name name) throws FileSystemException {
        String operation = "make directory";
        if (volume.hasPosixPermissions()) {
            makeDirectory(name, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else if (volume.hasAccessControlLists()) {
            throw failing(operation, name).withReason(Reason.CAPABILITY_MISSING)
                    .withRemark("java.nio.file cannot make a directory private in one step here").toException();
        } else {
            makeDirectory(name);
        }
    }

    @Override
    public void makeDirectory(Name name) throws FileSystemException {
        makeDirectory(name, new FileAttribute<?>[0]);
    }

    private void makeDirectory(Name name, FileAttribute<?>... attributes) throws FileSystemException {
        String operation = "make directory";
        Path place = place(operation, name);
        requireDirectoryBefore(operation, name);
        try {
            Files.createDirectory(place, attributes);
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, name, e);
        }
    }

    @Override
    public void rename(Name from, Directory to, Name newName, RenameMode mode) throws FileSystemException {
        String operation = "rename";
        Path place = place(operation, from);
        NioDirectory destination = ofSameSystem(operation, from, to);
        Path newPlace = destination.place(operation, newName);
        destination.requireDirectoryBefore(operation, newName);
        FailureDetails failing = failing(operation, from).withTarget(LinkTarget.of(newPlace));
        if (mode != RenameMode.REPLACE) {
            Capability missing = mode == RenameMode.EXCHANGE
                    ? Capability.RENAME_EXCHANGE
                    : Capability.RENAME_NO_REPLACE;
            throw failing.withReason(Reason.CAPABILITY_MISSING)
                    .withRemark(capabilities().whyNot(missing).orElseThrow()).toException();
        }
        try {
            Files.move(place, newPlace, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw NioRefusal.of(failing, Reason.UNSUPPORTED_BY_FILE_SYSTEM, "an atomic move replaces nothing here", e);
        } catch (IOException | RuntimeException e) {
            throw NioRefusal.of(failing, e);
        }
    }

    @Override
    public void unlink(Name name) throws FileSystemException {
        String operation = "unlink";
        Status status = stat(operation, name);
        boolean directoryOfWindows = status.targetKind() == TargetKind.DIRECTORY
                || status.type() == FileType.REPARSE_POINT;
        if (status.isDirectory() || directoryOfWindows) {
            throw failing(operation, name).withReason(Reason.IS_A_DIRECTORY).toException();
        }
        delete(operation, name);
    }

    @Override
    public void removeDirectory(Name name) throws FileSystemException {
        String operation = "remove directory";
        if (!stat(operation, name).isDirectory()) {
            throw failing(operation, name).withReason(Reason.NOT_A_DIRECTORY).toException();
        }
        delete(operation, name);
    }

    @Override
    public void removeLink(Name name, Judge judge) throws FileSystemException {
        String operation = "remove";
        Status status = stat(operation, name);
        judge.judge(status, null);
        if (status.isDirectory()) {
            throw failing(operation, name).withReason(Reason.IS_A_DIRECTORY).toException();
        }
        delete(operation, name);
    }

    @Override
    public Contents contents() throws FileSystemException {
        return volume.isDefault() || capabilities().has(Capability.CONTENTS)
                ? new NioContents(volume, this)
                : Directory.super.contents();
    }

    @Override
    public void close() {
        closed = true;
    }

    void requireDirectory() throws FileSystemException {
        String operation = "open";
        Path place = place(operation);
        try {
            if (!volume.statuses().follow(place).isDirectory()) {
                throw failing(operation).withReason(Reason.NOT_A_DIRECTORY).toException();
            }
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, e);
        }
    }

    /// Some providers make things in what is no directory: that of the JDK for archives does so in a file.
    void requireDirectoryBefore(String operation, Name name) throws FileSystemException {
        if (volume.isDefault()) {
            return;
        }
        try {
            if (!volume.statuses().follow(place(operation)).isDirectory()) {
                throw failing(operation, name).withReason(Reason.NOT_A_DIRECTORY).toException();
            }
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, name, e);
        }
    }

    private Status stat(String operation, Name name) throws FileSystemException {
        Path place = place(operation, name);
        try {
            return volume.statuses().read(place);
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, name, e);
        }
    }

    private void delete(String operation, Name name) throws FileSystemException {
        Path place = place(operation, name);
        try {
            Files.delete(place);
        } catch (IOException | RuntimeException e) {
            throw refusal(operation, name, e);
        }
    }

    private NioDirectory ofSameSystem(String operation, Name name, Directory other) throws FileSystemException {
        if (other instanceof NioDirectory directory
                && directory.volume.fileSystem().equals(volume.fileSystem())) {
            return directory;
        }
        throw failing(operation, name).withReason(Reason.CROSS_FILE_SYSTEM)
                .withRemark("the other directory belongs to another link system").toException();
    }

    Path place(String operation) throws FileSystemException {
        requireOpen(operation, path);
        try {
            Path place = places.directory();
            if (place != null) {
                return place;
            }
        } catch (RuntimeException e) {
            throw refusal(operation, e);
        }
        throw NioPlaces.unspeakable(failing(operation));
    }

    Path place(String operation, Name name) throws FileSystemException {
        if (closed) {
            requireOpen(operation, path.resolve(name));
        }
        try {
            Path place = places.of(name);
            if (place != null) {
                return place;
            }
        } catch (RuntimeException e) {
            throw refusal(operation, name, e);
        }
        throw NioPlaces.unspeakable(failing(operation, name));
    }

    private void requireOpen(String operation, LinkPath object) throws FileSystemException {
        if (closed) {
            throw FailureDetails.of(operation, object, Reason.OTHER).withRemark("the directory has been closed")
                    .toException();
        }
    }

    private FailureDetails failing(String operation) {
        return FailureDetails.of(operation, path, Reason.OTHER);
    }

    private FailureDetails failing(String operation, Name name) {
        return FailureDetails.of(operation, path.resolve(name), Reason.OTHER);
    }

    private FileSystemException refusal(String operation, Exception thrown) {
        return NioRefusal.of(failing(operation), thrown);
    }

    private FileSystemException refusal(String operation, Name name, Exception thrown) {
        return NioRefusal.of(failing(operation, name), thrown);
    }
}
