package dev.linkwright.testing;

import java.util.Locale;
import java.util.Set;

/// A file system: a POSIX mount or a Windows volume.
///
/// @param serial its number, which is the volume of identities
/// @param own what is peculiar to this volume, besides what holds for the whole system
record FakeVolume(long serial, Set<FakeCondition> own) {
    FakeVolume {
        own = Set.copyOf(own);
    }

    /// The name by which the mount manager of Windows knows it, as it stands between `\??\` and `\`.
    String guidName() {
        return String.format(Locale.ROOT, "Volume{00000000-0000-0000-0000-%012x}", serial);
    }
}
