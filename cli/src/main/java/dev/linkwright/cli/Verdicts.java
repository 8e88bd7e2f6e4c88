package dev.linkwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.linkwright.tree.Verdict;

/// Verdicts as the command line spells them.
final class Verdicts {

    private Verdicts() {}

    static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words(Iterable<Verdict> verdicts) {
        List<String> words = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            words.add(word(verdict));
        }
        return words;
    }
}
