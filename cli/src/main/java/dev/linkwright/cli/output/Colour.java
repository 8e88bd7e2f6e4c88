package dev.linkwright.cli.output;

/// What a colour says; the codes are those of ECMA-48 (SGR).
public enum Colour {
    /// The name of a link, as `ls` shows it.
    LINK("\u001b[36m"),
    /// Something is wrong.
    PROBLEM("\u001b[31m"),
    /// A label that may be overlooked.
    LABEL("\u001b[2m");

    static final String OFF = "\u001b[0m";

    private final String on;

    Colour(String on) {
        this.on = on;
    }

    String on() {
        return on;
    }
}
