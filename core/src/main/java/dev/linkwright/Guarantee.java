package dev.linkwright;

/// What can be promised of a replacement that has succeeded.
public enum Guarantee {
    /// At every moment a link stood at the name, the old one or the new one, and nothing else was destroyed, whoever
    /// worked there at the same time.
    ATOMIC,
    /// The link was changed in place, on one handle: at every moment a link stood at the name.
    IN_PLACE,
    /// At every moment something stood at the name. That it was the expected link was checked right before the
    /// replacement; what somebody put there between the check and the replacement is lost.
    CHECKED,
    /// For a moment nothing stood at the name.
    GAP
}
