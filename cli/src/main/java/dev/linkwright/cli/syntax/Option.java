package dev.linkwright.cli.syntax;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One option, described once for parsing, help and completion. Options are compared by identity: each is a constant.
public final class Option {

    /// The heading under which help lists an option.
    public enum Category {
        ACTION("What to do"),
        INPUT("Input"),
        OUTPUT("Output"),
        HELP("Help");

        private final String heading;

        Category(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    /// Stands for "no letter".
    public static final char NO_LETTER = 0;

    private final String name;
    private final char letter;
    private final @Nullable String argument;
    private final List<String> choices;
    private final Category category;
    private final String summary;
    private final String details;

    private Option(
            String name,
            char letter,
            @Nullable String argument,
            List<String> choices,
            Category category,
            String summary,
            String details) {
        this.name = name;
        this.letter = letter;
        this.argument = argument;
        this.choices = choices;
        this.category = category;
        this.summary = summary;
        this.details = details;
    }

    /// An option that is there or not.
    ///
    /// @param name     long name without dashes
    /// @param letter   short name, or [#NO_LETTER]
    /// @param summary  half a line for the list of options
    /// @param details  what the half line leaves out, or empty
    public static Option flag(String name, char letter, Category category, String summary, String details) {
        return new Option(name, letter, null, List.of(), category, summary, details);
    }

    /// An option with an argument that may be anything.
    public static Option value(
            String name,
            char letter,
            String argument,
            Category category,
            String summary,
            String details) {
        return new Option(name, letter, argument, List.of(), category, summary, details);
    }

    /// An option whose argument is one of `choices`.
    public static Option choice(
            String name,
            char letter,
            List<String> choices,
            Category category,
            String summary,
            String details) {
        return new Option(name, letter, String.join("|", choices), choices, category, summary, details);
    }

    /// The long name, without dashes.
    public String name() {
        return name;
    }

    /// The short name, or [#NO_LETTER].
    public char letter() {
        return letter;
    }

    /// What the argument is called in help; null when the option takes none.
    public @Nullable String argument() {
        return argument;
    }

    /// What the argument may be; empty when it may be anything.
    public List<String> choices() {
        return choices;
    }

    /// The heading under which help lists the option.
    public Category category() {
        return category;
    }

    /// Half a line for the list of options.
    public String summary() {
        return summary;
    }

    /// What the summary leaves out; may be empty.
    public String details() {
        return details;
    }

    boolean takesArgument() {
        return argument != null;
    }

    @Override
    public String toString() {
        return "--" + name;
    }
}
