package dev.linkwright.win32;

import java.nio.file.FileSystemException;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.TargetKind;
import dev.linkwright.path.DriveDirectories;
import dev.linkwright.path.PathForm;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.UnwritableReparseDataException;

/// `CreateSymbolicLinkW` by the primitives of a link system, with the answers of Windows.
///
/// Where reparse data can be set, exactly those are set that Windows would make of the text; elsewhere the text goes to
/// the system as it is. Not to be seen through the primitives, and so not imitated: that 0x2 is unknown before
/// Windows 10 version 1703, that without it Developer Mode does not help, and `MAX_PATH`.
final class CreateSymbolicLinkOnSeam implements CreateSymbolicLinkW {
    private static final Answer CREATED = new Answer(true, Win32Error.SUCCESS.code());
    /// Any drive: the place of a name does not change what is dropped from its end.
    private static final String SOME_ROOT = "C:\\";

    private final LinkSystem system;

    CreateSymbolicLinkOnSeam(LinkSystem system) {
        this.system = system;
    }

    @Override
    public Answer call(String symlinkFileName, String targetFileName, int flags) {
        if (!SymbolicLinkFlag.areKnown(flags)) {
            return refused(Win32Error.INVALID_PARAMETER.code());
        }
        boolean forDirectory = SymbolicLinkFlag.DIRECTORY.isIn(flags);
        try {
            make(place(symlinkFileName), targetFileName, forDirectory ? TargetKind.DIRECTORY : TargetKind.FILE);
            return CREATED;
        } catch (Win32Exception e) {
            return refused(e.code());
        } catch (FileSystemException e) {
            return refused(LastErrors.of(e));
        }
    }

    private static Answer refused(int lastError) {
        return new Answer(false, lastError);
    }

    /// The path of the link, on Windows as Win32 reads it: folded, without dots and blanks at the end of its name.
    private LinkPath place(String symlinkFileName) {
        PathRules rules = system.rules();
        if (rules != PathRules.WINDOWS || isLiteral(symlinkFileName)) {
            return LinkPath.of(rules, symlinkFileName);
        }
        LinkPath folded = LinkPath.of(rules, rules.fold(symlinkFileName));
        return folded.name().map(name -> folded.parent().resolve(trimmed(folded, name))).orElse(folded);
    }

    private static boolean isLiteral(String path) {
        return switch (PathRules.WINDOWS.form(path)) {
            case VERBATIM, VOLUME_GUID, NT -> true;
            default -> false;
        };
    }

    /// The last name, which [PathRules#fold] trims in absolute paths only, with the separator that follows it.
    private static LinkPath trimmed(LinkPath path, Name name) {
        String kept = PathRules.WINDOWS.fold(SOME_ROOT + name.units()).substring(SOME_ROOT.length());
        return LinkPath.of(PathRules.WINDOWS, path.hasTrailingSeparator() ? name.units() + '\\' : kept);
    }

    private void make(LinkPath place, String target, TargetKind kind) throws Win32Exception, FileSystemException {
        if (place.isEmpty()) {
            throw new Win32Exception(Win32Error.PATH_NOT_FOUND);
        }
        if (!place.hasName()) {
            throw taken(place);
        }
        if (place.hasTrailingSeparator() && kind == TargetKind.FILE) {
            throw new Win32Exception(Win32Error.INVALID_NAME);
        }
        Directory directory = system.at(place.parent());
        Name name = place.name().orElseThrow();
        if (target.isEmpty()) {
            throw refusedText(directory, name);
        }
        try {
            make(directory, name, target, kind);
        } catch (FileSystemException e) {
            if (LastErrors.isAboutText(e)) {
                throw refusedText(directory, name);
            }
            throw e;
        }
    }

    private void make(Directory directory, Name name, String target, TargetKind kind)
            throws Win32Exception, FileSystemException {
        if (system.rules() != PathRules.WINDOWS || !directory.capabilities().has(Capability.REPARSE_POINTS)) {
            directory.makeLink(name, LinkTarget.of(target), kind);
            return;
        }
        try {
            directory.makeReparsePoint(name, reparseData(target), kind);
        } catch (UnwritableReparseDataException e) {
            throw refusedText(directory, name);
        }
    }

    private byte[] reparseData(String target) throws FileSystemException {
        DriveDirectories directories = DriveDirectories.roots();
        if (PathRules.WINDOWS.form(target) == PathForm.DRIVE_RELATIVE) {
            LinkPath drive = LinkPath.of(PathRules.WINDOWS, target.substring(0, 2));
            String current = system.at(drive).physicalPath().units();
            directories = letter -> current;
        }
        return ReparseBuffer.encode(ReparseData.SymbolicLink.of(PathRules.WINDOWS.stored(target, directories)));
    }

    /// The refusal of a path that is a root or ends in dots: there is a directory, or no way to it.
    private Win32Exception taken(LinkPath place) throws FileSystemException {
        system.at(place).status();
        boolean root = system.rules().parse(place.units()).isRoot();
        return new Win32Exception(root ? Win32Error.ACCESS_DENIED : Win32Error.ALREADY_EXISTS);
    }

    /// The refusal of a text that cannot be stored. Windows makes an empty object first and gives it the text then, so
    /// whatever keeps it from the first step is what it answers.
    private static Win32Exception refusedText(Directory directory, Name name) throws FileSystemException {
        directory.status();
        try {
            directory.stat(name);
            return new Win32Exception(Win32Error.ALREADY_EXISTS);
        } catch (FileSystemException refused) {
            if (LastErrors.isAbsence(refused)) {
                return new Win32Exception(Win32Error.INVALID_REPARSE_DATA);
            }
            throw refused;
        }
    }
}
