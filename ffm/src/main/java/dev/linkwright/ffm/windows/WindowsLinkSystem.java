package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.Optional;

import dev.linkwright.Directory;
import dev.linkwright.Hold;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.path.PathRules;

/// The links of this machine by the functions of Windows.
final class WindowsLinkSystem implements LinkSystem {
    private static final String DOS_DEVICES = "\\??\\";

    @Override
    public String name() {
        return "windows";
    }

    @Override
    public PathRules rules() {
        return PathRules.WINDOWS;
    }

    @Override
    public Directory at(LinkPath directory) {
        requireWindows(directory);
        return new NamedDirectory(directory);
    }

    @Override
    public Directory open(LinkPath directory) throws FileSystemException {
        return open(directory, Hold.SHARED);
    }

    @Override
    public Directory open(LinkPath directory, Hold hold) throws FileSystemException {
        requireWindows(directory);
        return hold(directory, directory, hold);
    }

    @Override
    public boolean isRemoteDrive(char letter) {
        return Drives.ofThisSession().isRemote(letter);
    }

    @Override
    public Optional<String> substitutedDrive(char letter) {
        return Drives.ofThisSession().directoryOf(letter);
    }

    @Override
    public LinkPath pathOf(Path path) {
        if (!path.getFileSystem().equals(FileSystems.getDefault())) {
            throw new ProviderMismatchException(path.getFileSystem() + " is not the default file system");
        }
        return LinkPath.of(path);
    }

    /// Opens the directory at a path; links on the way and at the end are followed.
    ///
    /// @param name by which it is called in messages
    static HeldDirectory hold(LinkPath directory, LinkPath name, Hold hold) throws FileSystemException {
        try (Arena arena = Arena.ofConfined()) {
            ObjectName object = ObjectName.ofPath(ntPath(arena, directory));
            Opening how = hold == Hold.PINNED ? Opening.PIN_THROUGH_LINKS : Opening.HOLD_THROUGH_LINKS;
            return new HeldDirectory(name, new Handle(Holding.open(arena, object, how)), hold);
        } catch (WindowsCallException e) {
            throw new Refusal(WindowsDirectory.OPEN, name, e).toException();
        }
    }

    /// What Windows makes of a path; the empty one is the current directory.
    static String ntPath(Arena arena, LinkPath path) throws WindowsCallException {
        return NtDll.rtlDosPathNameToNtPathName(arena, path.isEmpty() ? "." : path.units());
    }

    /// The current directory of a drive, of which a process has one for each letter.
    static String currentDirectory(char drive) {
        try (Arena arena = Arena.ofConfined()) {
            return NtDll.rtlDosPathNameToNtPathName(arena, drive + ":").substring(DOS_DEVICES.length());
        } catch (WindowsCallException noSuchDrive) {
            return drive + ":\\";
        }
    }

    private static void requireWindows(LinkPath path) {
        if (path.rules() != PathRules.WINDOWS) {
            throw new ProviderMismatchException("a path of another system: " + path);
        }
    }
}
