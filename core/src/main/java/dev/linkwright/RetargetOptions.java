package dev.linkwright;

import java.util.Optional;

/// How [Links#retarget] replaces a link. Immutable: each `with` gives another value.
public final class RetargetOptions {
    private static final RetargetOptions DEFAULTS = new RetargetOptions(Optional.empty(), Gap.REFUSED);

    private final Optional<LinkTarget> expected;
    private final Gap gap;

    private RetargetOptions(Optional<LinkTarget> expected, Gap gap) {
        this.expected = expected;
        this.gap = gap;
    }

    /// Whatever link stands there is replaced, without a gap.
    public static RetargetOptions defaults() {
        return DEFAULTS;
    }

    /// Only a link with exactly this text is replaced: a compare-and-set.
    public RetargetOptions withExpected(LinkTarget text) {
        return new RetargetOptions(Optional.of(text), gap);
    }

    /// Whether there may be a moment without a link, where the system has no better way.
    public RetargetOptions withGap(Gap newGap) {
        return new RetargetOptions(expected, newGap);
    }

    /// The text that the link must have.
    public Optional<LinkTarget> expected() {
        return expected;
    }

    /// Whether there may be a moment without a link.
    public Gap gap() {
        return gap;
    }

    /// Whether there may be a moment without a link.
    public enum Gap {
        /// A replacement that would need one is refused with [Reason#CAPABILITY_MISSING].
        REFUSED,
        /// The old link is removed and the new one made, if there is no other way.
        ALLOWED
    }
}
