package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
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

    /// Far above every system's limit. A chain in which each link names the next one twice doubles with every step.
    private static final int MOST_HOPS = 1_000;

    private final LinkSystem system;
    private final RemoteTargets remote;
    private final List<Hop> hops = new ArrayList<>();
    private final List<Hop> cycle = new ArrayList<>();
    private final Deque<Step> pending = new ArrayDeque<>();
    private final List<Expansion> expansions = new ArrayList<>();
    private Standpoint here;
    private LinkPath reached;
    private @Nullable FailureDetails obstacle;
    private @Nullable Standpoint start;
    /// Whether the walk came to where it is by a name: then it may be a file.
    private boolean mayBeAtFile;
    private @Nullable DeadEnds deadEnds;
    private DeadEnds.@Nullable DeadEnd joined;

    HopWalk(LinkSystem system, RemoteTargets remote) {
        this.system = system;
        this.remote = remote;
        this.reached = LinkPath.of(system.rules(), "");
        this.here = Standpoint.at(system, reached);
    }

    /// Walks until the end of `path`, a part that cannot be passed, a cycle, or far too many links.
    void walk(LinkPath path) {
        enter(folded(path));
        walkOn();
    }

    /// Walks from a name in a directory that is held: what is right there is found whatever the length of the path.
    ///
    /// @param place the absolute path of the directory, without links in it
    /// @param known where links lead that end at nothing, if the system has said that this one does; null if it said
    ///     something else, or nothing
    void walk(Directory directory, LinkPath place, Name name, @Nullable DeadEnds known) {
        deadEnds = known;
        here = Standpoint.in(system, place, directory);
        start = here;
        pending.push(new Part(name));
        walkOn();
        if (known != null && obstacle != null && obstacle.reason() == Reason.NOT_FOUND) {
            known.note(linksAtTheEnd(), joined, reached);
        }
    }

    /// The links that lead where the walk stopped; not those to a directory on the way, nor those that were not read.
    private List<Hop> linksAtTheEnd() {
        List<Hop> links = new ArrayList<>(expansions.size());
        for (int i = 0; i < expansions.size(); i++) {
            if (expansions.get(i).pendingBefore() == 0) {
                links.add(expansions.get(i).hop());
            }
        }
        return links;
    }

    private void walkOn() {
        reached = here.path();
        while (obstacle == null && cycle.isEmpty() && hops.size() < MOST_HOPS && !pending.isEmpty()) {
            Step step = pending.pop();
            // No switch over types: the JVM would make code for it at its first use, which takes longer than a walk.
            if (step instanceof Part part) {
                pass(part.name());
            } else if (step instanceof Arrival junction) {
                stand(here.throughJunctionIn(junction.above()));
            } else {
                climb();
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

    private void stand(Standpoint there) {
        here = there;
        reached = there.path();
        mayBeAtFile = false;
        completeExpansions();
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

    private void pass(Name name) {
        LinkPath part = here.path().resolve(name);
        reached = part;
        Standpoint known = here == start ? null : onTheWayTo(start, part);
        if (known != null) {
            stand(known);
            return;
        }
        if (deadEnds != null && pending.isEmpty() && isMissing(name, part, deadEnds)) {
            obstacle = FailureDetails.of("resolve", reached, Reason.NOT_FOUND);
            return;
        }
        try {
            Directory.Step step = here.directory().readStep(name);
            if (step == null) {
                passNoSymbolicLink(name, part);
            } else {
                followSymbolicLink(new Hop(part, step.text()), step.followed());
            }
        } catch (FileSystemException e) {
            obstacle = LinkFailure.detailsOf(e, "resolve", part);
        }
    }

    /// Whether nothing is there, or a link that was found to lead nowhere a moment ago, and where it led nothing is still.
    private boolean isMissing(Name name, LinkPath part, DeadEnds known) {
        if (hops.isEmpty()) {
            return false;
        }
        DeadEnds.DeadEnd end = known.of(part);
        if (end != null && isMissing(end.missing())) {
            hops.addAll(end.hops());
            reached = end.missing();
            joined = end;
            return true;
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

    private void followSymbolicLink(Hop hop, @Nullable LinkTarget followed) {
        if (!isNewHop(hop)) {
            return;
        }
        if (followed == null) {
            obstacle = FailureDetails.of("resolve", hop.path(), Reason.UNREACHABLE)
                    .withRemark("'" + hop.target() + "' is a path of Windows that has no place here");
            return;
        }
        enter(folded(LinkPath.of(system.rules(), followed)));
        reached = here.path();
        completeExpansions();
    }

    private void passNoSymbolicLink(Name name, LinkPath part) {
        Optional<LinkTarget> junction = junctionAt(name);
        if (junction.isEmpty()) {
            stand(here.below(name));
            mayBeAtFile = true;
        } else if (isNewHop(new Hop(part, junction.get()))) {
            // Its end is searched for on its own, and then stands for it under its own name.
            pending.push(new Arrival(here));
            enter(LinkPath.of(system.rules(), junction.get()));
            reached = here.path();
        }
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
    private boolean isNewHop(Hop hop) {
        for (int i = 0; i < expansions.size(); i++) {
            if (expansions.get(i).hop().path().equals(hop.path())) {
                expansions.subList(i, expansions.size()).forEach(open -> cycle.add(open.hop()));
                return false;
            }
        }
        hops.add(hop);
        if (remote == RemoteTargets.NOT_FOLLOWED && RemoteTexts.leadToAnother(system, hop.target())) {
            obstacle = FailureDetails.of("resolve", hop.path(), Reason.REMOTE_NOT_CHECKED).withTarget(hop.target());
            return false;
        }
        expansions.add(new Expansion(hop, pending.size()));
        return true;
    }

    /// Windows folds `..` by the letters before it looks at any name: in a path that it is given, and in a relative
    /// text; in an absolute text there is none. Source: `docs/windows-links.md`, "Following a link".
    private LinkPath folded(LinkPath text) {
        PathRules rules = system.rules();
        return rules == PathRules.WINDOWS ? LinkPath.of(rules, rules.fold(text.units())) : text;
    }

    /// An absolute text that leads back to where the walk started, or below it, is not taken apart up to there.
    private void enter(LinkPath text) {
        Standpoint first = start;
        boolean leadsBack = first != null && isPosix() && text.isAtOrBelow(first.path());
        mayBeAtFile = false;
        here = leadsBack ? Objects.requireNonNull(first) : here.startOf(text);
        int begin = leadsBack ? here.path().length() : text.rootLength();
        int end = text.length();
        for (int at = end - 1; at >= begin; at--) {
            if (text.isSeparator(text.byteAt(at))) {
                enter(text, at + 1, end);
                end = at;
            }
        }
        enter(text, begin, end);
    }

    /// One component; doubled separators and `.` are none.
    private void enter(LinkPath text, int start, int end) {
        if (text.isName(start, end)) {
            pending.push(new Part(Name.ofBytes(text.raw(), start, end)));
        } else if (end - start == 2) {
            pending.push(Climb.UP);
        }
    }

    /// A part that is no link uses up every link whose text ended with it.
    private void completeExpansions() {
        int last = expansions.size() - 1;
        while (last >= 0 && expansions.get(last).pendingBefore() >= pending.size()) {
            expansions.remove(last);
            last--;
        }
    }

    /// What is still to be done.
    private sealed interface Step permits Part, Climb, Arrival {}

    /// A name is to be looked at.
    private record Part(Name name) implements Step {}

    /// The walk goes up.
    private enum Climb implements Step {
        UP
    }

    /// The end of a junction has been found.
    ///
    /// @param above the directory that the junction is in
    private record Arrival(Standpoint above) implements Step {}

    /// A link whose text is being resolved, and how many steps were pending before it.
    private record Expansion(Hop hop, int pendingBefore) {}
}
