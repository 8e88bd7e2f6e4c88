package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.cli.Cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchTest {
    @TempDir
    Path dir;

    @Test
    void linksAreMadeFromJsonLines() throws IOException {
        Files.createFile(dir.resolve("file"));
        Ran ran = Cli.in(dir).withInput("""
                {"path": "b", "target": "x"}
                {"path": "a", "target": "y", "kind": "directory"}

                {"type": "link", "path": "d", "target": "file", "kind": "hard-link", "state": "ok", "new": {"field": [1]}}
                {"path": "c", "target": "z", "kind": "symlink"}
                {"type": "summary", "results": 4, "errors": 0}
                """).run("create", "--from", "-");

        assertThat(ran).isEqualTo(new Ran(0, """
                a -> y  (symbolic link, target missing)
                b -> x  (symbolic link, target missing)
                c -> z  (symbolic link, target missing)
                d -> file  (hard link)
                """, ""));
    }

    @Test
    void linksAreMadeFromFieldsEndedByZero() throws IOException {
        Ran ran = Cli.in(dir).withInput("b\0x\ny\0a\0z").run("create", "--from", "-", "-0");

        assertThat(ran.out()).isEqualTo("b\0x\ny\0a\0z\0");
        assertThat(Files.readSymbolicLink(dir.resolve("b"))).hasToString("x\ny");
    }

    @Test
    void theInputMayHaveZerosAndTheOutputBeJson() {
        assertThat(Cli.in(dir).withInput("b\0x\0").run("create", "--from=-", "-0", "--json").document()
                .get("results").findValuesAsText("path")).containsExactly("b");
    }

    @Test
    void theInputMayBeAFileCountedFromTheWorkingDirectory() throws IOException {
        Files.writeString(dir.resolve("links"), "{\"path\": \"a\", \"target\": \"x\"}");

        assertThat(Cli.in(dir).run("create", "--from", "links").code()).isZero();
        assertThat(Cli.in(dir).run("read", "--from=links").out()).isEqualTo("x\n");
        assertThat(Cli.in(dir).run("show", "-q", "--from=links").code()).isEqualTo(1);
        assertThat(Cli.in(dir).run("remove", "-q", "--from=links").code()).isZero();
    }

    @Test
    void textsThatAreNotUnicodeComeAsBytes() {
        Ran ran = Cli.in(dir).withInput("""
                {"pathBytes": "61", "target": "x"}
                {"path": "b", "pathBytes": "62", "target": "caf\\u00e9", "targetBytes": "636166c3a9"}
                """).run("create", "--from", "-", "--json");

        assertThat(ran.document().get("results").findValuesAsText("path")).containsExactly("a", "b");
    }

    @Test
    void noItemsAreNoFailure() {
        assertThat(Cli.in(dir).run("create", "--from", "-")).isEqualTo(new Ran(0, "", ""));
        assertThat(Cli.in(dir).run("create", "--from", "-", "-0")).isEqualTo(new Ran(0, "", ""));
        assertThat(Cli.in(dir).run("create", "--from", "-", "--json").document().get("results")).isEmpty();
    }

    /// Each input starts with a good item, which must not be made.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"path": "b"}                                  | 'target' is missing
            {"target": "b"}                                | 'path' is missing
            {"path": null, "target": "b"}                  | 'path' is not a string
            {"path": 1, "target": "b"}                     | 'path' is not a string
            {"path": "b", "target": ["c"]}                 | 'target' is not a string
            {"path": "b\\u0000", "target": "c"}            | U+0000 is not possible in names and link texts
            {"path": "b", "target": "\\u0000"}             | U+0000 is not possible in names and link texts
            {"path": "b", "targetBytes": "00"}             | U+0000 is not possible in names and link texts
            {"path": "b", "target": "\\ud800"}             | 'target' has half a surrogate pair; 'targetBytes' can carry it
            {"pathBytes": "6", "target": "c"}              | 'pathBytes' is not hexadecimal
            {"pathBytes": "zz", "target": "c"}             | 'pathBytes' is not hexadecimal
            {"path": "b", "pathBytes": "61", "target": "c"} | 'path' and 'pathBytes' are different texts
            {"type": "error", "path": "b", "target": "c"}  | it tells of an error in an earlier run and is no item
            ["b"]                                          | an object is wanted
            "b"                                            | an object is wanted
            """)
    void oneBadItemStopsAllBeforeAnythingIsDone(String item, String message) {
        Ran ran = Cli.in(dir).withInput("{\"path\": \"a\", \"target\": \"x\"}\n" + item + "\n")
                .run("create", "--from", "-");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("linkwright: create: line 2 of the input: " + message + "\n");
        assertThat(dir).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"path": "b", "target": "c"
            {"path": "b", "path": "b", "target": "c"}
            {path: "b"}
            {"path": "b", "x": [1, 2}
            {"path": "b
            not json
            {"path": "b", "target": "c"}}
            """)
    void whatIsNotJsonStopsAllBeforeAnythingIsDone(String item) {
        Ran ran = Cli.in(dir).withInput("{\"path\": \"a\", \"target\": \"x\"}\n" + item)
                .run("create", "--from", "-");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("line 2 of the input: ").doesNotContain("Source");
        assertThat(ran.err().lines()).hasSize(2);
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aKindThatCannotBeMadeStopsAllBeforeAnythingIsDone() {
        Ran ran = Cli.in(dir).withInput("""
                {"path": "a", "target": "x"}
                {"path": "b", "target": "x", "kind": "wsl-link"}
                """).run("create", "--from", "-");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("linkwright: create: a link of the kind 'wsl-link' cannot be made: 'b'\n");
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aPathWithoutItsTextStopsAllBeforeAnythingIsDone() {
        Ran ran = Cli.in(dir).withInput("a\0x\0b\0").run("create", "--from", "-", "-0");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("linkwright: create: the input ends after the path of item 2, without its text");
        assertThat(dir).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere | it does not exist
            .       | Is a directory
            """)
    void anInputThatCannotBeReadIsToldByName(String file, String why) {
        Ran ran = Cli.in(dir).run("create", "--from", file);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("linkwright: create: cannot read '" + file + "': " + why);
    }

    @Test
    void anInputWithoutANameIsAMistake() {
        assertThat(Cli.in(dir).run("create", "--from=").err()).contains("'--from' needs the name of a file");
    }

    @Test
    void anEmptyTextIsAFailureOfThatItemOnly() {
        Ran ran = Cli.in(dir).withInput("""
                {"path": "a", "target": ""}
                {"path": "b", "target": "x"}
                """).run("create", "--from", "-", "--ndjson");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.lines().get(0).get("reason").asText()).isEqualTo("INVALID_TARGET");
        assertThat(dir.resolve("b")).isSymbolicLink();
    }
}
