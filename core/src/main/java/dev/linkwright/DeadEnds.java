package dev.linkwright;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/// Where links that lead nowhere were found to end a moment ago. Of a chain of such links each leads where the next one
/// does, so who meets them one after the other need not follow all that are left of the chain for each of them. And where
/// a directory is gone, many links lead to what was in it: that it is gone needs to be seen once.
///
/// Only a moment: a walk of many links takes as long as that by itself, and what changes meanwhile is seen by it or not.
/// Who finds the end of a chain here looks whether nothing is there still.
///
/// Thread-safe. A fixed number of places, each of the last link that fell on it. What is in one never changes, so who meets an
/// older one, because nothing orders the threads here, finds that it is of another link, or too old.
final class DeadEnds {
    private static final long MOMENT = 50_000_000;
    private static final int PLACES = 1024;

    private final @Nullable DeadEnd[] places = new DeadEnd[PLACES];
    private final LongSupplier clock;

    /// @param clock in nanoseconds from any origin
    DeadEnds(LongSupplier clock) {
        this.clock = clock;
    }

    /// What was found a moment ago by following the link at a path, or that nothing was there; null if neither was.
    @Nullable
    DeadEnd of(LinkPath path) {
        DeadEnd known = places[placeOf(path)];
        if (known == null || !known.path().equals(path)) {
            return null;
        }
        return clock.getAsLong() - known.since() < MOMENT ? known : null;
    }

    /// Notes where a walk has ended that met nothing at the end.
    ///
    /// @param links the links that it has read, each of which leads to the next one; not changed afterwards
    /// @param rest what was known of where the last of them leads; null if nothing was, and that is where the end is
    /// @param missing the part that was missing
    void note(List<Hop> links, @Nullable DeadEnd rest, LinkPath missing) {
        List<Hop> chain = links;
        if (rest != null && !rest.isNothing()) {
            chain = new ArrayList<>(links);
            chain.addAll(rest.hops());
        }
        // As old as the oldest look that it rests on.
        long since = rest == null ? clock.getAsLong() : rest.since();
        if (rest == null) {
            places[placeOf(missing)] = new DeadEnd(missing, List.of(), missing, since);
        }
        for (int i = 0; i < links.size(); i++) {
            LinkPath link = links.get(i).path();
            List<Hop> hops = i == 0 ? chain : chain.subList(i, chain.size());
            places[placeOf(link)] = new DeadEnd(link, hops, missing, since);
        }
    }

    /// Forgets what has turned out not to hold any more: something may be where nothing was.
    void forget(DeadEnd past) {
        places[placeOf(past.path())] = null;
        places[placeOf(past.missing())] = null;
    }

    private static int placeOf(LinkPath path) {
        int hash = path.hashCode();
        return (hash ^ hash >>> 16) & (PLACES - 1);
    }

    /// What following a link has shown.
    ///
    /// @param path where the link is, or nothing
    /// @param hops the link itself and those behind it; none where nothing is
    /// @param missing the part that was missing
    record DeadEnd(LinkPath path, List<Hop> hops, LinkPath missing, long since) {
        /// Whether nothing was there, not even a link.
        boolean isNothing() {
            return hops.isEmpty();
        }
    }
}
