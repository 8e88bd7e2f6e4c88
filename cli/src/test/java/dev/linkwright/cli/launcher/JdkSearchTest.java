package dev.linkwright.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which JDK the launcher takes.
class JdkSearchTest {
    @TempDir
    private Path base;

    private Installation installation;

    @BeforeEach
    void install() throws IOException {
        Bench.POSIX.require(Files.isExecutable(Path.of("/bin/sh")), "a POSIX shell");
        installation = Installation.in(base, "program").withEmptyImage();
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        Path wanted = installation.jdk("wanted", 25);
        onPath(installation.jdk("on-path", 26));
        installation.jdk("usual/jdk", 27);

        assertThat(homeWith(wanted)).isEqualTo(wanted);
    }

    @Test
    void anOldJavaHomeIsPassedOverForThePath() throws Exception {
        Path old = installation.jdk("old", 21);
        Path next = onPath(installation.jdk("on-path", 25));
        installation.jdk("usual/jdk", 26);

        assertThat(homeWith(old)).isEqualTo(next);
    }

    @Test
    void aJavaHomeThatDoesNotExistIsPassedOver() throws Exception {
        Path next = onPath(installation.jdk("on-path", 25));

        assertThat(homeWith(base.resolve("missing"))).isEqualTo(next);
    }

    @Test
    void aJavaHomeMayHaveSpaces() throws Exception {
        Path wanted = installation.jdk("a  b\tc", 25);

        assertThat(homeWith(wanted)).isEqualTo(wanted);
    }

    @Test
    void anOldJavaOnThePathIsPassedOverForALaterOne() throws Exception {
        Path old = installation.jdk("old", 17);
        Path later = installation.jdk("later", 25);
        installation.set("PATH", old + "/bin:" + base + "/missing::" + later + "/bin");

        assertThat(home()).isEqualTo(later);
    }

    @Test
    void aCommandThatLinksIntoAUsualPlaceBelongsThere() throws Exception {
        installation.jdk("usual/a", 26);
        Path linked = installation.jdk("usual/b", 25);
        Path alternative = Files.createSymbolicLink(base.resolve("alternative"), linked.resolve("bin/java"));
        Files.createSymbolicLink(base.resolve("bin/java"), alternative);

        assertThat(home()).isEqualTo(linked);
    }

    @Test
    void aCommandThatLinksElsewhereIsFollowed() throws Exception {
        Path linked = installation.jdk("elsewhere/jdk", 25);
        Files.createSymbolicLink(base.resolve("a -> b"), Path.of("elsewhere/jdk/bin/java"));
        Files.createSymbolicLink(base.resolve("bin/java"), Path.of("../a -> b"));
        installation.jdk("usual/jdk", 26);

        assertThat(home()).isEqualTo(linked);
    }

    @Test
    void anOldJdkBehindALinkOnThePathIsPassedOver() throws Exception {
        Files.createSymbolicLink(base.resolve("bin/java"), installation.jdk("usual/a", 17).resolve("bin/java"));
        Path usual = installation.jdk("usual/b", 25);

        assertThat(home()).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "usual/jdk-25", "home/.sdkman/candidates/java/25-tem", "home/.jdks/openjdk 25",
            "home/Library/Java/JavaVirtualMachines/x.jdk/Contents/Home"})
    void theUsualPlacesAreLookedAt(String place) throws Exception {
        installation.jdk("usual/jdk-21", 21);
        Path usual = installation.jdk(place, 25);

        assertThat(home()).isEqualTo(usual);
    }

    @ParameterizedTest
    @CsvSource({
            "25, JAVA_VERSION=\"25\"",
            "early access, JAVA_VERSION=\"26-ea\"",
            "a later one, JAVA_VERSION=\"101.0.3\"",
            "no quotes, JAVA_VERSION=25.0.1",
            "other lines first, 'A=\"JAVA_VERSION=17\"\nJAVA_VERSION=\"25.0.1\"'",
            "lines of Windows, 'A=\"B\"\r\nJAVA_VERSION=\"25\"\r\n'"})
    void aFileReleaseIsUnderstood(String what, String release) throws Exception {
        Path wanted = installation.jdk("wanted", release);

        assertThat(homeWith(wanted)).as(what).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
            "Java 8, JAVA_VERSION=\"1.8.0_402\"",
            "24, JAVA_VERSION=\"24.0.2\"",
            "nothing, ''",
            "no number, JAVA_VERSION=\"new\"",
            "a number that no shell can compare, JAVA_VERSION=\"99999999999999999999\"",
            "another line, IMPLEMENTOR_VERSION=\"25\""})
    void anythingElseIsPassedOver(String what, String release) throws Exception {
        Path home = installation.jdk("passed-over", release);
        installation.set("JAVA_HOME", home.toString());

        assertThat(installation.run().exitCode()).as(what).isEqualTo(5);
    }

    @Test
    void withoutAFittingJdkThereIsOneLineAndExitCode5() throws Exception {
        installation.set("JAVA_HOME", installation.jdk("home-of-21", 21).toString());
        onPath(installation.jdk("on-path", 17));
        installation.jdk("usual/jdk", 24);

        Run run = installation.run("--version");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("no JDK 25 or newer");
    }

    @Test
    void noVariableNeedsToBeSet() throws Exception {
        installation.jdk("usual/jdk", 24);

        Run run = installation.shell("unset PATH HOME PWD; exec \"$launcher\"");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err().lines()).singleElement().asString().contains("no JDK 25 or newer");
    }

    @Test
    void aHomeWithoutTheCommandIsPassedOver() throws Exception {
        Path broken = installation.jdk("broken", 25);
        Files.delete(broken.resolve("bin/java"));
        Path usual = installation.jdk("usual/jdk", 25);

        assertThat(homeWith(broken)).isEqualTo(usual);
    }

    @Test
    void onlyTheArchiveOfThatJdkIsUsed() throws Exception {
        Path archive = installation.images().resolve("built/25.0.1+2.jsa");
        Files.createFile(archive);
        installation.set("JAVA_HOME", installation.jdk("jdk-25", 25).toString());
        assertThat(installation.run().out()).contains("<-XX:SharedArchiveFile=" + archive + ">");

        installation.set("JAVA_HOME", installation.jdk("jdk-26", 26).toString());
        assertThat(installation.run().out()).doesNotContain("SharedArchiveFile");
    }

    private Path onPath(Path home) {
        installation.set("PATH", home + "/bin");
        return home;
    }

    private Path homeWith(Path javaHome) throws Exception {
        installation.set("JAVA_HOME", javaHome.toString());
        return home();
    }

    private Path home() throws Exception {
        Run run = installation.run("--version");
        assertThat(run.err()).isEmpty();
        return Installation.homeThatRan(run);
    }
}
