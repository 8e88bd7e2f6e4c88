package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.testing.FakeCondition;
import dev.linkwright.testing.FakeLinkSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CopyCommandTest {
    @TempDir
    Path dir;

    @BeforeEach
    void plant() throws IOException {
        Files.createDirectories(dir.resolve("tree/a"));
        Files.writeString(dir.resolve("tree/a/file"), "contents");
        Files.createDirectories(dir.resolve("outside/d"));
        Files.writeString(dir.resolve("outside/d/file"), "outside");
        Files.createSymbolicLink(dir.resolve("tree/in"), Path.of("a/file"));
        Files.createSymbolicLink(dir.resolve("tree/absolute"), dir.toRealPath().resolve("tree/a"));
        Files.createSymbolicLink(dir.resolve("tree/out"), Path.of("../outside"));
        Files.createDirectories(dir.resolve("deep/er"));
    }

    private Path link(String name) throws IOException {
        return Files.readSymbolicLink(dir.resolve(name));
    }

    @Test
    void aTreeIsCopiedAndItsLinksLeadToTheCopyOrWhereTheyLed() throws IOException {
        assertThat(Cli.in(dir).run("copy", "tree", "deep/er/copy")).isEqualTo(new Ran(0,
                "tree => deep/er/copy  (copied: 2 directories, 3 links, 1 file, 8 bytes)\n", ""));
        assertThat(dir.resolve("deep/er/copy/a/file")).hasContent("contents");
        assertThat(link("deep/er/copy/in")).isEqualTo(Path.of("a/file"));
        assertThat(link("deep/er/copy/absolute")).isEqualTo(dir.toRealPath().resolve("deep/er/copy/a"));
        assertThat(link("deep/er/copy/out")).isEqualTo(Path.of("../../../outside"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            rebase,         0, 3
            verbatim,       0, 3
            refuse-outside, 3, 2
            materialize,    0, 2
            """)
    void linksBecomeWhatTheOptionSays(String links, int code, int copied) throws IOException {
        Ran ran = Cli.in(dir).run("copy", "--json", "--links", links, "tree", "deep/er/copy");
        assertThat(ran.code()).isEqualTo(code);
        JsonNode result = ran.document().at("/results/0");
        assertThat(result.get("links").asInt()).isEqualTo(copied);
        assertThat(result.get("complete").asBoolean()).isEqualTo(code == 0);
        if (links.equals("verbatim")) {
            assertThat(link("deep/er/copy/out")).isEqualTo(Path.of("../outside"));
        }
        if (links.equals("materialize")) {
            assertThat(dir.resolve("deep/er/copy/out/d/file")).hasContent("outside");
        }
        if (links.equals("refuse-outside")) {
            assertThat(ran.document().at("/errors/0/reason").asText()).isEqualTo("LEADS_OUTSIDE");
        }
    }

    @Test
    void whatIsThereOrInsideIsRefused() {
        assertThat(Cli.in(dir).run("copy", "tree", "outside")).isEqualTo(new Ran(4, "",
                "linkwright: copy: cannot copy to 'outside': the name is taken already\n"));
        assertThat(Cli.in(dir).run("copy", "tree", "tree")).isEqualTo(new Ran(4, "",
                "linkwright: copy: cannot copy to 'tree': the name is taken already\n"));
        assertThat(Cli.in(dir).run("copy", "tree", "tree/a/copy")).isEqualTo(new Ran(4, "", "linkwright: copy: cannot"
                + " copy to 'tree/a/copy': the destination is inside of what is to be copied\n"));
        assertThat(Cli.in(dir).run("copy", "tree/a/file", "new/")).isEqualTo(new Ran(1, "", "linkwright: copy: cannot"
                + " copy to 'new/': a part of the path is not a directory (what is copied is none)\n"));
        assertThat(Cli.in(dir).run("copy", "missing", "copy").code()).isEqualTo(1);
        assertThat(Cli.in(dir).run("copy", "tree").code()).isEqualTo(2);
        assertThat(Cli.in(dir).run("copy", "--links", "no", "tree", "copy").code()).isEqualTo(2);
    }

    @Test
    void pathsThatCannotBeMeantAreRefusedByName() {
        assertThat(Cli.in(dir).run("copy", "", "copy")).isEqualTo(new Ran(1, "",
                "linkwright: copy: cannot copy '': the name is not possible here (the path is empty)\n"));
        assertThat(Cli.in(dir).run("copy", "tree", "").err()).contains("cannot copy to '': ", "the path is empty");
        assertThat(Cli.in(dir).run("copy", "tree", ".")).isEqualTo(new Ran(4, "",
                "linkwright: copy: cannot copy to '.': the name is taken already\n"));
        assertThat(Cli.in(dir).run("copy", "missing", "copy").err())
                .startsWith("linkwright: copy: cannot copy 'missing': it does not exist");
        assertThat(Cli.in(dir).run("copy", "tree", "no/copy").err()).startsWith(
                "linkwright: copy: cannot copy to 'no/copy': the directory that it would be in does not exist");
    }

    @Test
    void aSpecialFileAloneIsRefusedUnlessItIsToBeMade() throws IOException {
        FakeLinkSystem posix = FakeLinkSystem.posix();
        posix.makeFifo(posix.path("/pipe"));
        Ran refused = Cli.in(posix, "/").run("copy", "pipe", "copy");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("cannot copy 'pipe': it is a named pipe, a socket or a device");
        assertThat(Cli.in(posix, "/").run("copy", "--special", "pipe", "copy"))
                .isEqualTo(new Ran(0, "pipe => copy  (copied: 1 file)\n", ""));
    }

    @Test
    void aDryRunMakesNothing() {
        Ran ran = Cli.in(dir).run("copy", "-n", "tree", "copy");
        assertThat(ran).isEqualTo(new Ran(0, "tree => copy  (dry run: 2 directories, 3 links, 1 file, 8 bytes)\n", ""));
        assertThat(dir.resolve("copy")).doesNotExist();
    }

    @Test
    void zeroBytesEndFieldsAndNdjsonEndsWithASummary() {
        assertThat(Cli.in(dir).run("copy", "-0", "tree", "copy").out())
                .isEqualTo("copy\000tree\0002\0003\0001\0008\000");
        assertThat(Cli.in(dir).run("copy", "--ndjson", "tree", "other").lines())
                .extracting(line -> line.get("type").asText()).containsExactly("tree", "summary");
    }

    @Test
    void whatIsLostIsToldOnceForEachKind() throws IOException {
        FakeLinkSystem posix = FakeLinkSystem.posix();
        posix.at(posix.root()).makeDirectory(dev.linkwright.Name.of("tree"));
        posix.makeFifo(posix.path("/tree/one"));
        posix.makeFifo(posix.path("/tree/two"));
        Ran ran = Cli.in(posix, "/").run("copy", "tree", "copy");
        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .startsWith("linkwright: copy: left out: named pipes, sockets and devices, 2 of them: first '")
                .endsWith("' (--special makes them anew)\n")
                .hasLineCount(1);
        Ran json = Cli.in(posix, "/").run("copy", "--json", "tree", "second");
        assertThat(json.err()).isEmpty();
        assertThat(json.document().at("/results/0/losses/0/count").asInt()).isEqualTo(2);
    }

    @Test
    void aLinkThatCannotBeMadeIsFoundBeforeAnythingIsCopied() throws IOException {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        windows.at(windows.root()).makeDirectory(dev.linkwright.Name.of("tree"));
        windows.writeFile(windows.path("C:\\tree\\file"), "contents");
        Cli cli = Cli.in(windows.with(FakeCondition.NO_PRIVILEGE), "C:\\");
        assertThat(cli.run("copy", "tree", "copy").code()).isZero();
        Cli.in(windows, "C:\\").run("create", "tree\\link", "file");

        Ran ran = cli.run("copy", "tree", "second");
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).contains("cannot copy 'tree\\link'", "the privilege");
        assertThat(cli.run("show", "second").code()).isEqualTo(1);
    }
}
