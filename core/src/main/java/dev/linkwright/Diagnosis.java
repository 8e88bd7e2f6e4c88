package dev.linkwright;

import java.util.List;
import java.util.Optional;

/// What can be made in a directory, by this user, on its file system: found by trying.
///
/// @param directory the directory, as given
/// @param system the name of the link system in use
/// @param capabilities what the link system says of the directory
/// @param conditions on what it depends what links can do there, as far as the link system tells
/// @param probes what was tried, and how it went; empty if nothing was to be tried
/// @param leftovers temporary names that interrupted operations have left in the directory
/// @param kept those of them that are never removed: an operation that was interrupted in the middle had them in hand, and
///     one of them may be all that there is of a link
/// @param plainLink what a plain link is there that was made on trial, where it is none that Windows follows although the
///     volume is one of Windows
public record Diagnosis(LinkPath directory, String system, LinkCapabilities capabilities,
        List<Condition> conditions, List<Probe> probes, List<LinkPath> leftovers, List<LinkPath> kept,
        Optional<PlainLink> plainLink) {
    /// A diagnosis with its own copies of the lists.
    public Diagnosis {
        conditions = List.copyOf(conditions);
        probes = List.copyOf(probes);
        leftovers = List.copyOf(leftovers);
        kept = List.copyOf(kept);
    }

    /// One thing that was tried.
    ///
    /// @param kind what: `symlink`, `file-symlink`, `directory-symlink`, `junction`, `hard-link`, `verbatim-text`,
    ///     `atomic-replace`
    /// @param works whether it works
    /// @param failure why it does not; empty only if it works
    /// @param remedy what can be done about it, as a sentence; empty only if it works
    public record Probe(String kind, boolean works, Optional<FailureDetails> failure, Optional<String> remedy) {}

    /// What [Links#create] makes on a volume of Windows where the driver stores links in another way than Windows.
    public enum PlainLink {
        /// A file that only the driver takes for a link; to Windows it is an ordinary file with the attribute system.
        OF_THE_DRIVER,
        /// A link of the Windows Subsystem for Linux, which Windows itself does not follow.
        OF_WSL
    }

    /// Whether things are tried out.
    public enum Trying {
        /// Nothing is made: the answer is what the link system claims.
        NOTHING,
        /// Everything is tried in a private sub-directory, which is removed again.
        EVERYTHING
    }
}
