package dev.linkwright.testing;

import java.util.ArrayList;
import java.util.List;

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
import org.jspecify.annotations.Nullable;

/// The primitives as Linux does them.
final class FakePosixRules implements FakeRules {
    private static final String NO_REPARSE_POINTS = "there are no reparse points on POSIX systems";

    private final FakeMachine machine;
    private final FakeSettings settings;

    FakePosixRules(FakeMachine machine, FakeSettings settings) {
        this.machine = machine;
        this.settings = settings;
    }

    @Override
    public FakeFolder parent(LinkPath path) throws FakeRefusal {
        return directory(path);
    }

    @Override
    public FakeFolder directory(LinkPath path) throws FakeRefusal {
        if (object(path) instanceof FakeFolder folder) {
            return folder;
        }
        throw new FakeRefusal(FakeErrno.ENOTDIR);
    }

    @Override
    public FakeNode object(LinkPath path) throws FakeRefusal {
        FakeFolder root = machine.firstRoot();
        FakePosixLookup lookup = new FakePosixLookup(root, root);
        return lookup.find(settings.workingDirectory().resolve(path).bytes());
    }

    @Override
    public LinkPath physicalPath(FakeFolder folder) throws FakeRefusal {
        if (folder.isRemoved()) {
            throw new FakeRefusal(FakeErrno.ENOENT);
        }
        FakeFolder above = folder.parent();
        Name name = folder.name();
        return above == null || name == null ? LinkPath.of(PathRules.POSIX, "/") : physicalPath(above).resolve(name);
    }

    @Override
    public List<Condition> conditions(FakeFolder folder) {
        return List.of();
    }

    @Override
    public LinkCapabilities capabilities(FakeFolder folder) {
        LinkCapabilities all = LinkCapabilities.none()
                .with(Capability.SYMBOLIC_LINKS, Capability.HARD_LINKS, Capability.VERBATIM_TEXT,
                        Capability.VERBATIM_NAMES, Capability.ATOMIC_REPLACE, Capability.RENAME_NO_REPLACE,
                        Capability.RENAME_EXCHANGE, Capability.COMPARE_AND_SET, Capability.HELD_DIRECTORIES,
                        Capability.IDENTITY, Capability.NATIVE_CODES, Capability.BELIEVED_SUCCESS, Capability.CONTENTS)
                .without(Capability.TARGET_KIND, "links of POSIX systems have no kind")
                .without(Capability.JUNCTIONS, "there are no junctions on POSIX systems")
                .without(Capability.REPARSE_POINTS, NO_REPARSE_POINTS);
        FakeAbsences absences = new FakeAbsences(FakePortability.capabilities(settings, all), settings,
                folder.volume());
        return absences.of(FakeCondition.NO_LINKS, "this file system has no symbolic links", Capability.SYMBOLIC_LINKS)
                .of(FakeCondition.NO_HARD_LINKS, "this file system has no hard links", Capability.HARD_LINKS)
                .of(FakeCondition.NO_EXCHANGE, "this file system cannot exchange two names",
                        Capability.RENAME_EXCHANGE, Capability.COMPARE_AND_SET)
                .of(FakeCondition.NO_NO_REPLACE, "this file system cannot refuse to replace",
                        Capability.RENAME_NO_REPLACE)
                .ofAnySystem().capabilities();
    }

    @Override
    public Status status(FakeNode node) {
        return new Status(type(node), TargetKind.UNSPECIFIED, 0, node.identity(), node.names(), size(node),
                node.modified(), new Status.Ownership(node.user(), node.group(), mode(node)));
    }

    static FileType type(FakeNode node) {
        return switch (node) {
            case FakeFolder folder -> FileType.DIRECTORY;
            case FakeTextLink link -> FileType.SYMBOLIC_LINK;
            case FakeFile file -> file.type();
        };
    }

    private static long size(FakeNode node) {
        return switch (node) {
            case FakeFolder folder -> 4_096;
            case FakeTextLink link -> link.text().length();
            case FakeFile file -> file.size();
        };
    }

    private static int mode(FakeNode node) {
        int usual = switch (node) {
            case FakeFolder folder -> folder.isForOwnerOnly() ? 0700 : 0755;
            case FakeTextLink link -> 0777;
            case FakeFile file -> 0644;
        };
        int all = node.mode() < 0 ? usual : node.mode();
        return node.isReadOnly() ? all & ~0222 : all;
    }

    @Override
    public FakeNode find(FakeFolder folder, Name name) throws FakeRefusal {
        requireLength(name);
        FakeNode node = folder.find(name);
        if (node == null) {
            throw new FakeRefusal(FakeErrno.ENOENT);
        }
        return node;
    }

    @Override
    public FakeNode follow(FakeFolder folder, Name name) throws FakeRefusal {
        return new FakePosixLookup(machine.firstRoot(), folder).find(name.bytes());
    }

    @Override
    public FakeFolder open(FakeFolder folder, Name name) throws FakeRefusal {
        return switch (find(folder, name)) {
            case FakeFolder found -> found;
            case FakeTextLink link -> throw new FakeRefusal(FakeErrno.ENOTDIR, Reason.IS_A_LINK);
            case FakeFile file -> throw new FakeRefusal(FakeErrno.ENOTDIR);
        };
    }

    @Override
    public LinkTarget readLink(FakeFolder folder, Name name) throws FakeRefusal {
        if (find(folder, name) instanceof FakeTextLink link) {
            return link.text();
        }
        throw new FakeRefusal(FakeErrno.EINVAL, Reason.NOT_A_LINK);
    }

    @Override
    public void makeLink(FakeFolder folder, Name name, LinkTarget target, TargetKind kind) throws FakeRefusal {
        if (target.isEmpty()) {
            throw new FakeRefusal(FakeErrno.ENOENT, Reason.INVALID_TARGET);
        }
        FakePortability.requireTarget(settings, target);
        if (target.length() > FakePosixLookup.MOST_BYTES_OF_PATH) {
            throw new FakeRefusal(FakeErrno.ENAMETOOLONG, Reason.TARGET_TOO_LONG);
        }
        requireRoomFor(folder, name);
        if (settings.has(FakeCondition.NO_LINKS, folder.volume())) {
            throw new FakeRefusal(FakeErrno.EPERM, Reason.UNSUPPORTED_BY_FILE_SYSTEM);
        }
        if (!settings.has(FakeCondition.SILENT_CREATE, folder.volume())) {
            LinkTarget stored = FakeSpelling.of(target, PathRules.POSIX, settings, folder.volume());
            add(folder, name, new FakeTextLink(machine, folder.volume(), stored));
        }
    }

    @Override
    public void makeHardLink(FakeFolder folder, Name name, FakeNode existing) throws FakeRefusal {
        requireRoomFor(folder, name);
        if (!existing.volume().equals(folder.volume())) {
            throw new FakeRefusal(FakeErrno.EXDEV);
        }
        if (existing instanceof FakeFolder) {
            throw new FakeRefusal(FakeErrno.EPERM);
        }
        if (settings.has(FakeCondition.NO_HARD_LINKS, folder.volume())) {
            throw new FakeRefusal(FakeErrno.EPERM, Reason.UNSUPPORTED_BY_FILE_SYSTEM);
        }
        add(folder, name, existing);
    }

    @Override
    public FakeFolder makeDirectory(FakeFolder folder, Name name) throws FakeRefusal {
        requireRoomFor(folder, name);
        FakeFolder made = new FakeFolder(machine, folder.volume(), FakeFolder.Case.SENSITIVE);
        add(folder, name, made);
        return made;
    }

    @Override
    public FakeFile makeFile(FakeFolder folder, Name name) throws FakeRefusal {
        requireRoomFor(folder, name);
        FakeFile made = new FakeFile(machine, folder.volume(), FileType.FILE);
        add(folder, name, made);
        return made;
    }

    @Override
    public void makeSpecialFile(FakeFolder folder, Name name, FileType type, long device) throws FakeRefusal {
        requireRoomFor(folder, name);
        FakeFile made = new FakeFile(machine, folder.volume(), type);
        made.setDevice(device);
        made.setMode(0600);
        add(folder, name, made);
    }

    @Override
    public void requireAttributes(FakeNode node) throws FakeRefusal {
        if (settings.has(FakeCondition.READ_ONLY, node.volume())) {
            throw new FakeRefusal(FakeErrno.EROFS);
        }
    }

    @Override
    public void requireRoom(FakeFile file) throws FakeRefusal {
        if (settings.has(FakeCondition.FULL, file.volume())) {
            throw new FakeRefusal(FakeErrno.ENOSPC);
        }
    }

    @Override
    public List<LinkPath> mountsBelow(FakeFolder folder) throws FakeRefusal {
        List<LinkPath> found = new ArrayList<>();
        for (FakeFolder root : machine.mounted()) {
            FakeFolder above = root.parent();
            if (above != null && above.isWithin(folder)) {
                found.add(physicalPath(root));
            }
        }
        return found;
    }

    @Override
    public void rename(FakeFolder folder, Name from, FakeFolder to, Name newName, RenameMode mode)
            throws FakeRefusal {
        FakePortability.requireName(settings, to, newName);
        new FakePosixRename(machine, this, settings).rename(folder, from, to, newName, mode);
    }

    @Override
    public void unlink(FakeFolder folder, Name name) throws FakeRefusal {
        if (find(folder, name) instanceof FakeFolder) {
            throw new FakeRefusal(FakeErrno.EISDIR);
        }
        requireWritable(folder);
        folder.take(name);
        folder.touch(machine.now());
    }

    @Override
    public void removeDirectory(FakeFolder folder, Name name) throws FakeRefusal {
        if (!(find(folder, name) instanceof FakeFolder found)) {
            throw new FakeRefusal(FakeErrno.ENOTDIR);
        }
        requireWritable(folder);
        if (!found.isEmpty()) {
            throw new FakeRefusal(FakeErrno.ENOTEMPTY);
        }
        folder.take(name);
        found.markRemoved();
        folder.touch(machine.now());
    }

    @Override
    public void removeLink(FakeFolder folder, Name name) throws FakeRefusal {
        unlink(folder, name);
    }

    @Override
    public byte @Nullable [] readReparseData(FakeFolder folder, Name name) throws FakeRefusal {
        throw new FakeRefusal(Reason.CAPABILITY_MISSING, NO_REPARSE_POINTS);
    }

    @Override
    public void makeReparsePoint(FakeFolder folder, Name name, byte[] data, TargetKind kind) throws FakeRefusal {
        throw new FakeRefusal(Reason.CAPABILITY_MISSING, NO_REPARSE_POINTS);
    }

    @Override
    public void replaceReparseData(FakeFolder folder, Name name, byte[] expected, byte[] data) throws FakeRefusal {
        throw new FakeRefusal(Reason.CAPABILITY_MISSING, NO_REPARSE_POINTS);
    }

    /// In the order in which Linux looks: the name, the volume, the directory.
    private void requireRoomFor(FakeFolder folder, Name name) throws FakeRefusal {
        requireLength(name);
        FakePortability.requireName(settings, folder, name);
        if (folder.find(name) != null) {
            throw new FakeRefusal(FakeErrno.EEXIST);
        }
        if (folder.isRemoved()) {
            throw new FakeRefusal(FakeErrno.ENOENT);
        }
        requireWritable(folder);
        if (settings.has(FakeCondition.FULL, folder.volume())) {
            throw new FakeRefusal(FakeErrno.ENOSPC);
        }
    }

    void requireWritable(FakeFolder folder) throws FakeRefusal {
        if (settings.has(FakeCondition.READ_ONLY, folder.volume())) {
            throw new FakeRefusal(FakeErrno.EROFS);
        }
        if (folder.isReadOnly()) {
            throw new FakeRefusal(FakeErrno.EACCES);
        }
    }

    static void requireLength(Name name) throws FakeRefusal {
        if (name.length() > FakePosixLookup.MOST_BYTES_OF_NAME) {
            throw new FakeRefusal(FakeErrno.ENAMETOOLONG);
        }
    }

    private void add(FakeFolder folder, Name name, FakeNode node) {
        folder.put(name, node);
        folder.touch(machine.now());
    }
}
