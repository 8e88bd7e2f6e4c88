package dev.linkwright.cli;

/// The only `main` of Linkwright.
public final class Main {
    private Main() {}

    /// Runs one command.
    ///
    /// @param arguments the command and its arguments
    public static void main(String[] arguments) {
        System.exit(0);
    }
}
