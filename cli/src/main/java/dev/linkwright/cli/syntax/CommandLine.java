package dev.linkwright.cli.syntax;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Arguments as a [Syntax] understands them: the options that were given, and the operands. Immutable.
public final class CommandLine {

    /// One option as it was given; the value is null for a flag.
    record Given(Option option, @Nullable Argument value) {}

    private final List<Given> given;
    private final List<Argument> operands;

    CommandLine(List<Given> given, List<Argument> operands) {
        this.given = given;
        this.operands = operands;
    }

    List<Given> given() {
        return given;
    }

    /// The operands in the order in which they were given.
    public List<Argument> operands() {
        return operands;
    }

    /// True when the option was given at least once.
    public boolean has(Option option) {
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).option() == option) {
                return true;
            }
        }
        return false;
    }

    /// The option's value, the last one where it was given several times; null when it was not given.
    public @Nullable Argument value(Option option) {
        Argument last = null;
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).option() == option) {
                last = given.get(i).value();
            }
        }
        return last;
    }

    /// The option's values, in the order in which they were given.
    public List<Argument> values(Option option) {
        List<Argument> values = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Argument value = given.get(i).value();
            if (given.get(i).option() == option && value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /// How often the option was given.
    public int count(Option option) {
        int count = 0;
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).option() == option) {
                count++;
            }
        }
        return count;
    }

    /// The options of `earlier` and then those of this line, with this line's operands.
    public CommandLine after(CommandLine earlier) {
        if (earlier.given.isEmpty()) {
            return this;
        }
        List<Given> both = new ArrayList<>(earlier.given);
        both.addAll(given);
        return new CommandLine(both, operands);
    }

    /// The first option given that `syntax` does not know, or null.
    public @Nullable Option firstUnknownTo(Syntax syntax) {
        for (int i = 0; i < given.size(); i++) {
            if (!syntax.options().contains(given.get(i).option())) {
                return given.get(i).option();
            }
        }
        return null;
    }

    /// Checks the number of operands.
    ///
    /// @throws UsageException if there are too few or too many
    public void requireOperands(Syntax syntax) throws UsageException {
        if (operands.size() < syntax.least()) {
            throw new UsageException("missing operand: expected " + syntax.operands());
        }
        if (operands.size() > syntax.most()) {
            Argument extra = operands.get(syntax.most());
            throw new UsageException("extra operand " + extra.quoted() + ": expected " + syntax.operands());
        }
    }
}
