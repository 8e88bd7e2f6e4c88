package dev.linkwright.cli;

import dev.linkwright.tree.ScanEvent;
import org.jspecify.annotations.Nullable;

/// What all scans of one run have seen.
final class ScanTotals {

    private long directories;
    private long links;
    private boolean interrupted;

    void add(ScanEvent.@Nullable Progress last) {
        if (last != null) {
            directories += last.directories();
            links += last.links();
        }
    }

    void interrupt() {
        interrupted = true;
    }

    boolean isInterrupted() {
        return interrupted;
    }

    long directories() {
        return directories;
    }

    long links() {
        return links;
    }
}
