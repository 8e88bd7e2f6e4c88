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
        HopWalk walk = walk(place);
        requireSomethingThere(given, place, answer, walk);
        LinkState state = answer.state(walk);
        FailureDetails cause = cause(answer, state, walk);
        return new Resolution(given, state, walk.hops(), walk.reached(), walk.cycle(), answer.end,
                cause == null ? null : cause.during("resolve", given));
    }

    LinkState state(LinkPath given, LinkPath place) throws FileSystemException {
        Answer answer = ask(given, place);
        boolean clear = answer.refusal == null || answer.refusal.reason() != Reason.TOO_MANY_LINKS_IN_PATH;
        if (clear && isThere(place, answer)) {
            return answer.state(new HopWalk(system));
        }
        HopWalk walk = walk(place);
        requireSomethingThere(given, place, answer, walk);
        return answer.state(walk);
    }

    private Answer ask(LinkPath given, LinkPath place) {
        Optional<Name> name = place.name();
        try {
            Directory parent = system.at(name.isPresent() ? place.parent() : place);
            return new Answer(name.isPresent() ? parent.follow(name.get()) : parent.status(), null);
        } catch (FileSystemException e) {
            return new Answer(null, LinkFailure.detailsOf(e, "resolve", given));
        }
    }

    private HopWalk walk(LinkPath place) {
        HopWalk walk = new HopWalk(system);
        walk.walk(absolute(place));
        return walk;
    }

    /// A link that leads nowhere is an answer, at the path itself or on the way to it; a path that is missing without
    /// any link is a failure.
    private void requireSomethingThere(LinkPath given, LinkPath place, Answer answer, HopWalk walk)
            throws FileSystemException {
        if (walk.hops().isEmpty() && answer.refusal != null && !isThere(place, answer)) {
            throw answer.refusal.during("resolve", given).toException();
        }
    }

    /// False if the system found nothing, and not because the path itself is a dangling link.
    private boolean isThere(LinkPath place, Answer answer) {
        Optional<Name> name = place.name();
        if (answer.refusal == null || !isMissing(answer.refusal.reason()) || name.isEmpty()) {
            return true;
        }
        try {
            system.at(place.parent()).stat(name.get());
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }

    /// Windows, unlike POSIX, tells a missing parent from a missing object.
    private static boolean isMissing(Reason reason) {
        return reason == Reason.NOT_FOUND || reason == Reason.PARENT_NOT_FOUND;
    }

    /// Why it does not end well. Where the walk could pass and the system would not, its code does not say enough.
    private @Nullable FailureDetails cause(Answer answer, LinkState state, HopWalk walk) {
        FailureDetails refusal = answer.refusal;
        if (refusal == null) {
            return walk.obstacle();
        }
        if (state != LinkState.UNREACHABLE || walk.hops().isEmpty()) {
            return refusal;
        }
        if (refusal.reason() == Reason.TOO_MANY_LINKS_IN_PATH) {
            return refusal.withReason(Reason.UNREACHABLE).withRemark(followsNoLinks(walk)
                    ? "the file system is mounted so that no links are followed: nosymfollow"
                    : "there is no loop; a mount with nosymfollow or a policy keeps the system from following links");
        }
        boolean couldPass = refusal.reason() == Reason.ACCESS_DENIED && walk.obstacle() == null;
        return couldPass
                ? refusal.withRemark("every part can be reached by itself; the system does not follow a link there that"
                        + " belongs to somebody else: fs.protected_symlinks or another policy")
                : refusal;
    }

    private boolean followsNoLinks(HopWalk walk) {
        try {
            for (Hop hop : walk.hops()) {
                if (system.at(hop.path().parent()).capabilities().mountOptions().contains("nosymfollow")) {
                    return true;
                }
            }
            return false;
        } catch (FileSystemException cannotTell) {
            return false;
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
