package dev.linkwright.cli;

/// Something that is counted when a tree is worked on, in the order in which it is told.
enum TreeCount {
    DIRECTORIES("directories", "directory"),
    LINKS("links", "link"),
    FILES("files", "file"),
    /// Not told to those who read fields by their number.
    HARD_LINKS("further names", "further name"),
    BYTES("bytes", "byte");

    private final String many;
    private final String one;

    TreeCount(String many, String one) {
        this.many = many;
        this.one = one;
    }

    /// For people.
    String words(long number) {
        return number + " " + (number == 1 ? one : many);
    }

    /// The field of JSON.
    String field() {
        return this == HARD_LINKS ? "hardLinks" : many;
    }
}
