package dev.linkwright.ffm.posix;

import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.Directory;
import dev.linkwright.FileSystemTable;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.path.PathRules;

/// The links of this machine by the functions of its C library.
final class PosixLinkSystem implements LinkSystem {
    private final Platform platform;
    private final BelievedPlaces believed = new BelievedPlaces(System::nanoTime);

    PosixLinkSystem(Platform platform) {
        this.platform = platform;
    }

    @Override
    public String name() {
        return "posix";
    }

    @Override
    public PathRules rules() {
        return PathRules.POSIX;
    }

    @Override
    public Directory at(LinkPath directory) {
        requirePosix(directory);
        return new NamedDirectory(platform, directory, believed);
    }

    @Override
    public Directory open(LinkPath directory) throws FileSystemException {
        requirePosix(directory);
        return hold(platform, directory);
    }

    @Override
    public Optional<Directory> openWithoutLinks(LinkPath directory) {
        requirePosix(directory);
        try (Scratch scratch = Scratch.take()) {
            int fd = platform.openWithoutLinks(scratch, scratch.first.of(directory));
            return fd < 0
                    ? Optional.empty()
                    : Optional.of(new HeldDirectory(platform, directory, new Opened(fd, false)));
        }
    }

    /// The path goes to the system as it is: taking it apart and putting it together again costs more than the JDK's
    /// own way of reading a link.
    @Override
    public LinkTarget readLink(LinkPath link) throws FileSystemException {
        requirePosix(link);
        LinkPath path = link.withoutTrailingSeparators();
        Ntfs3g ntfs3g = platform.ntfs3g();
        if (ntfs3g != null && ntfs3g.mayBeMounted()) {
            return LinkSystem.super.readLink(path);
        }
        try (Scratch scratch = Scratch.take()) {
            return LinkText.read(platform.calls, scratch, platform.numbers.atFdcwd(), scratch.first.of(path));
        } catch (NativeCallException e) {
            throw new Refusal(platform, "read", path, e).ofReading();
        }
    }

    @Override
    public Set<LinkPath> mountPlaces() {
        return FileSystemTable.ofThisMachine().mountPlaces();
    }

    @Override
    public LinkPath pathOf(Path path) {
        if (!path.getFileSystem().equals(FileSystems.getDefault())) {
            throw new ProviderMismatchException(path.getFileSystem() + " is not the default file system");
        }
        return LinkPath.of(path);
    }

    /// Opens the directory at a path; links on the way and at the end are followed.
    static HeldDirectory hold(Platform platform, LinkPath directory) throws FileSystemException {
        try (Scratch scratch = Scratch.take()) {
            return new HeldDirectory(platform, directory, platform.openDirectory(scratch, platform.numbers.atFdcwd(),
                    scratch.first.of(directory), Platform.FollowLinks.YES));
        } catch (NativeCallException e) {
            throw new Refusal(platform, "open", directory, e).toException();
        }
    }

    private static void requirePosix(LinkPath path) {
        if (path.rules() != PathRules.POSIX) {
            throw new ProviderMismatchException("a path of another system: " + path);
        }
    }
}
