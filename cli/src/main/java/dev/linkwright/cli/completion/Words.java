package dev.linkwright.cli.completion;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Syntax;

/// What can be typed: the commands, their options, and the operands that are words of the program.
record Words(Syntax front, List<Syntax> commands) {

    String program() {
        return front.name();
    }

    List<String> commandNames() {
        return commands.stream().map(Syntax::name).toList();
    }

    /// The options as typed: `--json`, `-0`.
    static List<String> flags(Syntax syntax) {
        List<String> flags = new ArrayList<>();
        for (Option option : syntax.options()) {
            flags.addAll(spellings(option));
        }
        return flags;
    }

    static List<String> spellings(Option option) {
        List<String> spellings = new ArrayList<>(List.of("--" + option.name()));
        if (option.letter() != Option.NO_LETTER) {
            spellings.add("-" + option.letter());
        }
        return spellings;
    }

    /// The words that an operand can be; empty where operands are paths or texts. In a syntax `a|b` are alternatives,
    /// and `COMMAND` is the name of a command.
    List<String> operandWords(Syntax syntax) {
        String operands = syntax.operands();
        if (operands.contains("|")) {
            return List.of(operands.split("\\|", -1));
        }
        return operands.contains("COMMAND") ? commandNames() : List.of();
    }
}
