package dev.linkwright.testing;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Set;

import dev.linkwright.system.Interceptor;

/// Does something right before some of the calls that pass by.
final class Intruder implements Interceptor {
    private final Filter filter;
    private final Set<Integer> turns;
    private final Deed deed;
    private int calls;
    private int deeds;

    /// One that acts before the calls with these numbers, counted from 0 among those that `filter` counts.
    Intruder(Filter filter, Set<Integer> turns, Deed deed) {
        this.filter = filter;
        this.turns = turns;
        this.deed = deed;
    }

    @Override
    public void before(Call call) throws FileSystemException {
        if (!filter.counts(call)) {
            return;
        }
        int turn = calls++;
        if (turns.contains(turn)) {
            deeds++;
            act(turn, call);
        }
    }

    private void act(int turn, Call call) throws FileSystemException {
        try {
            deed.act(turn, call);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError("the intruder himself failed", e);
        }
    }

    /// How often it has acted.
    int deeds() {
        return deeds;
    }

    /// Which calls count.
    @FunctionalInterface
    interface Filter {
        boolean counts(Call call);
    }

    /// What is done.
    @FunctionalInterface
    interface Deed {
        /// Does it.
        ///
        /// @param turn the number of the call
        /// @throws FileSystemException to be thrown by the call instead of running
        void act(int turn, Call call) throws IOException;
    }
}
