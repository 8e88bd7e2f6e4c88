package dev.linkwright.cli.completion;

import java.util.List;

import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Syntax;

/// For Windows PowerShell 5.1 and PowerShell 7. Where this has no answer PowerShell completes names of files.
final class PowerShellScript {

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    PowerShellScript(Words words) {
        this.words = words;
    }

    String text() {
        String program = words.program();
        line("# Completion for " + program + ". In $PROFILE:  " + program
                + " completion powershell | Out-String | Invoke-Expression");
        line("Register-ArgumentCompleter -Native -CommandName " + quoted(program) + " -ScriptBlock {");
        line("    param($wordToComplete, $commandAst, $cursorPosition)");
        line("    $commands = [ordered]@{");
        for (Syntax syntax : words.commands()) {
            line("        " + quoted(syntax.name()) + " = " + quoted(syntax.summary()));
        }
        line("    }");
        line("    $options = @{");
        options("", words.front());
        words.commands().forEach(syntax -> options(syntax.name(), syntax));
        line("    }");
        line("    $choices = @{");
        choices("", words.front());
        words.commands().forEach(syntax -> choices(syntax.name(), syntax));
        line("    }");
        line("    $operands = @{");
        for (Syntax syntax : words.commands()) {
            List<String> operands = words.operandWords(syntax);
            if (!operands.isEmpty()) {
                line("        " + quoted(syntax.name()) + " = " + list(operands));
            }
        }
        line("    }");
        line("    $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |");
        line("        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })");
        line("    $command = $typed | Where-Object { $commands.Contains($_) } | Select-Object -First 1");
        line("    $previous = $typed | Select-Object -Last 1");
        line("    $words = if ($choices.ContainsKey(\"$command $previous\")) { $choices[\"$command $previous\"] }");
        line("        elseif ($wordToComplete -like '-*') { $options[\"$command\"] }");
        line("        elseif (-not $command) { $commands.Keys }");
        line("        else { $operands[\"$command\"] }");
        line("    $words | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object {");
        line("        $tip = if (-not $command -and $commands.Contains($_)) { $commands[$_] } else { $_ }");
        line("        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $tip)");
        line("    }");
        line("}");
        return text.toString();
    }

    private void options(String command, Syntax syntax) {
        line("        " + quoted(command) + " = " + list(Words.flags(syntax)));
    }

    private void choices(String command, Syntax syntax) {
        for (Option option : syntax.options()) {
            if (!option.choices().isEmpty()) {
                for (String spelling : Words.spellings(option)) {
                    line("        " + quoted(command + " " + spelling) + " = " + list(option.choices()));
                }
            }
        }
    }

    private static String list(List<String> items) {
        return "@(" + String.join(", ", items.stream().map(PowerShellScript::quoted).toList()) + ")";
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "''") + "'";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
