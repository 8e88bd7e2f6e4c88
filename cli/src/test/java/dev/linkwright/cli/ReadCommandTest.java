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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadCommandTest {
    @TempDir
    Path dir;

    @BeforeEach
    void makeLinks() throws IOException {
        Files.createFile(dir.resolve("file"));
        Files.createSymbolicLink(dir.resolve("b"), Path.of("to-b"));
        Files.createSymbolicLink(dir.resolve("a"), Path.of("to\na"));
        Files.createSymbolicLink(dir.resolve("loop"), Path.of("loop"));
    }

    @Test
    void theTextIsPrintedAsItIsStored() {
        assertThat(Cli.in(dir).run("read", "b")).isEqualTo(new Ran(0, "to-b\n", ""));
        assertThat(Cli.in(dir).run("read", "b/")).isEqualTo(new Ran(0, "to-b\n", ""));
        assertThat(Cli.in(dir).run("read", "loop")).isEqualTo(new Ran(0, "loop\n", ""));
    }

    @Test
    void textsComeInTheOrderOfPathsAndZeroTerminatedOnesInTheOrderGiven() {
        assertThat(Cli.in(dir).run("read", "loop", "b").out()).isEqualTo("to-b\nloop\n");
        assertThat(Cli.in(dir).run("read", "-0", "loop", "b", "a").out()).isEqualTo("loop\0to-b\0to\na\0");
    }

    @Test
    void onATerminalTheTextIsQuotedUnlessRaw() {
        Cli cli = Cli.in(dir).onTerminal(Invocation.Stream.OUT);

        assertThat(cli.run("read", "a").out()).isEqualTo("$'to\\na'\n");
        assertThat(cli.run("read", "--raw", "a").out()).isEqualTo("to\na\n");
        assertThat(cli.run("read", "-0", "a").out()).isEqualTo("to\na\0");
        assertThat(Cli.in(dir).run("read", "a").out()).isEqualTo("to\na\n");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            file,    4, NOT_A_LINK
            .,       4, NOT_A_LINK
            nowhere, 1, NOT_FOUND
            file/x,  1, NOT_A_DIRECTORY
            loop/x,  1, TOO_MANY_LINKS_IN_PATH
            '',      1, INVALID_NAME
            """)
    void whatIsNoLinkIsRefusedAndWhatIsNotThereFails(String path, int code, String reason) {
        Ran ran = Cli.in(dir).run("read", "--json", path);

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.document().get("errors").get(0).get("reason").asText()).isEqualTo(reason);
        assertThat(Cli.in(dir).run("read", path).err()).startsWith("linkwright: read: cannot read '" + path + "': ");
    }

    @Test
    void someOfSeveralThatFailAreToldAndTheRestIsRead() {
        Ran ran = Cli.in(dir).run("read", "b", "file", "nowhere");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).isEqualTo("to-b\n");
        assertThat(ran.err().lines()).hasSize(2);
        assertThat(Cli.in(dir).run("read", "file", ".").code()).isEqualTo(4);
        assertThat(Cli.in(dir).run("read", "file", "nowhere").code()).isEqualTo(3);
    }

    @Test
    void theDocumentIsSortedByPath() {
        JsonNode document = Cli.in(dir).run("read", "--json", "z", "b", "file", "a").document();

        assertThat(document).isEqualTo(OutputSchema.read("""
                {"schema": "linkwright/1", "command": "read",
                 "results": [
                    {"path": "a", "kind": "symlink", "target": "to\\na"},
                    {"path": "b", "kind": "symlink", "target": "to-b"}],
                 "errors": %s}
                """.formatted(document.get("errors"))));
        assertThat(document.get("errors").findValuesAsText("path")).containsExactly("file", "z");
    }

    @Test
    void theStreamComesInTheOrderGivenAndEndsWithASummary() {
        Ran ran = Cli.in(dir).run("read", "--ndjson", "loop", "file", "b");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines()).extracting(line -> line.get("type").asText())
                .containsExactly("link", "error", "link", "summary");
        assertThat(ran.lines().get(0).get("schema").asText()).isEqualTo("linkwright/1");
        assertThat(ran.lines().get(1).has("schema")).isFalse();
        assertThat(ran.lines().get(3))
                .isEqualTo(OutputSchema.read("{\"type\":\"summary\",\"results\":2,\"errors\":1}"));
    }

    @Test
    void aStreamOfNothingIsASummaryThatNamesTheSchema() {
        Ran ran = Cli.in(dir).run("read", "--ndjson", "--from", "-");

        assertThat(ran.lines()).hasSize(1);
        assertThat(ran.lines().get(0).get("schema").asText()).isEqualTo("linkwright/1");
        assertThat(ran.lines().get(0).get("type").asText()).isEqualTo("summary");
    }

    @Test
    void quietlyTheExitCodeTellsWhetherItIsALink() {
        assertThat(Cli.in(dir).run("read", "-q", "b")).isEqualTo(new Ran(0, "", ""));
        assertThat(Cli.in(dir).run("read", "-q", "file").code()).isEqualTo(4);
    }

    @Test
    void coloursNeverReachTheTextOfALink() {
        Cli cli = Cli.in(dir).onTerminal(Invocation.Stream.OUT).withEnvironment(Map.of("TERM", "xterm"));

        assertThat(cli.run("read", "--color=always", "b").out()).isEqualTo("to-b\n");
    }
}
