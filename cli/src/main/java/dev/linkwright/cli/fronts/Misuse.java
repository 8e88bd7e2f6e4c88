package dev.linkwright.cli.fronts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The command line makes no sense. What is said of it may have bytes of the command line in it, as they are.
final class Misuse extends Exception {
    private static final long serialVersionUID = 1;

    private final byte[] words;

    Misuse(String message) {
        this(message, new byte[0], "");
    }

    Misuse(String before, byte[] typed, String after) {
        super(before + new String(typed, StandardCharsets.UTF_8) + after, null, false, false);
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        byte[] end = after.getBytes(StandardCharsets.UTF_8);
        this.words = Arrays.copyOf(start, start.length + typed.length + end.length);
        System.arraycopy(typed, 0, words, start.length, typed.length);
        System.arraycopy(end, 0, words, start.length + typed.length, end.length);
    }

    /// What is wrong.
    byte[] words() {
        return words.clone();
    }
}
