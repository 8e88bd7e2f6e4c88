package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.FailureDetails;

/// The failures of one piece of work, which several threads report.
final class Failures {
    private final TreeObserver observer;
    private final List<FailureDetails> all = new ArrayList<>();

    Failures(TreeObserver observer) {
        this.observer = observer;
    }

    void add(FailureDetails failure) {
        synchronized (all) {
            all.add(failure);
        }
        observer.failed(failure);
    }

    List<FailureDetails> all() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    static void rethrow(List<FailureDetails> failures) throws FileSystemException {
        if (failures.isEmpty()) {
            return;
        }
        FileSystemException first = failures.get(0).toException();
        for (FailureDetails other : failures.subList(1, failures.size())) {
            first.addSuppressed(other.toException());
        }
        throw first;
    }
}
