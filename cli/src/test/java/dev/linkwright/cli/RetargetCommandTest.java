package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.linkwright.Capability;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetargetCommandTest {
    private static final String WHY = "objects cannot be held here, and by its name another one could be met";

    @TempDir
    Path dir;

    @BeforeEach
    void makeTree() throws IOException {
        Files.createDirectories(dir.resolve("releases/43"));
        Files.createSymbolicLink(dir.resolve("current"), Path.of("releases/42"));
        Files.writeString(dir.resolve("file"), "content");
    }

    private String guarantee() throws IOException {
        Cli cli = Cli.in(dir);
        return cli.system().at(cli.directory()).capabilities().has(Capability.RENAME_EXCHANGE) ? "atomic" : "checked";
    }

    @Test
    void aLinkGetsAnotherText() throws IOException {
        assertThat(Cli.in(dir).run("retarget", "current", "releases/43"))
                .isEqualTo(new Ran(0, "current -> releases/43  (symbolic link, ok, was releases/42)\n", ""));
        assertThat(Files.readSymbolicLink(dir.resolve("current"))).hasToString("releases/43");
        try (var names = Files.list(dir)) {
            assertThat(names).hasSize(3);
        }
    }

    @Test
    void theResultForProgramsTellsWhatWasThereAndWhatIsPromised() throws IOException {
        JsonNode document = Cli.in(dir).run("retarget", "--json", "current", "nowhere").document();

        assertThat(document).isEqualTo(OutputSchema.read("""
                {"schema": "linkwright/1", "command": "retarget",
                 "results": [{"path": "current", "kind": "symlink", "target": "nowhere", "state": "missing",
                              "previous": "releases/42", "changed": true, "guarantee": "%s"}],
                 "errors": []}
                """.formatted(guarantee())));
        assertThat(Cli.in(dir).run("retarget", "-0", "current", "x").out()).isEqualTo("current\0x\0nowhere\0");
        assertThat(Cli.in(dir).run("retarget", "-qv", "current", "y").code()).isEqualTo(2);
        assertThat(Cli.in(dir).run("retarget", "-v", "current", "y").err()).contains("guarantee: " + guarantee());
    }

    @Test
    void aLinkThatHasTheTextIsLeftAlone() {
        assertThat(Cli.in(dir).run("retarget", "current", "releases/42"))
                .isEqualTo(new Ran(0, "current -> releases/42  (symbolic link, target missing, unchanged)\n", ""));
        assertThat(Cli.in(dir).run("retarget", "--json", "current", "releases/42").document().get("results").get(0)
                .get("changed").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            file,      4, NOT_A_LINK
            releases,  4, NOT_A_LINK
            .,         4, NOT_A_LINK
            nowhere,   1, NOT_FOUND
            nowhere/a, 1, PARENT_NOT_FOUND
            file/a,    1, NOT_A_DIRECTORY
            '',        1, INVALID_NAME
            """)
    void whatIsNoLinkIsToldWithItsReasonAndNotTouched(String link, int code, String reason) throws IOException {
        Ran ran = Cli.in(dir).run("retarget", "--json", link, "x");

        assertThat(ran.code()).isEqualTo(code);
        JsonNode error = ran.document().get("errors").get(0);
        assertThat(error.get("reason").asText()).isEqualTo(reason);
        assertThat(error.get("operation").asText()).isEqualTo("retarget");
        assertThat(error.get("path").asText()).isEqualTo(link);
        assertThat(error.get("target").asText()).isEqualTo("x");
        assertThat(Files.readString(dir.resolve("file"))).isEqualTo("content");
    }

    @Test
    void onlyTheExpectedTextIsReplaced() {
        Ran refused = Cli.in(dir).run("retarget", "--expect", "releases/41", "current", "x");

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err())
                .isEqualTo("linkwright: retarget: cannot retarget 'current' -> 'x': the link has another"
                        + " text than expected (expected 'releases/41', found 'releases/42')\n");
        assertThat(Cli.in(dir).run("retarget", "--expect=releases/42", "current", "x").code()).isZero();
        assertThat(Cli.in(dir).run("read", "current").out()).isEqualTo("x\n");
    }

    @Test
    void everyItemMayHaveItsOwnExpectation() {
        Cli cli = Cli.in(dir).withInput("""
                {"path": "current", "target": "x", "expect": "releases/42"}
                {"path": "current", "target": "y", "expect": "releases/42"}
                {"path": "current", "target": "z", "expectBytes": "78"}
                """);

        Ran ran = cli.run("retarget", "--from", "-", "--ndjson");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.lines().get(1).get("reason").asText()).isEqualTo("UNEXPECTED_TARGET");
        assertThat(ran.lines().get(2).get("previous").asText()).isEqualTo("x");
        assertThat(cli.run("retarget", "--from", "-", "--expect", "other").err())
                .contains("'--expect' and the field 'expect' say different things of 'current'");
    }

    @Test
    void itemsComeEndedByZeroesToo() {
        assertThat(Cli.in(dir).withInput("current\0a\0current\0b\0").run("retarget", "--from", "-", "-0").out())
                .isEqualTo("current\0a\0releases/42\0current\0b\0a\0");
    }

    @Test
    void aDryRunChangesNothingAndTellsWhatWouldCome() throws IOException {
        assertThat(Cli.in(dir).run("retarget", "-n", "current", "releases/43").out())
                .isEqualTo("current -> releases/43  (symbolic link, ok, was releases/42, dry run)\n");
        JsonNode result = Cli.in(dir).run("retarget", "-n", "--json", "current", "x").document().get("results").get(0);
        assertThat(result.get("changed").asBoolean()).isFalse();
        assertThat(result.get("dryRun").asBoolean()).isTrue();
        assertThat(Files.readSymbolicLink(dir.resolve("current"))).hasToString("releases/42");
        assertThat(Cli.in(dir).run("retarget", "-n", "file", "x").code()).isEqualTo(4);
    }

    @Test
    void whereItTakesAGapOneMustBeAllowed() throws IOException {
        try (var fileSystem = Jimfs.newFileSystem(Configuration.unix())) {
            Cli cli = Cli.in(NioLinkSystem.of(fileSystem), "/work");
            cli.run("create", "link", "old");

            Ran refused = cli.run("retarget", "link", "new");

            assertThat(refused.code()).isEqualTo(5);
            assertThat(refused.err()).contains("Allow a gap (--allow-gap)");
            assertThat(cli.run("read", "link").out()).isEqualTo("old\n");
            assertThat(cli.run("retarget", "--json", "--allow-gap", "link", "new").document().get("results").get(0)
                    .get("guarantee").asText()).isEqualTo("gap");
            assertThat(cli.run("read", "link").out()).isEqualTo("new\n");
        }
    }

    @Test
    void whatCouldNotBeKeptIsToldInTheResultAndWhyInItsDetails() throws IOException {
        try (var fileSystem = Jimfs.newFileSystem(Configuration.unix())) {
            Cli cli = Cli.in(NioLinkSystem.of(fileSystem), "/work");
            cli.run("create", "link", "old");

            JsonNode lost = cli.run("retarget", "--json", "--allow-gap", "link", "new").document().get("results").get(0)
                    .get("notKept").get(0);
            Ran told = cli.run("retarget", "-v", "--allow-gap", "link", "newer");

            assertThat(lost.get("kind").asText()).isEqualTo("times");
            assertThat(lost.get("why").asText()).isEqualTo(WHY);
            assertThat(told.out())
                    .isEqualTo("link -> newer  (symbolic link, target missing, was new, times not kept)\n");
            assertThat(told.err()).contains("times not kept: " + WHY);
        }
    }
}
