package dev.linkwright.system;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;

/// Contents and attributes by path, as far as `java.nio.file` knows them: extended attributes of the space `user`, owner
/// and mode where there is the view `unix`, times; no holes, and no special files.
///
/// An object is not held: whoever swaps the directory above it between two calls leads the second one astray.
final class NioContents implements Contents {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> CREATE = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    private final NioVolume volume;
    private final NioDirectory directory;

    NioContents(NioVolume volume, NioDirectory directory) {
        this.volume = volume;
        this.directory = directory;
    }

    @Override
    public Attributes attributes(Name name) throws FileSystemException {
        return attributes(volume, directory.place("look at", name), directory.path().resolve(name));
    }

    static Attributes attributes(NioVolume volume, Path place, LinkPath path) throws FileSystemException {
        try {
            BasicFileAttributes times = Files.readAttributes(place, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            return new Attributes(volume.statuses().read(place), times.lastAccessTime().toInstant(), 0);
        } catch (IOException | RuntimeException e) {
            throw NioRefusal.of(FailureDetails.of("look at", path, Reason.OTHER), e);
        }
    }

    /// What was opened cannot be asked what it is: the name is looked at before and after.
    @Override
    public HeldObject openFile(Name name, Attributes expected) throws FileSystemException {
        FailureDetails failing = failing("open", name);
        if (expected.type() != FileType.FILE) {
            Reason reason = expected.status().isSymbolicLink() ? Reason.IS_A_LINK : Reason.OTHER;
            throw failing.withReason(reason).withRemark("it is no regular file").toException();
        }
        requireSame(name, expected, failing);
        Path place = directory.place("open", name);
        SeekableByteChannel channel;
        try {
            channel = Files.newByteChannel(place, READ);
        } catch (IOException | RuntimeException e) {
            throw NioRefusal.of(failing, e);
        }
        NioObject opened = new NioObject(volume, place, failing.link(), expected, channel);
        boolean isSame = false;
        try {
            requireSame(name, expected, failing);
            isSame = true;
        } finally {
            if (!isSame) {
                opened.close();
            }
        }
        return opened;
    }

    private void requireSame(Name name, Attributes expected, FailureDetails failing) throws FileSystemException {
        Attributes found = attributes(name);
        boolean same = found.type() == FileType.FILE
                && (expected.identity() == null || expected.identity().equals(found.identity()));
        if (!same) {
            throw failing.withReason(found.status().isSymbolicLink() ? Reason.IS_A_LINK : Reason.CHANGED_BY_OTHERS)
                    .toException();
        }
    }

    @Override
    public HeldObject createFile(Name name) throws FileSystemException {
        FailureDetails failing = failing("create", name);
        Path place = directory.place("create", name);
        directory.requireDirectoryBefore("create", name);
        try {
            SeekableByteChannel channel = Files.newByteChannel(place, CREATE, forOwnerOnly());
            return new NioObject(volume, place, failing.link(), null, channel);
        } catch (IOException | RuntimeException e) {
            throw NioRefusal.of(failing, e);
        }
    }

    private FileAttribute<?>[] forOwnerOnly() {
        return volume.hasPosixPermissions()
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    @Override
    public HeldObject hold(Name name) throws FileSystemException {
        return new NioObject(volume, directory.place("open", name), directory.path().resolve(name), attributes(name),
                null);
    }

    @Override
    public HeldObject holdDirectory() throws FileSystemException {
        Path place = directory.place("open");
        try {
            Path itself = place.toRealPath();
            return new NioObject(volume, itself, directory.path(), attributes(volume, itself, directory.path()), null);
        } catch (IOException | RuntimeException e) {
            throw NioRefusal.of(FailureDetails.of("open", directory.path(), Reason.OTHER), e);
        }
    }

    @Override
    public void makeSpecialFile(Name name, FileType type, long device) throws FileSystemException {
        throw failing("create", name).withReason(Reason.CAPABILITY_MISSING)
                .withRemark("java.nio.file makes no pipes, sockets and devices").toException();
    }

    private FailureDetails failing(String operation, Name name) {
        return FailureDetails.of(operation, directory.path().resolve(name), Reason.OTHER);
    }
}
