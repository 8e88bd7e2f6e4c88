package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeleteCommandTest {
    @TempDir
    Path dir;

    @BeforeEach
    void plant() throws IOException {
        Files.createDirectories(dir.resolve("tree/a/b"));
        Files.createFile(dir.resolve("tree/a/file"));
        Files.createDirectory(dir.resolve("outside"));
        Files.createFile(dir.resolve("outside/precious"));
        Files.createSymbolicLink(dir.resolve("tree/link"), Path.of("../outside"));
        Files.createSymbolicLink(dir.resolve("link"), Path.of("tree"));
    }

    @Test
    void aTreeGoesAndWhatItsLinksLeadToStays() {
        assertThat(Cli.in(dir).run("delete", "tree"))
                .isEqualTo(new Ran(0, "tree  (deleted: 3 directories, 1 link, 1 file)\n", ""));
        assertThat(dir.resolve("tree")).doesNotExist();
        assertThat(dir.resolve("outside/precious")).exists();
    }

    @Test
    void aLinkGoesAsALinkAndWithASeparatorNotAtAll() {
        Ran refused = Cli.in(dir).run("delete", "link/");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("cannot delete 'link/': it is a link", "Without the separator");
        assertThat(Cli.in(dir).run("delete", "link").out()).isEqualTo("link  (deleted: 1 link)\n");
        assertThat(dir.resolve("tree/a/file")).exists();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            .,            4, PROTECTED_DIRECTORY
            ..,           4, PROTECTED_DIRECTORY
            /,            4, PROTECTED_DIRECTORY
            tree/..,      4, PROTECTED_DIRECTORY
            missing,      1, NOT_FOUND
            missing/x,    1, NOT_FOUND
            tree/a/file/, 4, NOT_A_DIRECTORY
            """)
    void whatCannotBeMeantIsRefusedAndNothingIsRemoved(String path, int code, String reason) {
        Ran ran = Cli.in(dir).run("delete", "--json", path);
        int expected = reason.equals("NOT_A_DIRECTORY") ? 1 : code;
        assertThat(ran.code()).isEqualTo(expected);
        assertThat(ran.document().at("/errors/0/reason").asText()).isEqualTo(reason);
        assertThat(dir.resolve("tree/a/file")).exists();
    }

    @Test
    void theHomeDirectoryAndWhatTheWorkingDirectoryIsInAreRefused() {
        Cli atHome = Cli.in(dir).withEnvironment(Map.of("HOME", dir.resolve("link").toString()));
        assertThat(atHome.run("delete", "tree").code()).isEqualTo(4);
        assertThat(Cli.in(dir.resolve("tree/a")).run("delete", dir.resolve("tree").toString()).code()).isEqualTo(4);
        assertThat(dir.resolve("tree/a/file")).exists();
    }

    @Test
    void aDryRunRemovesNothing() {
        Ran ran = Cli.in(dir).run("delete", "-n", "--json", "tree");
        JsonNode result = ran.document().at("/results/0");
        assertThat(result.get("directories").asInt()).isEqualTo(3);
        assertThat(result.get("links").asInt()).isEqualTo(1);
        assertThat(result.get("files").asInt()).isEqualTo(1);
        assertThat(result.get("dryRun").asBoolean()).isTrue();
        assertThat(dir.resolve("tree/a/file")).exists();
    }

    @Test
    void zeroBytesEndFieldsAndNdjsonEndsWithASummary() throws IOException {
        Files.createDirectory(dir.resolve("other"));
        assertThat(Cli.in(dir).run("delete", "-0", "tree").out()).isEqualTo("tree\0003\0001\0001\000");
        Ran ran = Cli.in(dir).run("delete", "--ndjson", "other", "missing");
        assertThat(ran.lines()).extracting(line -> line.get("type").asText())
                .containsExactly("tree", "error", "summary");
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void whatCannotBeRemovedIsToldAndTheRestGoes() {
        LinkSystem refusing = InterceptingLinkSystem.of(Links.system().linkSystem(), call -> {
            if (call.primitive() == Primitive.UNLINK && call.path().toString().endsWith("/a/file")) {
                throw dev.linkwright.FailureDetails.of("remove", call.path(), dev.linkwright.Reason.ACCESS_DENIED)
                        .withCode("unlinkat", 13, "EACCES").toException();
            }
        });
        Ran ran = Cli.in(dir).with(refusing).run("delete", "tree");
        assertThat(ran).isEqualTo(new Ran(3, "tree  (incomplete: deleted 1 directory, 1 link)\n",
                "linkwright: delete: cannot remove 'tree/a/file': permission denied [unlinkat: EACCES (13)]\n"));
        assertThat(Files.exists(dir.resolve("tree/link"), LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(dir.resolve("tree/a/b")).doesNotExist();
    }

    @Test
    void theSameAdviceIsGivenOnce() throws IOException {
        Files.createFile(dir.resolve("tree/a/other"));
        LinkSystem refusing = InterceptingLinkSystem.of(Links.system().linkSystem(), call -> {
            if (call.primitive() == Primitive.UNLINK) {
                throw dev.linkwright.FailureDetails.of("remove", call.path(), dev.linkwright.Reason.ACCESS_DENIED)
                        .withAdvice("Ask the owner.").toException();
            }
        });
        Ran ran = Cli.in(dir).with(refusing).run("delete", "tree");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err().lines().filter(line -> line.equals("linkwright: delete: Ask the owner."))).hasSize(1);
        assertThat(ran.err()).hasLineCount(4);
    }

    @Test
    void progressIsShownOnATerminalOnly() throws IOException {
        LinkSystem slow = InterceptingLinkSystem.of(Links.system().linkSystem(), call -> {
            long end = System.nanoTime() + 20_000_000;
            while (call.primitive() == Primitive.OPEN && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        });
        for (int i = 0; i < 20; i++) {
            Files.createDirectories(dir.resolve("tree/d" + i + "/e"));
        }
        Ran quiet = Cli.in(dir).with(slow).run("delete", "-n", "tree");
        assertThat(quiet.err()).isEmpty();
        Ran shown = Cli.in(dir).with(slow).onTerminal(Invocation.Stream.ERR).run("delete", "tree");
        assertThat(shown.err()).contains("objects").endsWith("\r\33[K");
        assertThat(LinkPath.of(dir.resolve("tree")).toPath()).get().satisfies(
                tree -> assertThat(tree).doesNotExist());
    }
}
