package dev.linkwright.system;

import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.Set;

import dev.linkwright.Directory;
import dev.linkwright.FileSystemTable;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.path.PathRules;

/// Link work by `java.nio.file` alone: on the default file system where the system's own calls cannot be used, and on
/// any other one (in memory, in an archive) as far as that can carry links.
///
/// ## What it cannot do, and refuses
/// - **Hold a directory.** There is no call that works relative to a handle and makes or reads links, so every
///   primitive resolves the directory's path anew.
/// - **Store any text.** `Path` drops doubled and trailing separators, and other providers more. A text that the
///   provider would change is refused with [dev.linkwright.Reason#CAPABILITY_MISSING] before anything is touched; only
///   `/` becomes `\` where paths are those of Windows, as `CreateSymbolicLink` has it. What is *read* is exact.
/// - **Rename without replacing, or exchange.** `Files.move` looks first and renames then, which is two steps. A
///   rename is an `ATOMIC_MOVE` here or nothing.
/// - **Tell a file from a directory while removing.** `Files.delete` removes both, so [Directory#unlink],
///   [Directory#removeDirectory] and [Directory#removeLink] look right before: an object that is swapped in between
///   look and removal is removed in its place, an empty directory included.
/// - **Choose the kind of a Windows link.** The JDK looks at the target, wherever that is, and makes the link of the
///   kind that it finds, or for a file; another wish is refused. Which reparse point stands at a name it does not tell:
///   none but symbolic links are touched.
///
/// Failures carry no code of the system; the reason comes from the exception's class, or from its text where that is
/// one of the messages of Linux or of an English Windows, else it is [dev.linkwright.Reason#OTHER] with that text.
///
/// Thread-safe, as far as the provider is.
public final class NioLinkSystem implements LinkSystem {
    private final NioVolume volume;

    private NioLinkSystem(NioVolume volume) {
        this.volume = volume;
    }

    /// The links of this file system.
    public static NioLinkSystem of(FileSystem fileSystem) {
        return of(fileSystem, "");
    }

    /// @param whyNoBetter why a better link system could not be used, as a clause; empty if none was wanted
    static NioLinkSystem of(FileSystem fileSystem, String whyNoBetter) {
        return new NioLinkSystem(new NioVolume(fileSystem, whyNoBetter));
    }

    @Override
    public String name() {
        return NioProvider.NAME;
    }

    @Override
    public PathRules rules() {
        return volume.rules();
    }

    /// {@inheritDoc}
    ///
    /// @throws ProviderMismatchException if the path has the syntax of another system
    @Override
    public Directory at(LinkPath directory) {
        requireRules(directory);
        return new NioDirectory(volume, directory);
    }

    /// {@inheritDoc}
    ///
    /// Nothing is held here: it is looked at, once, and named from then on.
    ///
    /// @throws ProviderMismatchException if the path has the syntax of another system
    @Override
    public Directory open(LinkPath directory) throws FileSystemException {
        requireRules(directory);
        NioDirectory opened = new NioDirectory(volume, directory);
        opened.requireDirectory();
        return opened;
    }

    @Override
    public Set<LinkPath> mountPlaces() {
        boolean ofThisMachine = volume.isDefault() && rules() == PathRules.POSIX;
        return ofThisMachine ? FileSystemTable.ofThisMachine().mountPlaces() : Set.of();
    }

    @Override
    public LinkPath pathOf(Path path) {
        if (!path.getFileSystem().equals(volume.fileSystem())) {
            throw new ProviderMismatchException("'" + path + "' belongs to another file system");
        }
        return LinkPath.of(path);
    }

    private void requireRules(LinkPath path) {
        if (path.rules() != rules()) {
            throw new ProviderMismatchException("'" + path + "' has the syntax of another system");
        }
    }
}
