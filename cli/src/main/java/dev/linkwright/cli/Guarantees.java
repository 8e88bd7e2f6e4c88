package dev.linkwright.cli;

import dev.linkwright.Guarantee;

/// What can be promised of a replacement, as the command line spells it.
final class Guarantees {

    private Guarantees() {}

    /// The value of the JSON field `guarantee`.
    static String json(Guarantee guarantee) {
        return switch (guarantee) {
            case ATOMIC -> "atomic";
            case IN_PLACE -> "in-place";
            case CHECKED -> "checked";
            case GAP -> "gap";
        };
    }
}
