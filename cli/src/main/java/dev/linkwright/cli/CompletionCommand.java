package dev.linkwright.cli;

import java.util.List;

import dev.linkwright.cli.completion.Shell;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.cli.syntax.UsageException;

/// `completion bash|zsh|fish|powershell`.
final class CompletionCommand implements Command {

    private static final String SHELLS = "bash|zsh|fish|powershell";

    private static final Syntax SYNTAX = new Syntax(
            "completion", SHELLS, 1, 1, "print a completion script for a shell",
            """
            Prints a script that teaches a shell to complete commands, options and their values. Completing does not
            start this program; after an update print the script anew.
            """,
            List.of(Options.HELP),
            List.of(new Exit(0, "the script was printed"), new Exit(2, "there is no such shell")),
            List.of(
                    new Example("linkwright completion bash >linkwright.bash", "to be sourced in ~/.bashrc"),
                    new Example("linkwright completion zsh >_linkwright", "in a directory of $fpath"),
                    new Example("linkwright completion fish >linkwright.fish", "in ~/.config/fish/completions"),
                    new Example("linkwright completion powershell >linkwright.ps1", "to be sourced in $PROFILE")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public ExitCode run(CommandLine line, Console console) throws UsageException, OutputFailure {
        line.requireOperands(SYNTAX);
        Argument wanted = line.operands().get(0);
        for (Shell shell : Shell.values()) {
            if (shell.toString().equals(wanted.toString())) {
                console.out().text(shell.script(Program.FRONT, Commands.syntaxes()));
                return ExitCode.DONE;
            }
        }
        throw new UsageException("there is no completion for " + wanted.quoted() + ": expected " + SHELLS);
    }
}
