package dev.linkwright.tree;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.Entry;
import dev.linkwright.FailureDetails;
import dev.linkwright.Hop;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;

/// Something that a scan has to say. New kinds come in minor versions.
public sealed interface ScanEvent permits ScanEvent.Found, ScanEvent.Failed, ScanEvent.Progress {
    /// A link; or a file that stands for one ([Verdict#GIT_PLACEHOLDER]), with its contents as the text and without state.
    ///
    /// @param path the root as it was given, joined with the names that were found
    /// @param depth how many names below the root it is
    /// @param entry what the system tells about the link itself, where it had to be asked: on POSIX all is known without
    /// @param target its text; empty without judgement, and for what is no link with a text
    /// @param verdicts what holds of it, in the order of their gravity; none without judgement
    /// @param state how following it ends; empty without judgement
    /// @param resolved where it ends, without links in the path; only if the state is [LinkState#OK]
    /// @param cycle for a loop the links that form it, beginning with the one whose path comes first: so the links of one
    ///     loop have equal cycles
    /// @param cause why following it does not end well, as far as the system says
    record Found(LinkPath path, int depth, Optional<Entry> entry, Optional<LinkTarget> target, Set<Verdict> verdicts,
            Optional<LinkState> state, Optional<LinkPath> resolved, List<Hop> cycle, Optional<FailureDetails> cause)
            implements
                ScanEvent {}

    /// Something could not be examined; the scan went on.
    record Failed(WalkFailure failure) implements ScanEvent {}

    /// How far the scan has come: now and then, and once at the end.
    ///
    /// @param directories the directories that were begun
    /// @param entries the entries that were seen
    /// @param links the links among them
    /// @param current one of the directories that were begun since
    record Progress(long directories, long entries, long links, LinkPath current) implements ScanEvent {}
}
