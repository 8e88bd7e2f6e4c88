package dev.linkwright;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// How a path resolves, hop by hop.
///
/// The [#state] is the system's own answer wherever it has one; the hops are what was found when each part was looked
/// at one after the other, and may differ if something changed in between.
///
/// @param path the path as given
/// @param state how it ends
/// @param hops every link on the way, in the order in which they were met
/// @param reached how far it came: where the end is, the missing part, or the object that could not be passed
/// @param cycle for a loop the links that form it, and no others; else empty
/// @param end what is there, if the state is [LinkState#OK]
/// @param cause the system's refusal; with the state [LinkState#OK] what kept the walk from following where the system
///     could (a procfs link, a change in between)
public record Resolution(LinkPath path, LinkState state, List<Hop> hops, LinkPath reached, List<Hop> cycle,
        @Nullable Status end, @Nullable FailureDetails cause) {
    /// A resolution with its own copies of the lists.
    public Resolution {
        hops = List.copyOf(hops);
        cycle = List.copyOf(cycle);
    }

    /// The path of the end without links in it; empty unless the state is [LinkState#OK] and the walk came there too.
    public Optional<LinkPath> resolved() {
        return state == LinkState.OK && cause == null ? Optional.of(reached) : Optional.empty();
    }

    /// The first part that does not exist; empty unless the state is [LinkState#MISSING].
    public Optional<LinkPath> missing() {
        return state == LinkState.MISSING ? Optional.of(reached) : Optional.empty();
    }

    /// Why it does not end well, or why the walk did not.
    public Optional<FailureDetails> failure() {
        return Optional.ofNullable(cause);
    }
}
