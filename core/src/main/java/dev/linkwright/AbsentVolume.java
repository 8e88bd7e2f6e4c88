package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;

import dev.linkwright.path.PathRules;

/// Tells what is missing from what only lies on a volume that is not there now: a disk that is not plugged in, a share
/// that is not mounted, a drive of another session. Who took that for missing would remove good links.
final class AbsentVolume {
    private static final String AUTOFS = "autofs";

    /// Below these, or below a directory of the user in some of them, people and desktops mount what comes and goes.
    private static final List<String> USUAL_ROOTS = List.of("/mnt", "/media", "/run/media", "/Volumes");

    private final LinkSystem system;

    AbsentVolume(LinkSystem system) {
        this.system = system;
    }

    /// Which volume is perhaps absent, as a clause, if `missing`, the first part of a path that does not exist, may be
    /// on it.
    Optional<String> above(LinkPath missing) {
        return system.rules() == PathRules.WINDOWS ? drive(missing) : mount(missing.parent());
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
        boolean meant = isBelowUsualRoot(directory) || system.mountPlaces().contains(directory);
        try {
            boolean automatic = !meant && system.at(directory).capabilities().fileSystem().equals(AUTOFS);
            return (meant && isEmpty(directory)) || automatic
                    ? Optional.of("perhaps nothing is mounted at '" + directory + "' now")
                    : Optional.empty();
        } catch (FileSystemException cannotTell) {
            return Optional.empty();
        }
    }

    private static boolean isBelowUsualRoot(LinkPath directory) {
        String path = directory.toString();
        return USUAL_ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    private boolean isEmpty(LinkPath directory) throws FileSystemException {
        try (Cursor entries = system.at(directory).list()) {
            return !entries.next();
        }
    }
}
