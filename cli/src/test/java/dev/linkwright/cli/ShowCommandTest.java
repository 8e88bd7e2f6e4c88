package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.cli.Cli.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShowCommandTest {
    @TempDir
    Path temporary;

    private Path dir = Path.of("");

    @BeforeEach
    void makeLinks() throws IOException {
        dir = temporary.toRealPath();
        Files.createDirectory(dir.resolve("sub"));
        Files.createFile(dir.resolve("file"));
        Files.createSymbolicLink(dir.resolve("good"), Path.of("sub"));
        Files.createSymbolicLink(dir.resolve("absolute"), dir.resolve("file"));
        Files.createSymbolicLink(dir.resolve("dangling"), Path.of("sub/a/b"));
        Files.createSymbolicLink(dir.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(dir.resolve("two"), Path.of("one"));
    }

    @Test
    void aLinkThatLeadsSomewhereIsShownWithItsEnd() {
        assertThat(Cli.in(dir).run("show", "good")).isEqualTo(new Ran(0, """
                good
                  kind        symbolic link
                  text        sub
                  relative    yes
                  state       ok
                  ends at     %s/sub  (directory)
                """.formatted(dir), ""));
    }

    @Test
    void aDanglingLinkIsShownWithTheFirstMissingPartAndTheAnswerIsNo() {
        assertThat(Cli.in(dir).run("show", "dangling")).isEqualTo(new Ran(1, """
                dangling
                  kind        symbolic link
                  text        sub/a/b
                  relative    yes
                  state       target missing
                  missing     %s/sub/a
                """.formatted(dir), ""));
    }

    @Test
    void aLoopIsShownWithItsCycle() {
        Ran ran = Cli.in(dir).run("show", "one");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("  state       loop\n")
                .contains("  cycle       " + dir + "/one -> two\n", "  cycle       " + dir + "/two -> one\n");
    }

    @Test
    void whatIsNoLinkIsShownAndNothingIsWrong() {
        assertThat(Cli.in(dir).run("show", "file")).isEqualTo(new Ran(0, "file\n  kind        file\n", ""));
        assertThat(Cli.in(dir).run("show", ".")).isEqualTo(new Ran(0, ".\n  kind        directory\n", ""));
    }

    @Test
    void whatIsNotThereFails() {
        Ran ran = Cli.in(dir).run("show", "nowhere");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).startsWith("linkwright: show: cannot show 'nowhere': it does not exist");
    }

    @Test
    void theDocumentHasEverythingThatApplies() {
        JsonNode results = Cli.in(dir).run("show", "--json", "one", "good", "file", "dangling", "absolute").document()
                .get("results");

        assertThat(results).isEqualTo(OutputSchema.read("""
                [{"path": "absolute", "kind": "symlink", "target": "DIR/file", "relative": false, "state": "ok",
                  "resolved": "DIR/file"},
                 {"path": "dangling", "kind": "symlink", "target": "sub/a/b", "relative": true, "state": "missing",
                  "missing": "DIR/sub/a", "reason": "NOT_FOUND"},
                 {"path": "file", "kind": "file"},
                 {"path": "good", "kind": "symlink", "target": "sub", "relative": true, "state": "ok",
                  "resolved": "DIR/sub"},
                 {"path": "one", "kind": "symlink", "target": "two", "relative": true, "state": "loop",
                  "reason": "TOO_MANY_LINKS_IN_PATH"}]
                """.replace("DIR", dir.toString())));
    }

    @Test
    void severalPathsShareTheAnswer() {
        assertThat(Cli.in(dir).run("show", "-q", "good", "file").code()).isZero();
        assertThat(Cli.in(dir).run("show", "-q", "good", "dangling").code()).isEqualTo(1);
        assertThat(Cli.in(dir).run("show", "-q", "dangling", "nowhere").code()).isEqualTo(3);
        assertThat(Cli.in(dir).run("show", "-q", "good", "nowhere").code()).isEqualTo(3);
        assertThat(Cli.in(dir).run("show", "-q", "nowhere", "neither").code()).isEqualTo(1);
    }

    @Test
    void forProgramsThereAreFourFieldsForEachPath() {
        assertThat(Cli.in(dir).run("show", "-0", "good", "file", "dangling").out())
                .isEqualTo("good\0symlink\0sub\0ok\0file\0file\0\0\0dangling\0symlink\0sub/a/b\0missing\0");
    }

    @Test
    void coloursMarkWhatIsWrongOnATerminalThatTakesThem() {
        Cli terminal = Cli.in(dir).onTerminal(Invocation.Stream.OUT).withEnvironment(Map.of("TERM", "xterm"));
        String red = "\u001b[31mtarget missing\u001b[0m";

        assertThat(terminal.run("show", "dangling").out()).contains(red);
        assertThat(terminal.run("show", "--color=never", "dangling").out()).doesNotContain("\u001b");
        assertThat(terminal.withEnvironment(Map.of("NO_COLOR", "1")).run("show", "dangling").out())
                .doesNotContain("\u001b");
        assertThat(terminal.withEnvironment(Map.of("NO_COLOR", "")).run("show", "dangling").out()).contains(red);
        assertThat(terminal.withEnvironment(Map.of("TERM", "dumb")).run("show", "dangling").out())
                .doesNotContain("\u001b");
        assertThat(Cli.in(dir).run("show", "dangling").out()).doesNotContain("\u001b");
        assertThat(
                Cli.in(dir).withEnvironment(Map.of("NO_COLOR", "1")).run("show", "--color", "always", "dangling").out())
                .contains(red);
    }
}
