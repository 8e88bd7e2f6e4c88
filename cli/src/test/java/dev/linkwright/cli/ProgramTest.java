package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | which command?
            crate a b                       | there is no command 'crate' (did you mean 'create'?)
            zebra                           | there is no command 'zebra'
            --jsn read a                    | unknown option '--jsn' (did you mean '--json'?)
            -x                              | unknown option '-x'
            create                          | create: missing operand: expected LINK TARGET
            create a                        | create: missing operand: expected LINK TARGET
            create a b c                    | create: extra operand 'c': expected LINK TARGET
            create --knid=file a b          | create: unknown option '--knid' (did you mean '--kind'?)
            create --kind=soft a b          | create: option '--kind' knows auto, file, directory, junction, hard, not 'soft'
            create --parent a b             | create: unknown option '--parent' (did you mean '--parents'?)
            create --relative --absolute a b | create: '--relative' and '--absolute' exclude each other
            create --if-exists=ask a b      | create: option '--if-exists' knows fail, keep, replace, backup, not 'ask'
            create -k hard --parents a b    | create: '--parents' is for symbolic links, not for hard ones
            create -k hard --relative a b   | create: '--relative' is for symbolic links, not for hard ones
            retarget a                      | retarget: missing operand: expected LINK TARGET
            retarget --expect a b           | retarget: missing operand: expected LINK TARGET
            retarget --expect               | retarget: option '--expect' needs an argument
            retarget --parents a b          | retarget: unknown option '--parents'
            trace                           | trace: missing operand: expected PATH...
            trace -n a                      | trace: unknown option '-n'
            doctor --from x                 | doctor: unknown option '--from'
            doctor --clean -n               | doctor: '--clean' and '--dry-run' exclude each other: what is left is listed anyway
            --json completion bash          | completion: the command takes no '--json'
            create --json --ndjson a b      | create: '--json' and '--ndjson' exclude each other
            create -q -v a b                | create: '--quiet' and '--verbose' exclude each other
            create -q --json a b            | create: '--quiet' and '--json' exclude each other
            create -q --ndjson a b          | create: '--quiet' and '--ndjson' exclude each other
            create -0 --json a b            | create: '--null' and '--json' exclude each other
            --json create -0 a b            | create: '--null' and '--json' exclude each other
            create --from - a b             | create: operands and '--from' exclude each other: 'a'
            create --from - --from x        | create: '--from' is given more than once
            create --color=red a b          | create: option '--color' knows auto, always, never, not 'red'
            read                            | read: missing operand: expected LINK...
            read -n a                       | read: unknown option '-n'
            -n read a                       | read: the command takes no '--dry-run'
            show                            | show: missing operand: expected PATH...
            remove                          | remove: missing operand: expected LINK...
            remove --raw a                  | remove: unknown option '--raw'
            help create read                | help: extra operand 'read': expected [COMMAND]
            help zebra                      | help: there is no command 'zebra'
            help repair                       | help: this version does not have the command 'repair' yet
            -n ln -s a b                    | ln: the command takes no '--dry-run' before its name
            --json help                     | help: the command takes no '--json'
            """)
    void aCommandLineThatMakesNoSenseIsToldAndNothingIsDone(String words, String message) {
        Ran ran = Cli.in(dir).run(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines().toList()).hasSize(2).first().isEqualTo("linkwright: " + message);
        assertThat(ran.err().lines().toList().get(1)).startsWith("linkwright: see 'linkwright help");
        assertThat(dir).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repair", "move", "record", "restore", "verify", "plan", "undo", "resume"})
    void aNameThatIsKeptForLaterSaysSo(String name) {
        Ran ran = Cli.in(dir).run(name, "a", "b");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("linkwright: this version does not have the command '" + name + "' yet\n");
        assertThat(Cli.in(dir).run("help").out()).doesNotContain(" " + name + " ");
    }

    @Test
    void optionsOfEveryCommandMayStandBeforeIt() {
        assertThat(Cli.in(dir).run("--json", "create", "a", "b").document().get("command").asText())
                .isEqualTo("create");
        assertThat(Cli.in(dir).run("-n", "create", "c", "d").out()).contains("dry run");
    }

    @Test
    void theVersionIsTheBuilds() {
        for (String option : List.of("--version", "-V")) {
            Ran ran = Cli.in(dir).run(option);

            assertThat(ran.code()).isZero();
            assertThat(ran.out()).matches("linkwright \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
        }
    }

    @Test
    void operandsThatLookLikeOptionsComeAfterTwoDashes() throws IOException {
        assertThat(Cli.in(dir).run("create", "--", "-n", "--json").code()).isZero();
        assertThat(Files.readSymbolicLink(dir.resolve("-n"))).hasToString("--json");
        assertThat(Cli.in(dir).run("read", "--", "-n").out()).isEqualTo("--json\n");
    }

    @Test
    void namesThatAreNotUtf8PassThroughUnchanged() throws IOException {
        Argument link = Argument.ofBytes(new byte[]{'l', (byte) 0xe9});
        Argument text = Argument.ofBytes(new byte[]{(byte) 0xff, '/', 't'});
        Cli cli = Cli.in(dir);

        Ran made = cli.run(List.of(Argument.of("create"), Argument.of("--json"), link, text));

        boolean verbatim = cli.system().at(cli.directory()).capabilities().has(Capability.VERBATIM_TEXT);
        assertThat(made.code()).isIn(verbatim ? List.of(0) : List.of(0, 5));
        var result = made.document().get(made.code() == 0 ? "results" : "errors").get(0);
        assertThat(result.get("path").asText()).isEqualTo("l\ufffd");
        assertThat(result.get("pathBytes").asText()).isEqualTo("6ce9");
        assertThat(result.get("target").asText()).isEqualTo("\ufffd/t");
        assertThat(result.get("targetBytes").asText()).isEqualTo("ff2f74");
    }

    @Test
    void aFullDiskUnderTheOutputIsAnError() {
        Ran ran = runInto(new FailingStream("No space left on device"), "create", "a", "b");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("linkwright: cannot write the results: No space left on device\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--ndjson", "-0", "--color=never"})
    void aFailedWriteIsAnErrorInEveryForm(String form) {
        assertThat(runInto(new FailingStream("No space left on device"), "show", form, ".").code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "The pipe is being closed", "The pipe has been ended"})
    void aClosedPipeEndsTheRunQuietly(String message) {
        Ran ran = runInto(new FailingStream(message), "show", ".");

        assertThat(ran.code()).isEqualTo(141);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void messagesThatCannotBeWrittenDoNotHideTheExitCode() {
        int code = Main.run(Cli.in(dir).invocation(List.of(Argument.of("read"), Argument.of("nowhere")))
                .withStreams(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                        new FailingStream("No space left on device")));

        assertThat(code).isEqualTo(1);
    }

    static List<String> commands() {
        return Commands.names();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasAPageWithItsExitCodesAndExamples(String command) {
        Ran page = Cli.in(dir).run("help", command);

        assertThat(page.code()).isZero();
        assertThat(page.out())
                .startsWith("Usage: linkwright " + command + " ")
                .contains("\nExit codes:\n  0   ", "\n  2   ", "\nExamples:\n  linkwright " + command);
        assertThat(page.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(Cli.in(dir).run(command, "--help")).isEqualTo(page);
        assertThat(Cli.in(dir).run(command, "-h", "one", "two", "three")).isEqualTo(page);
        assertThat(Cli.in(dir).run("help").out()).contains("  " + command + " ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleOnAPageIsUnderstood(String name) throws Exception {
        Command command = Program.command(Argument.of(name));
        for (var example : command.syntax().examples()) {
            List<Argument> words = Stream.of(example.commandLine().split(" "))
                    .filter(word -> !word.startsWith(">"))
                    .map(Argument::of)
                    .toList();

            var line = Parser.parse(command.syntax(), words.subList(2, words.size()));

            if (!line.has(Options.FROM)) {
                line.requireOperands(command.syntax());
            }
        }
    }

    @Test
    void theOverviewIsThereInThreeWays() {
        Ran overview = Cli.in(dir).run("help");

        assertThat(overview.code()).isZero();
        assertThat(overview.out()).startsWith("Usage: linkwright ");
        assertThat(Cli.in(dir).run("--help")).isEqualTo(overview);
        assertThat(Cli.in(dir).run("-h")).isEqualTo(overview);
    }

    private Ran runInto(OutputStream out, String... arguments) {
        var err = new ByteArrayOutputStream();
        int code = Main.run(Cli.in(dir)
                .invocation(Stream.of(arguments).map(Argument::of).toList())
                .withStreams(InputStream.nullInputStream(), out, err));
        return new Ran(code, "", err.toString(StandardCharsets.UTF_8));
    }

    /// Takes nothing.
    private static final class FailingStream extends OutputStream {
        private final String message;

        FailingStream(String message) {
            this.message = message;
        }

        @Override
        public void write(int unit) throws IOException {
            throw new IOException(message);
        }
    }
}
