package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.NativeText;
import dev.linkwright.cli.fronts.Canonical.Parts;
import dev.linkwright.cli.fronts.Canonical.Symlinks;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.UsageException;
import org.jspecify.annotations.Nullable;

/// `readlink`.
final class Readlink extends Gnu {
    private static final Option CANONICALIZE = Option.flag(
            "canonicalize", 'f', Category.ACTION, "follow every link; all parts but the last must exist", "");
    private static final Option EXISTING = Option.flag(
            "canonicalize-existing", 'e', Category.ACTION, "follow every link; all parts must exist", "");
    private static final Option MISSING = Option.flag(
            "canonicalize-missing", 'm', Category.ACTION, "follow every link; no part need exist", "");
    private static final Option NO_NEWLINE = Option.flag(
            "no-newline", 'n', Category.OUTPUT, "no line end after a single result", "");
    private static final Option QUIET = Option.flag("quiet", 'q', Category.OUTPUT, "say nothing of failures",
            "This is the default, unless POSIXLY_CORRECT is set.");
    private static final Option SILENT = Option.flag("silent", 's', Category.OUTPUT, "the same", "");
    private static final Option VERBOSE = Option.flag("verbose", 'v', Category.OUTPUT, "tell of failures", "");
    private static final Option ZERO = Option.flag(
            "zero", 'z', Category.OUTPUT, "results ended by a zero byte", "");

    private static final Syntax SYNTAX = new Syntax(
            "readlink", "FILE...", 1, Syntax.ANY_NUMBER, "as GNU's readlink",
            "Prints the text of each link, or with -f, -e and -m the path that is reached when every link is followed.",
            List.of(CANONICALIZE, EXISTING, MISSING, NO_NEWLINE, QUIET, SILENT, VERBOSE, ZERO, HELP, VERSION),
            EXITS,
            List.of(new Example("linkwright readlink -f current", "where it ends")));

    /// What the command line asks for.
    private @Nullable Parts canonical;
    private boolean newline = true;
    private boolean verbose;
    private boolean zero;

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public boolean run(List<Argument> arguments, Surroundings surroundings) throws IOException {
        verbose = operandsEndOptions(surroundings);
        GnuArguments line = new GnuArguments(new GnuOptions(SYNTAX), arguments, verbose);
        boolean loud = verbose;
        try {
            for (Option option = line.next(); option != null; option = line.next()) {
                if (answered(option, surroundings)) {
                    return true;
                }
                set(option, loud);
            }
        } catch (UsageException e) {
            return usage(surroundings, String.valueOf(e.getMessage()));
        }
        if (line.operands().isEmpty()) {
            return usage(surroundings, "missing operand");
        }
        if (line.operands().size() > 1 && !newline) {
            say(surroundings, "ignoring --no-newline with multiple arguments");
            newline = true;
        }
        return print(line.operands(), surroundings);
    }

    private void set(Option option, boolean loud) {
        if (option == CANONICALIZE) {
            canonical = Parts.ALL_BUT_THE_LAST;
        } else if (option == EXISTING) {
            canonical = Parts.ALL;
        } else if (option == MISSING) {
            canonical = Parts.NONE;
        } else if (option == NO_NEWLINE) {
            newline = false;
        } else if (option == QUIET || option == SILENT) {
            verbose = loud;
        } else if (option == VERBOSE) {
            verbose = true;
        } else {
            zero = true;
        }
    }

    private boolean print(List<Argument> operands, Surroundings surroundings) throws IOException {
        Calls calls = new Calls(surroundings);
        boolean well = true;
        for (int i = 0; i < operands.size(); i++) {
            LinkPath path = calls.path(operands.get(i).bytes());
            try {
                NativeText result = canonical == null
                        ? calls.readlink(path)
                        : new Canonical(calls, canonical, Symlinks.FOLLOWED).of(path);
                surroundings.out().write(result.bytes());
                if (newline) {
                    surroundings.out().write(zero ? 0 : '\n');
                }
            } catch (Refused e) {
                well = false;
                if (verbose) {
                    say(surroundings, ShellQuoting.ifNeeded(path.bytes()) + ": " + e.words());
                }
            }
        }
        return well;
    }
}
