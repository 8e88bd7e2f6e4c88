package dev.linkwright.cli.syntax;

/// The command line cannot be understood, so nothing was done. The message is for the user: one line without the
/// program's name.
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    /// @param message what is wrong, in one line
    public UsageException(String message) {
        // Expected input of a user, not a defect: nobody reads its stack trace.
        super(message, null, false, false);
    }
}
