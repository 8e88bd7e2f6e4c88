package dev.linkwright;

import java.util.Set;
import java.util.TreeSet;

import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;
import dev.linkwright.path.StoredTarget;

/// Why Windows could not follow what a link of a certain kind holds.
final class LinkWarnings {
    private LinkWarnings() {}

    static Set<PathWarning> of(StoredTarget stored, TargetKind kind) {
        Set<PathWarning> warnings = new TreeSet<>(PathRules.WINDOWS.warnings(stored));
        if (kind == TargetKind.DIRECTORY) {
            warnings.remove(PathWarning.TRAILING_SEPARATOR);
        }
        return warnings;
    }
}
