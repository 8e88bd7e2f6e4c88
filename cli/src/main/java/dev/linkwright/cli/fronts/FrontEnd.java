package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.util.List;

import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Syntax;
import org.jspecify.annotations.Nullable;

/// A program of another system, with its own command line.
public interface FrontEnd {
    /// How it is called and what its help page says.
    Syntax syntax();

    /// Runs it.
    ///
    /// @return whether all went well: exit code 0, else 1
    /// @throws IOException if the results could not be written
    boolean run(List<Argument> arguments, Surroundings surroundings) throws IOException;

    /// The names of all front ends.
    static List<String> names() {
        return List.of("ln", "readlink", "realpath", "mklink");
    }

    /// The front end of that name, or null. Makes that one only.
    static @Nullable FrontEnd named(String name) {
        return switch (name) {
            case "ln" -> new Ln();
            case "readlink" -> new Readlink();
            case "realpath" -> new Realpath();
            case "mklink" -> new Mklink();
            default -> null;
        };
    }
}
