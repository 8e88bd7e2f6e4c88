package dev.linkwright.cli;

import dev.linkwright.Entry;
import dev.linkwright.FileType;
import dev.linkwright.Junction;
import dev.linkwright.NfsLink;
import dev.linkwright.ReparsePoint;
import dev.linkwright.Status;
import dev.linkwright.SymbolicLink;
import dev.linkwright.TargetKind;
import dev.linkwright.VolumeMountPoint;
import dev.linkwright.WslLink;
import dev.linkwright.reparse.ReparseTag;

/// What stands at a path, as the command line spells it: once for programs, once for people.
enum Kind {
    SYMLINK("symlink", "symbolic link"),
    FILE_SYMLINK("file-symlink", "file link"),
    DIRECTORY_SYMLINK("directory-symlink", "directory link"),
    JUNCTION("junction", "junction"),
    MOUNT_POINT("mount-point", "volume mount point"),
    HARD_LINK("hard-link", "hard link"),
    WSL_LINK("wsl-link", "WSL link"),
    NFS_LINK("nfs-link", "NFS link"),
    APP_EXECUTION_ALIAS("app-execution-alias", "app execution alias"),
    OTHER_REPARSE_POINT("other-reparse-point", "reparse point"),
    FILE("file", "file"),
    DIRECTORY("directory", "directory"),
    OTHER("other", "neither file nor directory");

    private final String json;
    private final String words;

    Kind(String json, String words) {
        this.json = json;
        this.words = words;
    }

    /// The value of the JSON field `kind`.
    String json() {
        return json;
    }

    /// The kind for people.
    String words() {
        return words;
    }

    /// The kind of a symbolic link that was made for such a target.
    static Kind ofSymbolicLink(TargetKind targetKind) {
        return switch (targetKind) {
            case UNSPECIFIED -> SYMLINK;
            case FILE -> FILE_SYMLINK;
            case DIRECTORY -> DIRECTORY_SYMLINK;
        };
    }

    static Kind of(Entry entry) {
        if (entry instanceof SymbolicLink link) {
            return ofSymbolicLink(link.targetKind());
        }
        if (entry instanceof Junction) {
            return JUNCTION;
        }
        if (entry instanceof VolumeMountPoint) {
            return MOUNT_POINT;
        }
        if (entry instanceof WslLink) {
            return WSL_LINK;
        }
        if (entry instanceof NfsLink) {
            return NFS_LINK;
        }
        if (entry instanceof ReparsePoint) {
            boolean alias = entry.status().reparseTag() == ReparseTag.APPEXECLINK.value();
            return alias ? APP_EXECUTION_ALIAS : OTHER_REPARSE_POINT;
        }
        return ofOrdinary(entry.status());
    }

    /// The kind of an object that is not a link.
    static Kind ofOrdinary(Status status) {
        return status.type() == FileType.FILE ? FILE : status.isDirectory() ? DIRECTORY : OTHER;
    }
}
