package dev.linkwright.cli.fronts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words are read as `getopt_long` reads them; the comparison with the programs shows it for whole command lines.
class GnuArgumentsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -sfn a b              | --symbolic --force --no-dereference / a b
            a -s b                | --symbolic / a b
            a -- -s               | / a -s
            - -s                  | --symbolic / -
            -tdir -t dir          | --target-directory=dir --target-directory=dir /
            -st dir               | --symbolic --target-directory=dir /
            --target-dir=x        | --target-directory=x /
            --target-dir --force  | --target-directory=--force /
            -S --                 | --suffix=-- /
            --backup --backup=t   | --backup --backup=t /
            --backup t            | --backup / t
            --backup=             | --backup= /
            -b x -F               | --backup --directory / x
            --s                   | option '--s' is ambiguous; possibilities: '--suffix' '--symbolic'
            --force=1             | option '--force' doesn't allow an argument
            --suffix              | option '--suffix' requires an argument
            -sS                   | option requires an argument -- 'S'
            -sx                   | invalid option -- 'x'
            --nope=1              | unrecognized option '--nope=1'
            """)
    void optionsAndOperandsAreToldApart(String words, String read) {
        assertThat(read(words, false)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -s a -f   | --symbolic / a -f
            - -s      | / - -s
            -s -- -f  | --symbolic / -f
            """)
    void theFirstOperandEndsTheOptionsIfPosixIsAskedFor(String words, String read) {
        assertThat(read(words, true)).isEqualTo(read);
    }

    private static String read(String words, boolean operandsEndOptions) {
        GnuOptions known = new GnuOptions(new Ln().syntax()).also('F', Ln.DIRECTORY).optional(Ln.BACKUP);
        GnuArguments line = new GnuArguments(known, Stream.of(words.split(" ")).map(Argument::of).toList(),
                operandsEndOptions);
        List<String> found = new ArrayList<>();
        try {
            for (Option option = line.next(); option != null; option = line.next()) {
                found.add(line.value() == null ? option.toString() : option + "=" + line.value());
            }
        } catch (Misuse e) {
            return String.valueOf(e.getMessage());
        }
        found.add("/");
        line.operands().forEach(operand -> found.add(operand.toString()));
        return String.join(" ", found);
    }
}
