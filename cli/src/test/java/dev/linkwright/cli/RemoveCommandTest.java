package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import dev.linkwright.cli.Cli.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RemoveCommandTest {
    @TempDir
    Path dir;

    @BeforeEach
    void makeLinks() throws IOException {
        Files.createDirectory(dir.resolve("sub"));
        Files.createFile(dir.resolve("sub/file"));
        Files.createSymbolicLink(dir.resolve("good"), Path.of("sub"));
        Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    }

    @Test
    void theLinkGoesAndWhatItLeadsToStays() {
        assertThat(Cli.in(dir).run("remove", "good"))
                .isEqualTo(new Ran(0, "good -> sub  (symbolic link, removed)\n", ""));
        assertThat(Files.exists(dir.resolve("good"), LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(dir.resolve("sub/file")).exists();
    }

    @Test
    void aSeparatorAtTheEndDoesNotLeadThroughTheLink() {
        assertThat(Cli.in(dir).run("remove", "good/", "dangling//").code()).isZero();
        assertThat(dir.resolve("sub/file")).exists();
        assertThat(dir).isDirectoryNotContaining(Files::isSymbolicLink);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            sub,       4, NOT_A_LINK
            sub/file,  4, NOT_A_LINK
            good/file, 4, NOT_A_LINK
            .,         4, NOT_A_LINK
            ..,        4, NOT_A_LINK
            nowhere,   1, NOT_FOUND
            '',        1, INVALID_NAME
            """)
    void anythingElseIsRefusedAndStays(String path, int code, String reason) {
        Ran ran = Cli.in(dir).run("remove", "--json", path);

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.document().get("errors").get(0).get("reason").asText()).isEqualTo(reason);
        assertThat(ran.document().get("errors").get(0).get("operation").asText()).isEqualTo("remove");
        assertThat(dir.resolve("sub/file")).exists();
        assertThat(dir.resolve("good")).isSymbolicLink();
    }

    @Test
    void theRestIsRemovedWhenOneIsRefused() {
        Ran ran = Cli.in(dir).run("remove", "good", "sub", "dangling");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).isEqualTo("""
                dangling -> nowhere  (symbolic link, removed)
                good -> sub  (symbolic link, removed)
                """);
    }

    @Test
    void aDryRunRemovesNothingAndTellsTheRefusals() {
        Ran ran = Cli.in(dir).run("remove", "-n", "good", "sub");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).isEqualTo("good -> sub  (symbolic link, dry run)\n");
        assertThat(dir.resolve("good")).isSymbolicLink();
    }

    @Test
    void aDryRunKnowsThatALinkWouldBeGone() {
        assertThat(Cli.in(dir).run("remove", "-n", "good", "good").code()).isEqualTo(3);
    }

    @Test
    void whatRemoveWroteMakesTheLinksAgain() throws IOException {
        String fields = Cli.in(dir).run("remove", "-0", "good", "dangling").out();
        assertThat(fields).isEqualTo("good\0sub\0dangling\0nowhere\0");
        assertThat(Cli.in(dir).withInput(fields).run("create", "--from=-", "-0q").code()).isZero();
        assertThat(Files.readSymbolicLink(dir.resolve("good"))).hasToString("sub");

        String stream = Cli.in(dir).run("remove", "--ndjson", "good", "dangling").out();
        assertThat(Cli.in(dir).withInput(stream).run("create", "--from=-").code()).isZero();
        assertThat(Files.readSymbolicLink(dir.resolve("dangling"))).hasToString("nowhere");
    }

    @Test
    void theDocumentTellsWhatTheLinkWas() {
        assertThat(Cli.in(dir).run("remove", "--json", "good").document().get("results"))
                .isEqualTo(OutputSchema.read("""
                        [{"path": "good", "kind": "symlink", "target": "sub", "removed": true}]
                        """));
    }
}
