package dev.linkwright.cli.fronts;

/// What ends a whole run before anything is done, other than a command line that makes no sense: there is no hint at the
/// help page.
final class Impossible extends Exception {
    private static final long serialVersionUID = 1;

    Impossible(String message) {
        super(message, null, false, false);
    }
}
