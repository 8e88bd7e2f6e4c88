package dev.linkwright.path;

import java.util.List;

/// The outcome of [PathRules#relativize]: a relative text, or the reason why letters alone allow none.
///
/// New reasons may come in minor versions.
public sealed interface Relativization {
    /// A relative text that leads, by its letters, from the directory to the target.
    ///
    /// It is right only if no directory in `climbed` is a link or a junction, in the path as given and in the physical
    /// one: on Windows a `..` after a junction climbs from the junction's own place, on POSIX from the place it leads
    /// to. Letters cannot tell; the caller looks.
    ///
    /// @param text the relative text, with the separators of its rules and the target's trailing separator
    /// @param climbed the directories that its `..` leave, deepest first, as in [LexicalPath#climbed]. Unmodifiable
    record Relative(String text, List<String> climbed) implements Relativization {
        /// Copies the list.
        ///
        /// @throws NullPointerException if an argument is null
        public Relative {
            climbed = List.copyOf(climbed);
        }

        /// Whether a `..` of the text leaves this directory.
        ///
        /// @param directory a full path written as in [#climbed]: the units must be equal
        public boolean climbsPast(String directory) {
            return climbed.contains(directory);
        }
    }

    /// There is no such text.
    ///
    /// @param reason why
    record Refused(Reason reason) implements Relativization {}

    /// Why there is no relative text.
    enum Reason {
        /// The directory or the target is not absolute.
        NOT_ABSOLUTE,

        /// The directory or the target is a device, not a place on a drive, a share or a volume.
        NOT_ON_A_VOLUME,

        /// The two lie on different drives, shares or volumes, as far as letters tell.
        DIFFERENT_ROOT,

        /// The directory or the target has a `.` or `..` among its names: what that means is decided by the objects on
        /// the way, so the caller resolves it first.
        DOT_COMPONENT
    }
}
