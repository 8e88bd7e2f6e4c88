package dev.linkwright.testing;

import dev.linkwright.Reason;
import dev.linkwright.win32.Win32Error;

/// An error code of the system that is played.
///
/// @param number the number
/// @param symbol the symbolic name
/// @param reason what it means where the call gives it no other meaning
record FakeCode(int number, String symbol, Reason reason) {
    static FakeCode of(Win32Error error) {
        return new FakeCode(error.code(), error.symbol(), error.reason());
    }

    static FakeCode of(FakeErrno errno) {
        return new FakeCode(errno.number(), errno.name(), errno.reason());
    }
}
