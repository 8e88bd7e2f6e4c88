package dev.linkwright;

import java.util.List;

/// What replacing a link came to.
///
/// @param link where it is, as given
/// @param previous the text that it had
/// @param target the text that it has now
/// @param changed whether anything was done: a link that had the text already is left alone
/// @param guarantee what can be promised of the replacement
/// @param notKept what the old link had and the new one lacks: its owner and times are kept where that is possible
public record Retargeting(LinkPath link, LinkTarget previous, LinkTarget target, boolean changed,
        Guarantee guarantee, List<NotKept> notKept) {
    /// A result with its own copy of the list.
    public Retargeting {
        notKept = List.copyOf(notKept);
    }

    /// The same for the path that the caller gave.
    Retargeting of(LinkPath given) {
        List<NotKept> told = notKept.isEmpty() ? notKept : notKept.stream().map(each -> each.of(given)).toList();
        return new Retargeting(given, previous, target, changed, guarantee, told);
    }
}
