package dev.linkwright.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.linkwright.tree.Verdict;

/// Verdicts as the command line spells them.
final class Verdicts {

    private static final Map<Verdict, String> WORDS = new EnumMap<>(Verdict.class);

    static {
        for (Verdict verdict : Verdict.values()) {
            WORDS.put(verdict, verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private Verdicts() {}

    static String word(Verdict verdict) {
        return Objects.requireNonNull(WORDS.get(verdict));
    }

    static List<String> words(Iterable<Verdict> verdicts) {
        List<String> words = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            words.add(word(verdict));
        }
        return words;
    }
}
