package dev.linkwright.cli.output;

import java.io.IOException;

/// An object within a result.
@FunctionalInterface
public interface JsonPart {

    /// Writes its fields; one that does not apply is left out.
    void writeJson(JsonFields fields) throws IOException;
}
