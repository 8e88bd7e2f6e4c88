package dev.linkwright.system;

import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;
import org.jspecify.annotations.Nullable;

/// The `Path`s of a directory, of names in it and of link texts; only those that say exactly what was asked for.
final class NioPlaces {
    private final NioVolume volume;
    private final LinkPath location;
    private @Nullable Path directory;

    NioPlaces(NioVolume volume, LinkPath location) {
        this.volume = volume;
        this.location = location;
    }

    /// The directory; null if the file system cannot spell its path. Spelt when it is first wanted: a file system that
    /// has been closed does not even make paths.
    @Nullable
    Path directory() {
        Path known = directory;
        if (known == null) {
            known = pathOf(volume, location);
            directory = known;
        }
        return known;
    }

    /// The place of that name, or null if the file system cannot spell it.
    @Nullable
    Path of(Name name) {
        Path base = directory();
        Path tail = pathOf(volume, LinkPath.ofBytes(volume.rules(), name.bytes()));
        if (base == null || tail == null || (!volume.isPosixDisk() && !isExactly(tail, name))) {
            return null;
        }
        return base.resolve(tail);
    }

    /// The text as a path that stores exactly this text.
    ///
    /// @throws FileSystemException if there is none
    Path text(LinkTarget target, FailureDetails failing) throws FileSystemException {
        if (target.isEmpty()) {
            throw failing.withReason(Reason.INVALID_TARGET).withRemark("the text is empty").toException();
        }
        Path path;
        try {
            path = pathOf(volume, LinkPath.ofBytes(volume.rules(), target.bytes()));
        } catch (RuntimeException e) {
            throw NioRefusal.of(failing, e);
        }
        if (path == null) {
            throw failing.withReason(Reason.CAPABILITY_MISSING)
                    .withRemark("java.nio.file cannot store this text here").toException();
        }
        LinkTarget stored = LinkTarget.of(path);
        if (!stored.equals(target) && !isWindowsSpelling(stored, target)) {
            throw failing.withReason(Reason.CAPABILITY_MISSING)
                    .withRemark("java.nio.file would store '" + stored + "'").toException();
        }
        return path;
    }

    static FileSystemException unspeakable(FailureDetails failing) {
        return failing.withReason(Reason.INVALID_NAME).withRemark("java.nio.file cannot spell it here").toException();
    }

    private static @Nullable Path pathOf(NioVolume volume, LinkPath location) {
        FileSystem fileSystem = volume.fileSystem();
        Optional<Path> path = location.toPath(fileSystem);
        return path.isPresent() ? path.get() : null;
    }

    /// One component, neither a drive nor a root, and no unit changed.
    private boolean isExactly(Path tail, Name name) {
        return tail.getNameCount() == 1 && tail.getRoot() == null && tail.toString().equals(name.units())
                && !(volume.isWindowsDisk() && meansSomethingElse(name));
    }

    /// Whether Windows takes the name for another one where it comes without the prefix `\\?\`, as in every path of
    /// `java.nio.file`: `x.` means `x`, and `NUL` is a device in every directory.
    static boolean meansSomethingElse(Name name) {
        Set<PathWarning> warnings = PathRules.WINDOWS.warnings(name.units());
        return warnings.contains(PathWarning.TRAILING_DOT_OR_BLANK) || warnings.contains(PathWarning.DEVICE_NAME)
                || warnings.contains(PathWarning.STREAM) || warnings.contains(PathWarning.DRIVE_RELATIVE);
    }

    private boolean isWindowsSpelling(LinkTarget stored, LinkTarget asked) {
        return volume.rules() == PathRules.WINDOWS && stored.units().equals(asked.units().replace('/', '\\'));
    }
}
