package dev.linkwright.cli.syntax;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.cli.syntax.Option.Category;

/// The help of one command, made from its [Syntax], for a terminal of 80 columns.
public final class HelpPage {

    private static final int WIDTH = 80;
    private static final String INDENT = "      ";

    private final StringBuilder text = new StringBuilder();

    /// What stands between a long option and its value.
    private final char beforeValue;

    private HelpPage(char beforeValue) {
        this.beforeValue = beforeValue;
    }

    /// The whole page of a command.
    ///
    /// @param program the name of the program, which comes before the command's
    public static String of(String program, Syntax syntax) {
        return page(program + " " + syntax.name(), syntax, ' ');
    }

    /// The whole page of what is a program of its own. Values are joined to long options as pages of GNU's programs have
    /// them, because scripts read names of options there.
    public static String of(Syntax syntax) {
        return page(syntax.name(), syntax, '=');
    }

    private static String page(String name, Syntax syntax, char beforeValue) {
        HelpPage page = new HelpPage(beforeValue);
        page.text.append("Usage: ").append(name).append(" [OPTION]... ")
                .append(syntax.operands()).append('\n');
        for (String paragraph : syntax.description().split("\n\n", -1)) {
            page.text.append('\n');
            page.paragraph("", paragraph);
        }
        page.options(syntax.options());
        page.exits(syntax.exits());
        page.examples(syntax.examples());
        return page.text.toString();
    }

    /// A list of names with half a line for each, names in one column.
    public static String columns(List<String> names, List<String> summaries) {
        int widest = 0;
        for (String name : names) {
            widest = Math.max(widest, name.length());
        }
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            list.append("  ").append(name).append(" ".repeat(widest - name.length() + 2)).append(summaries.get(i))
                    .append('\n');
        }
        return list.toString();
    }

    private void options(List<Option> options) {
        for (Category category : Category.values()) {
            List<Option> of = new ArrayList<>();
            for (Option option : options) {
                if (option.category() == category) {
                    of.add(option);
                }
            }
            if (!of.isEmpty()) {
                text.append('\n').append(category.heading()).append(":\n");
                of.forEach(this::option);
            }
        }
    }

    private void option(Option option) {
        text.append("  ");
        if (option.letter() == Option.NO_LETTER) {
            text.append("    ");
        } else {
            text.append('-').append(option.letter()).append(", ");
        }
        text.append(option);
        if (option.argument() != null) {
            text.append(beforeValue).append(option.argument());
        }
        text.append('\n');
        paragraph(INDENT, option.details().isEmpty()
                ? sentence(option.summary())
                : sentence(option.summary()) + " " + option.details());
    }

    /// A summary begins in lower case and ends without a stop, to stand in a list.
    private static String sentence(String summary) {
        return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
    }

    private void exits(List<Syntax.Exit> exits) {
        text.append("\nExit codes:\n");
        for (Syntax.Exit exit : exits) {
            String code = Integer.toString(exit.code());
            paragraph("  " + code + " ".repeat(4 - code.length()), exit.meaning());
        }
    }

    private void examples(List<Syntax.Example> examples) {
        text.append("\nExamples:\n");
        for (Syntax.Example example : examples) {
            text.append("  ").append(example.commandLine()).append('\n');
            paragraph(INDENT, example.explanation());
        }
    }

    /// Wraps at blanks; later lines are indented as far as the first.
    private void paragraph(String before, String words) {
        String line = before;
        boolean fresh = true;
        for (String word : words.strip().split("\\s+", -1)) {
            if (!fresh && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = " ".repeat(before.length());
                fresh = true;
            }
            line = fresh ? line + word : line + " " + word;
            fresh = false;
        }
        text.append(line).append('\n');
    }
}
