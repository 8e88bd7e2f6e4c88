package dev.linkwright.testing;

/// What a name can be taken by.
enum Occupant {
    FILE("taken"),
    EMPTY_DIRECTORY("taken/"),
    FULL_DIRECTORY("taken/inside"),
    LINK_TO_A_FILE("taken-target", "taken => taken-target"),
    LINK_TO_A_DIRECTORY("taken-target/inside", "taken => taken-target"),
    DANGLING_LINK("taken => nowhere"),
    LOOPING_LINK("taken => taken");

    static final String NAME = "taken";

    private final String[] layout;

    Occupant(String... layout) {
        this.layout = layout;
    }

    boolean isLink() {
        return layout[layout.length - 1].contains("=>");
    }

    boolean isDirectory() {
        return this == EMPTY_DIRECTORY || this == FULL_DIRECTORY;
    }

    /// The tree that has it at [#NAME]; see [TreeLayout].
    String[] layout() {
        return layout.clone();
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
