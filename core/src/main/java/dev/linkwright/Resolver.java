package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Follows paths. The system is asked first, because only it knows every reason why a link may not be followed; the
/// hops are then found by looking at one part after the other.
final class Resolver {
    private final LinkSystem system;

    Resolver(LinkSystem system) {
        this.system = system;
    }

    Resolution resolve(LinkPath given, LinkPath place) throws FileSystemException {
        Answer answer = ask(given, place);
        HopWalk walk = new HopWalk(system);
        walk.walk(absolute(place));
        LinkState state = answer.state(walk);
        FailureDetails refusal = answer.refusal == null ? walk.obstacle() : answer.refusal;
        FailureDetails cause = refusal == null ? null : refusal.during("resolve", given);
        return new Resolution(given, state, walk.hops(), walk.reached(), walk.cycle(), answer.end, cause);
    }

    LinkState state(LinkPath given, LinkPath place) throws FileSystemException {
        Answer answer = ask(given, place);
        if (answer.refusal == null || answer.refusal.reason() != Reason.TOO_MANY_LINKS_IN_PATH) {
            return answer.state(new HopWalk(system));
        }
        HopWalk walk = new HopWalk(system);
        walk.walk(absolute(place));
        return answer.state(walk);
    }

    private Answer ask(LinkPath given, LinkPath place) throws FileSystemException {
        Optional<Name> name = place.name();
        try {
            Directory parent = system.at(name.isPresent() ? place.parent() : place);
            return new Answer(name.isPresent() ? parent.follow(name.get()) : parent.status(), null);
        } catch (FileSystemException e) {
            FailureDetails refusal = LinkFailure.detailsOf(e, "resolve", given);
            if (refusal.reason() == Reason.NOT_FOUND && name.isPresent()) {
                requireSomethingThere(given, place, name.get());
            }
            return new Answer(null, refusal);
        }
    }

    /// A dangling link is an answer; nothing at the path itself is a failure.
    private void requireSomethingThere(LinkPath given, LinkPath place, Name name) throws FileSystemException {
        try {
            system.at(place.parent()).stat(name);
        } catch (FileSystemException e) {
            throw Links.during("resolve", given, e);
        }
    }

    private LinkPath absolute(LinkPath place) {
        if (place.isAbsolute()) {
            return place;
        }
        try {
            return system.at(LinkPath.of(system.rules(), "")).physicalPath().resolve(place);
        } catch (FileSystemException workingDirectoryGone) {
            return place;
        }
    }

    /// What the system said: the object at the end, or why it would not go there.
    private record Answer(@Nullable Status end, @Nullable FailureDetails refusal) {
        LinkState state(HopWalk walk) {
            if (refusal == null) {
                return LinkState.OK;
            }
            return switch (refusal.reason()) {
                case NOT_FOUND, PARENT_NOT_FOUND, NOT_A_DIRECTORY -> LinkState.MISSING;
                case TOO_MANY_LINKS_IN_PATH -> !walk.cycle().isEmpty()
                        ? LinkState.LOOP
                        : walk.hops().size() > HopWalk.LEAST_HOP_LIMIT ? LinkState.HOP_LIMIT : LinkState.UNREACHABLE;
                default -> LinkState.UNREACHABLE;
            };
        }
    }
}
