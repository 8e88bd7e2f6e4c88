package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.util.List;

import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.HelpPage;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax.Exit;
import org.jspecify.annotations.Nullable;

/// What all front ends for programs of GNU have: how the command line is read, two options, exit codes, and what is said
/// of output that cannot be written. An object is for one run: the options are collected in it.
abstract class Gnu implements FrontEnd {
    static final Option HELP = Option.flag("help", Option.NO_LETTER, Category.HELP, "this page", "");
    static final Option VERSION = Option.flag(
            "version", Option.NO_LETTER, Category.HELP, "the version of the program", "");

    static final List<Exit> EXITS = List.of(
            new Exit(0, "all went well"),
            new Exit(1, "something did not, or the command line makes no sense"));

    /// How the options are spelled.
    abstract GnuOptions spellings();

    /// Takes in an option other than the two of all programs.
    abstract void set(Option option, @Nullable Argument value, GnuRun run) throws Impossible;

    /// Does what the options, which are complete now, say with the operands.
    ///
    /// @return whether all went well
    abstract boolean work(List<Argument> operands, GnuRun run) throws IOException, Misuse, Impossible;

    @Override
    public final boolean run(List<Argument> arguments, Surroundings surroundings) throws IOException {
        GnuRun run = new GnuRun(syntax().name(), surroundings);
        try {
            boolean well = run(arguments, run);
            return run.end() && well;
        } catch (Misuse e) {
            return run.usage(e);
        } catch (Impossible e) {
            return run.no(String.valueOf(e.getMessage()));
        } catch (OutputFailure e) {
            if (e.isClosedPipe()) {
                throw e;
            }
            return run.no("write error: " + e.getMessage());
        }
    }

    private boolean run(List<Argument> arguments, GnuRun run) throws IOException, Misuse, Impossible {
        GnuArguments line = new GnuArguments(spellings(), arguments, run.isPosixlyCorrect());
        for (Option option = line.next(); option != null; option = line.next()) {
            if (option == HELP) {
                run.out().text(HelpPage.of(syntax()));
                return true;
            }
            if (option == VERSION) {
                run.out().text(syntax().name() + " (Linkwright) " + run.version() + "\n");
                return true;
            }
            set(option, line.value(), run);
        }
        return work(line.operands(), run);
    }
}
