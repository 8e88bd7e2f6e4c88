package dev.linkwright.testing;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.win32.CreateSymbolicLinkW;
import dev.linkwright.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/// The functions of kernel32 that read, replace and remove links, over the objects of a [FakeLinkSystem] and with the
/// answers of Windows: what is returned, and the last error. The function that makes them is
/// [dev.linkwright.win32.Kernel32#createSymbolicLink] of `Kernel32.on(fake)`.
///
/// ```java
/// FakeKernel32 kernel32 = FakeLinkSystem.windows().kernel32();
/// kernel32.removeDirectory("C:\\current");   // false if there is nothing
/// kernel32.getLastError();                   // 2
/// ```
///
/// Paths are read as Win32 reads them: folded, without dots and blanks at the end unless they start with `\\?\`, counted
/// from the working directory of the link system. The last error belongs to this object and not to a thread, so use
/// one for each thread; what it works on is shared and safe. As with the real functions it is meaningful only after a
/// failure.
public final class FakeKernel32 {
    /// What [#getFileAttributes] returns when it fails.
    public static final int INVALID_FILE_ATTRIBUTES = -1;

    /// `MAX_PATH` with the zero at the end.
    private static final int MAX_PATH = 260;
    private static final String VERBATIM = "\\\\?\\";

    private final FakeMachine machine;
    private FakeSettings settings;
    private FakeWindowsObjects objects;
    private int lastError;

    FakeKernel32(FakeMachine machine, FakeSettings settings) {
        this.machine = machine;
        this.settings = settings;
        this.objects = new FakeWindowsObjects(machine, settings);
    }

    /// `GetLastError`.
    public int getLastError() {
        return lastError;
    }

    /// `SetLastError`.
    public void setLastError(int error) {
        lastError = error;
    }

    /// `CreateSymbolicLinkW`, for [FakeLinkSystem#createSymbolicLinkW]. When it succeeds the last error is 0, except under
    /// [FakeCondition#SILENT_CREATE], where it stays as it was.
    CreateSymbolicLinkW.Answer createSymbolicLink(String link, String target, int flags) {
        boolean created = succeeds(() -> {
            boolean directory = (flags & FakeWindowsObjects.FLAG_DIRECTORY) != 0;
            FakePlace place = place(link);
            if (place.endsInSeparator() && !directory) {
                throw new FakeRefusal(Win32Error.INVALID_NAME);
            }
            objects.createSymbolicLink(place.folder(), place.name(), target, flags);
            if (!settings.has(FakeCondition.SILENT_CREATE, place.folder().volume())) {
                lastError = 0;
            }
        });
        return new CreateSymbolicLinkW.Answer(created, lastError);
    }

    /// `GetFileAttributesW`: those of a link itself.
    ///
    /// @return the attributes, or [#INVALID_FILE_ATTRIBUTES]
    public int getFileAttributes(String path) {
        return answers(() -> FakeAttributes.of(find(path, FakeWindowsWalk.AtTheEnd.OPEN_REPARSE_POINT)),
                INVALID_FILE_ATTRIBUTES);
    }

    /// `FindFirstFileW` for a path without `*` and `?`: the attributes of the object itself.
    ///
    /// @return the attributes in the lower and the tag (`dwReserved0`) in the upper 32 bits, or -1
    public long findFirstFile(String path) {
        return answers(() -> FakeAttributes.withTag(find(path, FakeWindowsWalk.AtTheEnd.OPEN_REPARSE_POINT)), -1L);
    }

    /// `DeleteFileW`.
    public boolean deleteFile(String path) {
        return succeeds(() -> {
            FakePlace place = place(path);
            objects.deleteFile(place.folder(), place.name());
        });
    }

    /// `RemoveDirectoryW`.
    public boolean removeDirectory(String path) {
        return succeeds(() -> {
            FakePlace place = place(path);
            objects.deleteDirectory(place.folder(), place.name());
        });
    }

    /// `MoveFileExW` with `MOVEFILE_REPLACE_EXISTING` or, if nothing may be replaced, `MoveFileW`.
    ///
    /// @param replace [FakeRename#REPLACE] or nothing
    /// @throws IllegalArgumentException for other flags
    public boolean moveFile(String from, String to, FakeRename... replace) {
        Set<FakeRename> flags = flags(replace);
        flags.removeAll(EnumSet.of(FakeRename.REPLACE));
        if (!flags.isEmpty()) {
            throw new IllegalArgumentException("not for MoveFileExW: " + flags);
        }
        return succeeds(() -> {
            FakePlace source = place(from);
            FakePlace destination = place(to);
            objects.rename(source.folder(), source.name(), destination.folder(), destination.name(),
                    flags(replace));
        });
    }

    /// `CreateFileW` on what exists, links followed. The fake refuses the root of a volume (5).
    ///
    /// @return the handle, or null for `INVALID_HANDLE_VALUE`
    public @Nullable FakeHandle createFile(String path, FakeHandle.Share share, FakeHandle.Access... access) {
        return answers(() -> handle(path, FakeWindowsWalk.AtTheEnd.FOLLOW, share, access), null);
    }

    /// `CreateFileW` on what exists, with `FILE_FLAG_OPEN_REPARSE_POINT` and `FILE_FLAG_BACKUP_SEMANTICS`: a link itself.
    ///
    /// @return the handle, or null for `INVALID_HANDLE_VALUE`
    public @Nullable FakeHandle openReparsePoint(String path, FakeHandle.Share share, FakeHandle.Access... access) {
        return answers(() -> handle(path, FakeWindowsWalk.AtTheEnd.OPEN_REPARSE_POINT, share, access), null);
    }

    /// `CreateFileW` on what exists, with `FILE_FLAG_OPEN_REPARSE_POINT` alone: a file link itself, and no directory.
    ///
    /// @return the handle, or null for `INVALID_HANDLE_VALUE`
    public @Nullable FakeHandle openFileReparsePoint(String path, FakeHandle.Share share,
            FakeHandle.Access... access) {
        return answers(() -> {
            if (find(path, FakeWindowsWalk.AtTheEnd.OPEN_REPARSE_POINT) instanceof FakeFolder) {
                throw new FakeRefusal(Win32Error.ACCESS_DENIED);
            }
            return handle(path, FakeWindowsWalk.AtTheEnd.OPEN_REPARSE_POINT, share, access);
        }, null);
    }

    /// `ReadFile`, all of it. A link that was opened itself has no contents.
    ///
    /// @return the bytes; null if it fails
    public byte @Nullable [] readFile(FakeHandle handle) {
        return answers(() -> {
            handle.require(FakeHandle.Access.READ);
            if (handle.node() instanceof FakeFile file) {
                return file.contents().getBytes(StandardCharsets.UTF_8);
            }
            throw new FakeRefusal(Win32Error.INVALID_FUNCTION);
        }, null);
    }

    /// `SetCurrentDirectoryW`, for this object alone: where its relative paths start.
    public boolean setCurrentDirectory(String path) {
        return succeeds(() -> {
            if (!(find(path, FakeWindowsWalk.AtTheEnd.FOLLOW) instanceof FakeFolder)) {
                throw new FakeRefusal(Win32Error.DIRECTORY);
            }
            settings = settings.in(LinkPath.of(PathRules.WINDOWS, getFullPathName(path)));
            objects = new FakeWindowsObjects(machine, settings);
        });
    }

    /// `GetCurrentDirectoryW`: as it was set, a junction or link in it included.
    public String getCurrentDirectory() {
        return settings.workingDirectory().units();
    }

    /// `DeviceIoControl` with `FSCTL_GET_REPARSE_POINT`.
    ///
    /// @param room the size of the output buffer
    /// @return the bytes; null if it fails
    public byte @Nullable [] getReparsePoint(FakeHandle handle, int room) {
        return answers(() -> {
            byte[] data = FakeReparse.get(handle.node());
            if (room == 0) {
                throw new FakeRefusal(Win32Error.INVALID_USER_BUFFER);
            }
            if (room < data.length) {
                throw new FakeRefusal(Win32Error.MORE_DATA);
            }
            return data;
        }, null);
    }

    /// [#getReparsePoint(FakeHandle, int)] with room for every buffer.
    public byte @Nullable [] getReparsePoint(FakeHandle handle) {
        return getReparsePoint(handle, ReparseBuffer.MAX_SIZE);
    }

    /// `DeviceIoControl` with `FSCTL_SET_REPARSE_POINT`. A symbolic link needs the privilege enabled, or Developer Mode.
    public boolean setReparsePoint(FakeHandle handle, byte[] data) {
        return succeeds(() -> {
            handle.require(FakeHandle.Access.WRITE);
            FakeNode node = handle.node();
            objects.requireReparsePoints(node.volume());
            objects.requireWritable(handle.folder());
            FakeReparse.set(node, data, rightOfHandles());
            node.touch(machine.now());
        });
    }

    private FakeReparse.Right rightOfHandles() {
        boolean disabled = settings.has(FakeCondition.NO_PRIVILEGE) || settings.has(FakeCondition.PRIVILEGE_DISABLED);
        boolean developer = settings.has(FakeCondition.DEVELOPER_MODE) && !settings.has(FakeCondition.BEFORE_1703);
        return disabled && !developer ? FakeReparse.Right.NO_SYMBOLIC_LINKS : FakeReparse.Right.ALL;
    }

    /// `DeviceIoControl` with `FSCTL_DELETE_REPARSE_POINT`.
    ///
    /// @param header the header of a buffer with the tag that is there, without data
    public boolean deleteReparsePoint(FakeHandle handle, byte[] header) {
        return succeeds(() -> {
            handle.require(FakeHandle.Access.WRITE);
            FakeReparse.delete(handle.node(), header);
        });
    }

    /// `GetFileInformationByHandleEx` with `FileAttributeTagInfo`.
    ///
    /// @return the attributes in the lower and the tag in the upper 32 bits, or -1
    public long attributeTagInfo(FakeHandle handle) {
        return answers(() -> FakeAttributes.withTag(handle.node()), -1L);
    }

    /// `GetFinalPathNameByHandleW` with `VOLUME_NAME_DOS`.
    ///
    /// @return the path with `\\?\`; null if it fails
    public @Nullable String getFinalPathName(FakeHandle handle) {
        return answers(() -> {
            handle.node();
            LinkPath place = new FakeWindowsRules(machine, settings).physicalPath(handle.folder());
            String text = place.resolve(handle.name()).units();
            return text.startsWith(VERBATIM) ? text : VERBATIM + text;
        }, null);
    }

    /// `GetFullPathNameW`: by the letters alone.
    public String getFullPathName(String path) {
        String text = FakeNtPath.ntText(settings, path);
        return text.substring(VERBATIM.length());
    }

    /// `SetFileInformationByHandle` with `FileDispositionInfo`: the name goes with the last handle.
    public boolean markForRemoval(FakeHandle handle) {
        return succeeds(() -> {
            FakeNode node = removable(handle);
            if (node.isReadOnly()) {
                throw new FakeRefusal(Win32Error.ACCESS_DENIED);
            }
            handle.deleteOnClose();
        });
    }

    /// `SetFileInformationByHandle` with `FileDispositionInfoEx`, DELETE, POSIX semantics and IGNORE_READONLY: the name is
    /// free (really when this handle is closed; here at once).
    public boolean removePosix(FakeHandle handle) {
        return succeeds(() -> {
            FakeNode node = removable(handle);
            if (settings.has(FakeCondition.NO_POSIX_SEMANTICS, node.volume())) {
                throw new FakeRefusal(Win32Error.INVALID_PARAMETER);
            }
            objects.take(handle.folder(), handle.name(), node);
        });
    }

    private FakeNode removable(FakeHandle handle) throws FakeRefusal {
        handle.require(FakeHandle.Access.DELETE);
        FakeNode node = handle.node();
        objects.requireWritable(handle.folder());
        if (node instanceof FakeFolder folder && !folder.isEmpty()) {
            throw new FakeRefusal(Win32Error.DIR_NOT_EMPTY);
        }
        return node;
    }

    /// `SetFileInformationByHandle` with `FileRenameInfoEx`, or without flags `FileRenameInfo`.
    public boolean rename(FakeHandle handle, String to, FakeRename... flags) {
        return succeeds(() -> {
            handle.require(FakeHandle.Access.DELETE);
            handle.node();
            FakePlace destination = place(to);
            objects.rename(handle.folder(), handle.name(), destination.folder(), destination.name(), flags(flags));
        });
    }

    private static Set<FakeRename> flags(FakeRename... flags) {
        Set<FakeRename> set = EnumSet.noneOf(FakeRename.class);
        set.addAll(Set.of(flags));
        return set;
    }

    private FakeHandle handle(String path, FakeWindowsWalk.AtTheEnd atTheEnd, FakeHandle.Share share,
            FakeHandle.Access... access) throws FakeRefusal {
        FakeNtPath place = FakeNtPath.ofWin32(machine, settings, path);
        FakeOpened opened = new FakeWindowsWalk(machine, settings).open(place, atTheEnd);
        Set<FakeHandle.Access> wanted = Set.of(access);
        boolean deletes = wanted.contains(FakeHandle.Access.DELETE);
        if (deletes && !opened.node().handles().stream().allMatch(FakeHandle::sharesDelete)) {
            throw new FakeRefusal(Win32Error.SHARING_VIOLATION);
        }
        return new FakeHandle(machine, objects, opened, wanted, share);
    }

    private FakeNode find(String path, FakeWindowsWalk.AtTheEnd atTheEnd) throws FakeRefusal {
        return new FakeWindowsWalk(machine, settings).find(FakeNtPath.ofWin32(machine, settings, path), atTheEnd);
    }

    /// The directory of a path, links followed, and the last name in it.
    private FakePlace place(String path) throws FakeRefusal {
        boolean verbatim = path.startsWith(VERBATIM);
        if (path.isEmpty() || (!verbatim && getFullPathName(path).length() >= MAX_PATH)) {
            throw new FakeRefusal(Win32Error.PATH_NOT_FOUND);
        }
        return FakePlace.of(new FakeWindowsRules(machine, settings), FakeNtPath.ntText(settings, path));
    }

    private boolean succeeds(FakeCall.Action action) {
        return answers(() -> {
            action.run();
            return true;
        }, false);
    }

    private <T extends @Nullable Object> T answers(FakeCall.Question<T> question, T failure) {
        machine.lock().lock();
        try {
            return question.ask();
        } catch (FakeRefusal refusal) {
            FakeCode code = refusal.code();
            lastError = code == null ? Win32Error.INVALID_FUNCTION.code() : code.number();
            return failure;
        } finally {
            machine.lock().unlock();
        }
    }

    /// Where a name is to be used.
    private record FakePlace(FakeFolder folder, Name name, boolean endsInSeparator) {
        static FakePlace of(FakeWindowsRules rules, String ntPath) throws FakeRefusal {
            LinkPath path = LinkPath.of(PathRules.WINDOWS, ntPath);
            Name name = path.name().orElseThrow(() -> new FakeRefusal(Win32Error.ACCESS_DENIED));
            return new FakePlace(rules.parent(path.parent()), name, path.hasTrailingSeparator());
        }
    }
}
