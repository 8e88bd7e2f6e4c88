package dev.linkwright;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// The seeds of the property tests: the same in every run, or the one in `-Dlinkwright.seed=`, to run a failure again.
public final class Seeds {
    private static final long FIRST = 42;

    private Seeds() {}

    /// That many seeds, or the one that was asked for.
    public static LongStream of(int count) {
        Long only = Long.getLong("linkwright.seed");
        return only == null ? new SplittableRandom(FIRST).longs(count) : LongStream.of(only);
    }
}
