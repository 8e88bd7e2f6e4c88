package dev.linkwright.ffm.posix;

/// A native function that reported failure: which, with which arguments, and the code.
///
/// Without a stack trace: it never leaves this package but as the cause of an exception that has one.
final class NativeCallException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String function;
    private final int code;

    NativeCallException(String function, String arguments, int code) {
        super(function + "(" + arguments + ") failed with errno " + code, null, false, false);
        this.function = function;
        this.code = code;
    }

    /// The function's name in C.
    String function() {
        return function;
    }

    /// The `errno` of this very call.
    int code() {
        return code;
    }
}
