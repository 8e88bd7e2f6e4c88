package dev.linkwright.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens when nothing is built yet. A stand-in for Maven only names an image that was there from the start, and
/// writes down how it was called; Java is the real one, because it runs the build.
class FirstRunTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path base;

    private Installation installation;

    @BeforeEach
    void install() throws Exception {
        Bench.POSIX.require(Files.isExecutable(Path.of("/bin/sh")), "a POSIX shell");
        installation = Installation.in(base, "program with spaces").withEmptyImage().withBuild();
        installation.set("JAVA_HOME", JAVA_HOME.toString()).set("PATH",
                base.resolve("bin") + ":" + System.getenv("PATH"));
        Files.delete(installation.images().resolve("current"));
        Files.writeString(installation.images().resolve("built/jvm.options"), "--version\n");
        maven("");
    }

    @Test
    void theFirstRunBuildsAndTheSecondDoesNot() throws Exception {
        Run first = installation.run();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).startsWith("openjdk ");
        assertThat(first.err()).contains("linkwright: building, once").contains("Maven says so")
                .contains("Maven complains");
        assertThat(calls()).containsExactly(
                installation.root().toRealPath() + ": --batch-mode -q -Dquick -pl cli -am package, by " + JAVA_HOME);

        Run second = installation.run();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).isEmpty();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void theBuildReadsNothingOfTheInput() throws Exception {
        maven("cat >'" + base + "/read'\n");

        installation.shell("echo input | \"$launcher\"");

        assertThat(base.resolve("read")).isEmptyFile();
    }

    @Test
    void withoutMavenTheWrapperBuilds() throws Exception {
        Files.move(base.resolve("bin/mvn"), installation.root().resolve("mvnw"));
        installation.set("PATH", base.resolve("bin") + ":/usr/bin-without-maven");

        assertThat(installation.run().exitCode()).isZero();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void ofTwoFirstRunsAtOnceOneBuildsAndTheOtherWaits() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", base.resolve("gate").toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        maven("read -r line <'" + base + "/gate'\n");
        Process first = installation.command(List.of(installation.launcher().toString())).start();
        BufferedReader firstErr = errOf(first);
        assertThat(firstErr.readLine()).contains("building");
        Process second = installation.command(List.of(installation.launcher().toString())).start();
        BufferedReader secondErr = errOf(second);
        assertThat(secondErr.readLine()).contains("waiting for another run");

        try (OutputStream gate = Files.newOutputStream(base.resolve("gate"))) {
            gate.write('\n');
        }

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(secondErr.readLine()).as("what else the second run says").isNull();
        assertThat(second.getInputStream().readAllBytes()).isEqualTo(first.getInputStream().readAllBytes())
                .isNotEmpty();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void anAbandonedBuildDoesNotHinderTheNextRun() throws Exception {
        maven("kill -KILL $PPID\n");
        assertThat(installation.run().exitCode()).isEqualTo(5);

        maven("");
        Run next = installation.run();

        assertThat(next.exitCode()).isZero();
        assertThat(next.err()).doesNotContain("waiting");
    }

    @Test
    void aFailedBuildIsToldAndTriedAgain() throws Exception {
        maven("exit 7\n");
        Run failed = installation.run();
        assertThat(failed.exitCode()).isEqualTo(5);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("Maven complains").contains("ended with 7");

        maven("");
        assertThat(installation.run().exitCode()).isZero();
    }

    @Test
    void anImageThatIsNotFinishedIsNotUsed() throws Exception {
        Files.createFile(installation.images().resolve("built/25.jsa"));

        installation.run();

        assertThat(calls()).hasSize(1);
    }

    @Test
    void aNamedImageThatIsGoneIsBuiltAgain() throws Exception {
        Files.writeString(installation.images().resolve("current"), "gone\n");

        assertThat(installation.run().exitCode()).isZero();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void whereNothingCanBeWrittenThereIsOneLineAndExitCode5() throws Exception {
        // Not by permissions: they do not stop a test that runs as root.
        Files.move(installation.root().resolve("cli/target"), base.resolve("aside"));
        Files.createFile(installation.root().resolve("cli/target"));

        Run run = installation.run();

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("linkwright: nothing is built yet, and it cannot be built here: ");
    }

    private void maven(String script) throws IOException {
        Installation.script(base.resolve("bin/mvn"), """
                echo "$(pwd): $*, by $JAVA_HOME" >>'%s/calls'
                echo Maven says so
                echo Maven complains >&2
                %s
                echo built >cli/target/image/current
                """.formatted(base, script));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(base.resolve("calls"));
    }

    private static BufferedReader errOf(Process process) {
        return new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    }
}
