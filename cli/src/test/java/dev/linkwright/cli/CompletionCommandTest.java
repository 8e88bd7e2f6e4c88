package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.cli.syntax.Option;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletionCommandTest {
    @TempDir
    Path dir;

    private String script(String shell) {
        Ran ran = Cli.in(dir).run("completion", shell);
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }

    @Test
    void anotherShellIsAMistake() {
        assertThat(Cli.in(dir).run("completion", "tcsh").err())
                .startsWith(
                        "linkwright: completion: there is no completion for 'tcsh': expected bash|zsh|fish|powershell");
        assertThat(Cli.in(dir).run("completion").code()).isEqualTo(2);
        assertThat(Cli.in(dir).run("completion", "bash", "zsh").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "powershell"})
    void everyCommandOptionAndChoiceIsInTheScript(String shell) throws Exception {
        String script = script(shell);
        for (String name : Commands.names()) {
            assertThat(script).contains(name);
            for (Option option : Program.command(dev.linkwright.cli.syntax.Argument.of(name)).syntax().options()) {
                assertThat(script).contains(shell.equals("fish") ? "-l " + option.name() : "--" + option.name());
                assertThat(option.choices()).allSatisfy(choice -> assertThat(script).contains(choice));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bash | -n
            zsh  | -n
            fish | -n
            """)
    void theShellItselfTakesTheScript(String shell, String checkOnly) throws Exception {
        Path file = Files.writeString(dir.resolve("script"), script(shell));
        Assumptions.assumeTrue(isInstalled(shell), () -> "skipped: there is no " + shell + " here");

        assertThat(output(shell, checkOnly, file.toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            linkwright tr                         | trace
            linkwright re                         | read retarget remove readlink realpath
            linkwright --color never sh           | show
            linkwright --color=never sh           | show
            linkwright --ver                      | --version --verbose
            linkwright create --if                | --if-exists
            linkwright create --kind d            | directory
            linkwright create --kind=h            | hard
            linkwright create -k j                | junction
            linkwright create a b --if-exists re  | replace
            linkwright --color al                 | always
            linkwright retarget --exp             | --expect
            linkwright retarget --json --allow    | --allow-gap
            linkwright doctor --cl                | --clean
            linkwright help com                   | completion
            linkwright completion p               | powershell
            linkwright read --kin                 | ''
            linkwright create fil                 | ''
            """)
    void bashOffersWhatFits(String line, String offered) throws Exception {
        Assumptions.assumeTrue(isInstalled("bash"), "skipped: there is no bash here");
        Path file = Files.writeString(dir.resolve("script"), script("bash"));
        String driver = """
                . "$1"; COMP_LINE=$2; COMP_WORDS=(); line=${2//=/ = }; for word in $line; do COMP_WORDS+=("$word"); done
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _linkwright; echo "${COMPREPLY[*]}"
                """;

        assertThat(output("bash", "-c", driver, "bash", file.toString(), line)).isEqualTo(offered + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            linkwright tr                         | trace
            linkwright create --if                | --if-exists
            linkwright create --kind d            | directory
            linkwright help com                   | completion
            linkwright completion p               | powershell
            """)
    void fishOffersWhatFits(String line, String offered) throws Exception {
        Path file = Files.writeString(dir.resolve("script.fish"), script("fish"));
        Assumptions.assumeTrue(isInstalled("fish"), "skipped: there is no fish here");

        String answers = output("fish", "--no-config", "-c",
                "source " + file + "; complete --do-complete '" + line + "'");

        assertThat(answers.lines().map(answer -> answer.split("\t", 2)[0])).containsExactly(offered);
    }

    private static boolean isInstalled(String shell) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, shell)));
    }

    private String output(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(dir.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", dir.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
