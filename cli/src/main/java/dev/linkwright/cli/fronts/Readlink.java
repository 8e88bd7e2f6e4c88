package dev.linkwright.cli.fronts;

import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.NativeText;
import dev.linkwright.cli.fronts.Answers.End;
import dev.linkwright.cli.fronts.Answers.Failures;
import dev.linkwright.cli.fronts.Canonical.Parts;
import dev.linkwright.cli.fronts.Canonical.Symlinks;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import org.jspecify.annotations.Nullable;

/// `readlink`.
final class Readlink extends PathQuestions {
    private static final Option CANONICALIZE = Option.flag(
            "canonicalize", 'f', Category.ACTION, "follow every link; all parts but the last must exist", "");
    private static final Option NO_NEWLINE = Option.flag(
            "no-newline", 'n', Category.OUTPUT, "no line end after a single result", "");
    private static final Option QUIET = Option.flag("quiet", 'q', Category.OUTPUT, "say nothing of failures",
            "This is the default, unless POSIXLY_CORRECT is set.");
    private static final Option SILENT = Option.flag("silent", 's', Category.OUTPUT, "the same", "");
    private static final Option VERBOSE = Option.flag("verbose", 'v', Category.OUTPUT, "tell of failures", "");

    private static final Syntax SYNTAX = new Syntax(
            "readlink", "FILE...", 1, Syntax.ANY_NUMBER, "as GNU's readlink",
            "Prints the text of each link, or with -f, -e and -m the path that is reached when every link is followed.",
            List.of(CANONICALIZE, EXISTING, MISSING, NO_NEWLINE, QUIET, SILENT, VERBOSE, ZERO, HELP, VERSION),
            EXITS,
            List.of(new Example("linkwright readlink -f current", "where it ends")));

    private boolean newline = true;

    /// What was said of failures last; null if nothing was.
    private @Nullable Failures failures;

    Readlink() {
        super(CANONICALIZE);
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    GnuOptions spellings() {
        return new GnuOptions(SYNTAX);
    }

    @Override
    void setOwn(Option option, @Nullable Argument value) {
        if (option == NO_NEWLINE) {
            newline = false;
        } else {
            failures = option == VERBOSE ? Failures.TOLD : Failures.SILENT;
        }
    }

    /// POSIX wants failures told, so that it counts for more than any option.
    @Override
    Answers answers(List<Argument> operands, GnuRun run) {
        if (operands.size() > 1 && !newline) {
            run.say("ignoring --no-newline with multiple arguments");
            newline = true;
        }
        boolean told = failures == Failures.TOLD || run.isPosixlyCorrect();
        return new Answers(run, newline ? end() : End.NOTHING, told ? Failures.TOLD : Failures.SILENT);
    }

    @Override
    public byte[] answer(LinkPath path, Calls calls) throws Refused {
        Parts parts = parts();
        NativeText answer = parts == null
                ? calls.readlink(path)
                : new Canonical(calls, parts, Symlinks.FOLLOWED).of(path);
        return answer.bytes();
    }
}
