package dev.linkwright.ffm.posix;

import java.nio.file.FileSystemException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

import dev.linkwright.Capability;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import org.jspecify.annotations.Nullable;

/// The directories whose file systems were just found to be believed: `statfs` costs a third of making a link, and who
/// makes one in a directory makes more.
///
/// Only a moment: what is mounted there later is looked at again. A mount, or a link on the way that is swapped, within
/// that moment is taken for what was there before, as one between the making of a link and `statfs` always is.
///
/// Thread-safe. Few places, each of the last directory that fell on it.
final class BelievedPlaces {
    private static final long MOMENT = 50_000_000;
    private static final int PLACES = 16;

    private final AtomicReferenceArray<@Nullable Belief> places = new AtomicReferenceArray<>(PLACES);
    private final LongSupplier clock;

    /// @param clock in nanoseconds from any origin
    BelievedPlaces(LongSupplier clock) {
        this.clock = clock;
    }

    /// Whether `directory` is believed: known from a moment ago, or as `look` finds now.
    boolean has(LinkPath directory, Look look) throws FileSystemException {
        long now = clock.getAsLong();
        int place = directory.hashCode() & (PLACES - 1);
        Belief belief = places.getAcquire(place);
        if (belief != null && now - belief.since < MOMENT && belief.directory.equals(directory)) {
            return true;
        }
        boolean isBelieved = look.capabilities().has(Capability.BELIEVED_SUCCESS);
        if (isBelieved) {
            places.setRelease(place, new Belief(directory, now));
        }
        return isBelieved;
    }

    /// Asks the file system.
    @FunctionalInterface
    interface Look {
        LinkCapabilities capabilities() throws FileSystemException;
    }

    private record Belief(LinkPath directory, long since) {}
}
