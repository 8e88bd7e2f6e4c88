package dev.linkwright.testing;

import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Something that is otherwise than on a good local volume under a user who may do everything: see
/// [FakeLinkSystem#with]. New conditions may come in minor versions.
public enum FakeCondition {
    /// The user has no privilege to create symbolic links: an ordinary user, or an administrator whose token UAC has
    /// filtered. Windows answers 1314. Junctions need no privilege.
    NO_PRIVILEGE(PathRules.WINDOWS, false),
    /// The privilege is held but disabled, as in the token of an elevated administrator. `CreateSymbolicLinkW` enables
    /// it itself; setting reparse data through a handle answers 1314 until somebody enables it
    ///. The primitives of the seam enable it as a link system does.
    PRIVILEGE_DISABLED(PathRules.WINDOWS, false),
    /// Developer Mode: with flag 0x2, and only with it, links are made without the privilege.
    DEVELOPER_MODE(PathRules.WINDOWS, false),
    /// A Windows before 1703 (build 15063), which knows no flag 0x2 and answers 87 to it.
    BEFORE_1703(PathRules.WINDOWS, false),
    /// A process that is protected against junctions of ordinary users (RedirectionGuard), of whom all junctions here are:
    /// following one answers 448.
    REDIRECTION_GUARD(PathRules.WINDOWS, false),
    /// A machine whose settings forbid to follow links from a local volume to a local one: following one answers 1463.
    LINKS_SWITCHED_OFF(PathRules.WINDOWS, false),
    /// The volume is synchronised with a cloud, which [dev.linkwright.Directory#conditions] tells.
    SYNC_ROOT(PathRules.WINDOWS, true),
    /// A Windows before 1607, or a file system without POSIX semantics: a link can replace a file link but no directory
    /// link in one step (`FileRenameInfoEx` answers 87), and a directory that somebody holds cannot be removed.
    NO_POSIX_SEMANTICS(PathRules.WINDOWS, true),
    /// The volume cannot hold links, like FAT32 and exFAT: 1 on Windows, `EPERM` on POSIX.
    NO_LINKS(null, true),
    /// The volume has no hard links: 1 on Windows, `EPERM` on POSIX.
    NO_HARD_LINKS(null, true),
    /// The volume is read-only: 19 on Windows, `EROFS` on POSIX.
    READ_ONLY(null, true),
    /// The volume is full: nothing new can be made. 112 on Windows, `ENOSPC` on POSIX. Removing and renaming go on.
    FULL(null, true),
    /// Making a symbolic link reports success and makes nothing, as Wine's `CreateSymbolicLinkW` does without its
    /// staging patches.
    SILENT_CREATE(null, true),
    /// A server that keeps another spelling of a link's text than the one it was given: doubled separators are joined,
    /// dots taken out, and separators at the end dropped.
    NORMALISING(null, true),
    /// The volume is on a server: its drive letter is a mapped one, and following a symbolic link that is on it answers 1463.
    REMOTE(PathRules.WINDOWS, true),
    /// The file system cannot exchange two names in one step (NFS, most FUSE): `EINVAL`.
    NO_EXCHANGE(PathRules.POSIX, true),
    /// The file system cannot refuse to replace (`RENAME_NOREPLACE`): `EINVAL`.
    NO_NO_REPLACE(PathRules.POSIX, true),
    /// A listing does not tell types, as on some file systems (`DT_UNKNOWN`).
    NO_LISTED_TYPES(null, true),
    /// No native calls, as over `java.nio.file`: directories are not held, but found anew by their path each time.
    NOT_HELD(null, false);

    private final @Nullable PathRules rules;
    private final boolean ofVolume;

    FakeCondition(@Nullable PathRules rules, boolean ofVolume) {
        this.rules = rules;
        this.ofVolume = ofVolume;
    }

    /// Whether there is such a thing under these rules.
    boolean isKnownTo(PathRules which) {
        return rules == null || rules == which;
    }

    /// Whether one volume can have it and another one not.
    boolean isOfVolume() {
        return ofVolume;
    }
}
