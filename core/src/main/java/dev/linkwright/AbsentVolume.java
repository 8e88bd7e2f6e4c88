package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;

import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Tells what is missing from what only lies on a volume that is not there now: a disk that is not plugged in, a share
/// that is not mounted, a drive of another session. Who took that for missing would remove good links.
final class AbsentVolume {
    /// The usual places: `hier(7)` and the File-system Hierarchy Standard for `/mnt`, `/media` and `/run/media`, autofs
    /// for `/net`, `/misc` and `/auto`, macOS for `/Volumes`.
    private static final List<LinkPath> USUAL_PLACES = List.of(place("/mnt"), place("/media"), place("/run/media"),
            place("/net"), place("/misc"), place("/auto"), place("/Volumes"));

    private final LinkSystem system;
    private @Nullable List<LinkPath> mountPlaces;

    AbsentVolume(LinkSystem system) {
        this.system = system;
    }

    private static LinkPath place(String path) {
        return LinkPath.of(PathRules.POSIX, path);
    }

    /// Which volume is perhaps absent, as a clause, if `missing`, the first part of a path that does not exist, may be
    /// on it.
    Optional<String> above(LinkPath missing) {
        return system.rules() == PathRules.WINDOWS ? drive(missing) : mount(missing);
    }

    private Optional<String> drive(LinkPath missing) {
        LinkPath root = missing.root();
        if (root.length() < 2 || root.byteAt(1) != ':') {
            return Optional.empty();
        }
        try {
            system.at(root).status();
            return Optional.empty();
        } catch (FileSystemException e) {
            return Optional.of("this session has no drive '" + root + "'");
        }
    }

    /// An empty directory at which a file system is meant to be. The root is such a place too, and never empty.
    private Optional<String> mount(LinkPath missing) {
        // Of most links this is told without making anything.
        if (!isAtOrBelow(missing, USUAL_PLACES) && !isAtOrBelow(missing, mountPlaces())) {
            return Optional.empty();
        }
        LinkPath directory = missing.parent();
        boolean isMeant = isAtOrBelow(directory, USUAL_PLACES) || mountPlaces().contains(directory);
        return isMeant && isEmpty(directory)
                ? Optional.of("file systems are mounted in '" + directory + "', and none is now")
                : Optional.empty();
    }

    private static boolean isAtOrBelow(LinkPath path, List<LinkPath> places) {
        for (int i = 0; i < places.size(); i++) {
            if (path.isAtOrBelow(places.get(i))) {
                return true;
            }
        }
        return false;
    }

    /// Asked once: a scan asks for many links. An unmodifiable list, because nothing orders the threads here.
    private List<LinkPath> mountPlaces() {
        List<LinkPath> places = mountPlaces;
        if (places == null) {
            places = List.copyOf(system.mountPlaces());
            mountPlaces = places;
        }
        return places;
    }

    private boolean isEmpty(LinkPath directory) {
        try (Cursor entries = system.at(directory).list()) {
            return !entries.next();
        } catch (FileSystemException cannotTell) {
            return false;
        }
    }
}
