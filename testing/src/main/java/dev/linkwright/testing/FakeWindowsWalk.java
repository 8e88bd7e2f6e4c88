package dev.linkwright.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import dev.linkwright.Name;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.MalformedReparseBufferException;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseTag;
import dev.linkwright.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/// Finds objects by path as the I/O manager of Windows does: `docs/windows-links.md`, "Following a link". For one
/// search.
///
/// What has been opened so far is kept name by name. A symbolic link takes the place of its own name there, so that a
/// later `..` climbs from where it leads; a junction keeps its name, so that `..` climbs from where the junction is.
final class FakeWindowsWalk {
    /// More reparse points than these in one path are `ERROR_CANT_RESOLVE_FILENAME`.
    static final int MOST_REPARSE_POINTS = 63;

    /// Whether a link at the end is followed.
    enum AtTheEnd {
        /// As `CreateFileW` does.
        FOLLOW,
        /// With `FILE_FLAG_OPEN_REPARSE_POINT`.
        OPEN_REPARSE_POINT
    }

    private static final String ABOVE = "..";
    private static final char SEPARATOR = '\\';

    private final FakeMachine machine;
    private final FakeSettings settings;
    private final Deque<FakeFolder> opened = new ArrayDeque<>();
    private final Deque<String> pending = new ArrayDeque<>();
    private int reparsePoints;
    private Name lastName = Name.of("none");
    private boolean directoryWanted;
    private @Nullable FakeNode firstLinkAtTheEnd;

    FakeWindowsWalk(FakeMachine machine, FakeSettings settings) {
        this.machine = machine;
        this.settings = settings;
    }

    /// The object at a path.
    FakeNode find(FakeNtPath path, AtTheEnd atTheEnd) throws FakeRefusal {
        enter(path);
        return walk(atTheEnd);
    }

    /// The object at a path, and the place at which it was found in the end.
    FakeOpened open(FakeNtPath path, AtTheEnd atTheEnd) throws FakeRefusal {
        FakeNode node = find(path, atTheEnd);
        if (!(node instanceof FakeFolder folder)) {
            return new FakeOpened(opened.getLast(), lastName, node);
        }
        FakeFolder above = folder.parent();
        Name name = folder.name();
        if (above == null || name == null) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        return new FakeOpened(above, name, folder);
    }

    /// The object at a name in a directory, which is known by the path that leads there without any link.
    FakeNode find(FakeFolder directory, String name) throws FakeRefusal {
        for (FakeFolder each = directory; each != null; each = each.parent()) {
            opened.addFirst(each);
        }
        pending.add(name);
        return walk(AtTheEnd.FOLLOW);
    }

    private FakeNode walk(AtTheEnd atTheEnd) throws FakeRefusal {
        while (!pending.isEmpty()) {
            String part = pending.removeFirst();
            if (part.equals(ABOVE)) {
                climb();
                continue;
            }
            FakeNode node = step(part);
            boolean last = pending.isEmpty();
            boolean followed = isFollowed(node) && !(last && atTheEnd == AtTheEnd.OPEN_REPARSE_POINT);
            if (followed) {
                follow(node, last);
            } else if (node instanceof FakeFolder folder) {
                opened.addLast(folder);
            } else if (last) {
                return required(node);
            } else {
                throw new FakeRefusal(Win32Error.PATH_NOT_FOUND);
            }
        }
        return required(opened.getLast());
    }

    private void climb() throws FakeRefusal {
        if (opened.size() == 1) {
            throw new FakeRefusal(Win32Error.INVALID_NAME);
        }
        opened.removeLast();
    }

    private FakeNode step(String part) throws FakeRefusal {
        if (FakeNtPath.isImpossible(part)) {
            throw new FakeRefusal(Win32Error.INVALID_NAME);
        }
        lastName = opened.getLast().spelling(Name.of(part));
        FakeNode node = opened.getLast().find(lastName);
        if (node == null) {
            throw new FakeRefusal(
                    pending.isEmpty() ? Win32Error.FILE_NOT_FOUND : Win32Error.PATH_NOT_FOUND);
        }
        if (node.isDeletePending()) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        return node;
    }

    /// A directory whose tag allows children is entered like any other one.
    private static boolean isFollowed(FakeNode node) {
        byte[] data = node.reparseData();
        return data != null && !new ReparseTag(FakeReparse.tag(data)).hasDirectoryBit();
    }

    private void follow(FakeNode node, boolean last) throws FakeRefusal {
        reparsePoints++;
        if (reparsePoints > MOST_REPARSE_POINTS) {
            throw new FakeRefusal(Win32Error.CANT_RESOLVE_FILENAME);
        }
        ReparseData data = decode(node);
        if (data instanceof ReparseData.SymbolicLink link) {
            if (last && firstLinkAtTheEnd == null) {
                firstLinkAtTheEnd = node;
            }
            enter(link);
        } else if (data instanceof ReparseData.MountPoint mountPoint) {
            pass(mountPoint);
        } else {
            throw new FakeRefusal(Win32Error.CANT_ACCESS_FILE);
        }
    }

    private static ReparseData decode(FakeNode node) throws FakeRefusal {
        byte[] data = node.reparseData();
        if (data == null) {
            throw new FakeRefusal(Win32Error.NOT_A_REPARSE_POINT);
        }
        try {
            return ReparseBuffer.decode(data);
        } catch (MalformedReparseBufferException e) {
            throw new FakeRefusal(Win32Error.INVALID_REPARSE_DATA);
        }
    }

    /// The settings with which Windows comes let nobody follow a link that is on a server.
    private void enter(ReparseData.SymbolicLink link) throws FakeRefusal {
        boolean isOnServer = settings.has(FakeCondition.REMOTE, opened.getLast().volume());
        if (isOnServer || settings.has(FakeCondition.LINKS_SWITCHED_OFF)) {
            throw new FakeRefusal(Win32Error.SYMLINK_CLASS_DISABLED);
        }
        String text = link.substituteName();
        if (!link.relative()) {
            FakeNtPath path = FakeNtPath.parse(machine, text);
            enter(path);
        } else {
            enterRelative(text);
        }
    }

    /// The text is folded before anything in it is looked up. `/` is no separator to the object manager.
    private void enterRelative(String text) throws FakeRefusal {
        boolean rooted = text.indexOf(SEPARATOR) == 0;
        List<String> written = FakeNtPath.names(rooted ? text.substring(1) : text);
        boolean possible = written.stream()
                .allMatch(name -> name.equals(".") || name.equals(ABOVE) || !FakeNtPath.isImpossible(name));
        if (!possible) {
            throw new FakeRefusal(Win32Error.INVALID_NAME);
        }
        if (rooted) {
            FakeFolder root = machine.rootOf(opened.getLast().volume());
            opened.clear();
            opened.add(root);
        }
        prepend(folded(text), pending.isEmpty() && text.length() > 1 && text.charAt(text.length() - 1) == SEPARATOR);
    }

    private static List<String> folded(String text) {
        List<String> names = new ArrayList<>(PathRules.WINDOWS.parse(PathRules.WINDOWS.fold(text)).names());
        names.remove(".");
        return names;
    }

    private void enter(FakeNtPath path) throws FakeRefusal {
        if (path.names().stream().anyMatch(FakeNtPath::isImpossible)) {
            throw new FakeRefusal(Win32Error.INVALID_NAME);
        }
        opened.clear();
        opened.add(path.root());
        prepend(path.names(), pending.isEmpty() && path.endsInSeparator());
    }

    private void prepend(List<String> names, boolean endsInSeparator) {
        directoryWanted |= endsInSeparator;
        for (int i = names.size() - 1; i >= 0; i--) {
            pending.addFirst(names.get(i));
        }
    }

    /// The target of a junction is found by a search of its own; then the junction stands for it under its own name.
    private void pass(ReparseData.MountPoint mountPoint) throws FakeRefusal {
        if (settings.has(FakeCondition.REDIRECTION_GUARD)) {
            throw new FakeRefusal(Win32Error.UNTRUSTED_MOUNT_POINT);
        }
        FakeWindowsWalk inside = new FakeWindowsWalk(machine, settings);
        inside.reparsePoints = reparsePoints;
        try {
            FakeNode end = inside.find(FakeNtPath.parse(machine, mountPoint.substituteName()), AtTheEnd.FOLLOW);
            if (!(end instanceof FakeFolder folder)) {
                throw new FakeRefusal(Win32Error.DIRECTORY);
            }
            opened.addLast(folder);
        } catch (FakeRefusal refusal) {
            boolean missing = refusal.is(Win32Error.FILE_NOT_FOUND);
            throw missing && !pending.isEmpty() ? new FakeRefusal(Win32Error.PATH_NOT_FOUND) : refusal;
        } finally {
            reparsePoints = inside.reparsePoints;
        }
    }

    /// Since Windows 10 1709 a link opens only what it was made for.
    private FakeNode required(FakeNode end) throws FakeRefusal {
        boolean isFolder = end instanceof FakeFolder;
        if (firstLinkAtTheEnd instanceof FakeFolder && !isFolder) {
            throw new FakeRefusal(Win32Error.DIRECTORY);
        }
        if (firstLinkAtTheEnd instanceof FakeFile && isFolder) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED);
        }
        if (directoryWanted && !isFolder) {
            throw new FakeRefusal(Win32Error.INVALID_NAME);
        }
        return end;
    }
}
