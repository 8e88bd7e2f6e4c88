package dev.linkwright.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the launcher finds itself and hands over to Java, whose part a stand-in plays.
class LauncherTest {
    @TempDir
    private Path base;

    private Installation installation;

    @BeforeEach
    void install() throws IOException {
        Bench.POSIX.require(Files.isExecutable(Path.of("/bin/sh")), "a POSIX shell");
        installation = Installation.in(base, "program").withEmptyImage();
        useJdkFor(installation);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void argumentsArriveAsTheyAre(List<String> shell) throws Exception {
        List<String> arguments = List.of(
                "", " ", "a  b", "a\nb\n", "\t", "-n", "--", "-", "@file", "*", "$HOME", "`id`", "\\", "\\n", "'", "\"",
                "%s",
                "-Dx=y", "é", "\ud83d\ude00");
        List<String> command = new ArrayList<>(shell);
        command.add(installation.launcher().toString());
        command.addAll(arguments);

        Run run = Run.of(installation.command(command));

        assertThat(run.err()).isEmpty();
        assertThat(Installation.argumentsIn(run)).isEqualTo(bytesOf("<" + String.join("><", arguments) + ">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ln", "readlink", "realpath", "mklink"})
    void underTheNameOfAFrontEndItIsThatOne(String name) throws Exception {
        Files.createSymbolicLink(base.resolve("bin").resolve(name), installation.launcher());
        Path copy = Files.copy(installation.launcher(), installation.root().resolve(name),
                StandardCopyOption.COPY_ATTRIBUTES);

        assertThat(Installation.argumentsIn(installation.shell(name + " -s 'a b' ln")))
                .isEqualTo("<" + name + "><-s><a b><ln>");
        assertThat(Installation.argumentsIn(Run.of(installation.command(List.of(copy.toString(), "read")))))
                .isEqualTo("<" + name + "><read>");
        assertThat(Installation.argumentsIn(installation.run(name, "x"))).isEqualTo("<" + name + "><x>");
    }

    @Test
    void itFindsItselfWhereEveryReadlinkOnThePathIsItself() throws Exception {
        for (String name : List.of("readlink", "realpath", "ln")) {
            Files.createSymbolicLink(base.resolve("bin").resolve(name), installation.launcher());
        }
        Files.createSymbolicLink(base.resolve("chain"), base.resolve("bin/readlink"));
        installation.set("PATH", base.resolve("bin").toString());

        assertThat(Installation.argumentsIn(installation.shell("readlink -f x"))).isEqualTo("<readlink><-f><x>");
        assertThat(Installation.argumentsIn(installation.shell("./chain x"))).isEqualTo("<x>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "de_DE.ISO-8859-1"})
    void argumentsAreBytesInEveryLocale(String locale) throws Exception {
        installation.set("LC_ALL", locale);

        Run run = installation.shell("exec \"$launcher\" \"$(printf 'a\\351\\377\\303\\251')\"");

        assertThat(Installation.argumentsIn(run)).isEqualTo("<a\351\377\303\251>");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void everyShellWillDo(List<String> shell) throws Exception {
        installation.set("JAVA_HOME", "");
        Files.createSymbolicLink(base.resolve("bin/java"), installation.jdk("usual/jdk", 25).resolve("bin/java"));
        Files.createSymbolicLink(base.resolve("li nk"), installation.launcher());
        List<String> command = new ArrayList<>(shell);
        command.add("./li nk");
        command.add("read");

        Run run = Run.of(installation.command(command));

        assertThat(run.err()).isEmpty();
        assertThat(Installation.argumentsIn(run)).isEqualTo("<read>");
        assertThat(run.out()).contains("<" + installation.images() + "/built/linkwright.jar>");
    }

    @Test
    void onlyWhoWalksATreeRunsWithTheOptionsForLongRuns() throws Exception {
        for (String command : List.of("scan", "copy", "delete")) {
            assertThat(installation.run(command, "tree").out())
                    .contains("<-XX:CompileThresholdScaling=0.5><-Xms0><-Xmn24m><-XX:MaxTenuringThreshold=0>");
        }
        assertThat(installation.run("read", "scan").out()).doesNotContain("CompileThreshold", "-Xmn");
    }

    /// Whatever this machine has: `sh` is one of them.
    static Stream<List<String>> shells() {
        Stream<List<String>> others = Stream.of(
                List.of("dash"), List.of("bash", "--posix"), List.of("busybox", "sh"), List.of("ksh"), List.of("mksh"),
                List.of("yash"), List.of("zsh", "--emulate", "sh"));
        String[] path = System.getenv("PATH").split(File.pathSeparator);
        return Stream.concat(
                Stream.of(List.of("/bin/sh")),
                others.filter(shell -> Stream.of(path)
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, shell.get(0))))));
    }

    @Test
    void theInstallationMayBeInAPathWithSpaces() throws Exception {
        Installation spaced = Installation.in(base, "a  b\tc/d\ne").withEmptyImage();
        useJdkFor(spaced);

        Run run = spaced.run("x");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("<@" + spaced.images() + "/built/jvm.options>");
    }

    @ParameterizedTest
    @CsvSource({
            "absolute, link, ",
            "relative, link, ../bin/../program/linkwright",
            "'with an arrow, spaces and line ends', 'li -> nk\n', ../program/linkwright"})
    void aLinkToTheLauncherIsFollowed(String what, String name, String text) throws Exception {
        Path target = text == null ? installation.launcher() : Path.of(text);
        Path link = Files.createSymbolicLink(base.resolve("bin").resolve(name), target);

        assertThat(builtImageFoundBy(List.of(link.toString()))).as(what).isTrue();
    }

    @Test
    void aChainOfLinksIsFollowed() throws Exception {
        Path inner = Files.createDirectories(base.resolve("x/-y"));
        Files.createSymbolicLink(inner.resolve("third\n"), Path.of("../../program/linkwright"));
        Files.createSymbolicLink(base.resolve("second"), Path.of("x/-y/third\n"));
        Files.createSymbolicLink(base.resolve("bin/first"), Path.of("../second"));

        assertThat(builtImageFoundBy(List.of("bin/first"))).isTrue();
    }

    @Test
    void itMayBeReachedThroughALinkedDirectory() throws Exception {
        Path elsewhere = Files.createDirectories(base.resolve("elsewhere/deep"));
        Files.createSymbolicLink(elsewhere.resolve("directory"), installation.root());
        Files.createSymbolicLink(base.resolve("link"), Path.of("elsewhere/deep/directory/linkwright"));

        assertThat(builtImageFoundBy(List.of("./link"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "cd program && ./linkwright", "cd program && sh linkwright", "PATH=program:$PATH; linkwright",
            "PATH=$PWD/program:$PATH; linkwright", "sh program/linkwright", "cd bin && ../program/linkwright",
            "mkdir ./-d && cp -R program ./-d && cd ./-d && sh -- program/linkwright"})
    void itMayBeStartedFromAnywhere(String script) throws Exception {
        installation.set("CDPATH", base + "/home:" + base).set("PATH", base + "/bin:" + System.getenv("PATH"));

        Run run = installation.shell(script);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("/built/linkwright.jar>");
    }

    @Test
    void itStaysInTheWorkingDirectory() throws Exception {
        Installation.script(base.resolve("jdk/bin/java"), "pwd -P\n");

        assertThat(installation.shell("cd home && exec \"$launcher\"").out())
                .isEqualTo(base.toRealPath().resolve("home") + "\n");
    }

    @Test
    void aRemovedWorkingDirectoryIsToldInsteadOfAFailureOfTheJvm() throws Exception {
        installation.set("PATH", System.getenv("PATH"));

        Run run = installation.shell("mkdir gone && cd gone && rmdir ../gone && exec \"$launcher\" --version");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("linkwright: the working directory does not exist any more\n");
    }

    @Test
    void theWorkingDirectoryMayBeInOneThatMayNotBeSearched() throws Exception {
        installation.set("PATH", System.getenv("PATH"));

        Run run = installation.shell("""
                place=$PWD/closed
                mkdir -p "$place/open" && cd "$place/open" && chmod 0 "$place"
                "$launcher" --version
                code=$?
                chmod 700 "$place"
                exit $code
                """);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aPathThatNoClassPathCanHoldIsRefused() throws Exception {
        Installation withColon = Installation.in(base, "a:b").withEmptyImage();
        useJdkFor(withColon);

        Run run = withColon.run("--version");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err())
                .isEqualTo("linkwright: Java cannot run from a path with a colon: " + withColon.root() + "\n");
    }

    @Test
    void anInstallationWithNeitherAnImageNorSourcesSaysSo() throws Exception {
        Files.delete(installation.images().resolve("current"));

        Run run = installation.run("--version");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).startsWith("linkwright: nothing is built in ").hasLineCount(1);
    }

    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the command 'script' has other options")
    @ParameterizedTest
    @CsvSource({
            "'', 012",
            "</dev/null, 12",
            ">/dev/null, 02",
            "2>/dev/null, 01",
            "</dev/null >/dev/null 2>&1, ''",
            "<&- 2>&-, 1"})
    void theProgramIsToldWhichStreamsAreTerminals(String redirections, String terminals) throws Exception {
        Bench.POSIX.require(Files.isExecutable(Path.of("/usr/bin/script")), "the command 'script' of util-linux");
        Installation.script(base.resolve("jdk/bin/java"), "printf '<%s>' \"$@\" >'" + base + "/told'\n");

        installation.shell("exec /usr/bin/script -qec \"$launcher " + redirections + "\" /dev/null");

        assertThat(base.resolve("told")).content().contains("<-Dlinkwright.tty=" + terminals + ">");
    }

    @Test
    void theProgramIsToldItsProcessId() throws Exception {
        Installation.script(base.resolve("jdk/bin/java"), "printf '<%s>' \"$@\" \"really $$\" >'" + base + "/told'\n");

        installation.run("--version");

        assertThat(base.resolve("told")).content().matches("(?s).*<-Dlinkwright\\.pid=([0-9]+)>.*<really \\1>");
    }

    @ParameterizedTest
    @CsvSource({
            "<&-, '{ true; } 3<&0 && ! read -r line && echo open and useless'",
            ">&-, '{ true; } 3>&1 && ! echo x 2>/dev/null && echo open and useless >&2'",
            "2>&-, '{ true; } 3>&2 && ! echo x >&2 && echo open and useless'"})
    void nothingElseIsOpenedUnderAClosedDescriptor(String redirection, String java) throws Exception {
        Installation.script(base.resolve("jdk/bin/java"), java + "\n");

        Run run = installation.shell("\"$launcher\" " + redirection);

        assertThat(run.out() + run.err()).contains("open and useless");
    }

    @Test
    void optionsForTheCommandJavaAreNotForTheProgram() throws Exception {
        Installation.script(base.resolve("jdk/bin/java"),
                "echo \"${JDK_JAVA_OPTIONS-none} ${JAVA_TOOL_OPTIONS-none}\"\n");
        installation.set("JDK_JAVA_OPTIONS", "-XX:+UseParallelGC").set("JAVA_TOOL_OPTIONS", "-Dx=y");

        assertThat(installation.run().out()).isEqualTo("none -Dx=y\n");
    }

    @Test
    void exitCodesAndSignalsAreTheProgramsOwn() throws Exception {
        Installation.script(base.resolve("jdk/bin/java"), "exit 42\n");
        assertThat(installation.run().exitCode()).isEqualTo(42);

        Installation.script(base.resolve("jdk/bin/java"), "kill -TERM $$\n");
        assertThat(installation.run().exitCode()).isEqualTo(128 + 15);
    }

    private boolean builtImageFoundBy(List<String> command) throws IOException, InterruptedException {
        Run run = Run.of(installation.command(command));
        assertThat(run.err()).isEmpty();
        int start = run.out().indexOf("<-cp><") + "<-cp><".length();
        Path jar = Path.of(run.out().substring(start, run.out().indexOf('>', start)));
        return Files.isSameFile(jar, installation.images().resolve("built/linkwright.jar"));
    }

    private void useJdkFor(Installation some) throws IOException {
        some.set("JAVA_HOME", some.jdk("jdk", 25).toString());
    }

    private static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
