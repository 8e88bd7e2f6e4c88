package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.output.Output;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.syntax.Argument;
import org.jspecify.annotations.Nullable;

/// One run of a program of GNU: what it works with, and how it talks.
final class GnuRun {
    private final String program;
    private final Surroundings surroundings;
    private final ShellQuoting quoting;
    private @Nullable Calls calls;
    private @Nullable IOException unreadable;

    GnuRun(String program, Surroundings surroundings) {
        this.program = program;
        this.surroundings = surroundings;
        this.quoting = ShellQuoting.of(surroundings.environment());
    }

    /// The system; asked for at the first need.
    Calls calls() {
        Calls made = calls;
        if (made == null) {
            made = new Calls(surroundings);
            calls = made;
        }
        return made;
    }

    Output out() {
        return surroundings.out();
    }

    Map<String, String> environment() {
        return surroundings.environment();
    }

    String version() {
        return surroundings.version().get();
    }

    /// Whether operands end the options and failures are told, as POSIX wants it.
    boolean isPosixlyCorrect() {
        return environment().containsKey("POSIXLY_CORRECT");
    }

    /// Writes a message.
    void say(String message) {
        write(surroundings, program + ": " + message + "\n");
    }

    /// Writes a message, for code that ends so.
    ///
    /// @return false
    boolean no(String message) {
        say(message);
        return false;
    }

    /// Writes what is wrong with the command line.
    ///
    /// @return false
    boolean usage(Misuse misuse) {
        write(surroundings, program + ": ", misuse.words());
        write(surroundings, "\nTry '" + program + " --help' for more information.\n");
        return false;
    }

    /// Asks. The answer is a line; it counts by its first letter.
    boolean isAllowed(String question) {
        write(surroundings, program + ": " + question + "? ");
        int first = read();
        for (int next = first; next >= 0 && next != '\n';) {
            next = read();
        }
        return first == 'y' || first == 'Y';
    }

    /// Nobody answers where nothing can be read.
    private int read() {
        try {
            return surroundings.in().read();
        } catch (IOException e) {
            unreadable = e;
            return -1;
        }
    }

    /// Writes out what there is, and says if the answers could not be read.
    ///
    /// @return whether they could, or there was no question
    boolean end() throws OutputFailure {
        out().flush();
        return unreadable == null || no("error closing file: " + unreadable.getMessage());
    }

    /// Nobody can be told of a failure to write here; the exit code still tells.
    static void write(Surroundings surroundings, String text, byte... bytes) {
        try {
            surroundings.err().text(text);
            surroundings.err().write(bytes, 0, bytes.length);
            surroundings.err().flush();
        } catch (OutputFailure nowhereToReportIt) {
            return;
        }
    }

    /// The path in quotes.
    String quoted(LinkPath path) {
        return quoting.always(path.bytes());
    }

    /// The word in quotes.
    String quoted(Argument argument) {
        return quoting.always(argument.bytes());
    }

    /// The text in quotes.
    String quoted(byte[] text) {
        return quoting.always(text);
    }

    /// The path in quotes if it could be misread otherwise.
    String shown(LinkPath path) {
        return quoting.ifNeeded(path.bytes());
    }

    /// The word of a list, in the quotes of the locale.
    String inLocalQuotes(String word) {
        return quoting.inLocalQuotes(word.getBytes(StandardCharsets.UTF_8));
    }

    /// The argument, which is no name of a file, in the quotes of the locale.
    String inLocalQuotes(Argument argument) {
        return quoting.inLocalQuotes(argument.bytes());
    }
}
