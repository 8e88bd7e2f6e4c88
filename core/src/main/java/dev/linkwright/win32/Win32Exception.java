package dev.linkwright.win32;

import java.io.IOException;
import java.util.Optional;

/// A last error as an exception, with its text, its number and its name on every system:
/// `Cannot create a file when that file already exists. (183, ERROR_ALREADY_EXISTS)`.
///
/// ```java
/// if (!kernel32.createSymbolicLink("current", "releases/42", SymbolicLinkFlag.DIRECTORY.value())) {
///     throw new Win32Exception(kernel32.getLastError());
/// }
/// ```
public final class Win32Exception extends IOException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /// The exception for a last error, known or not.
    public Win32Exception(int code) {
        super(Win32Error.of(code).map(known -> known.text() + " (" + code + ", " + known.symbol() + ")")
                .orElse("Error " + Integer.toUnsignedString(code)));
        this.code = code;
    }

    /// The exception for a known error.
    public Win32Exception(Win32Error error) {
        this(error.code());
    }

    /// The number.
    public int code() {
        return code;
    }

    /// The error; empty if the number is not known here.
    public Optional<Win32Error> error() {
        return Win32Error.of(code);
    }
}
