package dev.linkwright.cli.output;

import java.io.IOException;

/// Results could not be written.
public final class OutputFailure extends IOException {

    private static final long serialVersionUID = 1;

    OutputFailure(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /// True when nobody reads any more: the other end of the pipe was closed, as `head` does when it has seen enough.
    ///
    /// The JDK has no exception for EPIPE, so its message tells: "Broken pipe" on Linux and macOS, "The pipe is being
    /// closed" (232) and "The pipe has been ended" (109) on Windows. A C library that speaks another language
    /// (LC_MESSAGES) hides it; the failure is then reported as any other.
    public boolean isClosedPipe() {
        String message = getMessage();
        return message != null
                && (message.contains("Broken pipe")
                        || message.contains("pipe is being closed")
                        || message.contains("pipe has been ended"));
    }
}
