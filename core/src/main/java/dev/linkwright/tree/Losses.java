package dev.linkwright.tree;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.linkwright.FailureDetails;

/// What a copy has lost so far, which several threads report.
final class Losses {
    private final Map<Loss.Kind, Loss> byKind = new EnumMap<>(Loss.Kind.class);

    synchronized void add(Loss.Kind kind, FailureDetails refusal) {
        Loss known = byKind.get(kind);
        byKind.put(kind, known == null ? new Loss(kind, 1, refusal) : new Loss(kind, known.count() + 1, known.first()));
    }

    synchronized List<Loss> all() {
        return List.copyOf(new ArrayList<>(byKind.values()));
    }
}
