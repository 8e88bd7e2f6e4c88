package dev.linkwright.cli.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.cli.syntax.Option.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParserTest {
    private static final Option QUIET = Option.flag("quiet", 'q', Category.OUTPUT, "less", "");
    private static final Option LONG_ONLY = Option.flag("json", Option.NO_LETTER, Category.OUTPUT, "json", "");
    private static final Option NULL = Option.flag("null", '0', Category.OUTPUT, "zero bytes", "");
    private static final Option FROM = Option.value("from", 'f', "FILE", Category.INPUT, "file", "");
    private static final Option KIND = Option.choice("kind", 'k', List.of("auto", "hard"), Category.ACTION, "kind", "");
    private static final Syntax SYNTAX = new Syntax("try", "A [B]", 1, 2, "", "",
            List.of(QUIET, LONG_ONLY, NULL, FROM, KIND), List.of(), List.of());

    /// Blanks separate arguments; in the middle column the options as they are understood.
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            a b              |                      | a b
            -q a             | quiet                | a
            --quiet a        | quiet                | a
            a -q             | quiet                | a
            a -q b           | quiet                | a b
            -q0 a            | quiet null           | a
            -0q a            | null quiet           | a
            -fx a            | from=x               | a
            -f x a           | from=x               | a
            -qfx a           | quiet from=x         | a
            -qf x a          | quiet from=x         | a
            -f=x a           | from==x              | a
            --from=x a       | from=x               | a
            --from x a       | from=x               | a
            --from= a        | from=                | a
            --from=a=b c     | from=a=b             | c
            --from - a       | from=-               | a
            --from -- a      | from=--              | a
            --from -q a      | from=-q              | a
            -f- a            | from=-               | a
            - a              |                      | - a
            -- -q --json     |                      | -q --json
            a -- -q          |                      | a -q
            -- --            |                      | --
            -q -- - -q       | quiet                | - -q
            --kind hard a    | kind=hard            | a
            -k auto -k hard a| kind=auto kind=hard  | a
            --json a         | json                 | a
            """)
    void argumentsAreReadByTheConventionsOfGnu(String arguments, String options, String operands) throws Exception {
        CommandLine line = Parser.parse(SYNTAX, arguments(arguments));

        assertThat(describe(line)).isEqualTo(options == null ? "" : options);
        assertThat(line.operands()).isEqualTo(arguments(operands));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --quite          | unknown option '--quite' (did you mean '--quiet'?)
            --qu             | unknown option '--qu' (did you mean '--quiet'?)
            --jsno           | unknown option '--jsno' (did you mean '--json'?)
            --frm=x          | unknown option '--frm' (did you mean '--from'?)
            --zzz            | unknown option '--zzz'
            --=x             | unknown option '--'
            -x               | unknown option '-x'
            -qx              | unknown option letter in '-qx'
            --quiet=yes      | option '--quiet' takes no argument
            --from           | option '--from' needs an argument
            -f               | option '-f' needs an argument
            -qf              | option '-f' needs an argument
            --kind=soft      | option '--kind' knows auto, hard, not 'soft'
            -k soft          | option '--kind' knows auto, hard, not 'soft'
            """)
    void anArgumentThatMakesNoSenseIsNamed(String arguments, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Parser.parse(SYNTAX, arguments(arguments)))
                .withMessage(message);
    }

    @Test
    void namesAreNotAbbreviated() {
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> Parser.parse(SYNTAX, arguments("--quie a")));
    }

    @Test
    void theLastOfSeveralValuesCounts() throws Exception {
        CommandLine line = Parser.parse(SYNTAX, arguments("-f a -f b -f c"));

        assertThat(line.value(FROM)).isEqualTo(Argument.of("c"));
        assertThat(line.count(FROM)).isEqualTo(3);
    }

    @Test
    void bytesThatAreNotUtf8PassUnchanged() throws Exception {
        byte[] bytes = {'a', (byte) 0xe9, (byte) 0xff};
        byte[] option = {'-', '-', 'f', 'r', 'o', 'm', '=', (byte) 0xe9};

        CommandLine line = Parser.parse(SYNTAX, List.of(Argument.ofBytes(option), Argument.ofBytes(bytes)));

        assertThat(line.operands().get(0).bytes()).isEqualTo(bytes);
        assertThat(line.value(FROM)).isNotNull().extracting(Argument::bytes).isEqualTo(new byte[]{(byte) 0xe9});
    }

    @Test
    void anEmptyArgumentIsAnOperand() throws Exception {
        assertThat(Parser.parse(SYNTAX, List.of(Argument.of(""))).operands()).containsExactly(Argument.of(""));
    }

    @Test
    void aLetterThatIsNotAsciiIsNoOption() {
        byte[] letter = {'-', (byte) 0xff};

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Parser.parse(SYNTAX, List.of(Argument.ofBytes(letter))))
                .withMessage("unknown option letter in $'-\\xff'");
    }

    @Test
    void leadingOptionsEndAtTheFirstOperand() throws Exception {
        CommandLine line = Parser.parseLeadingOptions(SYNTAX, arguments("-q create --unknown -x"));

        assertThat(describe(line)).isEqualTo("quiet");
        assertThat(line.operands()).isEqualTo(arguments("create --unknown -x"));
    }

    @Test
    void optionsGivenBeforeACommandComeBeforeItsOwn() throws Exception {
        CommandLine front = Parser.parseLeadingOptions(SYNTAX, arguments("-k auto x"));
        CommandLine line = Parser.parse(SYNTAX, arguments("-k hard a")).after(front);

        assertThat(line.value(KIND)).isEqualTo(Argument.of("hard"));
        assertThat(line.operands()).containsExactly(Argument.of("a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -q      | missing operand: expected A [B]
            a b c   | extra operand 'c': expected A [B]
            """)
    void theNumberOfOperandsIsChecked(String arguments, String message) throws Exception {
        CommandLine line = Parser.parse(SYNTAX, arguments(arguments));

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> line.requireOperands(SYNTAX))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            creat,  create
            crate,  create
            raed,   read
            sho,    show
            shwo,   show
            rm,
            x,
            '',
            zebra,
            """)
    void whatIsNearToANameIsSuggested(String typed, String suggestion) {
        assertThat(Suggestion.among(List.of("create", "read", "show", "remove", "help"), typed)).isEqualTo(suggestion);
    }

    private static List<Argument> arguments(String words) {
        return Stream.of(words.trim().split(" +")).map(Argument::of).toList();
    }

    private static String describe(CommandLine line) {
        StringBuilder text = new StringBuilder();
        for (CommandLine.Given given : line.given()) {
            text.append(text.isEmpty() ? "" : " ").append(given.option().name());
            if (given.value() != null) {
                text.append('=').append(given.value());
            }
        }
        return text.toString();
    }
}
