package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;

import dev.linkwright.CreateOptions.TextForm;
import dev.linkwright.path.PathForm;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Finds the text that Windows is to have for a link, where the caller may speak of paths of this system.
///
/// Nothing is guessed: which drive a volume is on Windows is known to nobody here, so a path of this system can become
/// an absolute text only with the name that the caller gives the volume.
final class WindowsText {
    /// The file number of the root of every NTFS volume.
    private static final long ROOT_DIRECTORY = 5;
    /// `\\?\`
    private static final int VERBATIM_PREFIX = 4;

    private final LinkSystem system;
    private final Directory directory;
    private final FailureDetails failing;
    private final @Nullable String volume;

    /// @param directory the directory of the link
    /// @param failing what is told of a text that is not possible
    /// @param volume the root of the link's volume as Windows names it; null if the caller does not know
    WindowsText(LinkSystem system, Directory directory, FailureDetails failing, @Nullable String volume) {
        this.system = system;
        this.directory = directory;
        this.failing = failing;
        this.volume = volume;
    }

    /// The text of a symbolic link.
    String ofSymbolicLink(LinkTarget given, TextForm form) throws FileSystemException {
        if (form == TextForm.ABSOLUTE) {
            return absolute(given);
        }
        if (!isPathOfThisSystem(given)) {
            return inLettersOfWindows(given);
        }
        return form == TextForm.RELATIVE ? relative(given) : onVolume(given);
    }

    /// The absolute text that means what `given` means for a link in the directory.
    String absolute(LinkTarget given) throws FileSystemException {
        if (isPathOfThisSystem(given)) {
            return onVolume(given);
        }
        String text = inLettersOfWindows(given);
        return switch (PathRules.WINDOWS.form(text)) {
            case EMPTY, NT -> throw refused("it has no absolute form");
            case DRIVE_ABSOLUTE, UNC, VERBATIM, VOLUME_GUID, DEVICE, DRIVE_RELATIVE -> text;
            case ROOTED -> root() + text.substring(1);
            case RELATIVE, DEVICE_NAME, STREAM -> folded(onVolume(here()), text);
        };
    }

    /// The absolute text of a junction. The system follows it for every session, so a drive that only this one has is
    /// replaced by the directory that it stands for; and it leads to no other machine.
    String ofJunction(LinkTarget given) throws FileSystemException {
        String text = absolute(given);
        if (PathRules.WINDOWS.form(text) == PathForm.UNC) {
            throw refused("a junction leads to a directory of its own machine, never to a share");
        }
        int drive = drive(text);
        if (drive < 0) {
            return text;
        }
        if (system.isRemoteDrive(text.charAt(drive))) {
            throw refused("a junction leads to a directory of its own machine, and drive " + text.charAt(drive)
                    + ": is one of another");
        }
        Optional<String> directory = system.substitutedDrive(text.charAt(drive));
        return directory.isEmpty() ? text : directory.get() + text.substring(drive + 2);
    }

    /// Where the letter of the drive stands at which an absolute text starts; negative if it starts at none.
    private static int drive(String text) {
        int letter = PathRules.WINDOWS.form(text) == PathForm.VERBATIM ? VERBATIM_PREFIX : 0;
        return text.length() > letter + 1 && text.charAt(letter + 1) == ':' ? letter : -1;
    }

    private static String folded(String directory, String text) {
        return PathRules.WINDOWS.resolve(directory, text).text();
    }

    /// On POSIX a text that starts with a slash is a path of this system, and none of Windows.
    private boolean isPathOfThisSystem(LinkTarget text) {
        return system.rules() == PathRules.POSIX && LinkPath.ofBytes(PathRules.POSIX, text.raw()).isAbsolute();
    }

    private String inLettersOfWindows(LinkTarget given) throws FileSystemException {
        String units = given.units();
        if (!LinkTarget.of(units).equals(given)) {
            throw refused("it is not UTF-8, and Windows keeps 16-bit units");
        }
        String text = PathRules.WINDOWS.withNativeSeparators(units);
        if (PathRules.WINDOWS.form(text) == PathForm.DRIVE_RELATIVE) {
            throw failing.withReason(Reason.INVALID_TARGET)
                    .withRemark("it depends on the current directory of a drive, which only a process on Windows has")
                    .withAdvice("A name with a colon is written '.\\" + text + "'.").toException();
        }
        return text;
    }

    private String relative(LinkTarget path) throws FileSystemException {
        requireOnVolume(path);
        LinkTarget text = new TargetText(PathRules.POSIX).relative(directory.physicalPath(), path).orElseThrow();
        return inLettersOfWindows(text);
    }

    private LinkTarget here() throws FileSystemException {
        return LinkTarget.ofBytes(directory.physicalPath().raw());
    }

    /// A path of this system as Windows sees it.
    private String onVolume(LinkTarget path) throws FileSystemException {
        StringBuilder text = new StringBuilder(root());
        String separator = "";
        for (Name name : namesOnVolume(path)) {
            text.append(separator).append(requireOneName(name).units());
            separator = "\\";
        }
        boolean slash = LinkPath.ofBytes(PathRules.POSIX, path.raw()).hasTrailingSeparator();
        return slash && !separator.isEmpty() ? text + separator : text.toString();
    }

    private String root() throws FileSystemException {
        if (volume == null) {
            throw failing.withReason(Reason.VOLUME_NOT_NAMED)
                    .withRemark("nobody here knows which drive it is")
                    .withAdvice("Say it (create --reparse takes --drive and --volume-guid), or give a relative text.")
                    .toException();
        }
        return volume;
    }

    /// A backslash may stand in a name here, and separates two there.
    private Name requireOneName(Name name) throws FileSystemException {
        if (!name.isSingleIn(PathRules.WINDOWS) || !Name.of(name.units()).equals(name)) {
            throw refused("Windows has no name '" + name + "'");
        }
        return name;
    }

    /// The names that lead from the root of the volume to a path of this system.
    private List<Name> namesOnVolume(LinkTarget path) throws FileSystemException {
        requireOnVolume(path);
        int root = PathStep.of(rootOfVolume()).size();
        List<PathStep> steps = PathStep.of(LinkPath.ofBytes(PathRules.POSIX, path.raw()));
        return steps.subList(root, steps.size()).stream().flatMap(step -> step.name().stream()).toList();
    }

    private void requireOnVolume(LinkTarget path) throws FileSystemException {
        List<PathStep> root = PathStep.of(rootOfVolume());
        List<PathStep> steps = PathStep.of(LinkPath.ofBytes(PathRules.POSIX, path.raw()));
        if (steps.stream().anyMatch(PathStep::isUp)) {
            throw refused("'..' in an absolute path has no single meaning");
        }
        if (steps.size() < root.size() || !steps.subList(0, root.size()).equals(root)) {
            throw refused("it is not on the volume of the link, '" + rootOfVolume() + "'");
        }
    }

    private LinkPath rootOfVolume() throws FileSystemException {
        Identity here = identity(directory.status());
        LinkPath root = directory.physicalPath();
        while (root.name().isPresent() && here.isSameMountAs(identity(system.at(root.parent()).status()))) {
            root = root.parent();
        }
        if (identity(system.at(root).status()).low() != ROOT_DIRECTORY) {
            throw refused("only a part of the volume is mounted here");
        }
        return root;
    }

    private Identity identity(Status status) throws FileSystemException {
        Identity identity = status.identity();
        if (identity == null) {
            throw refused("where its volume starts is not known");
        }
        return identity;
    }

    private FileSystemException refused(String remark) {
        return failing.withReason(Reason.INVALID_TARGET).withRemark(remark).toException();
    }
}
