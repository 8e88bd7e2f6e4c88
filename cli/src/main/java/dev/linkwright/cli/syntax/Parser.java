package dev.linkwright.cli.syntax;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads arguments by a [Syntax], by the conventions of GNU: short options may be bundled (`-nq`) and carry their
/// argument (`-fX`), long ones take it after `=` or as the next argument, options may follow operands, `--` ends them,
/// and `-` alone is an operand. Long names are not abbreviated: a script that relies on `--fo` breaks with the next
/// version that adds `--form`. An option that is given again replaces the earlier one.
public final class Parser {

    /// Where reading stops.
    private enum Until {
        THE_END,
        THE_FIRST_OPERAND
    }

    private final Syntax syntax;
    private final List<Argument> arguments;
    private final List<CommandLine.Given> given = new ArrayList<>();
    private final List<Argument> operands = new ArrayList<>();
    private int next;

    private Parser(Syntax syntax, List<Argument> arguments) {
        this.syntax = syntax;
        this.arguments = arguments;
    }

    /// Reads all arguments.
    ///
    /// @throws UsageException if an option is unknown, lacks its argument, or has one that it does not know
    public static CommandLine parse(Syntax syntax, List<Argument> arguments) throws UsageException {
        return new Parser(syntax, arguments).run(Until.THE_END);
    }

    /// Reads the options before the first operand; the operands of the result are that operand and everything after it,
    /// unread.
    ///
    /// @throws UsageException as for [#parse]
    public static CommandLine parseLeadingOptions(Syntax syntax, List<Argument> arguments) throws UsageException {
        return new Parser(syntax, arguments).run(Until.THE_FIRST_OPERAND);
    }

    private CommandLine run(Until until) throws UsageException {
        while (next < arguments.size()) {
            Argument argument = arguments.get(next);
            boolean isOperand = !argument.startsWithDash() || argument.length() == 1;
            if (isOperand && until == Until.THE_FIRST_OPERAND) {
                break;
            }
            next++;
            if (isOperand) {
                operands.add(argument);
            } else if (!argument.startsWithTwoDashes()) {
                readLetters(argument);
            } else if (argument.length() > 2) {
                readLong(argument);
            } else {
                break;
            }
        }
        while (next < arguments.size()) {
            operands.add(arguments.get(next++));
        }
        return new CommandLine(given, operands);
    }

    private void readLong(Argument argument) throws UsageException {
        int equals = argument.indexOf('=', 2);
        String name = argument.text(2, equals < 0 ? argument.length() : equals);
        Option option = syntax.option(name);
        if (option == null) {
            throw unknown(name);
        }
        if (!option.takesArgument()) {
            if (equals >= 0) {
                throw new UsageException("option '" + option + "' takes no argument");
            }
            given.add(new CommandLine.Given(option, null));
        } else {
            add(option, equals < 0 ? following(option.toString()) : argument.from(equals + 1));
        }
    }

    private void readLetters(Argument argument) throws UsageException {
        for (int i = 1; i < argument.length(); i++) {
            char letter = (char) (argument.byteAt(i) & 0xff);
            Option option = syntax.option(letter);
            if (option == null) {
                throw new UsageException(
                        argument.length() == 2 && letter < 0x80
                                ? "unknown option " + argument.quoted()
                                : "unknown option letter in " + argument.quoted());
            }
            if (option.takesArgument()) {
                add(option, i + 1 < argument.length() ? argument.from(i + 1) : following("-" + letter));
                return;
            }
            given.add(new CommandLine.Given(option, null));
        }
    }

    private Argument following(String asTyped) throws UsageException {
        if (next == arguments.size()) {
            throw new UsageException("option '" + asTyped + "' needs an argument");
        }
        return arguments.get(next++);
    }

    private void add(Option option, Argument value) throws UsageException {
        if (!option.choices().isEmpty() && !option.choices().contains(value.toString())) {
            throw new UsageException(
                    "option '" + option + "' knows " + String.join(", ", option.choices()) + ", not " + value.quoted());
        }
        given.add(new CommandLine.Given(option, value));
    }

    private UsageException unknown(String name) {
        List<String> names = new ArrayList<>();
        for (Option option : syntax.options()) {
            names.add(option.name());
        }
        String quoted = Argument.of("--" + name).quoted();
        @Nullable
        String similar = Suggestion.among(names, name);
        return new UsageException(
                "unknown option " + quoted + (similar == null ? "" : " (did you mean '--" + similar + "'?)"));
    }
}
