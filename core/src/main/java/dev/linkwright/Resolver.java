package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Follows paths. The system's own answer counts, because only it knows every reason why a link may not be followed; the
/// hops are found by looking at one part after the other.
///
/// The hops come first: a text may lead to another machine, and asking the system would already go there.
final class Resolver {
    private final LinkSystem system;
    private final RemoteTargets remote;
    private final AbsentVolume volumes;
    /// Made for the first link of a tree that leads nowhere: its room is more than all else that one path takes.
    private volatile @Nullable DeadEnds deadEnds;

    Resolver(LinkSystem system, RemoteTargets remote) {
        this.system = system;
        this.remote = remote;
        this.volumes = new AbsentVolume(system);
    }

    Resolution resolve(LinkPath given, LinkPath place) throws FileSystemException {
        LinkPath path = absolute(place);
        if (system.rules() == PathRules.POSIX && path.isAbsolute() && path.hasName()) {
            LinkPath parent = path.parent();
            Optional<Directory> free = parent.isTidy() ? system.openWithoutLinks(parent) : Optional.empty();
            if (free.isPresent()) {
                try (Directory directory = free.get()) {
                    return resolve(given, path, directory, parent);
                }
            }
        }
        HopWalk walk = HopWalk.along(system, remote, path);
        Answer answer = leavesMachine(walk) ? new Answer(null, walk.obstacle()) : ask(given, place);
        requireSomethingThere(given, place, answer, walk);
        return resolution(given, place, answer, walk);
    }

    /// The path of the directory may be asked for as it is written: then the path of each part is that, too.
    private Resolution resolve(LinkPath given, LinkPath path, Directory directory, LinkPath parent)
            throws FileSystemException {
        Name name = path.name().orElseThrow();
        HopWalk walk = HopWalk.from(system, remote, directory, parent, name,
                parent.resolve(name), null);
        Answer answer = ask(given, directory, name);
        requireSomethingThere(given, path, answer, walk);
        return resolution(given, path, answer, walk);
    }

    /// The same for a link in a directory that is held.
    ///
    /// @param place the absolute path of the directory, without links in it
    /// @param known what the system has just answered; null if it found something or was not asked
    Resolution resolve(Directory directory, LinkPath place, Name name, @Nullable Reason known)
            throws FileSystemException {
        LinkPath given = place.resolve(name);
        HopWalk walk = HopWalk.from(system, remote, directory, place, name, given,
                known == Reason.NOT_FOUND ? deadEnds() : null);
        FailureDetails obstacle = walk.obstacle();
        boolean agreed = obstacle != null && obstacle.reason() == Reason.NOT_FOUND && known == Reason.NOT_FOUND;
        Answer answer = agreed || leavesMachine(walk) ? new Answer(null, obstacle) : ask(given, directory, name);
        if (walk.hops().isEmpty() && answer.refusal() != null) {
            directory.stat(name);
        }
        return resolution(given, given, answer, walk);
    }

    LinkState state(LinkPath given, LinkPath place) throws FileSystemException {
        boolean neverLeavesTheMachine = system.rules() == PathRules.POSIX;
        boolean isThere = neverLeavesTheMachine && ask(given, place).refusal() == null;
        return isThere ? LinkState.OK : resolve(given, place).state();
    }

    private Resolution resolution(LinkPath given, LinkPath place, Answer answer, HopWalk walk) {
        Judgement judgement = Judgement.of(system, volumes, place, answer, walk);
        FailureDetails cause = judgement.cause();
        return new Resolution(given, judgement.state(), walk.hops(), walk.reached(), walk.cycle(), answer.end(),
                cause == null ? null : cause.during("resolve", given));
    }

    private DeadEnds deadEnds() {
        DeadEnds known = deadEnds;
        if (known == null) {
            known = new DeadEnds(System::nanoTime);
            deadEnds = known;
        }
        return known;
    }

    private static boolean leavesMachine(HopWalk walk) {
        FailureDetails obstacle = walk.obstacle();
        return obstacle != null && obstacle.reason() == Reason.REMOTE_NOT_CHECKED;
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
            return new Answer(parent.follow(name), null).as(given);
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
    record Answer(@Nullable Status end, @Nullable FailureDetails refusal) {
        /// A separator at the end of a path says that a directory is meant, and no system takes anything else then.
        Answer as(LinkPath path) {
            return end != null && !end.isDirectory() && path.hasTrailingSeparator()
                    ? new Answer(null, FailureDetails.of("resolve", path, Reason.NOT_A_DIRECTORY))
                    : this;
        }
    }
}
