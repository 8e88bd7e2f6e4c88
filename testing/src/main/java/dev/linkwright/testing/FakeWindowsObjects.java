package dev.linkwright.testing;

import java.util.EnumSet;
import java.util.Set;

import dev.linkwright.FileType;
import dev.linkwright.Name;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.StoredTarget;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.UnwritableReparseDataException;
import dev.linkwright.win32.Win32Error;

/// What Windows does with the objects in a directory, by a name that is taken as it is: the ground on which the
/// primitives of the seam and the functions of [FakeKernel32] stand.
final class FakeWindowsObjects {
    static final int FLAG_DIRECTORY = 0x1;
    static final int FLAG_UNPRIVILEGED = 0x2;

    private final FakeMachine machine;
    private final FakeSettings settings;

    FakeWindowsObjects(FakeMachine machine, FakeSettings settings) {
        this.machine = machine;
        this.settings = settings;
    }

    FakeNode find(FakeFolder folder, Name name) throws FakeRefusal {
        requirePossible(name);
        FakeNode node = folder.find(name);
        if (node == null) {
            throw new FakeRefusal(Win32Error.FILE_NOT_FOUND);
        }
        if (node.isDeletePending()) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        return node;
    }

    FakeFolder createDirectory(FakeFolder folder, Name name) throws FakeRefusal {
        requireRoomFor(folder, name);
        FakeFolder made = new FakeFolder(machine, folder.volume(), FakeFolder.Case.INSENSITIVE);
        add(folder, name, made);
        return made;
    }

    FakeFile createFile(FakeFolder folder, Name name) throws FakeRefusal {
        requireRoomFor(folder, name);
        FakeFile made = new FakeFile(machine, folder.volume(), FileType.FILE);
        add(folder, name, made);
        return made;
    }

    void hardLink(FakeFolder folder, Name name, FakeNode existing) throws FakeRefusal {
        requireRoomFor(folder, name);
        if (!existing.volume().equals(folder.volume())) {
            throw new FakeRefusal(Win32Error.NOT_SAME_DEVICE);
        }
        if (existing instanceof FakeFolder) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        if (settings.has(FakeCondition.NO_HARD_LINKS, folder.volume())) {
            throw new FakeRefusal(Win32Error.INVALID_FUNCTION);
        }
        add(folder, name, existing);
    }

    /// `CreateSymbolicLinkW` after the path of the link has been found: an empty object is made, reparse data are set
    /// on it, and it goes again if that fails. Without flag 0x2 the function first enables the privilege and gives up
    /// if there is none; with it, it lets the file system decide.
    void createSymbolicLink(FakeFolder folder, Name name, String target, int flags) throws FakeRefusal {
        if (settings.has(FakeCondition.SILENT_CREATE, folder.volume())) {
            return;
        }
        int known = settings.has(FakeCondition.BEFORE_1703) ? FLAG_DIRECTORY : FLAG_DIRECTORY | FLAG_UNPRIVILEGED;
        if ((flags & ~known) != 0) {
            throw new FakeRefusal(Win32Error.INVALID_PARAMETER);
        }
        boolean unprivileged = (flags & FLAG_UNPRIVILEGED) != 0;
        boolean privileged = !settings.has(FakeCondition.NO_PRIVILEGE);
        if (!privileged && !unprivileged) {
            throw new FakeRefusal(Win32Error.PRIVILEGE_NOT_HELD);
        }
        byte[] data = data(target);
        boolean directory = (flags & FLAG_DIRECTORY) != 0;
        boolean allowed = privileged || settings.has(FakeCondition.DEVELOPER_MODE);
        create(folder, name, directory, data,
                allowed ? FakeReparse.Right.ALL : FakeReparse.Right.NO_SYMBOLIC_LINKS);
    }

    /// The reparse data for a text as a Win32 program gives it; empty data, which are refused when they are set, for a
    /// text that makes none.
    private byte[] data(String target) {
        if (target.isEmpty()) {
            return new byte[0];
        }
        String current = settings.workingDirectory().units();
        StoredTarget stored = PathRules.WINDOWS.stored(target, FakeNtPath.directories(current));
        try {
            return ReparseBuffer.encode(ReparseData.SymbolicLink.of(stored));
        } catch (UnwritableReparseDataException e) {
            return new byte[0];
        }
    }

    /// Makes an object and sets reparse data on it; nothing is left if they are refused.
    void create(FakeFolder folder, Name name, boolean directory, byte[] data, FakeReparse.Right right)
            throws FakeRefusal {
        FakeNode made = directory ? createDirectory(folder, name) : createFile(folder, name);
        try {
            requireReparsePoints(folder.volume());
            FakeReparse.set(made, data, right);
        } catch (FakeRefusal refusal) {
            take(folder, name, made);
            throw refusal;
        }
    }

    void requireReparsePoints(FakeVolume volume) throws FakeRefusal {
        if (settings.has(FakeCondition.NO_LINKS, volume)) {
            throw new FakeRefusal(Win32Error.INVALID_FUNCTION);
        }
    }

    /// Removes a file or file link.
    void deleteFile(FakeFolder folder, Name name) throws FakeRefusal {
        FakeNode node = find(folder, name);
        if (node instanceof FakeFolder) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        delete(folder, name, node);
    }

    /// Removes an empty directory, a directory link or a junction.
    void deleteDirectory(FakeFolder folder, Name name) throws FakeRefusal {
        if (!(find(folder, name) instanceof FakeFolder found)) {
            throw new FakeRefusal(Win32Error.DIRECTORY);
        }
        delete(folder, name, found);
    }

    private void delete(FakeFolder folder, Name name, FakeNode node) throws FakeRefusal {
        if (node.isReadOnly() && !(node instanceof FakeFolder)) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        remove(folder, name, node);
    }

    /// Removes whatever it is, read-only or not.
    void remove(FakeFolder folder, Name name, FakeNode node) throws FakeRefusal {
        requireNotPinned(node);
        requireWritable(folder);
        if (node instanceof FakeFolder found && !found.isEmpty()) {
            throw new FakeRefusal(Win32Error.DIR_NOT_EMPTY);
        }
        if (!node.handles().stream().allMatch(FakeHandle::sharesDelete)) {
            throw new FakeRefusal(Win32Error.SHARING_VIOLATION);
        }
        take(folder, name, node);
    }

    /// Both open it with the right to delete, which a holder may keep to himself.
    private void requireNotPinned(FakeNode node) throws FakeRefusal {
        if (node instanceof FakeFolder directory && machine.isPinned(directory)) {
            throw new FakeRefusal(Win32Error.SHARING_VIOLATION);
        }
    }

    void take(FakeFolder folder, Name name, FakeNode node) {
        folder.take(name);
        if (node instanceof FakeFolder removed) {
            removed.markRemoved();
        }
        folder.touch(machine.now());
    }

    /// `FileRenameInfoEx`; without flags also `FileRenameInfo` and `MoveFileW`.
    void rename(FakeFolder folder, Name from, FakeFolder to, Name newName, Set<FakeRename> flags) throws FakeRefusal {
        FakeNode moved = find(folder, from);
        requireNotPinned(moved);
        requirePossible(newName);
        boolean posix = flags.contains(FakeRename.POSIX);
        if (posix && settings.has(FakeCondition.NO_POSIX_SEMANTICS, folder.volume())) {
            throw new FakeRefusal(Win32Error.INVALID_PARAMETER);
        }
        if (!folder.volume().equals(to.volume())) {
            throw new FakeRefusal(Win32Error.NOT_SAME_DEVICE);
        }
        if (moved instanceof FakeFolder subtree && to.isWithin(subtree)) {
            throw new FakeRefusal(Win32Error.INVALID_PARAMETER);
        }
        if (moved instanceof FakeFolder subtree && machine.holdsBelow(subtree)) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        requireWritable(folder);
        requireWritable(to);
        FakeNode there = to.find(newName);
        if (there != null && there != moved) {
            requireReplaceable(moved, there, flags);
            take(to, newName, there);
        } else if (there != null && !(folder == to && folder.spelling(from).equals(folder.spelling(newName)))) {
            take(to, newName, there);
        }
        folder.take(from);
        to.put(newName, moved);
        folder.touch(machine.now());
        to.touch(machine.now());
    }

    private static void requireReplaceable(FakeNode moved, FakeNode there, Set<FakeRename> flags)
            throws FakeRefusal {
        if (!flags.contains(FakeRename.REPLACE)) {
            throw new FakeRefusal(Win32Error.ALREADY_EXISTS);
        }
        boolean posix = flags.contains(FakeRename.POSIX);
        boolean readOnly = there.isReadOnly() && !flags.contains(FakeRename.IGNORE_READ_ONLY);
        boolean inUse = posix
                ? !there.handles().stream().allMatch(FakeHandle::sharesDelete)
                : !there.handles().isEmpty();
        boolean isFolder = there instanceof FakeFolder;
        boolean kindsFit = isFolder ? posix && moved instanceof FakeFolder : !(moved instanceof FakeFolder);
        if (there.isDeletePending() || readOnly || inUse || !kindsFit) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        if (there instanceof FakeFolder displaced && !displaced.isEmpty()) {
            throw new FakeRefusal(Win32Error.DIR_NOT_EMPTY);
        }
    }

    /// The flags with which a link system renames: what this Windows has of the best.
    Set<FakeRename> replacing(FakeVolume volume) {
        return settings.has(FakeCondition.NO_POSIX_SEMANTICS, volume)
                ? EnumSet.of(FakeRename.REPLACE)
                : EnumSet.allOf(FakeRename.class);
    }

    private void requireRoomFor(FakeFolder folder, Name name) throws FakeRefusal {
        requirePossible(name);
        FakeNode there = folder.find(name);
        if (there != null) {
            throw new FakeRefusal(
                    there.isDeletePending() ? Win32Error.ACCESS_DENIED : Win32Error.ALREADY_EXISTS);
        }
        if (folder.isRemoved()) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        requireWritable(folder);
        if (settings.has(FakeCondition.FULL, folder.volume())) {
            throw new FakeRefusal(Win32Error.DISK_FULL);
        }
    }

    void requireWritable(FakeFolder folder) throws FakeRefusal {
        if (settings.has(FakeCondition.READ_ONLY, folder.volume())) {
            throw new FakeRefusal(Win32Error.WRITE_PROTECT);
        }
        if (folder.isReadOnly() && !folder.isReparsePoint()) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
    }

    private static void requirePossible(Name name) throws FakeRefusal {
        if (FakeNtPath.isImpossible(name.units())) {
            throw new FakeRefusal(Win32Error.INVALID_NAME);
        }
    }

    private void add(FakeFolder folder, Name name, FakeNode node) {
        folder.put(name, node);
        folder.touch(machine.now());
    }
}
