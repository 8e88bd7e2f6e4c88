package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.FailureDetails;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.Primitive;
import dev.linkwright.testing.FakeLinkSystem;
import dev.linkwright.testing.TreeLayout;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.Verdict;
import dev.linkwright.tree.WalkOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Links that git has put into a work tree as files, because `core.symlinks` is false.
final class PlaceholdersTest {
    private static final String[] TREE = {"a/b/file", "a/b/up => ../..", "a/dir => b", "link => a/b/file", "plain"};
    private static final String FOUND = """
            git-placeholder: 3
              t/a/b/up -> ../..
              t/a/dir -> b
              t/link -> a/b/file
            """;

    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void enter() throws IOException {
        directory = directory.toRealPath();
        cli = Cli.in(directory);
    }

    private GitRepository repository() throws IOException {
        return GitRepository.in(directory.resolve("t"), TREE);
    }

    private static String placeholders(Ran ran) {
        return ran.out().lines().filter(line -> line.startsWith(" ")).map(String::strip).toList().toString();
    }

    @ParameterizedTest
    @CsvSource({"sha1, 2", "sha1, 3", "sha1, 4", "sha256, 2", "sha256, 4"})
    void theFilesThatStandForLinksAreTold(String objectFormat, String version) throws IOException {
        GitRepository repository = GitRepository.withNames(objectFormat, directory.resolve("t"), TREE);
        repository.run("update-index", "--index-version", version);

        Ran ran = cli.run("scan", "t");

        assertThat(ran.out()).startsWith(FOUND + "0 links in ");
        assertThat(ran.out()).endsWith(", 0 problems\n");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
    }

    @Test
    void programsGetTheFileAndTheTextOfTheLink() throws IOException {
        repository();

        JsonNode first = cli.run("scan", "--json", "t").document().get("results").get(0);

        assertThat(first).hasToString("""
                {"path":"t/a/b/up","kind":"file","target":"../..","verdicts":["git-placeholder"]}""");
        assertThat(cli.run("scan", "--ndjson", "--sort", "t").lines()).hasSize(4);
        assertThat(cli.run("scan", "-0", "--sort", "t").out()).startsWith("t/a/b/up\0git-placeholder\0../..\0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -          | -                       | 0 | true
            -          | git-placeholder         | 1 | true
            -          | missing,git-placeholder | 1 | true
            --problems | -                       | 0 | false
            --problems | git-placeholder         | 1 | true
            --names    | -                       | 0 | false
            """)
    void theyAreToldAndCountedAsAskedFor(String action, String failOn, int code, boolean told) throws IOException {
        repository();
        List<String> line = new ArrayList<>(List.of("scan", "t"));
        if (action != null) {
            line.add(action);
        }
        if (failOn != null) {
            line.addAll(List.of("--fail-on", failOn));
        }

        Ran ran = cli.run(line.toArray(new String[0]));

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out().contains("git-placeholder: 3")).isEqualTo(told);
    }

    @Test
    void nothingOfARepositoryIsOpenedByWhoDoesNotAskForIt() throws IOException {
        repository();
        List<Interceptor.Call> calls = new ArrayList<>();
        Cli listening = cli.with(InterceptingLinkSystem.of(cli.system(), call -> {
            synchronized (calls) {
                calls.add(call);
            }
        }));

        listening.run("scan", "--problems", "t");
        listening.run("scan", "--names", "t");

        assertThat(calls).extracting(Interceptor.Call::primitive).isNotEmpty().doesNotContain(Primitive.OPEN_FILE,
                Primitive.READ_CONTENTS, Primitive.ATTRIBUTES);
        listening.run("scan", "t");
        assertThat(calls).extracting(Interceptor.Call::primitive).contains(Primitive.READ_CONTENTS);
    }

    @Test
    void whatIsALinkOrADirectoryOrMissingOrChangedIsNoPlaceholder() throws IOException {
        Path top = directory.resolve("t");
        GitRepository.in(top, "changed => x", "dir => x", "gone => x", "here => x", "link => x", "long => x",
                "newline => x", "sub/l => x", "was/l => x", "x");
        Files.writeString(top.resolve("changed"), "y");
        Files.writeString(top.resolve("long"), "x".repeat(5000));
        Files.writeString(top.resolve("newline"), "x\n");
        for (String each : List.of("dir", "gone", "link", "sub/l", "was/l")) {
            Files.delete(top.resolve(each));
        }
        Files.createDirectory(top.resolve("dir"));
        Files.createSymbolicLink(top.resolve("link"), Path.of("x"));
        Files.delete(top.resolve("sub"));
        Files.createDirectory(directory.resolve("elsewhere"));
        Files.writeString(directory.resolve("elsewhere").resolve("l"), "x");
        Files.createSymbolicLink(top.resolve("sub"), Path.of("../elsewhere"));
        Files.delete(top.resolve("was"));
        Files.writeString(top.resolve("was"), "x");

        Ran ran = cli.run("scan", "t");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("git-placeholder: 1\n  t/here -> x\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --exclude   | a      | [t/link -> a/b/file]
            --exclude   | t/a/b  | [t/a/b/up -> ../.., t/a/dir -> b, t/link -> a/b/file]
            --exclude   | /a/b   | [t/a/dir -> b, t/link -> a/b/file]
            --exclude   | l*     | [t/a/b/up -> ../.., t/a/dir -> b]
            --exclude   | dir/   | [t/a/b/up -> ../.., t/a/dir -> b, t/link -> a/b/file]
            --exclude   | .git   | []
            --max-depth | 1      | [t/link -> a/b/file]
            --max-depth | 2      | [t/a/dir -> b, t/link -> a/b/file]
            """)
    void theOptionsOfTheWalkHoldForThemToo(String option, String value, String told) throws IOException {
        repository();
        assertThat(placeholders(cli.run("scan", option, value, "t"))).isEqualTo(told);
    }

    @Test
    void oneFileSystemIsStayedOn() throws IOException {
        repository();
        assertThat(cli.run("scan", "-x", "t").out()).startsWith(FOUND);
    }

    /// What stands in the inner one belongs to it, whatever the index of the outer one says.
    @Test
    void aWorkTreeInsideAWorkTreeTellsItsOwn() throws IOException {
        Path top = directory.resolve("t");
        GitRepository.in(top, "link => x", "sub/inner/both => y", "sub/inner/file");
        GitRepository.in(top.resolve("sub").resolve("inner"), "own => z");

        assertThat(placeholders(cli.run("scan", "t"))).isEqualTo("[t/link -> x, t/sub/inner/own -> z]");
    }

    @Test
    void aGitThatIsAFileOrALinkIsLeftAlone() throws IOException {
        repository();
        TreeLayout.of("m/link", "n/link").plantIn(directory);
        Files.writeString(directory.resolve("m").resolve(".git"), "gitdir: ../t/.git");
        Files.createSymbolicLink(directory.resolve("n").resolve(".git"), Path.of("../t/.git"));
        Files.writeString(directory.resolve("m").resolve("link"), "a/b/file");
        Files.writeString(directory.resolve("n").resolve("link"), "a/b/file");

        assertThat(placeholders(cli.run("scan", "m", "n"))).isEqualTo("[n/.git -> ../t/.git]");
    }

    @Test
    void anIndexThatCannotBeReadIsToldAndTheScanGoesOn() throws IOException {
        GitRepository broken = repository();
        GitRepository.in(directory.resolve("u"), "link => x");
        byte[] bytes = Files.readAllBytes(broken.index());
        bytes[20] ^= 1;
        Files.write(broken.index(), bytes);

        Ran ran = cli.run("scan", "--json", ".");

        JsonNode error = ran.document().get("errors").get(0);
        assertThat(error.get("path").asText()).isEqualTo("./t/.git/index");
        assertThat(error.get("operation").asText()).isEqualTo("read the index of git");
        assertThat(error.get("reason").asText()).isEqualTo("MALFORMED");
        assertThat(ran.document().get("results")).hasSize(1);
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void anIndexThatIsSplitSaysSo() throws IOException {
        repository().run("update-index", "--split-index");
        assertThat(cli.run("scan", "t").err()).contains("/.git/index': ").contains("split");
    }

    @Test
    void anIndexThatIsALinkOrTooLargeIsNotRead() throws IOException {
        GitRepository repository = repository();
        Path elsewhere = directory.resolve("index");
        Files.move(repository.index(), elsewhere);
        Files.createSymbolicLink(repository.index(), elsewhere);
        assertThat(cli.run("scan", "--json", "t").document().get("errors").get(0).get("reason").asText())
                .isEqualTo("IS_A_LINK");

        Files.delete(repository.index());
        try (RandomAccessFile large = new RandomAccessFile(repository.index().toFile(), "rw")) {
            large.setLength((64L << 20) + 1);
        }
        assertThat(cli.run("scan", "--json", "t").document().get("errors").get(0).get("reason").asText())
                .isEqualTo("TOO_LARGE");
    }

    @Test
    void aRepositoryWithoutIndexIsNoFailure() throws IOException {
        Files.delete(repository().index());
        assertThat(cli.run("scan", "t").err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTRIBUTES", "OPEN_FILE", "READ_CONTENTS"})
    void whatCannotBeReadIsOneFailureAndTheOthersAreTold(Primitive faulty) throws IOException {
        repository();
        LinkSystem system = Links.system().linkSystem();
        for (int turn = 0; turn < 4; turn++) {
            int now = turn;
            AtomicInteger calls = new AtomicInteger();
            LinkSystem failing = InterceptingLinkSystem.of(system, call -> {
                if (call.primitive() == faulty && calls.getAndIncrement() == now) {
                    throw FailureDetails.of("read", call.path(), Reason.IO_ERROR).toException();
                }
            });

            Ran ran = cli.with(failing).run("scan", "--json", "t");

            JsonNode document = ran.document();
            assertThat(document.get("errors")).hasSize(1);
            assertThat(document.get("errors").get(0).get("reason").asText()).isEqualTo("IO_ERROR");
            assertThat(document.get("results")).as("the first is the index").hasSize(turn == 0 ? 0 : 2);
            assertThat(ran.code()).isEqualTo(3);
        }
    }

    /// The file outside has the very contents: only where it is told to be shows that it was not read through a link.
    @Test
    void aDirectoryThatIsSwappedForALinkLeadsNowhereElse() throws IOException {
        LinkSystem system = Links.system().linkSystem();
        repository();
        TreeLayout.of("outside/b/", "outside/.git/").plantIn(directory);
        Files.writeString(directory.resolve("outside/dir"), "b");
        Files.writeString(directory.resolve("outside/b/up"), "../..");
        AtomicInteger primitives = new AtomicInteger();
        scan(InterceptingLinkSystem.of(system, call -> primitives.incrementAndGet()));
        assertThat(primitives.get()).isGreaterThan(20);
        for (String victim : List.of("t/a", "t/a/b", "t/.git")) {
            for (int turn = 0; turn < primitives.get(); turn++) {
                attack(system, victim, turn);
            }
        }
    }

    private void attack(LinkSystem system, String victim, int turn) throws IOException {
        Path place = directory.resolve(victim);
        Path parked = directory.resolve("parked");
        AtomicInteger calls = new AtomicInteger();
        List<ScanEvent.Found> found = scan(InterceptingLinkSystem.of(system, call -> {
            if (calls.getAndIncrement() == turn) {
                try {
                    Files.move(place, parked);
                    Files.createSymbolicLink(place, directory.resolve("outside"));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }));
        for (ScanEvent.Found each : found) {
            each.entry().ifPresent(entry -> assertThat(entry.status().identity())
                    .as("%s before primitive %s", victim, turn).isNotIn(outside(system)));
        }
        if (Files.exists(parked)) {
            Files.delete(place);
            Files.move(parked, place);
        }
    }

    private List<Identity> outside(LinkSystem system) {
        return List.of(identity(system, "outside", "dir"), identity(system, "outside/b", "up"));
    }

    private Identity identity(LinkSystem system, String place, String name) {
        try {
            return Objects.requireNonNull(
                    system.at(LinkPath.of(directory.resolve(place))).stat(Name.of(name)).identity());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<ScanEvent.Found> scan(LinkSystem system) throws IOException {
        try (Stream<ScanEvent> events = Trees.on(system).scan(LinkPath.of(directory.resolve("t")),
                ScanOptions.defaults().withWalk(WalkOptions.defaults().withWorkers(1)))) {
            return events.filter(ScanEvent.Found.class::isInstance).map(ScanEvent.Found.class::cast)
                    .filter(each -> each.verdicts().contains(Verdict.GIT_PLACEHOLDER)).toList();
        }
    }

    @Test
    void onWindowsTheyAreToldInTheSameWay() throws IOException {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        LinkPath top = windows.path("C:\\t");
        windows.at(windows.root()).makeDirectory(Name.of("t"));
        for (String each : List.of("a", ".git")) {
            windows.at(top).makeDirectory(Name.of(each));
        }
        windows.at(top.resolve(Name.of("a"))).makeDirectory(Name.of("b"));
        windows.writeFile(windows.path("C:\\t\\.git\\index"), Files.readAllBytes(repository().index()));
        windows.writeFile(windows.path("C:\\t\\a\\b\\up"), "../..");
        windows.writeFile(windows.path("C:\\t\\a\\dir"), "changed");
        windows.writeFile(windows.path("C:\\t\\LINK"), "a/b/file");

        Cli there = Cli.in(windows, "C:\\");
        Ran ran = there.run("scan", "--fail-on", "git-placeholder", "t");

        assertThat(ran).isEqualTo(new Ran(1, """
                git-placeholder: 2
                  t\\a\\b\\up -> ../..
                  t\\link -> a/b/file
                0 links in 4 directories, 0 problems
                """, ""));
        JsonNode first = there.run("scan", "--json", "t").document().get("results").get(0);
        assertThat(first).hasToString("""
                {"path":"t\\\\a\\\\b\\\\up","kind":"file","target":"../..","verdicts":["git-placeholder"]}""");
        assertThat(windows.openDirectories()).isEmpty();
    }
}
