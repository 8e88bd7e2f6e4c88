package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.cli.Cli.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceCommandTest {
    @TempDir
    Path temporary;

    private Path dir;

    @BeforeEach
    void makeTree() throws IOException {
        dir = temporary.toRealPath();
        Files.createDirectories(dir.resolve("releases/42"));
        Files.createSymbolicLink(dir.resolve("current"), Path.of("latest"));
        Files.createSymbolicLink(dir.resolve("latest"), Path.of("releases/42"));
        Files.createSymbolicLink(dir.resolve("dangling"), Path.of("releases/no/such"));
        Files.createSymbolicLink(dir.resolve("lead"), Path.of("one"));
        Files.createSymbolicLink(dir.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(dir.resolve("two"), Path.of("one"));
    }

    @Test
    void everyHopIsToldAndTheEnd() {
        assertThat(Cli.in(dir).run("trace", "current")).isEqualTo(new Ran(0, """
                current
                  hop 1       DIR/current -> latest
                  hop 2       DIR/latest -> releases/42
                  state       ok
                  ends at     DIR/releases/42  (directory)
                """.replace("DIR", dir.toString()), ""));
    }

    @Test
    void theMissingPartIsNamedAndTheAnswerIsNo() {
        assertThat(Cli.in(dir).run("trace", "dangling")).isEqualTo(new Ran(1, """
                dangling
                  hop 1       DIR/dangling -> releases/no/such
                  state       target missing
                  missing     DIR/releases/no
                """.replace("DIR", dir.toString()), ""));
    }

    @Test
    void aFileIsNotWhatAPathWithASeparatorBehindItLeadsTo() throws IOException {
        Files.createFile(dir.resolve("file"));
        Files.createSymbolicLink(dir.resolve("link"), Path.of("file"));
        assertThat(Cli.in(dir).run("trace", "file/")).isEqualTo(new Ran(1, """
                file/
                  state       target missing
                  why         a part of the path is not a directory
                  missing     DIR/file
                """.replace("DIR", dir.toString()), ""));
        assertThat(Cli.in(dir).run("trace", "link/").code()).isEqualTo(1);
        assertThat(Cli.in(dir).run("show", "link/").out()).contains("state       ok");
    }

    @Test
    void thatAFileIsNoDirectoryIsTold() throws IOException {
        Files.createFile(dir.resolve("file"));
        Files.createSymbolicLink(dir.resolve("through"), Path.of("file/."));
        Ran ran = Cli.in(dir).run("trace", "through");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("\n  state       target missing\n",
                "\n  why         a part of the path is not a directory", "\n  missing     " + dir + "/file\n");
    }

    @Test
    void aLoopIsToldWithItsCycleAlone() {
        JsonNode result = Cli.in(dir).run("trace", "--json", "lead").document().get("results").get(0);

        assertThat(result).isEqualTo(OutputSchema.read("""
                {"path": "lead",
                 "hops": [{"path": "DIR/lead", "target": "one", "kind": "symlink"},
                          {"path": "DIR/one", "target": "two", "kind": "symlink"},
                          {"path": "DIR/two", "target": "one", "kind": "symlink"}],
                 "state": "loop", "reason": "TOO_MANY_LINKS_IN_PATH",
                 "cycle": [{"path": "DIR/one", "target": "two", "kind": "symlink"},
                           {"path": "DIR/two", "target": "one", "kind": "symlink"}]}
                """.replace("DIR", dir.toString())));
        assertThat(Cli.in(dir).run("trace", "lead").out()).contains("  why         the links on the way form a loop [",
                "  cycle       " + dir + "/one -> two\n");
    }

    @Test
    void aLinkInTheMiddleOfThePathIsAHopToo() {
        assertThat(Cli.in(dir).run("trace", "--ndjson", "current/.").lines().get(0).get("resolved").asText())
                .isEqualTo(dir + "/releases/42");
        Ran beyond = Cli.in(dir).run("trace", "dangling/x");
        assertThat(beyond.code()).isEqualTo(1);
        assertThat(beyond.out()).contains("dangling -> releases/no/such", "missing     " + dir + "/releases/no\n");
        Ran below = Cli.in(dir).run("trace", "current/nothing");
        assertThat(below.code()).isEqualTo(1);
        assertThat(below.out()).contains("missing     " + dir + "/releases/42/nothing\n");
    }

    @Test
    void aPathWithoutLinksHasNoHops() {
        assertThat(Cli.in(dir).run("trace", "--json", "releases").document().get("results").get(0))
                .isEqualTo(OutputSchema.read("{\"path\": \"releases\", \"hops\": [], \"state\": \"ok\","
                        + " \"resolved\": \"" + dir + "/releases\"}"));
        Ran missing = Cli.in(dir).run("trace", "nowhere");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).startsWith("linkwright: trace: cannot resolve 'nowhere': it does not exist");
    }

    @Test
    void tooManyLinksAreNoLoop() throws IOException {
        for (int i = 0; i < 50; i++) {
            Files.createSymbolicLink(dir.resolve("c" + i), Path.of(i == 49 ? "releases" : "c" + (i + 1)));
        }

        JsonNode result = Cli.in(dir).run("trace", "--json", "c0").document().get("results").get(0);

        assertThat(result.get("state").asText()).isEqualTo("hop-limit");
        assertThat(result.get("hops")).hasSize(50);
        assertThat(result.has("cycle")).isFalse();
        assertThat(Cli.in(dir).run("trace", "c0").out())
                .contains("  why         there is no loop, but more links on the way than the system follows [");
    }

    @Test
    void severalPathsShareTheAnswer() {
        assertThat(Cli.in(dir).run("trace", "-q", "current", "releases").code()).isZero();
        assertThat(Cli.in(dir).run("trace", "-q", "current", "dangling").code()).isEqualTo(1);
        assertThat(Cli.in(dir).run("trace", "-q", "current", "nowhere").code()).isEqualTo(3);
        assertThat(Cli.in(dir).run("trace", "-0", "current", "dangling", "lead").out())
                .startsWith("current\0ok\0" + dir + "/releases/42\0dangling\0missing\0" + dir
                        + "/releases/no\0lead\0loop\0");
    }
}
