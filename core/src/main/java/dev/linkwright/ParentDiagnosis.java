package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Says which part of a path is in the way, once something has failed: the system's code does not tell.
final class ParentDiagnosis {
    /// `/proc` answers so, and a directory that somebody makes at that moment.
    private static final String HERE_NOW = "yet it is there now; some file systems let nobody make anything";

    private final LinkSystem system;

    ParentDiagnosis(LinkSystem system) {
        this.system = system;
    }

    /// The failure with a remark on the first part of `parent` that is no directory, if that is the reason and nothing
    /// has been remarked yet.
    FailureDetails complete(FailureDetails details, LinkPath parent) {
        if (details.remark() != null) {
            return details;
        }
        return switch (details.reason()) {
            case PARENT_NOT_FOUND -> details.withRemark(culprit(parent).orElse(HERE_NOW));
            case NOT_A_DIRECTORY, TOO_MANY_LINKS_IN_PATH -> culprit(parent).map(details::withRemark).orElse(details);
            default -> details;
        };
    }

    private Optional<String> culprit(LinkPath parent) {
        Deque<LinkPath> fromTheTop = new ArrayDeque<>();
        for (LinkPath part = parent; part.name().isPresent(); part = part.parent()) {
            fromTheTop.push(part);
        }
        for (LinkPath part : fromTheTop) {
            Directory above = system.at(part.parent());
            Name name = part.name().orElseThrow();
            try {
                if (!above.follow(name).isDirectory()) {
                    return Optional.of("'" + part + "' is not a directory");
                }
            } catch (FileSystemException refused) {
                return Optional.of(whatStandsThere(above, name, part));
            }
        }
        return Optional.empty();
    }

    private static String whatStandsThere(Directory above, Name name, LinkPath part) {
        try {
            return above.stat(name).isSymbolicLink()
                    ? "'" + part + "' is a link to '" + above.readLink(name) + "', which leads nowhere"
                    : "'" + part + "' cannot be entered";
        } catch (FileSystemException nothing) {
            return "'" + part + "' does not exist";
        }
    }
}
