package dev.linkwright.cli.fronts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Option;
import org.jspecify.annotations.Nullable;

/// Reads arguments option by option, by the rules of `getopt_long` (info libc, "Getopt"): letters may be bundled, a value
/// is the rest of the word or the next one, long names may be abbreviated, options may follow operands unless
/// `POSIXLY_CORRECT` is set, `--` ends them, and `-` alone is an operand. What an option means is settled as soon as it is
/// read: whatever comes after `--help` is not looked at.
final class GnuArguments {
    private final GnuOptions known;
    private final List<byte[]> words = new ArrayList<>();
    private final boolean operandsEndOptions;
    private final List<Argument> operands = new ArrayList<>();
    private int next;
    private byte[] bundle = {};
    private int inBundle;
    private boolean onlyOperands;
    private @Nullable Argument value;

    GnuArguments(GnuOptions known, List<Argument> arguments, boolean operandsEndOptions) {
        this.known = known;
        this.operandsEndOptions = operandsEndOptions;
        for (int i = 0; i < arguments.size(); i++) {
            words.add(arguments.get(i).bytes());
        }
    }

    /// The next option, or null after the last one.
    ///
    /// @throws Misuse if there is no such option, or its value is missing or not wanted
    @Nullable
    Option next() throws Misuse {
        value = null;
        if (inBundle < bundle.length) {
            return letter();
        }
        while (next < words.size()) {
            byte[] word = words.get(next++);
            boolean optionLike = !onlyOperands && word.length > 1 && word[0] == '-';
            if (!optionLike) {
                operands.add(Argument.ofBytes(word));
                onlyOperands |= operandsEndOptions;
            } else if (word[1] != '-') {
                bundle = word;
                inBundle = 1;
                return letter();
            } else if (word.length == 2) {
                onlyOperands = true;
            } else {
                return named(word);
            }
        }
        return null;
    }

    /// The value of the option that was read last; null if it has none.
    @Nullable
    Argument value() {
        return value;
    }

    /// The operands; complete when there is no option left.
    List<Argument> operands() {
        return operands;
    }

    private Option letter() throws Misuse {
        char letter = (char) (bundle[inBundle++] & 0xff);
        Option option = known.byLetter(letter);
        if (option == null) {
            throw new Misuse("invalid option -- '", new byte[]{(byte) letter}, "'");
        }
        if (known.takes(option) == GnuOptions.Takes.VALUE) {
            if (inBundle < bundle.length) {
                value = Argument.ofBytes(Arrays.copyOfRange(bundle, inBundle, bundle.length));
                inBundle = bundle.length;
            } else {
                value = nextWord("option requires an argument -- '" + letter + "'");
            }
        }
        return option;
    }

    private Option named(byte[] word) throws Misuse {
        int end = 2;
        while (end < word.length && word[end] != '=') {
            end++;
        }
        String typed = new String(word, 2, end - 2, StandardCharsets.UTF_8);
        int place = known.placeOf(typed, word);
        if (place < 0) {
            throw new Misuse("unrecognized option '", word, "'");
        }
        Option option = known.at(place);
        GnuOptions.Takes takes = known.takes(option);
        if (end < word.length) {
            if (takes == GnuOptions.Takes.NOTHING) {
                throw new Misuse("option '--" + known.nameAt(place) + "' doesn't allow an argument");
            }
            value = Argument.ofBytes(Arrays.copyOfRange(word, end + 1, word.length));
        } else if (takes == GnuOptions.Takes.VALUE) {
            value = nextWord("option '--" + known.nameAt(place) + "' requires an argument");
        }
        return option;
    }

    private Argument nextWord(String otherwise) throws Misuse {
        if (next == words.size()) {
            throw new Misuse(otherwise);
        }
        return Argument.ofBytes(words.get(next++));
    }
}
