package dev.linkwright.testing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

import dev.linkwright.Capability;
import dev.linkwright.Condition;
import dev.linkwright.FileType;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.MalformedReparseBufferException;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseTag;
import dev.linkwright.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/// The primitives as a link system for Windows does them by kernel32 and ntdll.
final class FakeWindowsRules implements FakeRules {
    private final FakeMachine machine;
    private final FakeSettings settings;
    private final FakeWindowsObjects objects;

    FakeWindowsRules(FakeMachine machine, FakeSettings settings) {
        this.machine = machine;
        this.settings = settings;
        this.objects = new FakeWindowsObjects(machine, settings);
    }

    @Override
    public FakeFolder parent(LinkPath path) throws FakeRefusal {
        try {
            if (object(path) instanceof FakeFolder folder) {
                return folder;
            }
        } catch (FakeRefusal refusal) {
            if (!refusal.is(Win32Error.FILE_NOT_FOUND)) {
                throw refusal;
            }
        }
        throw new FakeRefusal(Win32Error.PATH_NOT_FOUND);
    }

    @Override
    public FakeFolder directory(LinkPath path) throws FakeRefusal {
        if (object(path) instanceof FakeFolder folder) {
            return folder;
        }
        throw new FakeRefusal(Win32Error.DIRECTORY);
    }

    @Override
    public FakeNode object(LinkPath path) throws FakeRefusal {
        FakeNtPath place = FakeNtPath.ofWin32(machine, settings, path.units());
        return new FakeWindowsWalk(machine, settings).find(place, FakeWindowsWalk.AtTheEnd.FOLLOW);
    }

    @Override
    public LinkPath physicalPath(FakeFolder folder) throws FakeRefusal {
        if (folder.isRemoved()) {
            throw new FakeRefusal(Win32Error.FILE_NOT_FOUND);
        }
        FakeFolder above = folder.parent();
        Name name = folder.name();
        if (above != null && name != null) {
            return physicalPath(above).resolve(name);
        }
        Character letter = machine.letterOf(folder);
        String root = letter == null ? "\\\\?\\" + folder.volume().guidName() : letter + ":";
        return LinkPath.of(PathRules.WINDOWS, root + "\\");
    }

    @Override
    public LinkCapabilities capabilities(FakeFolder folder) {
        LinkCapabilities all = LinkCapabilities.none()
                .with(Capability.SYMBOLIC_LINKS, Capability.HARD_LINKS, Capability.VERBATIM_TEXT,
                        Capability.VERBATIM_NAMES, Capability.TARGET_KIND, Capability.JUNCTIONS,
                        Capability.REPARSE_POINTS, Capability.ATOMIC_REPLACE, Capability.RENAME_NO_REPLACE,
                        Capability.COMPARE_AND_SET, Capability.HELD_DIRECTORIES, Capability.IDENTITY,
                        Capability.NATIVE_CODES, Capability.CONTENTS)
                .without(Capability.RENAME_EXCHANGE, "Windows cannot exchange two names")
                .without(Capability.BELIEVED_SUCCESS, "Windows has reported success for links that were not made");
        if (!maySetSymbolicLinks()) {
            all = all.without(Capability.SYMBOLIC_LINKS,
                    "the privilege to create symbolic links is not held, and Developer Mode is off");
        }
        return new FakeAbsences(all, settings, folder.volume())
                .of(FakeCondition.NO_LINKS, "this volume has no reparse points", Capability.SYMBOLIC_LINKS,
                        Capability.JUNCTIONS, Capability.REPARSE_POINTS, Capability.TARGET_KIND,
                        Capability.COMPARE_AND_SET)
                .of(FakeCondition.NO_HARD_LINKS, "this volume has no hard links", Capability.HARD_LINKS)
                .of(FakeCondition.NO_POSIX_SEMANTICS, "a directory link cannot be replaced in one step here",
                        Capability.ATOMIC_REPLACE)
                .ofAnySystem().capabilities();
    }

    @Override
    public List<Condition> conditions(FakeFolder folder) {
        return FakeWindowsFacts.of(settings, folder.volume()).conditions();
    }

    private boolean maySetSymbolicLinks() {
        boolean developer = settings.has(FakeCondition.DEVELOPER_MODE) && !settings.has(FakeCondition.BEFORE_1703);
        return developer || !settings.has(FakeCondition.NO_PRIVILEGE);
    }

    @Override
    public Status status(FakeNode node) {
        long size = node instanceof FakeFile file && !node.isReparsePoint() ? file.size() : 0;
        return new Status(FakeAttributes.type(node), FakeAttributes.kind(node), FakeAttributes.tag(node),
                node.identity(), node.names(), size, node.modified(), null, FakeAttributes.of(node));
    }

    @Override
    public FakeNode find(FakeFolder folder, Name name) throws FakeRefusal {
        return objects.find(folder, name);
    }

    @Override
    public FakeNode follow(FakeFolder folder, Name name) throws FakeRefusal {
        return new FakeWindowsWalk(machine, settings).find(folder, name.units());
    }

    @Override
    public FakeFolder open(FakeFolder folder, Name name) throws FakeRefusal {
        FakeNode node = find(folder, name);
        if (FakeAttributes.isNameSurrogate(node)) {
            throw new FakeRefusal(Win32Error.REPARSE_POINT_ENCOUNTERED);
        }
        if (node instanceof FakeFolder found) {
            return found;
        }
        throw new FakeRefusal(Win32Error.DIRECTORY);
    }

    @Override
    public LinkTarget readLink(FakeFolder folder, Name name) throws FakeRefusal {
        byte[] data = FakeReparse.get(find(folder, name));
        try {
            if (ReparseBuffer.decode(data) instanceof ReparseData.SymbolicLink link) {
                return readable(link.text());
            }
        } catch (MalformedReparseBufferException e) {
            throw new FakeRefusal(Reason.OTHER, Objects.requireNonNull(e.getMessage()));
        }
        throw new FakeRefusal(Reason.NOT_A_LINK, "tag " + new ReparseTag(FakeReparse.tag(data)));
    }

    /// The seam cannot carry U+0000 in a text, which NTFS lets be stored.
    private static LinkTarget readable(String text) throws FakeRefusal {
        if (text.indexOf('\0') >= 0) {
            throw new FakeRefusal(Reason.OTHER, "the text has U+0000");
        }
        return LinkTarget.of(text);
    }

    /// As a link system does it: `/` written as `\`, flag 0x2 first and without it where that is not known.
    @Override
    public void makeLink(FakeFolder folder, Name name, LinkTarget target, TargetKind kind) throws FakeRefusal {
        String text = PathRules.WINDOWS.withNativeSeparators(target.units());
        requireStoredAsGiven(text);
        String kept = FakeSpelling.of(LinkTarget.of(text), PathRules.WINDOWS, settings, folder.volume()).units();
        int flags = kind == TargetKind.DIRECTORY ? FakeWindowsObjects.FLAG_DIRECTORY : 0;
        try {
            createSymbolicLink(folder, name, kept, flags);
        } catch (FakeRefusal refusal) {
            boolean tooLong = refusal.is(Win32Error.INVALID_REPARSE_DATA) && !target.isEmpty();
            throw tooLong
                    ? new FakeRefusal(Win32Error.INVALID_REPARSE_DATA, Reason.TARGET_TOO_LONG)
                    : refusal;
        }
    }

    private void createSymbolicLink(FakeFolder folder, Name name, String text, int flags) throws FakeRefusal {
        try {
            objects.createSymbolicLink(folder, name, text, flags | FakeWindowsObjects.FLAG_UNPRIVILEGED);
        } catch (FakeRefusal refusal) {
            if (!refusal.is(Win32Error.INVALID_PARAMETER)) {
                throw refusal;
            }
            objects.createSymbolicLink(folder, name, text, flags);
        }
    }

    /// The primitive stores exactly the text, and `CreateSymbolicLinkW` folds absolute ones: whoever means the folded
    /// text folds it first.
    private void requireStoredAsGiven(String text) throws FakeRefusal {
        if (text.isEmpty()) {
            return;
        }
        String current = settings.workingDirectory().units();
        ReparseData.SymbolicLink link = ReparseData.SymbolicLink
                .of(PathRules.WINDOWS.stored(text, FakeNtPath.directories(current)));
        if (!link.text().equals(text)) {
            throw new FakeRefusal(Reason.INVALID_TARGET, "Windows would store '" + link.text() + "'");
        }
    }

    @Override
    public void makeHardLink(FakeFolder folder, Name name, FakeNode existing) throws FakeRefusal {
        objects.hardLink(folder, name, existing);
    }

    @Override
    public FakeFolder makeDirectory(FakeFolder folder, Name name) throws FakeRefusal {
        return objects.createDirectory(folder, name);
    }

    @Override
    public FakeFile makeFile(FakeFolder folder, Name name) throws FakeRefusal {
        return objects.createFile(folder, name);
    }

    @Override
    public void makeSpecialFile(FakeFolder folder, Name name, FileType type, long device) throws FakeRefusal {
        throw new FakeRefusal(Reason.CAPABILITY_MISSING, "there are no such objects on Windows");
    }

    @Override
    public void requireAttributes(FakeNode node) throws FakeRefusal {
        throw new FakeRefusal(Reason.CAPABILITY_MISSING, "the fake has no owners and modes of Windows");
    }

    @Override
    public void requireRoom(FakeFile file) throws FakeRefusal {
        if (settings.has(FakeCondition.FULL, file.volume())) {
            throw new FakeRefusal(Win32Error.DISK_FULL);
        }
    }

    /// Volume mount points are reparse points, which nothing enters.
    @Override
    public List<LinkPath> mountsBelow(FakeFolder folder) {
        return List.of();
    }

    @Override
    public void rename(FakeFolder folder, Name from, FakeFolder to, Name newName, RenameMode mode)
            throws FakeRefusal {
        switch (mode) {
            case EXCHANGE -> throw new FakeRefusal(Reason.CAPABILITY_MISSING, "Windows cannot exchange two names");
            case REPLACE -> objects.rename(folder, from, to, newName, objects.replacing(folder.volume()));
            case NO_REPLACE -> objects.rename(folder, from, to, newName,
                    EnumSet.noneOf(FakeRename.class));
        }
    }

    @Override
    public void unlink(FakeFolder folder, Name name) throws FakeRefusal {
        FakeNode node = find(folder, name);
        if (node instanceof FakeFolder) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED, Reason.IS_A_DIRECTORY);
        }
        objects.remove(folder, name, node);
    }

    @Override
    public void removeDirectory(FakeFolder folder, Name name) throws FakeRefusal {
        FakeNode node = find(folder, name);
        if (!(node instanceof FakeFolder found) || FakeAttributes.isNameSurrogate(node)) {
            throw new FakeRefusal(Win32Error.DIRECTORY);
        }
        if (settings.has(FakeCondition.NO_POSIX_SEMANTICS, node.volume()) && machine.holds(found)) {
            throw new FakeRefusal(Win32Error.SHARING_VIOLATION);
        }
        objects.remove(folder, name, node);
    }

    @Override
    public void removeLink(FakeFolder folder, Name name) throws FakeRefusal {
        FakeNode node = find(folder, name);
        if (node instanceof FakeFolder && !FakeAttributes.isNameSurrogate(node)) {
            throw new FakeRefusal(Win32Error.ACCESS_DENIED, Reason.IS_A_DIRECTORY);
        }
        objects.remove(folder, name, node);
    }

    @Override
    public byte @Nullable [] readReparseData(FakeFolder folder, Name name) throws FakeRefusal {
        requireReparsePoints(folder);
        byte[] data = find(folder, name).reparseData();
        return data == null ? null : data.clone();
    }

    @Override
    public void makeReparsePoint(FakeFolder folder, Name name, byte[] data, TargetKind kind) throws FakeRefusal {
        requireReparsePoints(folder);
        objects.create(folder, name, kind == TargetKind.DIRECTORY, data, right());
    }

    @Override
    public void replaceReparseData(FakeFolder folder, Name name, byte[] expected, byte[] data) throws FakeRefusal {
        requireReparsePoints(folder);
        FakeNode node = find(folder, name);
        objects.requireWritable(folder);
        if (!Arrays.equals(FakeReparse.get(node), expected)) {
            throw new FakeRefusal(Reason.CHANGED_BY_OTHERS, "it has other reparse data than expected");
        }
        FakeReparse.set(node, data, right());
        node.touch(machine.now());
    }

    private FakeReparse.Right right() {
        return maySetSymbolicLinks() ? FakeReparse.Right.ALL : FakeReparse.Right.NO_SYMBOLIC_LINKS;
    }

    private void requireReparsePoints(FakeFolder folder) throws FakeRefusal {
        if (settings.has(FakeCondition.NO_LINKS, folder.volume())) {
            throw new FakeRefusal(Reason.CAPABILITY_MISSING, "this volume has no reparse points");
        }
    }
}
