package dev.linkwright.testing;

import dev.linkwright.Reason;

/// An error code of the system that is played.
sealed interface FakeCode permits FakeErrno, FakeLastError {
    /// The number.
    int number();

    /// The symbolic name.
    String symbol();

    /// What it means where the call gives it no other meaning.
    Reason reason();
}
