package dev.linkwright.cli;

import dev.linkwright.tree.ScanEvent;
import org.jspecify.annotations.Nullable;

/// What all scans of one run have seen.
final class ScanTotals {

    private long directories;
    private long links;

    void add(ScanEvent.@Nullable Progress last) {
        if (last != null) {
            directories += last.directories();
            links += last.links();
        }
    }

    long directories() {
        return directories;
    }

    long links() {
        return links;
    }
}
