package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Follows paths. The system's own answer counts, because only it knows every reason why a link may not be followed; the
/// hops are found by looking at one part after the other.
final class Resolver {
    private final LinkSystem system;
    private final IdleMounts idleMounts;

    Resolver(LinkSystem system) {
        this.system = system;
        this.idleMounts = new IdleMounts(system);
    }

    Resolution resolve(LinkPath given, LinkPath place) throws FileSystemException {
        HopWalk walk = walk(place);
        Answer answer = leavesMachine(walk) ? new Answer(null, walk.obstacle()) : ask(given, place);
        requireSomethingThere(given, place, answer, walk);
        return resolution(given, answer, walk);
    }

    /// The same for a link in a directory that is held.
    ///
    /// @param place the absolute path of the directory, without links in it
    /// @param known what the system has just answered; null if it found something or was not asked
    Resolution resolve(Directory directory, LinkPath place, Name name, @Nullable Reason known)
            throws FileSystemException {
        LinkPath given = place.resolve(name);
        HopWalk walk = new HopWalk(system);
        walk.walk(directory, place, name, known);
        FailureDetails obstacle = walk.obstacle();
        boolean agreed = obstacle != null && obstacle.reason() == Reason.NOT_FOUND && known == Reason.NOT_FOUND;
        Answer answer = agreed || leavesMachine(walk) ? new Answer(null, obstacle) : ask(given, directory, name);
        if (walk.hops().isEmpty() && answer.refusal != null) {
            directory.stat(name);
        }
        return resolution(given, answer, walk);
    }

    private Resolution resolution(LinkPath given, Answer answer, HopWalk walk) {
        FailureDetails idle = answer.isMissing() ? idleMounts.whyNotMissing(walk.reached()) : null;
        Answer settled = idle == null ? answer : new Answer(null, idle);
        LinkState state = settled.state(walk);
        FailureDetails cause = cause(settled, state, walk);
        return new Resolution(given, state, walk.hops(), walk.reached(), walk.cycle(), settled.end,
                cause == null ? null : cause.during("resolve", given));
    }

    /// The hops are found before the system is asked: asking would already go there.
    private static boolean leavesMachine(HopWalk walk) {
        FailureDetails obstacle = walk.obstacle();
        return obstacle != null && obstacle.reason() == Reason.REMOTE_NOT_CHECKED;
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
            return name.isPresent()
                    ? ask(given, system.at(place.parent()), name.get())
                    : new Answer(system.at(place).status(), null);
        } catch (FileSystemException e) {
            return new Answer(null, LinkFailure.detailsOf(e, "resolve", given));
        }
    }

    private static Answer ask(LinkPath given, Directory parent, Name name) {
        try {
            return new Answer(parent.follow(name), null);
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
        if (answer.refusal == null || answer.refusal.reason() != Reason.NOT_FOUND || name.isEmpty()) {
            return true;
        }
        try {
            system.at(place.parent()).stat(name.get());
            return true;
        } catch (FileSystemException e) {
            return false;
        }
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
        boolean isMissing() {
            return refusal != null && switch (refusal.reason()) {
                case NOT_FOUND, PARENT_NOT_FOUND, NOT_A_DIRECTORY -> true;
                default -> false;
            };
        }

        LinkState state(HopWalk walk) {
            if (isMissing()) {
                return LinkState.MISSING;
            }
            if (refusal == null) {
                return LinkState.OK;
            }
            return switch (refusal.reason()) {
                case TOO_MANY_LINKS_IN_PATH -> !walk.cycle().isEmpty()
                        ? LinkState.LOOP
                        : walk.hops().size() > HopWalk.LEAST_HOP_LIMIT ? LinkState.HOP_LIMIT : LinkState.UNREACHABLE;
                default -> LinkState.UNREACHABLE;
            };
        }
    }
}
