package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.fronts.Canonical.Parts;
import dev.linkwright.cli.fronts.Canonical.Symlinks;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.UsageException;
import org.jspecify.annotations.Nullable;

/// `realpath`.
final class Realpath extends Gnu {
    private static final Option CANONICALIZE = Option.flag(
            "canonicalize", 'E', Category.ACTION, "all parts but the last must exist; this is the default", "");
    private static final Option EXISTING = Option.flag(
            "canonicalize-existing", 'e', Category.ACTION, "all parts must exist", "");
    private static final Option MISSING = Option.flag(
            "canonicalize-missing", 'm', Category.ACTION, "no part need exist", "");
    private static final Option RELATIVE_TO = Option.value(
            "relative-to", Option.NO_LETTER, "DIR", Category.OUTPUT, "print paths relative to DIR", "");
    private static final Option RELATIVE_BASE = Option.value(
            "relative-base", Option.NO_LETTER, "DIR", Category.OUTPUT, "print only paths below DIR relative", "");
    private static final Option QUIET = Option.flag(
            "quiet", 'q', Category.OUTPUT, "say nothing of most failures", "");
    private static final Option STRIP = Option.flag(
            "strip", 's', Category.ACTION, "follow no links; also --no-symlinks", "");
    private static final Option ZERO = Option.flag(
            "zero", 'z', Category.OUTPUT, "results ended by a zero byte", "");
    private static final Option LOGICAL = Option.flag(
            "logical", 'L', Category.ACTION, "take .. out before links are followed", "");
    private static final Option PHYSICAL = Option.flag(
            "physical", 'P', Category.ACTION, "follow links as they come; this is the default", "");

    private static final Syntax SYNTAX = new Syntax(
            "realpath", "FILE...", 1, Syntax.ANY_NUMBER, "as GNU's realpath",
            "Prints each path absolute, without links, dots and doubled separators.",
            List.of(CANONICALIZE, EXISTING, MISSING, RELATIVE_TO, RELATIVE_BASE, QUIET, STRIP, ZERO, LOGICAL, PHYSICAL,
                    HELP, VERSION),
            EXITS,
            List.of(new Example("linkwright realpath --relative-to=. /usr/lib", "the way from here to there")));

    private Parts parts = Parts.ALL_BUT_THE_LAST;
    private Symlinks symlinks = Symlinks.FOLLOWED;
    private boolean logical;
    private boolean quiet;
    private boolean zero;
    private @Nullable Argument relativeTo;
    private @Nullable Argument relativeBase;

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public boolean run(List<Argument> arguments, Surroundings surroundings) throws IOException {
        GnuOptions known = new GnuOptions(SYNTAX).also("no-symlinks", STRIP);
        GnuArguments line = new GnuArguments(known, arguments, operandsEndOptions(surroundings));
        try {
            for (Option option = line.next(); option != null; option = line.next()) {
                if (answered(option, surroundings)) {
                    return true;
                }
                set(option, line.value());
            }
        } catch (UsageException e) {
            return usage(surroundings, String.valueOf(e.getMessage()));
        }
        if (line.operands().isEmpty()) {
            return usage(surroundings, "missing operand");
        }
        return print(line.operands(), surroundings);
    }

    private void set(Option option, @Nullable Argument value) {
        if (option == CANONICALIZE) {
            parts = Parts.ALL_BUT_THE_LAST;
        } else if (option == EXISTING) {
            parts = Parts.ALL;
        } else if (option == MISSING) {
            parts = Parts.NONE;
        } else if (option == RELATIVE_TO) {
            relativeTo = value;
        } else if (option == RELATIVE_BASE) {
            relativeBase = value;
        } else if (option == QUIET) {
            quiet = true;
        } else if (option == ZERO) {
            zero = true;
        } else {
            symlinks = option == PHYSICAL ? Symlinks.FOLLOWED : Symlinks.KEPT;
            logical = option == LOGICAL;
        }
    }

    private boolean print(List<Argument> operands, Surroundings surroundings) throws IOException {
        Calls calls = new Calls(surroundings);
        LinkPath to = null;
        LinkPath base = null;
        try {
            if (relativeTo != null) {
                to = directory(relativeTo, calls);
            }
            if (relativeBase != null) {
                base = directory(relativeBase, calls);
            }
        } catch (UnusableDirectory e) {
            say(surroundings, String.valueOf(e.getMessage()));
            return false;
        }
        if (base != null) {
            to = to == null ? base : Between.isWithin(base, to) ? to : null;
        }
        boolean well = true;
        for (int i = 0; i < operands.size(); i++) {
            try {
                LinkPath found = canonical(calls.path(operands.get(i).bytes()), calls);
                surroundings.out().write(shown(found, to, base));
                surroundings.out().write(zero ? 0 : '\n');
            } catch (Refused e) {
                well = false;
                if (!quiet) {
                    say(surroundings, ShellQuoting.ifNeeded(operands.get(i).bytes()) + ": " + e.words());
                }
            }
        }
        return well;
    }

    private static byte[] shown(LinkPath path, @Nullable LinkPath to, @Nullable LinkPath base) {
        if (to == null || (base != null && !Between.isWithin(base, path))) {
            return path.bytes();
        }
        byte[] relative = Between.relative(to, path);
        return relative == null ? path.bytes() : relative;
    }

    private LinkPath canonical(LinkPath path, Calls calls) throws Refused {
        LinkPath found = new Canonical(calls, parts, symlinks).of(path);
        return logical ? new Canonical(calls, parts, Symlinks.FOLLOWED).of(found) : found;
    }

    private LinkPath directory(Argument option, Calls calls) throws UnusableDirectory {
        try {
            LinkPath directory = canonical(calls.path(option.bytes()), calls);
            if (parts == Parts.ALL && !calls.stat(directory).isDirectory()) {
                throw Refused.with(SystemError.ENOTDIR);
            }
            return directory;
        } catch (Refused e) {
            throw new UnusableDirectory(ShellQuoting.ifNeeded(option.bytes()) + ": " + e.words());
        }
    }

    /// The directory that results are to be relative to.
    private static final class UnusableDirectory extends Exception {
        private static final long serialVersionUID = 1;

        UnusableDirectory(String message) {
            super(message, null, false, false);
        }
    }
}
