package dev.linkwright;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/// Names for objects that exist only in the middle of an operation: `.lw-<pid>-<26 characters of base 32>`.
///
/// They need not be secret, only unlikely to be taken: making an object under one never replaces anything. The
/// process id lets `doctor --clean` recognise what a killed process left behind. Public for link systems whose primitives
/// take several steps.
///
/// An operation that has two objects in hand gives them a name and the same with `~` after it. While both stand and are
/// links that differ, one of them may be all that there is of what stood at some other name.
public final class TemporaryNames {
    private static final String PREFIX = ".lw-";

    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int RANDOM_CHARACTERS = 26;
    private static final byte SECOND = '~';
    private static final int MOST_DIGITS = 18;
    private static final int BITS_OF_A_CHARACTER = 5;
    private static final int CHARACTERS_OF_A_LONG = Long.SIZE / BITS_OF_A_CHARACTER;
    private static final byte[] BEGINNING = (PREFIX + processId() + "-").getBytes(StandardCharsets.US_ASCII);

    private TemporaryNames() {}

    /// To load [ProcessHandle] takes longer than to replace a link, so a launcher that becomes this process tells its
    /// number.
    private static long processId() {
        Long told = Long.getLong("linkwright.pid");
        return told == null ? ProcessHandle.current().pid() : told;
    }

    /// A name that nobody else will take.
    public static Name next() {
        byte[] name = Arrays.copyOf(BEGINNING, BEGINNING.length + RANDOM_CHARACTERS);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long bits = 0;
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            bits = i % CHARACTERS_OF_A_LONG == 0 ? random.nextLong() : bits >>> BITS_OF_A_CHARACTER;
            name[BEGINNING.length + i] = (byte) BASE_32.charAt((int) bits & (BASE_32.length() - 1));
        }
        return Name.ofBytes(name);
    }

    /// The name for the second object of an operation whose first one has the temporary name `first`.
    static Name second(Name first) {
        byte[] name = new byte[first.length() + 1];
        first.copyTo(name, 0);
        name[first.length()] = SECOND;
        return Name.ofBytes(name);
    }

    /// The process that made a temporary name; empty if it is another kind of name.
    static OptionalLong processOf(Name name) {
        String whole = name.toString();
        boolean isSecond = whole.charAt(whole.length() - 1) == SECOND;
        String text = isSecond ? whole.substring(0, whole.length() - 1) : whole;
        int dash = text.indexOf('-', PREFIX.length());
        boolean framed = text.startsWith(PREFIX) && dash > PREFIX.length()
                && text.length() == dash + 1 + RANDOM_CHARACTERS;
        if (!framed || dash - PREFIX.length() > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        boolean random = text.chars().skip(dash + 1L).allMatch(character -> BASE_32.indexOf(character) >= 0);
        boolean digits = text.substring(PREFIX.length(), dash).chars().allMatch(Character::isDigit);
        return random && digits
                ? OptionalLong.of(Long.parseLong(text.substring(PREFIX.length(), dash)))
                : OptionalLong.empty();
    }
}
