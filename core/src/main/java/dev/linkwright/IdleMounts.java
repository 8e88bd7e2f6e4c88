package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Places where file systems are mounted and nothing is mounted now. What is missing there may be on a volume that is not
/// connected, so nobody can say that it does not exist.
///
/// The usual places: `hier(7)` and the File-system Hierarchy Standard for `/mnt`, `/media` and `/run/media`, autofs for
/// `/net`, `/misc` and `/auto`, macOS for `/Volumes`.
final class IdleMounts {
    private static final List<String> PLACES = List.of("/mnt", "/media", "/run/media", "/net", "/misc", "/auto",
            "/Volumes");

    private final LinkSystem system;

    IdleMounts(LinkSystem system) {
        this.system = system;
    }

    /// Why a part that does not exist is not known to be missing; null if nothing speaks against it.
    ///
    /// @param missing the first part of a path that does not exist
    @Nullable
    FailureDetails whyNotMissing(LinkPath missing) {
        if (system.rules() != PathRules.POSIX || !startsAtPlace(missing)) {
            return null;
        }
        LinkPath directory = missing.parent();
        return startsAtPlace(directory) && isEmpty(directory)
                ? FailureDetails.of("resolve", missing, Reason.UNREACHABLE)
                        .withRemark("file systems are mounted in '" + directory + "', and none is now")
                : null;
    }

    private static boolean startsAtPlace(LinkPath path) {
        if (path.length() < 2 || path.byteAt(0) != '/') {
            return false;
        }
        for (int i = 0; i < PLACES.size(); i++) {
            if (isAtOrBelow(path, PLACES.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAtOrBelow(LinkPath path, String place) {
        int length = place.length();
        if (path.length() < length || (path.length() > length && path.byteAt(length) != '/')) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (path.byteAt(i) != place.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isEmpty(LinkPath directory) {
        try (Cursor entries = system.at(directory).list()) {
            return !entries.next();
        } catch (FileSystemException cannotTell) {
            return false;
        }
    }
}
