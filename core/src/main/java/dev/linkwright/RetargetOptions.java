package dev.linkwright;

import java.util.Objects;
import java.util.Optional;

/// How [Links#retarget] replaces a link. Immutable: each `with` gives another value.
public final class RetargetOptions {
    private static final RetargetOptions DEFAULTS = new RetargetOptions(Optional.empty(), Gap.REFUSED,
            TargetKind.UNSPECIFIED);

    private final Optional<LinkTarget> expected;
    private final Gap gap;
    private final TargetKind targetKind;

    private RetargetOptions(Optional<LinkTarget> expected, Gap gap, TargetKind targetKind) {
        this.expected = expected;
        this.gap = Objects.requireNonNull(gap);
        this.targetKind = Objects.requireNonNull(targetKind);
    }

    /// Whatever link stands there is replaced, without a gap, by one of the same kind.
    public static RetargetOptions defaults() {
        return DEFAULTS;
    }

    /// Only a link with exactly this text is replaced: a compare-and-set.
    public RetargetOptions withExpected(LinkTarget text) {
        return new RetargetOptions(Optional.of(text), gap, targetKind);
    }

    /// Whether there may be a moment without a link, where the system has no better way.
    public RetargetOptions withGap(Gap newGap) {
        return new RetargetOptions(expected, newGap, targetKind);
    }

    /// What the link is for afterwards, where links tell; [TargetKind#UNSPECIFIED] leaves it as it is, even if the new
    /// target is of another kind. A change of kind needs a gap everywhere.
    public RetargetOptions withTargetKind(TargetKind kind) {
        return new RetargetOptions(expected, gap, kind);
    }

    /// The text that the link must have.
    public Optional<LinkTarget> expected() {
        return expected;
    }

    /// Whether there may be a moment without a link.
    public Gap gap() {
        return gap;
    }

    /// What the link is for afterwards; [TargetKind#UNSPECIFIED] if that stays.
    public TargetKind targetKind() {
        return targetKind;
    }

    /// Whether there may be a moment without a link.
    public enum Gap {
        /// A replacement that would need one is refused with [Reason#CAPABILITY_MISSING].
        REFUSED,
        /// The old link is moved away, or removed, before the new one takes its name, if there is no other way.
        ALLOWED
    }
}
