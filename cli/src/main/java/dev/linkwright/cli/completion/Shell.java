package dev.linkwright.cli.completion;

import java.util.List;
import java.util.Locale;

import dev.linkwright.cli.syntax.Syntax;

/// A shell that completion scripts can be written for.
public enum Shell {
    BASH {
        @Override
        String write(Words words) {
            return new BashScript(words).text();
        }
    },
    ZSH {
        @Override
        String write(Words words) {
            return new ZshScript(words).text();
        }
    },
    FISH {
        @Override
        String write(Words words) {
            return new FishScript(words).text();
        }
    },
    POWERSHELL {
        @Override
        String write(Words words) {
            return new PowerShellScript(words).text();
        }
    };

    abstract String write(Words words);

    /// The script for a program with these commands.
    ///
    /// @param front    what may stand before the command
    /// @param commands in the order in which they are offered
    public String script(Syntax front, List<Syntax> commands) {
        return write(new Words(front, commands));
    }

    /// The name by which users ask for it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
