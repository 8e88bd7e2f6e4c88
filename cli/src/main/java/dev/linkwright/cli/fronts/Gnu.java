package dev.linkwright.cli.fronts;

import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.HelpPage;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax.Exit;

/// What all front ends for programs of GNU have: two options, exit codes, messages with their name in front.
abstract class Gnu implements FrontEnd {
    static final Option HELP = Option.flag("help", Option.NO_LETTER, Category.HELP, "this page", "");
    static final Option VERSION = Option.flag(
            "version", Option.NO_LETTER, Category.HELP, "the version of the program", "");

    static final List<Exit> EXITS = List.of(
            new Exit(0, "all went well"),
            new Exit(1, "something did not, or the command line makes no sense"));

    static boolean operandsEndOptions(Surroundings surroundings) {
        return surroundings.environment().containsKey("POSIXLY_CORRECT");
    }

    /// Answers `--help` or `--version`.
    ///
    /// @return whether it was one of them
    final boolean answered(Option option, Surroundings surroundings) throws OutputFailure {
        if (option == HELP) {
            surroundings.out().text(HelpPage.of("linkwright", syntax()));
        } else if (option == VERSION) {
            surroundings.out().text(syntax().name() + " (Linkwright) " + surroundings.version().get() + "\n");
        }
        return option == HELP || option == VERSION;
    }

    /// Writes a message.
    final void say(Surroundings surroundings, String message) {
        write(surroundings, syntax().name() + ": " + message + "\n");
    }

    /// Writes what is wrong with the command line.
    final boolean usage(Surroundings surroundings, String message) {
        say(surroundings, message);
        write(surroundings, "Try '" + syntax().name() + " --help' for more information.\n");
        return false;
    }

    /// Nobody can be told of a failure to write here; the exit code still tells.
    static void write(Surroundings surroundings, String text) {
        try {
            surroundings.err().text(text);
            surroundings.err().flush();
        } catch (OutputFailure nowhereToReportIt) {
            return;
        }
    }

    static String quoted(LinkPath path) {
        return ShellQuoting.always(path.bytes());
    }

    static String quoted(Argument argument) {
        return ShellQuoting.always(argument.bytes());
    }
}
