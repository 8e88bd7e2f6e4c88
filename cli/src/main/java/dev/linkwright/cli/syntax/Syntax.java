package dev.linkwright.cli.syntax;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A command described as data: what parsing, the help page and completion are made from.
///
/// @param name        what the user types
/// @param operands    the operands as help shows them, for example `LINK TARGET`
/// @param least       the smallest number of operands
/// @param most        the largest number of operands; [#ANY_NUMBER] for no limit
/// @param summary     one line for the list of commands
/// @param description paragraphs for the command's own page, with empty lines between them
/// @param options     every option that the command knows, in the order of the page
/// @param exits       the exit codes with their meaning for this command
/// @param examples    command lines with what they do
public record Syntax(
        String name,
        String operands,
        int least,
        int most,
        String summary,
        String description,
        List<Option> options,
        List<Exit> exits,
        List<Example> examples) {

    /// No upper limit for the number of operands.
    public static final int ANY_NUMBER = Integer.MAX_VALUE;

    /// One row of a command's table of exit codes.
    public record Exit(int code, String meaning) {}

    /// A command line and what it does.
    public record Example(String commandLine, String explanation) {}

    @Nullable
    Option option(String longName) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).name().equals(longName)) {
                return options.get(i);
            }
        }
        return null;
    }

    @Nullable
    Option option(char letter) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).letter() == letter) {
                return options.get(i);
            }
        }
        return null;
    }
}
