package dev.linkwright.cli.batch;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import org.jspecify.annotations.Nullable;

/// One thing to work on.
///
/// @param path   the link
/// @param target its text; null for commands that take none
/// @param kind   the kind of link to make, as in JSON; null when the input does not say
/// @param expect the text that the link must have now; null when the input does not say
public record Item(LinkPath path, @Nullable LinkTarget target, @Nullable String kind, @Nullable LinkTarget expect) {

    /// An item of which nothing else is known.
    public Item(LinkPath path, @Nullable LinkTarget target) {
        this(path, target, null, null);
    }

    /// What a command wants to know of each item.
    public enum Form {
        /// Only where it is.
        PATH,
        /// Where it is and its text.
        PATH_AND_TARGET
    }
}
