package dev.linkwright.cli;

import java.io.IOException;
import java.util.List;

import dev.linkwright.cli.fronts.FrontEnd;
import dev.linkwright.cli.output.Diagnostics;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.HelpPage;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Parser;
import dev.linkwright.cli.syntax.Suggestion;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.UsageException;

/// Finds the command and runs it.
final class Program {

    static final String NAME = "linkwright";

    /// What may stand before the command: what every command with items understands, and two questions about the
    /// program itself.
    static final Syntax FRONT = new Syntax(
            NAME, "COMMAND", 0, Syntax.ANY_NUMBER, "", "",
            List.of(
                    Options.VERSION, Options.HELP, Options.DRY_RUN, Options.NULL, Options.JSON, Options.NDJSON,
                    Options.QUIET,
                    Options.VERBOSE, Options.COLOR),
            List.of(), List.of());

    private final Console console;
    private String seeAlso = "help";

    Program(Console console) {
        this.console = console;
    }

    ExitCode run() throws IOException {
        Diagnostics diagnostics = console.diagnostics();
        try {
            CommandLine front = Parser.parseLeadingOptions(FRONT, console.invocation().arguments());
            if (front.has(Options.VERSION)) {
                console.out().text(NAME + " " + Version.text() + "\n");
                return ExitCode.DONE;
            }
            if (front.has(Options.HELP)) {
                console.out().text(HelpCommand.overview());
                return ExitCode.DONE;
            }
            return run(front);
        } catch (UsageException e) {
            diagnostics.error(String.valueOf(e.getMessage()));
            diagnostics.note("see '" + NAME + " " + seeAlso + "'");
            return ExitCode.USAGE;
        }
    }

    private ExitCode run(CommandLine front) throws UsageException, IOException {
        List<Argument> words = front.operands();
        if (words.isEmpty()) {
            throw new UsageException("which command?");
        }
        FrontEnd frontEnd = FrontEnd.named(words.get(0).toString());
        if (frontEnd != null) {
            return run(frontEnd, front);
        }
        Command command = command(words.get(0));
        Syntax syntax = command.syntax();
        seeAlso = "help " + syntax.name();
        try {
            CommandLine line = Parser.parse(syntax, words.subList(1, words.size())).after(front);
            if (line.has(Options.HELP)) {
                console.out().text(HelpPage.of(NAME, syntax));
                return ExitCode.DONE;
            }
            Option unknown = line.firstUnknownTo(syntax);
            if (unknown != null) {
                throw new UsageException("the command takes no '" + unknown + "'");
            }
            return command.run(line, console);
        } catch (UsageException e) {
            throw new UsageException(syntax.name() + ": " + e.getMessage());
        }
    }

    private ExitCode run(FrontEnd frontEnd, CommandLine front) throws UsageException, IOException {
        Syntax syntax = frontEnd.syntax();
        seeAlso = "help " + syntax.name();
        Option unknown = front.firstUnknownTo(syntax);
        if (unknown != null) {
            throw new UsageException(syntax.name() + ": the command takes no '" + unknown + "' before its name");
        }
        List<Argument> words = front.operands();
        boolean well = frontEnd.run(words.subList(1, words.size()), console.surroundings());
        return well ? ExitCode.DONE : ExitCode.NO;
    }

    /// How the command or front end is called.
    ///
    /// @throws UsageException if there is none
    static Syntax syntax(Argument name) throws UsageException {
        FrontEnd frontEnd = FrontEnd.named(name.toString());
        return frontEnd == null ? command(name).syntax() : frontEnd.syntax();
    }

    /// The command that is called so.
    ///
    /// @throws UsageException if there is none
    static Command command(Argument name) throws UsageException {
        Command command = Commands.named(name.toString());
        if (command != null) {
            return command;
        }
        if (Commands.isReserved(name.toString())) {
            throw new UsageException("this version does not have the command " + name.quoted() + " yet");
        }
        String similar = Suggestion.among(Commands.names(), name.toString());
        throw new UsageException(
                "there is no command " + name.quoted() + (similar == null ? "" : " (did you mean '" + similar + "'?)"));
    }
}
