package dev.linkwright.tree;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;

/// Something that the copies of a tree lack and that the originals have, told once for each kind.
///
/// @param kind what
/// @param count how many objects it concerns
/// @param first what was refused for the first of them
public record Loss(Kind kind, long count, FailureDetails first) {
    /// The first copy that it concerns.
    public LinkPath path() {
        return first.link();
    }

    /// What can be lost. New kinds come in minor versions.
    public enum Kind {
        /// Owner or group, of POSIX and of Windows; setuid and setgid with them.
        OWNER("owners"),
        /// Permissions.
        MODE("permissions"),
        /// Access control lists, of POSIX and of Windows.
        ACCESS_CONTROL_LIST("access control lists"),
        /// File attributes of Windows: read-only, hidden, and that it is compressed or encrypted.
        FILE_ATTRIBUTES("file attributes"),
        /// Other extended attributes; named streams of Windows.
        EXTENDED_ATTRIBUTES("extended attributes"),
        /// Times.
        TIMES("times"),
        /// That several names are one object: each has a copy of its own.
        HARD_LINKS("hard links"),
        /// Named pipes, sockets, devices: not copied.
        SPECIAL_FILES("named pipes, sockets and devices");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// For people, in the plural.
        public String words() {
            return words;
        }
    }
}
