package dev.linkwright.cli;

import dev.linkwright.Links;
import dev.linkwright.RemoteTargets;
import dev.linkwright.cli.output.Diagnostics;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.path.PathRules;

/// What an [ItemCommand] works with.
///
/// @param links       for the paths as they were given
/// @param line        the options
/// @param diagnostics for warnings and notes
record Work(Links links, CommandLine line, Diagnostics diagnostics) {

    PathRules rules() {
        return links.linkSystem().rules();
    }

    /// For following links as the options say.
    Links followed() {
        return line.has(Options.FOLLOW_REMOTE) ? links.withRemoteTargets(RemoteTargets.FOLLOWED) : links;
    }

    boolean isDryRun() {
        return line.has(Options.DRY_RUN);
    }

    /// Tells how something is known, to those who asked for it.
    void detail(String note) {
        if (line.has(Options.VERBOSE)) {
            diagnostics.note(note);
        }
    }
}
