package dev.linkwright.cli;

import java.io.IOException;

import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.UsageException;

/// One command of the program.
interface Command {

    /// How it is called and what its help page says.
    Syntax syntax();

    /// Runs it.
    ///
    /// @throws UsageException if the command line makes no sense; nothing was done then
    /// @throws IOException    if the results could not be written
    ExitCode run(CommandLine line, Console console) throws UsageException, IOException;
}
