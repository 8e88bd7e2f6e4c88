package dev.linkwright;

/// What replacing a link came to.
///
/// @param link where it is, as given
/// @param previous the text that it had
/// @param target the text that it has now
/// @param changed whether anything was done: a link that had the text already is left alone
/// @param guarantee what can be promised of the replacement
public record Retargeting(LinkPath link, LinkTarget previous, LinkTarget target, boolean changed,
        Guarantee guarantee) {}
