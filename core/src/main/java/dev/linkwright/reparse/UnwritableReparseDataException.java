package dev.linkwright.reparse;

/// Data that Windows would not take for a reparse point.
///
/// Unchecked: the data come from the caller, who can know the rules ([WriteRefusal]).
public final class UnwritableReparseDataException extends IllegalArgumentException {
    private final WriteRefusal refusal;

    UnwritableReparseDataException(ReparseTag tag, WriteRefusal refusal) {
        super("Windows would refuse this reparse data with error " + refusal.error() + ": " + refusal + " (tag " + tag
                + ")");
        this.refusal = refusal;
    }

    /// The rule that the data break.
    public WriteRefusal refusal() {
        return refusal;
    }
}
