package dev.linkwright.cli.fronts;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Syntax;
import org.jspecify.annotations.Nullable;

/// The spellings by which a program of GNU knows its options. Immutable once it is built.
final class GnuOptions {
    /// What an option takes.
    enum Takes {
        /// Nothing.
        NOTHING,
        /// A value, in the same word or the next one.
        VALUE,
        /// A value after `=`, or none.
        VALUE_OR_NOTHING
    }

    private final List<Option> options = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Option> named = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();
    private final List<Option> lettered = new ArrayList<>();
    private @Nullable Option withOptionalValue;
    private @Nullable Option neverAbbreviated;

    /// The options of a syntax, in its order, by which possibilities are listed.
    GnuOptions(Syntax syntax) {
        for (Option option : syntax.options()) {
            options.add(option);
            names.add(option.name());
            named.add(option);
            if (option.letter() != Option.NO_LETTER) {
                also(option.letter(), option);
            }
        }
    }

    /// One more letter for an option.
    GnuOptions also(char letter, Option option) {
        letters.append(letter);
        lettered.add(option);
        return this;
    }

    /// One more long name for an option.
    GnuOptions also(String name, Option option) {
        names.add(name);
        named.add(option);
        return this;
    }

    /// An option that takes a value by its long name only, and only after `=`.
    GnuOptions optional(Option option) {
        withOptionalValue = option;
        return this;
    }

    /// An option that the original does not have: its name is never abbreviated, so that all other abbreviations keep
    /// their meaning.
    GnuOptions added(Option option) {
        neverAbbreviated = option;
        return this;
    }

    /// What the option takes by its long name.
    Takes takes(Option option) {
        if (option == withOptionalValue) {
            return Takes.VALUE_OR_NOTHING;
        }
        return option.argument() == null ? Takes.NOTHING : Takes.VALUE;
    }

    /// The option with that letter, or null.
    @Nullable
    Option byLetter(char letter) {
        int place = letters.indexOf(String.valueOf(letter));
        return place < 0 ? null : lettered.get(place);
    }

    /// The place in the list of long names of the one that is meant: that very name, or the only one that begins so;
    /// several that begin so may be names of one option.
    ///
    /// @param typed what was typed of the name
    /// @param word the whole word, for messages
    int placeOf(String typed, byte[] word) throws Misuse {
        int found = -1;
        boolean several = false;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(typed)) {
                return i;
            }
            if (mayMean(typed, i)) {
                several |= found >= 0 && named.get(found) != named.get(i);
                found = found < 0 ? i : found;
            }
        }
        if (several) {
            throw new Misuse("option '", word, "' is ambiguous; possibilities:" + possibilities(typed));
        }
        return found;
    }

    private boolean mayMean(String typed, int place) {
        return names.get(place).startsWith(typed) && named.get(place) != neverAbbreviated;
    }

    private String possibilities(String typed) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (mayMean(typed, i)) {
                list.append(" '--").append(names.get(i)).append('\'');
            }
        }
        return list.toString();
    }

    /// The long name at a place.
    String nameAt(int place) {
        return names.get(place);
    }

    /// The option with the long name at a place.
    Option at(int place) {
        return named.get(place);
    }
}
