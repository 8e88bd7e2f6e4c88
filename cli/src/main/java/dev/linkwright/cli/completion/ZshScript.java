package dev.linkwright.cli.completion;

import java.util.List;

import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Syntax;

/// For zsh, by its function `_arguments`.
final class ZshScript {

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    ZshScript(Words words) {
        this.words = words;
    }

    String text() {
        String program = words.program();
        line("#compdef " + program);
        line("# Completion for " + program + ": save as _" + program
                + " in a directory of $fpath, or in ~/.zshrc after");
        line("# compinit:  source <(" + program + " completion zsh)");
        line("_" + program + "() {");
        line("    local curcontext=\"$curcontext\" state line");
        line("    typeset -A opt_args");
        line("    _arguments -C -S \\");
        options(words.front());
        line("        '1:command:->command' \\");
        line("        '*::argument:->argument'");
        line("    case $state in");
        line("        command)");
        line("            local -a commands");
        line("            commands=(");
        for (Syntax syntax : words.commands()) {
            line("                " + quoted(syntax.name() + ":" + syntax.summary()));
        }
        line("            )");
        line("            _describe -t commands command commands");
        line("            ;;");
        line("        argument)");
        line("            case $words[1] in");
        words.commands().forEach(this::command);
        line("            esac");
        line("            ;;");
        line("    esac");
        line("}");
        line("if [[ $funcstack[1] == _" + program + " ]]; then");
        line("    _" + program + " \"$@\"");
        line("else");
        line("    compdef _" + program + " " + program);
        line("fi");
        return text.toString();
    }

    private void command(Syntax syntax) {
        line("                " + syntax.name() + ")");
        line("                    _arguments -S \\");
        options(syntax);
        List<String> operands = words.operandWords(syntax);
        line("                        " + quoted(operands.isEmpty()
                ? "*:file:_files"
                : "1:word:(" + String.join(" ", operands) + ")"));
        line("                    ;;");
    }

    private void options(Syntax syntax) {
        for (Option option : syntax.options()) {
            for (String spelling : Words.spellings(option)) {
                line("                        " + quoted(spelling + assignment(option, spelling) + "["
                        + escaped(option.summary()) + "]" + argument(option)) + " \\");
            }
        }
    }

    /// `--kind=` may be written with or without the sign, `-k` only without.
    private static String assignment(Option option, String spelling) {
        return option.argument() == null ? "" : spelling.startsWith("--") ? "=" : "+";
    }

    private static String argument(Option option) {
        if (option.argument() == null) {
            return "";
        }
        return option.choices().isEmpty()
                ? ":" + option.argument() + ":_files"
                : ":" + option.name() + ":(" + String.join(" ", option.choices()) + ")";
    }

    private static String escaped(String summary) {
        return summary.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
