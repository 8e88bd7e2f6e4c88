package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.cli.Invocation.Stream;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.testing.TreeLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanCommandTest {
    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void enter() throws IOException {
        directory = directory.toRealPath();
        cli = Cli.in(directory);
    }

    private void plant(String... notations) throws IOException {
        TreeLayout.of(notations).plantIn(directory);
    }

    @Test
    void peopleGetGroupsByTheGravestVerdictWithCounts() throws IOException {
        plant("t/bin/tool => ../opt/7/tool", "t/opt/6/tool", "t/bin/good => ../opt/6/tool", "t/x => y", "t/y => z",
                "t/z => x", "t/out => ../elsewhere", "elsewhere");

        Ran ran = cli.run("scan", "t");

        assertThat(ran.out()).isEqualTo("""
                missing: 1
                  t/bin/tool -> ../opt/7/tool
                loop: 1 (3 links)
                  t/x -> y
                  t/y -> z
                  t/z -> x
                escaping: 1
                  t/out -> ../elsewhere
                ok: 1
                  t/bin/good -> ../opt/6/tool
                6 links in 4 directories, 2 problems
                """);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void onlyProblemsAreShownWhenOnlyTheyAreAskedFor() throws IOException {
        plant("t/good => dir", "t/dir/bad => nowhere", "t/out => ..");

        Ran ran = cli.run("scan", "--problems", "t");

        assertThat(ran.out()).isEqualTo("""
                missing: 1
                  t/dir/bad -> nowhere
                3 links in 2 directories, 1 problem
                """);
        assertThat(cli.run("scan", "--problems", "--fail-on", "escaping", "t").out()).contains("escaping: 1\n  t/out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            good => dir  |                   | 0
            bad => no    |                   | 1
            bad => no    | none              | 0
            bad => no    | loop              | 0
            bad => no    | loop,missing      | 1
            l => l       |                   | 1
            good => /    | escaping,absolute | 1
            good => /    |                   | 0
            """)
    void theVerdictsThatFailAreChosen(String link, String failOn, int code) throws IOException {
        plant("t/dir/", "t/" + link);

        Ran ran = failOn == null ? cli.run("scan", "-q", "t") : cli.run("scan", "-q", "--fail-on", failOn, "t");

        assertThat(ran).isEqualTo(new Ran(code, "", ""));
    }

    @Test
    void namesAreListedAndNothingElse() throws IOException {
        plant("t/b => nowhere", "t/a/c => ..", "t/file");

        assertThat(cli.run("scan", "--names", "t")).isEqualTo(new Ran(0, "t/a/c\nt/b\n", ""));
        assertThat(cli.run("scan", "--names", "-0", "--sort", "t").out()).isEqualTo("t/a/c\0t/b\0");
        assertThat(cli.run("scan", "--names", "--json", "t").document().get("results")).hasSize(2);
    }

    @Test
    void programsGetEverythingInOneDocument() throws IOException {
        plant("t/b => c", "t/c => b", "t/dir/abs => /");
        cli.run("create", "t/gone", "no//where");

        JsonNode document = cli.run("scan", "--json", "t").document();

        JsonNode results = document.get("results");
        assertThat(document.get("errors")).isEmpty();
        assertThat(results).hasSize(4);
        JsonNode loop = results.get(0);
        assertThat(loop.get("path").asText()).isEqualTo("t/b");
        assertThat(loop.get("state").asText()).isEqualTo("loop");
        assertThat(loop.get("cycle")).hasSize(2).isEqualTo(results.get(1).get("cycle"));
        JsonNode absolute = results.get(2);
        assertThat(absolute.get("verdicts").toString()).contains("escaping", "absolute", "ok");
        assertThat(absolute.get("resolved").asText()).isEqualTo("/");
        assertThat(absolute.get("relative").asBoolean()).isFalse();
        assertThat(results.get(3).get("verdicts").toString()).isEqualTo("[\"missing\",\"messy\"]");
    }

    @Test
    void aStreamHasOneObjectALineAndASummary() throws IOException {
        plant("t/b => no", "t/a => no", "t/c => no");

        List<JsonNode> lines = cli.run("scan", "--ndjson", "--sort", "t", "missing").lines();

        assertThat(lines).extracting(line -> line.get("type").asText())
                .containsExactly("error", "link", "link", "link", "summary");
        assertThat(lines.get(1).get("path").asText()).isEqualTo("t/a");
        assertThat(lines.get(4).get("results").asInt()).isEqualTo(3);
    }

    @Test
    void zeroBytesEndTheFieldsOfResults() throws IOException {
        plant("t/b => no/");

        assertThat(cli.run("scan", "-0", "t").out()).isEqualTo("t/b\0missing\0no\0");
    }

    @Test
    void whatCannotBeExaminedIsToldAndMakesTheExitCode3() throws IOException {
        plant("t/closed/link => no", "t/open/link => no", "t/open/good => ..");
        LinkSystem closed = InterceptingLinkSystem.of(Links.system().linkSystem(), call -> {
            if (call.primitive() == Primitive.LIST && call.path().toString().endsWith("closed")) {
                throw FailureDetails.of(call.words(), call.path(), Reason.ACCESS_DENIED).toException();
            }
        });

        Ran ran = cli.with(closed).run("scan", "--problems", "t");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).isEqualTo("linkwright: scan: cannot list 't/closed': permission denied\n");
        assertThat(ran.out()).endsWith("2 links in 3 directories, 1 problem, 1 not examined\n");
        assertThat(cli.with(closed).run("scan", "--fail-on", "none", "t").code()).isEqualTo(3);
    }

    @Test
    void aRootThatCannotBeScannedIsAFailure() throws IOException {
        plant("file", "dir/link => no", "link => dir");

        assertThat(cli.run("scan", "missing").code()).isEqualTo(1);
        assertThat(cli.run("scan", "file").code()).isEqualTo(1);
        Ran link = cli.run("scan", "link");
        assertThat(link.code()).isEqualTo(4);
        assertThat(link.err()).contains("cannot scan 'link': it is a link", "A separator after the name");
        assertThat(cli.run("scan", "--names", "link/").out()).isEqualTo("link/link\n");
        assertThat(cli.run("scan", "missing", "dir").code()).isEqualTo(3);
        assertThat(cli.run("scan", "").code()).isEqualTo(1);
    }

    @Test
    void theTreeCanBeLimited() throws IOException {
        plant("t/a/b/deep => no", "t/a/mid => no", "t/top => no", "t/skip/link => no", "t/x.bak => no");

        assertThat(cli.run("scan", "--names", "--max-depth", "2", "--exclude", "skip", "--exclude", "*.bak", "-x", "t")
                .out()).isEqualTo("t/a/mid\nt/top\n");
        assertThat(cli.run("scan", "--names", "--exclude", "/a/b/", "t").out()).doesNotContain("deep").contains("mid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scan                            | missing operand
            scan --fail-on lost .           | knows no 'lost'
            scan --max-depth 0 .            | takes a number from 1
            scan --max-depth many .         | takes a number from 1
            scan --exclude [a .             | a [ without ]
            scan --names --problems .       | exclude each other
            scan --names --fail-on loop .   | exclude each other
            scan --json --null .            | exclude each other
            """)
    void aCommandLineThatMakesNoSenseIsRefused(String line, String message) {
        Ran ran = cli.run(line.split(" ", -1));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aTerminalShowsProgressOnOneLineThatGoesAway() throws IOException {
        plant("t/link => no");

        Ran ran = cli.onTerminal(Stream.ERR).run("scan", "t");

        assertThat(ran.err()).startsWith("\r\33[K").endsWith("\r\33[K").contains(" entries, ", "1 links")
                .doesNotContain("\n");
        assertThat(cli.run("scan", "t").err()).isEmpty();
        assertThat(cli.onTerminal(Stream.ERR).withEnvironment(Map.of("TERM", "dumb")).run("scan", "t").err())
                .isEmpty();
    }

    @Test
    void aTerminalIsShownNoControlCharacters() throws IOException {
        Files.createDirectory(directory.resolve("t"));
        Files.createSymbolicLink(directory.resolve("t/\33[31mred\n"), Path.of("no\n"));

        assertThat(cli.onTerminal(Stream.OUT).run("scan", "--color", "never", "t").out()).doesNotContain("\33[31m",
                "red\n");
        assertThat(cli.run("scan", "--names", "-0", "t").out()).isEqualTo("t/\33[31mred\n\0");
    }
}
