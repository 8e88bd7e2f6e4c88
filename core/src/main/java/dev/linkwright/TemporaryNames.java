package dev.linkwright;

import java.util.concurrent.ThreadLocalRandom;

/// Names for objects that exist only in the middle of an operation: `.lw-<pid>-<26 characters of base 32>`.
///
/// They need not be secret, only unlikely to be taken: making an object under one never replaces anything. The
/// process id lets `doctor --clean` recognise what a killed process left behind.
final class TemporaryNames {
    static final String PREFIX = ".lw-";

    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int RANDOM_CHARACTERS = 26;
    private static final long PID = ProcessHandle.current().pid();

    private TemporaryNames() {
    }

    static Name next() {
        StringBuilder name = new StringBuilder(PREFIX).append(PID).append('-');
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            name.append(BASE_32.charAt(random.nextInt(BASE_32.length())));
        }
        return Name.of(name.toString());
    }
}
