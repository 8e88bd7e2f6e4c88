package dev.linkwright.cli.fronts;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.CreateOptions;
import dev.linkwright.Directory;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.RenameMode;
import dev.linkwright.ReparseOptions;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// The calls of a system on whole paths, as a C program makes them: the empty path is nowhere, a separator at the end
/// asks for a directory and follows a link, `.` and `..` are directories.
final class Calls {
    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    private final LinkSystem system;
    private final Links links;
    private final LinkPath base;

    /// Where a link was made last, and found to be what was asked for if that is in doubt there. Of many links in one
    /// directory it is enough to look at one.
    private @Nullable LinkPath believed;

    Calls(Surroundings surroundings) {
        this.system = surroundings.system().get();
        LinkPath directory = surroundings.directory();
        this.base = directory == null ? LinkPath.of(system.rules(), "") : directory;
        this.links = directory == null ? Links.on(system) : Links.on(system).relativeTo(directory);
    }

    PathRules rules() {
        return system.rules();
    }

    Links links() {
        return links;
    }

    /// A path by the rules of this system.
    LinkPath path(byte[] text) {
        return LinkPath.ofBytes(system.rules(), text);
    }

    /// The absolute path of the working directory, without links.
    LinkPath workingDirectory() throws Refused {
        try {
            return system.at(base).physicalPath();
        } catch (FileSystemException e) {
            throw Refused.because(e, base);
        }
    }

    /// The absolute path of a directory, without links.
    LinkPath physical(LinkPath directory) throws Refused {
        try {
            return system.at(place(directory)).physicalPath();
        } catch (FileSystemException e) {
            throw Refused.because(e, directory);
        }
    }

    /// What is at the path, a link at its end not followed.
    Status lstat(LinkPath path) throws Refused {
        Optional<Name> name = path.name();
        if (name.isEmpty() || path.hasTrailingSeparator()) {
            return stat(path);
        }
        try {
            return parentOf(path).stat(name.get());
        } catch (FileSystemException e) {
            throw Refused.because(e, path);
        }
    }

    /// What the path leads to.
    Status stat(LinkPath path) throws Refused {
        requireNotEmpty(path);
        Optional<Name> name = path.name();
        try {
            if (name.isEmpty()) {
                return system.at(place(path)).status();
            }
            Status status = parentOf(path).follow(name.get());
            if (path.hasTrailingSeparator() && !status.isDirectory()) {
                throw Refused.with(SystemError.ENOTDIR);
            }
            return status;
        } catch (FileSystemException e) {
            throw Refused.because(e, path);
        }
    }

    boolean isDirectory(LinkPath path) {
        try {
            return stat(path).isDirectory();
        } catch (Refused nothingThere) {
            return false;
        }
    }

    /// The text of the link at the path.
    LinkTarget readlink(LinkPath path) throws Refused {
        requireNotEmpty(path);
        if (!path.hasName() || path.hasTrailingSeparator()) {
            stat(path);
            throw Refused.with(SystemError.EINVAL);
        }
        try {
            return system.readLink(place(path));
        } catch (FileSystemException e) {
            throw Refused.because(e, path);
        }
    }

    void symlink(LinkPath path, LinkTarget text) throws Refused {
        symlink(path, text, CreateOptions.defaults());
    }

    void symlink(LinkPath path, LinkTarget text, CreateOptions options) throws Refused {
        if (text.isEmpty()) {
            throw Refused.with(SystemError.ENOENT);
        }
        requireFree(path);
        try {
            LinkPath parent = path.parent();
            boolean known = believed != null && believed.equals(parent);
            if (known && rules() == PathRules.POSIX) {
                parentOf(path).makeLink(path.name().orElseThrow(), text, options.targetKind());
            } else {
                links.create(path, text, options);
                believed = parent;
            }
        } catch (FileSystemException e) {
            throw Refused.because(e, path);
        }
    }

    /// Gives the object at `existing` a second name; a link at its end is linked itself.
    void link(LinkPath path, LinkPath existing) throws Refused {
        requireFree(path);
        if (!existing.hasName() || existing.hasTrailingSeparator()) {
            stat(existing);
            requireNothing(path);
            throw Refused.with(SystemError.EPERM);
        }
        try {
            links.createHardLink(path, existing);
        } catch (FileSystemException e) {
            throw Refused.because(e, path);
        }
    }

    /// Puts what is at one name at another one of the same directory, in place of whatever is there.
    void rename(LinkPath from, LinkPath to, RenameMode mode) throws Refused {
        try {
            Directory directory = parentOf(from);
            directory.rename(from.name().orElseThrow(), directory, to.name().orElseThrow(), mode);
        } catch (FileSystemException e) {
            throw Refused.because(e, to);
        }
    }

    /// Removes a name, whatever it is a name of, if it is there and no directory.
    void unlink(LinkPath path) throws Refused {
        try {
            parentOf(path).unlink(path.name().orElseThrow());
        } catch (FileSystemException e) {
            throw Refused.because(e, path);
        }
    }

    /// Removes a name that may be left from a rename, which does nothing where both are names of one file.
    void unlinkIfThere(LinkPath path) throws Refused {
        try {
            unlink(path);
        } catch (Refused e) {
            if (!e.is(SystemError.ENOENT) && !e.is(SystemError.ENOTDIR) && !e.is(SystemError.ELOOP)) {
                throw e;
            }
        }
    }

    /// Puts a symbolic link in the place of what is there, which is no directory.
    void replaceBySymlink(LinkPath path, LinkTarget text) throws Refused {
        if (rules() == PathRules.WINDOWS && lstat(path).isSymbolicLink()) {
            retarget(path, text);
            return;
        }
        LinkPath temporary = path.parent().resolve(Name.temporary());
        symlink(temporary, text);
        try {
            rename(temporary, path, RenameMode.REPLACE);
        } catch (Refused e) {
            unlinkIfThere(temporary);
            throw e;
        }
    }

    /// A link of Windows keeps what it was made for, unless that would be wrong now.
    private void retarget(LinkPath path, LinkTarget text) throws Refused {
        LinkPath target = path.parent().resolve(path(text.bytes()));
        TargetKind kind = isDirectory(target) ? TargetKind.DIRECTORY : TargetKind.FILE;
        try {
            if (lstat(path).targetKind() == kind || !isThere(target)) {
                links.retarget(path, text, RetargetOptions.defaults());
                return;
            }
            links.remove(path);
        } catch (FileSystemException e) {
            throw Refused.because(e, path);
        }
        symlink(path, text);
    }

    private boolean isThere(LinkPath path) {
        try {
            stat(path);
            return true;
        } catch (Refused nothingThere) {
            return false;
        }
    }

    /// Makes a junction to a directory, whose path is absolute and without dots.
    void junction(LinkPath path, LinkPath directory) throws Refused {
        requireFree(path);
        try {
            links.createReparsePoint(path, LinkTarget.of(directory.units()),
                    ReparseOptions.defaults().withKind(ReparseOptions.Kind.JUNCTION));
        } catch (FileSystemException e) {
            throw Refused.because(e, path);
        }
    }

    /// Whether an absolute path leads to another machine, where no junction leads.
    boolean isElsewhere(LinkPath path) {
        return switch (rules().form(path.units())) {
            case UNC -> true;
            case DRIVE_ABSOLUTE -> system.isRemoteDrive(path.units().charAt(0));
            default -> false;
        };
    }

    /// The path counted from the working directory, absolute, and by the letters of Windows without dots.
    LinkPath absolute(LinkPath path) throws Refused {
        LinkPath whole = path.isAbsolute() ? path : workingDirectory().resolve(path);
        return rules() == PathRules.WINDOWS ? LinkPath.of(rules(), rules().fold(whole.units())) : whole;
    }

    /// The path of what a link leads to in the end, each text counted from its link, so that the system itself follows
    /// everything but the ends.
    LinkPath followed(LinkPath path) throws Refused {
        LinkPath end = path;
        for (int links = 0; lstat(end).isSymbolicLink(); links++) {
            if (links == MOST_LINKS) {
                throw Refused.with(SystemError.ELOOP);
            }
            end = end.parent().resolve(path(readlink(end).bytes()));
        }
        return end;
    }

    /// The directory that the path is in.
    Status statOfParent(LinkPath path) throws Refused {
        LinkPath parent = path.withoutTrailingSeparators().parent();
        return stat(parent.isEmpty() ? path(new byte[]{'.'}) : parent);
    }

    Directory parentOf(LinkPath path) {
        return system.at(place(path).parent());
    }

    static boolean isSameObject(Status one, Status other) {
        Identity identity = one.identity();
        Identity second = other.identity();
        return identity != null && second != null && identity.isSameObjectAs(second);
    }

    /// A name that nothing can be made at, as the system finds it: taken, or no name.
    private void requireFree(LinkPath path) throws Refused {
        requireNotEmpty(path);
        if (path.hasName() && !path.hasTrailingSeparator()) {
            return;
        }
        lstat(path.withoutTrailingSeparators());
        throw Refused.with(SystemError.EEXIST);
    }

    /// Refuses a path at which something is, or nothing can be made.
    void requireNothing(LinkPath path) throws Refused {
        try {
            lstat(path);
        } catch (Refused nothingThere) {
            if (!statOfParent(path).isDirectory()) {
                throw Refused.with(SystemError.ENOTDIR);
            }
            return;
        }
        throw Refused.with(SystemError.EEXIST);
    }

    /// Whether something is at the path.
    boolean isTaken(LinkPath path) throws Refused {
        try {
            lstat(path);
            return true;
        } catch (Refused e) {
            if (e.is(SystemError.ENOENT)) {
                return false;
            }
            throw e;
        }
    }

    private static void requireNotEmpty(LinkPath path) throws Refused {
        if (path.isEmpty()) {
            throw Refused.with(SystemError.ENOENT);
        }
    }

    private LinkPath place(LinkPath path) {
        return base.isEmpty() ? path : base.resolve(path);
    }
}
