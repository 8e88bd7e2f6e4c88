package dev.linkwright.cli.fronts;

import java.util.List;
import java.util.Objects;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.fronts.Answers.Failures;
import dev.linkwright.cli.fronts.Canonical.Parts;
import dev.linkwright.cli.fronts.Canonical.Symlinks;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import org.jspecify.annotations.Nullable;

/// `realpath`.
final class Realpath extends PathQuestions {
    private static final Option CANONICALIZE = Option.flag(
            "canonicalize", 'E', Category.ACTION, "all parts but the last must exist; this is the default", "");
    private static final Option RELATIVE_TO = Option.value(
            "relative-to", Option.NO_LETTER, "DIR", Category.OUTPUT, "print paths relative to DIR", "");
    private static final Option RELATIVE_BASE = Option.value(
            "relative-base", Option.NO_LETTER, "DIR", Category.OUTPUT, "print only paths below DIR relative", "");
    private static final Option QUIET = Option.flag(
            "quiet", 'q', Category.OUTPUT, "say nothing of most failures", "");
    private static final Option STRIP = Option.flag(
            "strip", 's', Category.ACTION, "follow no links; also --no-symlinks", "");
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

    private Symlinks symlinks = Symlinks.FOLLOWED;
    private boolean logical;
    private Failures failures = Failures.TOLD;
    private @Nullable Argument relativeTo;
    private @Nullable Argument relativeBase;

    /// Where answers are counted from; null if they are absolute.
    private @Nullable LinkPath to;

    /// Below which answers are relative; null if all are.
    private @Nullable LinkPath base;

    Realpath() {
        super(CANONICALIZE);
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    GnuOptions spellings() {
        return new GnuOptions(SYNTAX).also("no-symlinks", STRIP);
    }

    @Override
    void setOwn(Option option, @Nullable Argument value) {
        if (option == RELATIVE_TO) {
            relativeTo = value;
        } else if (option == RELATIVE_BASE) {
            relativeBase = value;
        } else if (option == QUIET) {
            failures = Failures.SILENT;
        } else {
            symlinks = option == PHYSICAL ? Symlinks.FOLLOWED : Symlinks.KEPT;
            logical = option == LOGICAL;
        }
    }

    @Override
    Answers answers(List<Argument> operands, GnuRun run) throws Impossible {
        to = relativeTo == null ? null : directory(relativeTo, run);
        if (relativeBase != null) {
            base = directory(relativeBase, run);
            to = to == null ? base : Between.isWithin(base, to) ? to : null;
        }
        return new Answers(run, end(), failures);
    }

    @Override
    public byte[] answer(LinkPath path, Calls calls) throws Refused {
        LinkPath found = canonical(path, calls);
        if (to == null || (base != null && !Between.isWithin(base, found))) {
            return found.bytes();
        }
        byte[] relative = Between.relative(to, found);
        return relative == null ? found.bytes() : relative;
    }

    private LinkPath canonical(LinkPath path, Calls calls) throws Refused {
        Parts parts = Objects.requireNonNullElse(parts(), Parts.ALL_BUT_THE_LAST);
        LinkPath found = new Canonical(calls, parts, symlinks).of(path);
        return logical ? new Canonical(calls, parts, Symlinks.FOLLOWED).of(found) : found;
    }

    private LinkPath directory(Argument option, GnuRun run) throws Impossible {
        Calls calls = run.calls();
        LinkPath path = calls.path(option.bytes());
        try {
            LinkPath directory = canonical(path, calls);
            if (parts() == Parts.ALL && !calls.stat(directory).isDirectory()) {
                throw Refused.with(SystemError.ENOTDIR);
            }
            return directory;
        } catch (Refused e) {
            throw new Impossible(run.shown(path) + ": " + e.words());
        }
    }
}
