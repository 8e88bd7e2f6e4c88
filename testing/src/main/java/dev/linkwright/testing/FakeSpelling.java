package dev.linkwright.testing;

import dev.linkwright.LinkTarget;
import dev.linkwright.path.PathRules;

/// The text of a link as a server keeps it that has ideas of its own: [FakeCondition#NORMALISING].
final class FakeSpelling {
    private FakeSpelling() {}

    static LinkTarget of(LinkTarget given, PathRules rules, FakeSettings settings, FakeVolume volume) {
        return settings.has(FakeCondition.NORMALISING, volume) ? LinkTarget.of(of(given.units(), rules)) : given;
    }

    private static String of(String given, PathRules rules) {
        String folded = rules.fold(given);
        boolean cut = rules.parse(folded).trailingSeparator();
        return cut ? folded.substring(0, folded.length() - 1) : folded;
    }
}
