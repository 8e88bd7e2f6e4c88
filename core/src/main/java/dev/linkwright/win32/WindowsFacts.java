package dev.linkwright.win32;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.linkwright.Condition;

/// What Windows tells about the process, the machine and one directory, as far as links depend on it; and what that means.
///
/// Source: `docs/windows-links.md`, "Privileges and policy".
///
/// @param right what the token of the process says of the privilege to create symbolic links
/// @param developerMode whether Developer Mode is on
/// @param build the build of Windows
/// @param volume the volume of the directory
/// @param evaluation which links may be followed
/// @param guard whether the process is protected against junctions of ordinary users
/// @param syncRoot whether the directory is synchronised with a cloud
public record WindowsFacts(LinkRight right, boolean developerMode, int build, Volume volume, Evaluation evaluation,
        RedirectionGuard guard, SyncRoot syncRoot) {
    /// The first build whose `CreateSymbolicLinkW` knows the flag 0x2: Windows 10 1703.
    public static final int FIRST_BUILD_WITH_UNPRIVILEGED_LINKS = 15_063;

    /// The privilege to create symbolic links, in the token of the process.
    public enum LinkRight {
        /// The token does not have it: the user is an ordinary one.
        ABSENT,
        /// The token does not have it, because it is that of an administrator who is not elevated (UAC).
        FILTERED,
        /// The token has it and can enable it.
        DISABLED,
        /// It is in force.
        ENABLED;

        /// Whether it is there, and in force when it is needed.
        public boolean isHeld() {
            return this == DISABLED || this == ENABLED;
        }
    }

    /// The volume of a directory.
    ///
    /// @param fileSystem its type as Windows calls it; empty if it does not tell
    /// @param reparsePoints whether it says that it has reparse points
    /// @param remote whether it is on another machine
    public record Volume(String fileSystem, boolean reparsePoints, boolean remote) {}

    /// From where to where a symbolic link leads.
    public enum Direction {
        /// From a local volume to one.
        LOCAL_TO_LOCAL("a local volume", "a local one", "L2L"),
        /// From a local volume to a server.
        LOCAL_TO_REMOTE("a local volume", "a server", "L2R"),
        /// From a server to a local volume.
        REMOTE_TO_LOCAL("a server", "a local volume", "R2L"),
        /// From a server to a server.
        REMOTE_TO_REMOTE("a server", "a server", "R2R");

        private final String from;
        private final String to;
        private final String letters;

        Direction(String from, String to, String letters) {
            this.from = from;
            this.to = to;
            this.letters = letters;
        }

        /// What Windows does where nobody has set anything: it follows links of local volumes only.
        public boolean isAllowedByDefault() {
            return !startsRemote();
        }

        private boolean startsRemote() {
            return this == REMOTE_TO_LOCAL || this == REMOTE_TO_REMOTE;
        }

        private String kind() {
            return "evaluation-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Which symbolic links this machine follows; it never keeps anybody from making, reading or removing them.
    ///
    /// @param allowed the directions in which links are followed
    /// @param byGroupPolicy whether the settings are those of a group policy, which a local one cannot change
    public record Evaluation(Set<Direction> allowed, boolean byGroupPolicy) {
        /// An evaluation with its own copy of the set.
        public Evaluation {
            allowed = Set.copyOf(allowed);
        }

        private Condition condition(Direction direction, Volume volume) {
            String what = "links from " + direction.from + " to " + direction.to;
            if (allowed.contains(direction)) {
                return Condition.harmless(direction.kind(), "on", what + " are followed");
            }
            String not = what + " are not followed (" + direction.letters + ")";
            if (direction.startsRemote() != volume.remote()) {
                return Condition.harmless(direction.kind(), "off", not);
            }
            return Condition.hindering(direction.kind(), "off", not, byGroupPolicy
                    ? "Ask who administers this machine: the group policy \"Selectively allow the evaluation of a"
                            + " symbolic link\" forbids it."
                    : "An administrator can allow it: fsutil behavior set SymlinkEvaluation " + direction.letters
                            + ":1.");
        }
    }

    /// The protection of a process against junctions that ordinary users have made.
    public enum RedirectionGuard {
        /// There is none.
        OFF,
        /// What it would refuse is only written down.
        AUDITED,
        /// Such junctions are not followed: error 448.
        ENFORCED,
        /// This Windows does not know it, or does not tell.
        UNKNOWN;

        private Condition condition() {
            String kind = "redirection-guard";
            return switch (this) {
                case OFF -> Condition.harmless(kind, "off", "junctions of ordinary users are followed");
                case AUDITED -> Condition.harmless(kind, "audited",
                        "junctions of ordinary users are followed, and Windows writes that down (RedirectionGuard)");
                case UNKNOWN -> Condition.harmless(kind, "unknown", "this Windows tells of no RedirectionGuard");
                case ENFORCED -> Condition.hindering(kind, "enforced",
                        "this process follows no junctions that ordinary users have made (RedirectionGuard)",
                        "Let an administrator make the junctions, or start the program without that protection.");
            };
        }
    }

    /// Whether a directory is synchronised with a cloud.
    ///
    /// @param answer what is known
    /// @param provider who synchronises it; empty if that is not told
    public record SyncRoot(Answer answer, String provider) {
        /// Whether a directory is below a root of synchronisation.
        public enum Answer {
            /// It is.
            INSIDE,
            /// It is not.
            OUTSIDE,
            /// This Windows has no such thing, or does not tell.
            UNKNOWN
        }

        /// One of which nobody is known.
        public static SyncRoot of(Answer answer) {
            return new SyncRoot(answer, "");
        }

        private Condition condition() {
            String kind = "sync-root";
            return switch (answer) {
                case OUTSIDE -> Condition.harmless(kind, "outside", "no cloud synchronises this directory");
                case UNKNOWN -> Condition.harmless(kind, "unknown",
                        "this Windows does not tell whether a cloud synchronises this directory");
                case INSIDE -> Condition.hindering(kind, "inside",
                        (provider.isEmpty() ? "a cloud" : provider) + " synchronises this directory",
                        "Keep links out of it: what synchronises it may skip them, or upload what they lead to.");
            };
        }
    }

    /// What all of this means for links in the directory, always in the same order.
    public List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>(List.of(ofPrivilege(), ofDeveloperMode(), ofFlag(), ofVolume()));
        for (Direction direction : Direction.values()) {
            conditions.add(evaluation.condition(direction, volume));
        }
        conditions.add(guard.condition());
        conditions.add(syncRoot.condition());
        return conditions;
    }

    /// Whether links may be made by flag 0x2 alone.
    private boolean needsNoPrivilege() {
        return developerMode && knowsFlag();
    }

    private boolean knowsFlag() {
        return build >= FIRST_BUILD_WITH_UNPRIVILEGED_LINKS;
    }

    private Condition ofPrivilege() {
        String kind = "privilege";
        String state = right.name().toLowerCase(Locale.ROOT);
        String reason = "the privilege to create symbolic links is " + switch (right) {
            case ENABLED -> "in force";
            case DISABLED -> "held, and enabled when it is needed";
            case FILTERED -> "not held, because this administrator is not elevated";
            case ABSENT -> "not held by this user";
        };
        if (right.isHeld() || needsNoPrivilege()) {
            return Condition.harmless(kind, state, reason);
        }
        return Condition.hindering(kind, state, reason, right == LinkRight.FILTERED
                ? "Start the program with \"Run as administrator\", or turn on Developer Mode."
                : "Turn on Developer Mode, run as administrator, or ask for the right \"Create symbolic links\".");
    }

    private Condition ofDeveloperMode() {
        String kind = "developer-mode";
        if (developerMode) {
            return Condition.harmless(kind, "on", "Developer Mode is on");
        }
        return right.isHeld() || !knowsFlag()
                ? Condition.harmless(kind, "off", "Developer Mode is off")
                : Condition.hindering(kind, "off", "Developer Mode is off",
                        "Turn it on in the settings for developers: then nobody needs the privilege.");
    }

    private Condition ofFlag() {
        String kind = "unprivileged-flag";
        if (knowsFlag()) {
            return Condition.harmless(kind, "known", "this Windows (build " + build
                    + ") can make links without the privilege, in Developer Mode");
        }
        String reason = "this Windows (build " + build + ") makes no links without the privilege; version 1703 does";
        return right.isHeld()
                ? Condition.harmless(kind, "unknown", reason)
                : Condition.hindering(kind, "unknown", reason, "Run as administrator, or update Windows.");
    }

    private Condition ofVolume() {
        String kind = "reparse-points";
        String name = volume.fileSystem().isEmpty() ? "the file system" : volume.fileSystem();
        return volume.reparsePoints()
                ? Condition.harmless(kind, "supported", name + " says that it has reparse points here")
                : Condition.hindering(kind, "unsupported", name + " tells of no reparse points here",
                        "Use a volume with NTFS or ReFS.");
    }
}
