package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    private @Nullable Set<LinkPath> mountPlaces;
    /// These and the usual ones.
    private LinkPath @Nullable [] allPlaces;

    AbsentVolume(LinkSystem system) {
        this.system = system;
    }

    private static LinkPath place(String path) {
        return LinkPath.of(PathRules.POSIX, path);
    }

    /// Which volume is perhaps absent, as a clause, if `missing`, the first part of a path that does not exist, may be
    /// on it.
    Optional<String> above(LinkPath missing) {
        if (system.rules() == PathRules.WINDOWS) {
            return drive(missing);
        }
        return mayBeMissingInMount(missing) ? mount(missing.parent()) : Optional.empty();
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

    /// An empty directory at which a file system is meant to be.
    private Optional<String> mount(LinkPath directory) {
        boolean isMeant = isAtUsualPlace(directory) || mountPlaces().contains(directory);
        return isMeant && isEmpty(directory)
                ? Optional.of("file systems are mounted in '" + directory + "', and none is now")
                : Optional.empty();
    }

    /// Most are not, which is told without making anything. The root, too, is where a file system is meant to be, but never empty.
    private boolean mayBeMissingInMount(LinkPath missing) {
        LinkPath[] places = allPlaces;
        if (places == null) {
            List<LinkPath> all = new ArrayList<>(USUAL_PLACES);
            all.addAll(mountPlaces());
            places = all.toArray(new LinkPath[0]);
            allPlaces = places;
        }
        for (LinkPath place : places) {
            if (missing.isAtOrBelow(place)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAtUsualPlace(LinkPath directory) {
        for (LinkPath place : USUAL_PLACES) {
            if (directory.isAtOrBelow(place)) {
                return true;
            }
        }
        return false;
    }

    /// Asked once: a scan asks for many links.
    private Set<LinkPath> mountPlaces() {
        Set<LinkPath> places = mountPlaces;
        if (places == null) {
            places = system.mountPlaces();
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
