package dev.linkwright;

import org.jspecify.annotations.Nullable;

/// Which object it is, whatever its name: equal identities on one machine, at one time, are one object in one mount.
///
/// @param volume the device (POSIX `st_dev`) or the 64-bit volume serial number
/// @param high the upper half of a 128-bit file id; 0 on POSIX
/// @param low the inode, or the lower half of the file id
/// @param mount the mount id (Linux 5.8 and later), which tells a bind mount from its origin; 0 if unknown
public record Identity(long volume, long high, long low, long mount) {
    /// By hand: the one that Java makes for a record takes a short run some milliseconds to link.
    @Override
    public int hashCode() {
        return Long.hashCode(31 * (31 * (31 * volume + high) + low) + mount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Identity that && isSameObjectAs(that) && mount == that.mount;
    }

    /// Whether both are one object, seen through whichever mount.
    public boolean isSameObjectAs(Identity other) {
        return volume == other.volume && high == other.high && low == other.low;
    }

    /// Whether both are seen through one mount of one file system.
    public boolean isSameMountAs(Identity other) {
        return volume == other.volume && mount == other.mount;
    }
}
