package dev.linkwright.cli.completion;

import java.util.List;

import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Syntax;

/// For bash 3.2 and later; uses nothing of the package bash-completion.
final class BashScript {

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    BashScript(Words words) {
        this.words = words;
    }

    String text() {
        String program = words.program();
        line("# Completion for " + program + ". In ~/.bashrc:  source <(" + program + " completion bash)");
        line("_" + program + "() {");
        line("    local word previous command= options= operands= i");
        line("    word=${COMP_WORDS[COMP_CWORD]}");
        line("    previous=${COMP_WORDS[COMP_CWORD-1]}");
        line("    # bash takes = for a word of its own: --kind=file comes as three.");
        line("    if [[ $word == = ]]; then word=; elif [[ $previous == = ]]; then"
                + " previous=${COMP_WORDS[COMP_CWORD-2]}; fi");
        line("    COMPREPLY=()");
        line("    for ((i = 1; i < COMP_CWORD; i++)); do");
        line("        case ${COMP_WORDS[i]} in");
        for (Option option : words.front().options()) {
            if (option.argument() != null) {
                line("            " + String.join("|", Words.spellings(option)) + ") ((i++));"
                        + " [[ ${COMP_WORDS[i]} == = ]] && ((i++)) ;;");
            }
        }
        line("            -*) ;;");
        line("            *) command=${COMP_WORDS[i]}; break ;;");
        line("        esac");
        line("    done");
        line("    case $command in");
        branch("''", words.front(), words.commandNames());
        for (Syntax syntax : words.commands()) {
            branch(syntax.name(), syntax, words.operandWords(syntax));
        }
        line("    esac");
        line("    if [[ $word == -* ]]; then");
        line("        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))");
        line("    elif [[ -n $operands ]]; then");
        line("        COMPREPLY=($(compgen -W \"$operands\" -- \"$word\"))");
        line("    fi");
        line("}");
        line("complete -o default -o bashdefault -F _" + program + " " + program);
        return text.toString();
    }

    private void branch(String pattern, Syntax syntax, List<String> operands) {
        line("        " + pattern + ")");
        line("            options='" + String.join(" ", Words.flags(syntax)) + "'");
        line("            operands='" + String.join(" ", operands) + "'");
        line("            case $previous in");
        for (Option option : syntax.options()) {
            if (!option.choices().isEmpty()) {
                line("                " + String.join("|", Words.spellings(option)) + ") COMPREPLY=($(compgen -W '"
                        + String.join(" ", option.choices()) + "' -- \"$word\")); return ;;");
            } else if (option.argument() != null) {
                line("                " + String.join("|", Words.spellings(option)) + ") return ;;");
            }
        }
        line("            esac");
        line("            ;;");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
