package dev.linkwright.cli.output;

/// What a colour says; the codes are those of ECMA-48 (SGR).
public enum Colour {
    /// The name of a link, as `ls` shows it.
    LINK("\33[36m"),
    /// Something is wrong.
    PROBLEM("\33[31m"),
    /// A label that may be overlooked.
    LABEL("\33[2m");

    static final String OFF = "\33[0m";

    private final String on;

    Colour(String on) {
        this.on = on;
    }

    String on() {
        return on;
    }
}
