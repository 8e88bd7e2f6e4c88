package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.util.List;

import dev.linkwright.cli.fronts.Canonical.Parts;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import org.jspecify.annotations.Nullable;

/// What `readlink` and `realpath` have in common: each operand is a path that is asked about, and options say which parts
/// of it must be there.
abstract class PathQuestions extends Gnu implements Answers.Question {
    static final Option EXISTING = Option.flag(
            "canonicalize-existing", 'e', Category.ACTION, "the same, but all parts must exist", "");
    static final Option MISSING = Option.flag(
            "canonicalize-missing", 'm', Category.ACTION, "the same, but no part need exist", "");
    static final Option ZERO = Option.flag("zero", 'z', Category.OUTPUT, "results ended by a zero byte", "");

    /// The option by which all parts but the last must be there.
    private final Option canonicalize;

    private @Nullable Parts parts;
    private boolean zero;

    PathQuestions(Option canonicalize) {
        this.canonicalize = canonicalize;
    }

    /// Takes in an option that the other program does not have.
    abstract void setOwn(Option option, @Nullable Argument value);

    /// How the answers are to be printed.
    abstract Answers answers(List<Argument> operands, GnuRun run) throws Impossible;

    /// What was said last of the parts that must be there; null if nothing was.
    @Nullable
    Parts parts() {
        return parts;
    }

    Answers.End end() {
        return zero ? Answers.End.ZERO : Answers.End.NEWLINE;
    }

    @Override
    final void set(Option option, @Nullable Argument value, GnuRun run) {
        if (option == canonicalize) {
            parts = Parts.ALL_BUT_THE_LAST;
        } else if (option == EXISTING) {
            parts = Parts.ALL;
        } else if (option == MISSING) {
            parts = Parts.NONE;
        } else if (option == ZERO) {
            zero = true;
        } else {
            setOwn(option, value);
        }
    }

    @Override
    final boolean work(List<Argument> operands, GnuRun run) throws IOException, Misuse, Impossible {
        if (operands.isEmpty()) {
            throw new Misuse("missing operand");
        }
        return answers(operands, run).print(operands, this);
    }
}
