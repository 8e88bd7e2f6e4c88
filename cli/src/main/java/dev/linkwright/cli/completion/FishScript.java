package dev.linkwright.cli.completion;

import java.util.List;

import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Syntax;

/// For fish.
final class FishScript {

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    FishScript(Words words) {
        this.words = words;
    }

    String text() {
        String program = words.program();
        String none = "not __fish_seen_subcommand_from " + String.join(" ", words.commandNames());
        line("# Completion for " + program + ". Save as ~/.config/fish/completions/" + program + ".fish");
        line("complete -c " + program + " -e");
        for (Option option : words.front().options()) {
            option(option, none);
        }
        for (Syntax syntax : words.commands()) {
            line("complete -c " + program + " -n " + quoted(none) + " -f -a " + quoted(syntax.name()) + " -d "
                    + quoted(syntax.summary()));
        }
        for (Syntax syntax : words.commands()) {
            String seen = "__fish_seen_subcommand_from " + syntax.name();
            syntax.options().forEach(option -> option(option, seen));
            List<String> operands = words.operandWords(syntax);
            if (!operands.isEmpty()) {
                line("complete -c " + program + " -n " + quoted(seen) + " -f -a "
                        + quoted(String.join(" ", operands)));
            }
        }
        return text.toString();
    }

    private void option(Option option, String condition) {
        StringBuilder one = new StringBuilder("complete -c ").append(words.program()).append(" -n ")
                .append(quoted(condition)).append(" -l ").append(option.name());
        if (option.letter() != Option.NO_LETTER) {
            one.append(" -s ").append(option.letter());
        }
        if (!option.choices().isEmpty()) {
            one.append(" -x -a ").append(quoted(String.join(" ", option.choices())));
        } else if (option.argument() != null) {
            one.append(" -r");
        }
        line(one.append(" -d ").append(quoted(option.summary())).toString());
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
