package dev.linkwright.cli;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.HelpPage;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.cli.syntax.UsageException;

/// `help [COMMAND]`.
final class HelpCommand implements Command {

    private static final Syntax SYNTAX = new Syntax(
            "help", "[COMMAND]", 0, 1, "explain a command",
            "Prints the page of a command, or without one the list of commands.",
            List.of(Options.HELP),
            List.of(new Exit(0, "the page was printed"), new Exit(2, "there is no such command")),
            List.of(new Example("linkwright help create", "how links are made")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public ExitCode run(CommandLine line, Console console) throws UsageException, OutputFailure {
        line.requireOperands(SYNTAX);
        if (line.operands().isEmpty()) {
            console.out().text(overview());
        } else {
            Argument name = line.operands().get(0);
            console.out().text(HelpPage.of(Program.NAME, Program.syntax(name)));
        }
        return ExitCode.DONE;
    }

    /// What the program is, its commands, and where to read on.
    static String overview() {
        List<String> names = new ArrayList<>();
        List<String> summaries = new ArrayList<>();
        for (Syntax syntax : Commands.syntaxes()) {
            names.add(syntax.name() + " " + syntax.operands());
            summaries.add(syntax.summary());
        }
        return "Usage: linkwright [OPTION]... COMMAND [OPTION]... [OPERAND]...\n"
                + "Makes, reads, explains, replaces and removes symbolic links.\n"
                + "\nCommands:\n"
                + HelpPage.columns(names, summaries)
                + "\n'linkwright help COMMAND' explains a command, with its options, exit codes and\n"
                + "examples. 'linkwright --version' prints the version.\n"
                + "\nA first link, and what there is to know about it:\n"
                + "  linkwright create current releases/42\n"
                + "  linkwright show current\n";
    }
}
