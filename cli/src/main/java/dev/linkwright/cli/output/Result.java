package dev.linkwright.cli.output;

import java.io.IOException;

import dev.linkwright.LinkPath;

/// What a command has to say about one item, in each of the forms in which it can be said.
public interface Result {

    /// The path as the user gave it; results are sorted by it.
    LinkPath path();

    /// For people, whole lines.
    void writeText(Page page) throws IOException;

    /// For programs, the same number of fields for each result of a command.
    void writeNul(NulFields fields) throws IOException;

    /// For programs, the fields of a JSON object; one that does not apply is left out.
    void writeJson(JsonFields fields) throws IOException;

    /// What a line of `--ndjson` calls it in `type`.
    default String type() {
        return "link";
    }
}
