package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.Capability;
import dev.linkwright.cli.Cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateCommandTest {
    @TempDir
    Path dir;

    @Test
    void aLinkIsMadeWithTheTextGiven() throws IOException {
        Ran ran = Cli.in(dir).run("create", "current", "../releases/42");

        assertThat(ran).isEqualTo(
                new Ran(0, "current -> ../releases/42  (symbolic link, target missing)\n", ""));
        assertThat(Files.readSymbolicLink(dir.resolve("current"))).hasToString("../releases/42");
    }

    @Test
    void aTextIsStoredUnitByUnitOrNotAtAll() throws IOException {
        Cli cli = Cli.in(dir);
        boolean verbatim = cli.system().at(cli.directory()).capabilities().has(Capability.VERBATIM_TEXT);

        Ran ran = cli.run("create", "a", "a//b/./c/../d/");

        assertThat(ran.code()).isEqualTo(verbatim ? 0 : 5);
        if (verbatim) {
            assertThat(Files.readSymbolicLink(dir.resolve("a"))).hasToString("a//b/./c/../d/");
        } else {
            assertThat(dir).isEmptyDirectory();
        }
    }

    @Test
    void theStateOfTheNewLinkIsTold() throws IOException {
        Files.createDirectories(dir.resolve("releases/42"));
        Files.createFile(dir.resolve("file"));

        assertThat(Cli.in(dir).run("create", "a", "releases/42").out())
                .isEqualTo("a -> releases/42  (symbolic link, ok)\n");
        assertThat(Cli.in(dir).run("create", "loop", "loop").out())
                .isEqualTo("loop -> loop  (symbolic link, loop)\n");
        assertThat(Cli.in(dir).run("create", "b", "file/x").out())
                .isEqualTo("b -> file/x  (symbolic link, target missing)\n");
    }

    @Test
    void aRelativeTextIsLookedUpFromTheDirectoryOfTheLink() throws IOException {
        Files.createDirectories(dir.resolve("sub"));
        Files.createFile(dir.resolve("sub/file"));

        assertThat(Cli.in(dir).run("create", "sub/link", "file").out())
                .isEqualTo("sub/link -> file  (symbolic link, ok)\n");
    }

    @Test
    void aSeparatorAtTheEndOfTheLinkIsIgnored() {
        assertThat(Cli.in(dir).run("create", "a/", "x").code()).isZero();
        assertThat(dir.resolve("a")).isSymbolicLink();
    }

    @Test
    void theResultForProgramsIsOneDocument() {
        JsonNode document = Cli.in(dir).run("create", "--json", "a", "x").document();

        assertThat(document).isEqualTo(OutputSchema.read("""
                {"schema": "linkwright/1", "command": "create",
                 "results": [{"path": "a", "kind": "symlink", "target": "x", "state": "missing", "created": true}],
                 "errors": []}
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "directory", "full", "link", "dangling"})
    void whatHasTheNameIsNeverTouched(String name) throws IOException {
        Files.writeString(dir.resolve("file"), "content");
        Files.createDirectory(dir.resolve("directory"));
        Files.createDirectory(dir.resolve("full"));
        Files.createFile(dir.resolve("full/file"));
        Files.createSymbolicLink(dir.resolve("link"), Path.of("file"));
        Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
        var before = Files.readAttributes(dir.resolve(name), "*", LinkOption.NOFOLLOW_LINKS);

        Ran ran = Cli.in(dir).run("create", name, "x");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("linkwright: create: cannot create '" + name + "' -> 'x': the name is taken");
        assertThat(Files.readAttributes(dir.resolve(name), "*", LinkOption.NOFOLLOW_LINKS)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''           | x  | 1 | INVALID_NAME
            a            | '' | 1 | INVALID_TARGET
            nowhere/a    | x  | 1 | PARENT_NOT_FOUND
            file/a       | x  | 1 | NOT_A_DIRECTORY
            dangling/a   | x  | 1 | PARENT_NOT_FOUND
            loop/a       | x  | 1 | TOO_MANY_LINKS_IN_PATH
            /            | x  | 4 | EXISTS
            .            | x  | 4 | EXISTS
            sub/..       | x  | 4 | EXISTS
            """)
    void badInputIsToldWithItsReasonAndNothingIsMade(String link, String target, int code, String reason)
            throws IOException {
        Files.createFile(dir.resolve("file"));
        Files.createDirectory(dir.resolve("sub"));
        Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
        Files.createSymbolicLink(dir.resolve("loop"), Path.of("loop"));

        Ran ran = Cli.in(dir).run("create", "--json", link, target);

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.document().get("results")).isEmpty();
        JsonNode error = ran.document().get("errors").get(0);
        assertThat(error.get("reason").asText()).isEqualTo(reason);
        assertThat(error.get("path").asText()).isEqualTo(link);
        assertThat(error.get("operation").asText()).isEqualTo("create");
        assertThat(dir)
                .isDirectoryNotContaining(path -> !path.getFileName().toString().matches("file|sub|dangling|loop"));
        assertThat(dir.resolve("sub")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            256,  10
            5000, 10
            10,   4096
            """)
    void aNameOrTextThatIsTooLongIsRefused(int linkLength, int targetLength) {
        Ran ran = Cli.in(dir).run("create", "--json", "a".repeat(linkLength), "b".repeat(targetLength));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.document().get("errors").get(0).get("reason").asText()).endsWith("_TOO_LONG");
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void theLongestTextThatTheSystemStoresIsStored() throws IOException {
        assertThat(Cli.in(dir).run("create", "-q", "a", "b".repeat(4095)).code()).isZero();
        assertThat(Files.readSymbolicLink(dir.resolve("a"))).hasToString("b".repeat(4095));
    }

    @Test
    void aHardLinkIsASecondNameOfTheFile() throws IOException {
        Files.writeString(dir.resolve("file"), "content");
        Files.createDirectory(dir.resolve("sub"));

        Ran ran = Cli.in(dir).run("create", "--kind=hard", "sub/second", "file");

        assertThat(ran).isEqualTo(new Ran(0, "sub/second -> file  (hard link)\n", ""));
        assertThat(Files.isSameFile(dir.resolve("file"), dir.resolve("sub/second"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            sub,     4, IS_A_DIRECTORY
            nowhere, 1, NOT_FOUND
            '',      1, INVALID_TARGET
            """)
    void aHardLinkToWhatCannotHaveOneIsRefused(String existing, int code, String reason) throws IOException {
        Files.createDirectory(dir.resolve("sub"));

        Ran ran = Cli.in(dir).run("create", "--json", "-k", "hard", "a", existing);

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.document().get("errors").get(0).get("reason").asText()).isEqualTo(reason);
        assertThat(dir.resolve("a")).doesNotExist();
    }

    @Test
    void aJunctionIsNotReplacedBySomethingElseBehindTheUsersBack() {
        Ran ran = Cli.in(dir).run("create", "--json", "--kind", "junction", "a", "/");

        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.document().get("errors").get(0).get("reason").asText()).isEqualTo("CAPABILITY_MISSING");
        assertThat(dir).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "directory", "auto"})
    void whereLinksHaveNoKindTheWishForOneChangesNothing(String kind) {
        assertThat(Cli.in(dir).run("create", "--kind", kind, "a", "x").out())
                .isEqualTo("a -> x  (symbolic link, target missing)\n");
    }

    @Test
    void aDryRunMakesNothingAndTellsWhatWouldCome() throws IOException {
        Files.createFile(dir.resolve("file"));

        assertThat(Cli.in(dir).run("create", "-n", "a", "file"))
                .isEqualTo(new Ran(0, "a -> file  (symbolic link, ok, dry run)\n", ""));
        assertThat(Cli.in(dir).run("create", "-n", "a", "b").out())
                .isEqualTo("a -> b  (symbolic link, target missing, dry run)\n");
        JsonNode result = Cli.in(dir).run("create", "-n", "--json", "a", "a").document().get("results").get(0);
        assertThat(result.get("created").asBoolean()).isFalse();
        assertThat(result.get("dryRun").asBoolean()).isTrue();
        assertThat(result.get("state").asText()).isEqualTo("loop");
        assertThat(dir.resolve("a")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            file,      4
            nowhere/a, 1
            file/a,    1
            """)
    void aDryRunFindsTheObviousRefusals(String link, int code) throws IOException {
        Files.createFile(dir.resolve("file"));

        assertThat(Cli.in(dir).run("create", "-n", link, "x").code()).isEqualTo(code);
        assertThat(Cli.in(dir).run("create", link, "x").code()).isEqualTo(code);
    }

    @Test
    void aDryRunOfSeveralLinksKnowsTheEarlierOnes() {
        Cli cli = Cli.in(dir).withInput("""
                {"path": "a", "target": "b"}
                {"path": "b", "target": "c"}
                {"path": "b", "target": "d"}
                """);

        Ran ran = cli.run("create", "-n", "--from", "-", "--ndjson");

        assertThat(ran.lines().get(2).get("reason").asText()).isEqualTo("EXISTS");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void theVeryLinkThatIsThereIsKept() throws IOException {
        Files.createSymbolicLink(dir.resolve("a"), Path.of("x"));

        assertThat(Cli.in(dir).run("create", "--if-exists", "keep", "a", "x"))
                .isEqualTo(new Ran(0, "a -> x  (symbolic link, target missing, there already)\n", ""));
        JsonNode result = Cli.in(dir).run("create", "--json", "--if-exists=keep", "a", "x").document().get("results")
                .get(0);
        assertThat(result.get("created").asBoolean()).isFalse();
        assertThat(result.has("dryRun")).isFalse();
        Ran refused = Cli.in(dir).run("create", "--if-exists=keep", "a", "y");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err())
                .isEqualTo("linkwright: create: cannot create 'a' -> 'y': the name is taken already (it"
                        + " is a link to 'x')\n");
    }

    @Test
    void onlyALinkIsReplaced() throws IOException {
        Files.createSymbolicLink(dir.resolve("a"), Path.of("x"));
        Files.writeString(dir.resolve("file"), "content");

        JsonNode result = Cli.in(dir).run("create", "--json", "--if-exists=replace", "a", "y").document()
                .get("results").get(0);
        assertThat(result.get("created").asBoolean()).isTrue();
        assertThat(result.get("previous").asText()).isEqualTo("x");
        assertThat(result.get("guarantee").asText()).isIn("atomic", "checked");
        assertThat(Cli.in(dir).run("create", "--if-exists=replace", "a", "z").out())
                .isEqualTo("a -> z  (symbolic link, target missing, was y)\n");
        assertThat(Cli.in(dir).run("create", "--if-exists=replace", "file", "z").code()).isEqualTo(4);
        assertThat(Files.readString(dir.resolve("file"))).isEqualTo("content");
    }

    @Test
    void whatHasTheNameIsKeptAsABackupWhereThatIsPossible() throws IOException {
        Files.writeString(dir.resolve("a"), "content");
        Cli cli = Cli.in(dir);
        boolean possible = cli.system().at(cli.directory()).capabilities().has(Capability.RENAME_NO_REPLACE);

        Ran ran = cli.run("create", "--if-exists=backup", "a", "x");

        if (possible) {
            assertThat(ran.out()).isEqualTo("a -> x  (symbolic link, target missing, backup a~)\n");
            assertThat(Files.readString(dir.resolve("a~"))).isEqualTo("content");
            JsonNode result = cli.run("create", "--json", "--if-exists=backup", "a", "y").document().get("results")
                    .get(0);
            assertThat(result.get("backup").asText()).isEqualTo("a.~1~");
            assertThat(result.get("guarantee").asText()).isEqualTo("atomic");
        } else {
            assertThat(ran.code()).isEqualTo(5);
            assertThat(Files.readString(dir.resolve("a"))).isEqualTo("content");
        }
    }

    @Test
    void missingDirectoriesAreMadeOnDemand() {
        assertThat(Cli.in(dir).run("create", "-n", "--parents", "a/b/link", "x").out())
                .isEqualTo("a/b/link -> x  (symbolic link, target missing, dry run)\n");
        assertThat(dir).isEmptyDirectory();
        assertThat(Cli.in(dir).run("create", "--parents", "a/b/link", "x").code()).isZero();
        assertThat(dir.resolve("a/b/link")).isSymbolicLink();
    }

    @Test
    void aTextIsMadeRelativeOrAbsoluteOnDemand() throws IOException {
        Path real = dir.toRealPath();
        Files.createDirectories(dir.resolve("real/deep"));
        Files.createSymbolicLink(dir.resolve("short"), Path.of("real/deep"));

        assertThat(Cli.in(dir).run("create", "--relative", "short/a", real + "/real").out())
                .isEqualTo("short/a -> ..  (symbolic link, ok)\n");
        assertThat(Cli.in(dir).run("create", "--absolute", "short/b", "x").out())
                .isEqualTo("short/b -> " + real + "/real/deep/x  (symbolic link, target missing)\n");
    }

    @Test
    void onATerminalNamesAreMadeHarmless() {
        Cli cli = Cli.in(dir).onTerminal(Invocation.Stream.OUT).withEnvironment(Map.of("NO_COLOR", "1"));

        assertThat(cli.run("create", "a\u001b[2Jb", "x\ny").out())
                .isEqualTo("$'a\\e[2Jb' -> $'x\\ny'  (symbolic link, target missing)\n");
        assertThat(Cli.in(dir).run("create", "a\u001b[2Jc", "x\ny").out())
                .isEqualTo("a\u001b[2Jc -> x\ny  (symbolic link, target missing)\n");
    }

    @Test
    void messagesAreOneLineEach() {
        assertThat(Cli.in(dir).run("create", "no\nwhere/a", "x").err().lines()).hasSize(1);
    }
}
