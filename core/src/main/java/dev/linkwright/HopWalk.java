package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Resolves a path by hand, part by part: each `..` climbs from where the walk really is, except that Windows folds the
/// text of a link first.
///
/// A link that is met again before its own text has been used up can never be resolved. The links that are being
/// resolved at that moment, from that one on, are the cycle: leave one out and it is none.
final class HopWalk {
    /// The smallest number of links in one path at which a system gives up (macOS 32, Linux 40): a refusal with fewer
    /// has another reason.
    static final int LEAST_HOP_LIMIT = 32;

    private static final int USUAL_HOPS = 2;

    /// Far above every system's limit. A chain in which each link names the next one twice doubles with every step.
    private static final int MOST_HOPS = 1_000;

    private final LinkSystem system;
    private final RemoteTargets remote;
    private final @Nullable Standpoint start;
    private final @Nullable DeadEnds deadEnds;
    private final List<Hop> hops = new ArrayList<>(USUAL_HOPS);
    private final List<Leg> legs = new ArrayList<>(USUAL_HOPS);
    private List<Hop> cycle = List.of();
    private Standpoint here;
    private LinkPath reached;
    private @Nullable FailureDetails obstacle;
    /// A bit for the hash of each name at which a link was met. A name without its bit is a new one.
    private long metNames;
    /// Whether the walk came to where it is by a name: then it may be a file.
    private boolean mayBeAtFile;
    private DeadEnds.@Nullable DeadEnd joined;

    private HopWalk(LinkSystem system, RemoteTargets remote, Standpoint here, @Nullable Standpoint start,
            @Nullable DeadEnds deadEnds) {
        this.system = system;
        this.remote = remote;
        this.here = here;
        this.start = start;
        this.reached = here.path();
        this.deadEnds = deadEnds;
    }

    /// Walks until the end of `path`, a part that cannot be passed, a cycle, or far too many links.
    static HopWalk along(LinkSystem system, RemoteTargets remote, LinkPath path) {
        LinkPath nowhere = LinkPath.of(system.rules(), "");
        HopWalk walk = new HopWalk(system, remote, Standpoint.at(system, nowhere), null, null);
        LinkPath text = walk.folded(path);
        walk.setOut(Leg.of(text, walk.begin(text)));
        walk.walkOn();
        return walk;
    }

    /// Walks from a name in a directory that is held: what is right there is found whatever the length of the path.
    ///
    /// @param place the absolute path of the directory, without links in it
    /// @param part the path of the name
    /// @param known where links lead that end at nothing, if the system has said that this one does; null if it said
    ///     something else, or nothing
    static HopWalk from(LinkSystem system, RemoteTargets remote, Directory directory, LinkPath place, Name name,
            LinkPath part, @Nullable DeadEnds known) {
        Standpoint start = Standpoint.in(system, place, directory);
        HopWalk walk = new HopWalk(system, remote, start, start, known);
        walk.pass(name, part);
        walk.walkOn();
        FailureDetails obstacle = walk.obstacle;
        if (known != null && obstacle != null && obstacle.reason() == Reason.NOT_FOUND) {
            known.note(walk.linksAtTheEnd(), walk.joined, walk.reached);
        }
        return walk;
    }

    /// The links that lead where the walk stopped; not those to a directory on the way, nor those that were not read.
    private List<Hop> linksAtTheEnd() {
        List<Hop> links = new ArrayList<>(legs.size());
        boolean isBeforeTheEnd = false;
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            Hop hop = leg.hop();
            if (hop != null && !isBeforeTheEnd) {
                links.add(hop);
            }
            isBeforeTheEnd |= !leg.isUsedUp();
        }
        return links;
    }

    private void walkOn() {
        while (obstacle == null && cycle.isEmpty() && hops.size() < MOST_HOPS && !legs.isEmpty()) {
            Leg leg = legs.get(legs.size() - 1);
            if (leg.isAtName()) {
                Name name = leg.takeName();
                pass(name, here.path().resolve(name));
            } else if (leg.isAtClimb()) {
                leg.takeClimb();
                climb();
            } else {
                stand(here.throughJunctionIn(leg.takeArrival()));
            }
        }
    }

    /// The way up from a file is none on POSIX.
    private void climb() {
        if (mayBeAtFile && isPosix() && isFile(here)) {
            obstacle = FailureDetails.of("resolve", here.path(), Reason.NOT_A_DIRECTORY);
        } else {
            stand(here.up());
        }
    }

    private static boolean isFile(Standpoint there) {
        try {
            return !there.directory().status().isDirectory();
        } catch (FileSystemException e) {
            return LinkFailure.detailsOf(e, "resolve", there.path()).reason() == Reason.NOT_A_DIRECTORY;
        }
    }

    private void setOut(Leg leg) {
        mayBeAtFile = false;
        legs.add(leg);
        reached = here.path();
        completeLegs();
    }

    private void stand(Standpoint there) {
        here = there;
        reached = there.path();
        mayBeAtFile = false;
        completeLegs();
    }

    /// A part that is no link uses up every link whose text ended with it.
    private void completeLegs() {
        int last = legs.size() - 1;
        while (last >= 0 && legs.get(last).isUsedUp()) {
            legs.remove(last);
            last--;
        }
    }

    /// The end, or the part at which the walk stopped.
    LinkPath reached() {
        return reached;
    }

    /// Every link that was met, in order.
    List<Hop> hops() {
        return hops;
    }

    /// The links of the cycle; empty if none was found.
    List<Hop> cycle() {
        return cycle;
    }

    /// What stopped the walk, unless it came to the end, met a cycle or too many links.
    @Nullable
    FailureDetails obstacle() {
        return obstacle;
    }

    /// @param part the path of the name
    private void pass(Name name, LinkPath part) {
        reached = part;
        Standpoint known = here == start ? null : onTheWayTo(start, part);
        if (known != null) {
            stand(known);
            return;
        }
        if (deadEnds != null && isMissing(name, part, deadEnds)) {
            obstacle = FailureDetails.of("resolve", reached, Reason.NOT_FOUND);
            return;
        }
        try {
            Directory.Step step = here.directory().readStep(name);
            if (step == null) {
                passNoSymbolicLink(name, part);
            } else {
                followSymbolicLink(name, new Hop(part, step.text()), step.followed());
            }
        } catch (FileSystemException e) {
            obstacle = LinkFailure.detailsOf(e, "resolve", part);
        }
    }

    /// Whether nothing is there, or was there a moment ago; or a link that was found to lead nowhere a moment ago, and where it
    /// led nothing is still.
    private boolean isMissing(Name name, LinkPath part, DeadEnds known) {
        if (hops.isEmpty()) {
            return false;
        }
        DeadEnds.DeadEnd end = known.of(part);
        if (end != null && end.isNothing()) {
            joined = end;
            return true;
        }
        if (!isLast()) {
            return false;
        }
        if (end != null && isMissing(end.missing())) {
            hops.addAll(end.hops());
            reached = end.missing();
            joined = end;
            return true;
        }
        if (end != null) {
            known.forget(end);
        }
        return here.directory().whyNotThere(name) == Reason.NOT_FOUND;
    }

    private boolean isMissing(LinkPath path) {
        LinkPath above = path.parent();
        Directory directory = above.equals(here.path()) ? here.directory() : system.at(above);
        Optional<Name> name = path.name();
        return name.isPresent() && directory.whyNotThere(name.get()) == Reason.NOT_FOUND;
    }

    private boolean isPosix() {
        return system.rules() == PathRules.POSIX;
    }

    /// The directory of that path, if the walk started in it or below it: no part of the path of a directory that was
    /// entered without passing a link is one.
    private @Nullable Standpoint onTheWayTo(@Nullable Standpoint first, LinkPath part) {
        if (first == null || !isPosix() || !first.path().isAtOrBelow(part)) {
            return null;
        }
        return part.length() == first.path().length() ? first : Standpoint.at(system, part);
    }

    private void followSymbolicLink(Name name, Hop hop, @Nullable LinkTarget followed) {
        if (!isNewHop(name, hop)) {
            return;
        }
        if (followed == null) {
            obstacle = FailureDetails.of("resolve", hop.path(), Reason.UNREACHABLE)
                    .withRemark("'" + hop.target() + "' is a path of Windows that has no place here");
            return;
        }
        LinkPath text = folded(LinkPath.of(system.rules(), followed));
        setOut(Leg.of(hop, text, begin(text)));
    }

    private void passNoSymbolicLink(Name name, LinkPath part) {
        Optional<LinkTarget> junction = junctionAt(name);
        if (junction.isEmpty()) {
            stand(here.below(part));
            mayBeAtFile = true;
            return;
        }
        Hop hop = new Hop(part, junction.get());
        if (isNewHop(name, hop)) {
            // Its end is searched for on its own, and then stands for it under its own name.
            Standpoint above = here;
            LinkPath text = LinkPath.of(system.rules(), junction.get());
            setOut(Leg.ofJunction(hop, text, begin(text), above));
        }
    }

    /// Whether nothing comes after the part that is being passed.
    private boolean isLast() {
        for (int i = 0; i < legs.size(); i++) {
            if (!legs.get(i).isUsedUp()) {
                return false;
            }
        }
        return true;
    }

    private Optional<LinkTarget> junctionAt(Name name) {
        if (system.rules() != PathRules.WINDOWS) {
            return Optional.empty();
        }
        try {
            Entry entry = EntryReader.read(here.directory(), name, here.path().resolve(name));
            return entry instanceof Junction junction ? Optional.of(junction.target()) : Optional.empty();
        } catch (FileSystemException cannotTell) {
            return Optional.empty();
        }
    }

    /// Notes the hop. False if the walk ends with it: its text is being resolved already, then a cycle is found; or it
    /// leads where nobody may go who only wants to know.
    private boolean isNewHop(Name name, Hop hop) {
        long bit = 1L << name.hashCode();
        if ((metNames & bit) != 0 && closesCycle(hop)) {
            return false;
        }
        metNames |= bit;
        hops.add(hop);
        if (remote == RemoteTargets.NOT_FOLLOWED && RemoteTexts.leadToAnother(system, hop.target())) {
            obstacle = FailureDetails.of("resolve", hop.path(), Reason.REMOTE_NOT_CHECKED).withTarget(hop.target());
            return false;
        }
        return true;
    }

    /// The links from the one at the same path on are being resolved for each other.
    private boolean closesCycle(Hop again) {
        List<Hop> open = new ArrayList<>();
        for (Leg leg : legs) {
            Hop hop = leg.hop();
            if (hop != null && (!open.isEmpty() || hop.path().equals(again.path()))) {
                open.add(hop);
            }
        }
        cycle = open;
        return !open.isEmpty();
    }

    /// Windows folds `..` by the letters before it looks at any name: in a path that it is given, and in a relative
    /// text; in an absolute text there is none. Source: `docs/windows-links.md`, "Following a link".
    private LinkPath folded(LinkPath text) {
        PathRules rules = system.rules();
        return rules == PathRules.WINDOWS ? LinkPath.of(rules, rules.fold(text.units())) : text;
    }

    /// Goes to where a text starts.
    ///
    /// @return the first part of the text that is still to be walked: one that leads back to where the walk started, or
    ///     below it, is not taken apart up to there
    private int begin(LinkPath text) {
        Standpoint first = start;
        if (first != null && isPosix() && text.isAtOrBelow(first.path())) {
            here = first;
            return first.path().length();
        }
        here = here.startOf(text);
        return text.rootLength();
    }
}
