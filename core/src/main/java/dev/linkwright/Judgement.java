package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// How following a path ends, judged from what the system said and from what the walk met.
///
/// @param cause why it does not end well, or why the walk did not
record Judgement(LinkState state, @Nullable FailureDetails cause) {
    static Judgement of(LinkSystem system, AbsentVolume volumes, LinkPath place, Resolver.Answer answer, HopWalk walk) {
        FailureDetails refusal = answer.refusal();
        return refusal == null
                ? new Judgement(LinkState.OK, walk.obstacle())
                : new Judge(system, volumes, place, walk).judge(refusal);
    }

    /// Judges one refusal.
    ///
    /// @param place the path that was followed
    private record Judge(LinkSystem system, AbsentVolume volumes, LinkPath place, HopWalk walk) {
        Judgement judge(FailureDetails refusal) {
            if (isOfWrongType()) {
                return new Judgement(LinkState.WRONG_TYPE, refusal);
            }
            return switch (refusal.reason()) {
                case NOT_FOUND, PARENT_NOT_FOUND, NOT_A_DIRECTORY -> missing(refusal);
                case TOO_MANY_LINKS_IN_PATH -> tooManyLinks(refusal);
                case ACCESS_DENIED -> denied(refusal);
                case WRONG_TYPE -> new Judgement(LinkState.WRONG_TYPE, refusal);
                default -> new Judgement(LinkState.UNREACHABLE, refusal);
            };
        }

        /// A driver that translates texts makes up one for a link that has no place here, and nothing is found at it.
        private Judgement missing(FailureDetails refusal) {
            FailureDetails obstacle = walk.obstacle();
            if (obstacle != null && obstacle.reason() == Reason.UNREACHABLE) {
                return new Judgement(LinkState.UNREACHABLE, obstacle);
            }
            Optional<String> absence = volumes.above(walk.reached());
            return absence.isEmpty()
                    ? new Judgement(LinkState.MISSING, refusal)
                    : new Judgement(LinkState.UNREACHABLE,
                            refusal.withReason(Reason.UNREACHABLE).withRemark(absence.get()));
        }

        private Judgement tooManyLinks(FailureDetails refusal) {
            if (!walk.cycle().isEmpty()) {
                return new Judgement(LinkState.LOOP, refusal);
            }
            if (walk.hops().size() > HopWalk.LEAST_HOP_LIMIT) {
                return new Judgement(LinkState.HOP_LIMIT, refusal);
            }
            return new Judgement(LinkState.UNREACHABLE, walk.hops().isEmpty()
                    ? refusal
                    : refusal.withReason(Reason.UNREACHABLE).withRemark(followsNoLinks()
                            ? "the file system is mounted so that no links are followed: nosymfollow"
                            : "there is no loop; a mount with nosymfollow or a policy keeps the system from following"
                                    + " links"));
        }

        /// Where the walk could pass and the system would not, its code does not say enough.
        private Judgement denied(FailureDetails refusal) {
            if (walk.obstacle() != null) {
                return new Judgement(LinkState.UNREACHABLE,
                        refusal.withRemark("'" + walk.reached() + "' cannot be looked at"));
            }
            return new Judgement(LinkState.UNREACHABLE, !walk.hops().isEmpty()
                    ? refusal.withRemark("every part can be reached by itself; the system does not follow a link there"
                            + " that belongs to somebody else: fs.protected_symlinks or another policy")
                    : refusal);
        }

        /// Windows opens through a link only what the link was made for; the first link at the end of the path counts.
        private boolean isOfWrongType() {
            if (system.rules() != PathRules.WINDOWS || walk.obstacle() != null || !walk.cycle().isEmpty()) {
                return false;
            }
            try {
                TargetKind kind = status(place).targetKind();
                boolean directory = status(walk.reached()).isDirectory();
                return kind == (directory ? TargetKind.FILE : TargetKind.DIRECTORY);
            } catch (FileSystemException cannotTell) {
                return false;
            }
        }

        private Status status(LinkPath path) throws FileSystemException {
            Optional<Name> name = path.name();
            return name.isPresent() ? system.at(path.parent()).stat(name.get()) : system.at(path).status();
        }

        private boolean followsNoLinks() {
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
    }
}
