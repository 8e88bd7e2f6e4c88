package dev.linkwright.cli;

/// What the JVM watches to make the AOT cache.
final class Training {
    private Training() {
    }

    /// Runs commands.
    ///
    /// @param arguments a directory to work in
    public static void main(String[] arguments) {
        Main.main(arguments);
    }
}
