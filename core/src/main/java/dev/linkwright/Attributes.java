package dev.linkwright;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What the system tells about an object itself, and what only those want to know who copy it.
///
/// @param status what it is
/// @param accessed when it was last read, as far as the file system keeps that
/// @param device the number of a device; 0 for anything else
public record Attributes(Status status, Instant accessed, long device) {
    /// What it is.
    public FileType type() {
        return status.type();
    }

    /// Which object it is; null if the system does not tell.
    public @Nullable Identity identity() {
        return status.identity();
    }
}
