package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Follows paths. The system is asked, because only it knows every reason why a link may not be followed; the hops are
/// found by looking at one part after the other.
///
/// On Windows the hops come first: a text may lead to another machine, and asking the system would hand the user's
/// credentials over to it.
final class Resolver {
    private final LinkSystem system;

    Resolver(LinkSystem system) {
        this.system = system;
    }

    Resolution resolve(LinkPath given, LinkPath place) throws FileSystemException {
        HopWalk walk = new HopWalk(system);
        Answer answer;
        if (hopsComeFirst()) {
            walk.walk(absolute(place));
            answer = walk.leavesTheMachine() ? new Answer(null, walk.obstacle()) : ask(given, place);
        } else {
            answer = ask(given, place);
            walk.walk(absolute(place));
        }
        requireSomethingThere(given, place, answer, walk);
        return resolution(given, place, answer, walk);
    }

    /// The same for a link in a directory that is held.
    ///
    /// @param place the absolute path of the directory, without links in it
    Resolution resolve(Directory directory, LinkPath place, Name name) throws FileSystemException {
        LinkPath given = place.resolve(name);
        HopWalk walk = new HopWalk(system);
        walk.walk(directory, place, name);
        Answer answer = walk.leavesTheMachine()
                ? new Answer(null, walk.obstacle())
                : ask(given, directory, name);
        if (walk.hops().isEmpty() && answer.refusal() != null) {
            directory.stat(name);
        }
        return resolution(given, given, answer, walk);
    }

    private Resolution resolution(LinkPath given, LinkPath place, Answer answer, HopWalk walk) {
        Judgement judgement = Judgement.of(system, place, answer, walk);
        FailureDetails cause = judgement.cause();
        return new Resolution(given, judgement.state(), walk.hops(), walk.reached(), walk.cycle(), answer.end(),
                cause == null ? null : cause.during("resolve", given));
    }

    LinkState state(LinkPath given, LinkPath place) throws FileSystemException {
        if (!hopsComeFirst()) {
            Answer answer = ask(given, place);
            if (answer.refusal() == null) {
                return LinkState.OK;
            }
        }
        return resolve(given, place).state();
    }

    private boolean hopsComeFirst() {
        return system.rules() == PathRules.WINDOWS;
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

    /// A link that leads nowhere is an answer, at the path itself or on the way to it; a path that is missing without
    /// any link is a failure.
    private void requireSomethingThere(LinkPath given, LinkPath place, Answer answer, HopWalk walk)
            throws FileSystemException {
        FailureDetails refusal = answer.refusal();
        if (walk.hops().isEmpty() && refusal != null && !isThere(place, refusal)) {
            throw refusal.during("resolve", given).toException();
        }
    }

    /// False if the system found nothing, and not because the path itself is a dangling link.
    private boolean isThere(LinkPath place, FailureDetails refusal) {
        Optional<Name> name = place.name();
        if (!isMissing(refusal.reason()) || name.isEmpty()) {
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
    record Answer(@Nullable Status end, @Nullable FailureDetails refusal) {}
}
