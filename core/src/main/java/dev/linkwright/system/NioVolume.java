package dev.linkwright.system;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import dev.linkwright.Capability;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// What is known about a file system as a whole, and what it can do.
final class NioVolume {
    private final FileSystem fileSystem;
    private final PathRules rules;
    private final boolean isDefault;
    private final String whyNoBetter;
    private @Nullable StatusReader statuses;
    private @Nullable LinkCapabilities ofDefault;

    NioVolume(FileSystem fileSystem, String whyNoBetter) {
        this.fileSystem = fileSystem;
        this.rules = fileSystem.getSeparator().equals("\\") ? PathRules.WINDOWS : PathRules.POSIX;
        this.isDefault = fileSystem.equals(FileSystems.getDefault());
        this.whyNoBetter = whyNoBetter;
    }

    FileSystem fileSystem() {
        return fileSystem;
    }

    PathRules rules() {
        return rules;
    }

    boolean isDefault() {
        return isDefault;
    }

    /// The default file system of a POSIX system: its paths are bytes, and its provider makes one system call for
    /// each of ours.
    boolean isPosixDisk() {
        return isDefault && rules == PathRules.POSIX;
    }

    /// The default file system of Windows.
    boolean isWindowsDisk() {
        return isDefault && rules == PathRules.WINDOWS;
    }

    /// `link(2)` does not follow a symbolic link on Linux; elsewhere, and in other providers, it may.
    boolean linksLinksThemselves() {
        return isPosixDisk() && System.getProperty("os.name", "").equals("Linux");
    }

    boolean hasPosixPermissions() {
        return fileSystem.supportedFileAttributeViews().contains("posix");
    }

    boolean hasAccessControlLists() {
        return fileSystem.supportedFileAttributeViews().contains("acl");
    }

    /// Made when it is first wanted: reading and making links does without.
    StatusReader statuses() {
        StatusReader known = statuses;
        if (known == null) {
            known = new StatusReader(fileSystem, isWindowsDisk());
            statuses = known;
        }
        return known;
    }

    LinkCapabilities capabilities(Path directory) throws IOException {
        if (!isDefault) {
            return ofOtherProvider(directory);
        }
        LinkCapabilities known = ofDefault;
        if (known == null) {
            known = isPosixDisk() ? ofPosixDisk() : ofWindowsDisk();
            ofDefault = known;
        }
        return known;
    }

    private LinkCapabilities ofPosixDisk() {
        return withoutWhatNioLacks(LinkCapabilities.none().with(Capability.SYMBOLIC_LINKS, Capability.HARD_LINKS,
                Capability.VERBATIM_NAMES, Capability.ATOMIC_REPLACE, Capability.IDENTITY))
                .without(Capability.TARGET_KIND, "links of POSIX systems have no kind");
    }

    private LinkCapabilities ofWindowsDisk() {
        return withoutWhatNioLacks(LinkCapabilities.none().with(Capability.SYMBOLIC_LINKS, Capability.HARD_LINKS))
                .without(Capability.TARGET_KIND, because("java.nio.file takes the kind from what the target is"))
                .without(Capability.VERBATIM_NAMES, because("java.nio.file cannot give every name to Windows"))
                .without(Capability.ATOMIC_REPLACE, because("an atomic move replaces file links only"))
                .without(Capability.IDENTITY, because("java.nio.file does not tell file ids"));
    }

    /// What another provider has is found out by calls that cannot change anything: reading a directory as a link,
    /// and giving a directory a name that is taken, by itself.
    private LinkCapabilities ofOtherProvider(Path directory) throws IOException {
        LinkCapabilities capabilities = withoutWhatNioLacks(LinkCapabilities.none())
                .without(Capability.TARGET_KIND, "this provider does not tell kinds of links")
                .without(Capability.VERBATIM_NAMES, "this provider may change names")
                .without(Capability.ATOMIC_REPLACE, "whether this provider replaces in an atomic move is not known");
        Object key = Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
        capabilities = key instanceof Number
                ? capabilities.with(Capability.IDENTITY)
                : capabilities.without(Capability.IDENTITY, "this provider has no file keys that are numbers");
        capabilities = knowsLinks(directory)
                ? capabilities.with(Capability.SYMBOLIC_LINKS)
                : capabilities.without(Capability.SYMBOLIC_LINKS, "this provider has no symbolic links")
                        .without(Capability.CONTENTS, "this provider does not know opening without following links");
        return knowsHardLinks(directory)
                ? capabilities.with(Capability.HARD_LINKS)
                : capabilities.without(Capability.HARD_LINKS, "this provider has no hard links");
    }

    private static boolean knowsLinks(Path directory) throws IOException {
        try {
            Files.readSymbolicLink(directory);
            return true;
        } catch (FileSystemException isNoLink) {
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean knowsHardLinks(Path directory) throws IOException {
        try {
            Files.createLink(directory, directory);
            return true;
        } catch (FileSystemException isTaken) {
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private LinkCapabilities withoutWhatNioLacks(LinkCapabilities capabilities) {
        return capabilities.with(Capability.CONTENTS)
                .without(Capability.VERBATIM_TEXT, because("java.nio.file drops doubled and trailing separators"))
                .without(Capability.JUNCTIONS, because("java.nio.file has no junctions"))
                .without(Capability.REPARSE_POINTS, because("java.nio.file has no reparse data"))
                .without(Capability.RENAME_NO_REPLACE,
                        because("java.nio.file looks and renames in two steps, if nothing is to be replaced"))
                .without(Capability.RENAME_EXCHANGE, because("java.nio.file cannot exchange two names"))
                .without(Capability.COMPARE_AND_SET, because("java.nio.file cannot exchange two names"))
                .without(Capability.HELD_DIRECTORIES, because("java.nio.file makes and reads links by path only"))
                .without(Capability.NATIVE_CODES, because("java.nio.file does not tell codes"))
                .without(Capability.BELIEVED_SUCCESS,
                        because("java.nio.file does not tell a local file system from others"));
    }

    /// Not by `+`, whose machinery is loaded at the first use: the command line asks this at every creation.
    private String because(String why) {
        return whyNoBetter.isEmpty() ? why : why.concat("; native calls are not used: ").concat(whyNoBetter);
    }
}
