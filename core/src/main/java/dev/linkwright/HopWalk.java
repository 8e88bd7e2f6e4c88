package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
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
    private final List<Hop> hops = new ArrayList<>();
    private final List<Hop> cycle = new ArrayList<>();
    private final Deque<PathStep> pending = new ArrayDeque<>();
    private final Deque<Expansion> expansions = new ArrayDeque<>();
    private LinkPath reached;
    private @Nullable FailureDetails obstacle;
    private boolean expectsMissing;
    private @Nullable Directory held;
    private @Nullable LinkPath placeOfHeld;

    HopWalk(LinkSystem system) {
        this.system = system;
        this.reached = LinkPath.of(system.rules(), "");
    }

    /// Walks until the end of `path`, a part that cannot be passed, a cycle, or far too many links.
    void walk(LinkPath path) {
        enter(path);
        goOn();
    }

    /// Walks from a name in a directory that is held: what is right there is found whatever the length of the path.
    ///
    /// @param place the absolute path of the directory, without links in it
    /// @param known what the system has said already; null if nothing
    void walk(Directory directory, LinkPath place, Name name, @Nullable Reason known) {
        expectsMissing = known == Reason.NOT_FOUND;
        held = directory;
        placeOfHeld = place;
        reached = place;
        pending.push(new PathStep(Optional.of(name), false));
        goOn();
    }

    private void goOn() {
        while (obstacle == null && cycle.isEmpty() && hops.size() < MOST_HOPS && !pending.isEmpty()) {
            PathStep step = pending.pop();
            Optional<Name> name = step.name();
            if (name.isPresent()) {
                pass(name.get());
            } else {
                reached = step.isUp() ? reached.parent() : reached;
                completeExpansions();
            }
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

    private void pass(Name name) {
        LinkPath part = reached.resolve(name);
        if (isOnTheWayToHeld(part)) {
            reached = part;
            completeExpansions();
            return;
        }
        if (expectsMissing && pending.isEmpty() && here().whyNotThere(name) == Reason.NOT_FOUND) {
            reached = part;
            obstacle = FailureDetails.of("resolve", part, Reason.NOT_FOUND);
            return;
        }
        try {
            LinkTarget text = here().readLinkIfAny(name);
            reached = part;
            if (text == null) {
                completeExpansions();
            } else {
                follow(new Hop(part, text));
            }
        } catch (FileSystemException e) {
            reached = part;
            obstacle = LinkFailure.detailsOf(e, "resolve", part);
        }
    }

    /// No part of the path of a directory that was entered without passing a link is one.
    private boolean isOnTheWayToHeld(LinkPath part) {
        LinkPath place = placeOfHeld;
        if (place == null || part.length() > place.length()) {
            return false;
        }
        byte[] way = place.raw();
        return Arrays.equals(part.raw(), 0, part.length(), way, 0, part.length())
                && (part.length() == way.length || place.isSeparator(way[part.length()]));
    }

    private Directory here() {
        Directory start = held;
        return start != null && Objects.equals(placeOfHeld, reached) ? start : system.at(reached);
    }

    private void follow(Hop hop) {
        for (Iterator<Expansion> open = expansions.iterator(); open.hasNext();) {
            Expansion expansion = open.next();
            if (expansion.hop().path().equals(hop.path())) {
                cycle.add(expansion.hop());
                open.forEachRemaining(later -> cycle.add(later.hop()));
                return;
            }
        }
        hops.add(hop);
        if (RemoteTexts.leadToAnother(system.rules(), hop.target())) {
            obstacle = FailureDetails.of("resolve", hop.path(), Reason.REMOTE_NOT_CHECKED).withTarget(hop.target());
            return;
        }
        expansions.addLast(new Expansion(hop, pending.size()));
        reached = reached.parent();
        enter(asFollowed(LinkPath.ofBytes(system.rules(), hop.target().raw())));
        if (pending.size() == expansions.getLast().pendingBefore()) {
            completeExpansions();
        }
    }

    /// Windows folds `..` in a relative text by its letters before it looks at any name in it. Source:
    /// `docs/windows-links.md`, "Following a link".
    private LinkPath asFollowed(LinkPath text) {
        PathRules rules = system.rules();
        boolean folded = rules == PathRules.WINDOWS && !text.isAbsolute();
        return folded ? LinkPath.of(rules, rules.fold(text.units())) : text;
    }

    private void enter(LinkPath text) {
        reached = reached.resolve(text.root());
        List<PathStep> steps = PathStep.of(text);
        for (int i = steps.size() - 1; i >= 0; i--) {
            pending.push(steps.get(i));
        }
    }

    /// A part that is no link uses up every link whose text ended with it.
    private void completeExpansions() {
        while (!expansions.isEmpty() && expansions.getLast().pendingBefore() >= pending.size()) {
            expansions.removeLast();
        }
    }

    /// A link whose text is being resolved, and how many parts were pending before it.
    private record Expansion(Hop hop, int pendingBefore) {}
}
