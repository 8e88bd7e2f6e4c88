package dev.linkwright.cli.fronts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import dev.linkwright.LinkPath;
import dev.linkwright.Links;
import dev.linkwright.cli.Invocation;
import dev.linkwright.cli.Main;
import dev.linkwright.cli.startup.PlainLinkSystem;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The front ends do what GNU's own programs do: exit code, both outputs and what is on the disk afterwards.
class ComparisonTest {
    private static final int GENERATED = Integer.getInteger("linkwright.fronts.cases", 5_000);
    private static final int PROCESSES = 200;
    private static final long SEED = Long.getLong("linkwright.fronts.seed", 8);

    @Test
    void theNewestProgramsAreAmongThoseThatAreComparedWith() throws Exception {
        Bench.COREUTILS.require(Reference.present().size() == 2, "a newer coreutils, which .ci/run unpacks");

        assertThat(Reference.present()).extracting(Reference::version).doesNotHaveDuplicates();
    }

    /// Thousands of small trees: in memory, if there is such a place.
    private Path scratch = Path.of("");

    @BeforeEach
    void makeScratch(@TempDir Path temporary) throws IOException {
        Path memory = Path.of("/dev/shm");
        Path parent = Files.isWritable(memory) ? memory : temporary;
        scratch = Files.createTempDirectory(parent, "linkwright-fronts").toRealPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ln", "readlink", "realpath"})
    void aCommandLineOfTheTableDoesWhatItDoesThere(String program) throws Exception {
        compare(CaseTable.read(program + ".cases"));
    }

    @Test
    void aGeneratedCommandLineDoesWhatItDoesThere() throws Exception {
        compare(new CaseGenerator(SEED).cases(GENERATED));
    }

    /// Only links behind the twentieth are remembered there, so that a longer cycle is left standing elsewhere than a short
    /// one.
    @ParameterizedTest
    @ValueSource(ints = {2, 19, 20, 21, 22, 26, 45})
    void aCycleIsLeftStandingAtTheSameLink(int length) throws Exception {
        List<List<String>> cycle = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            cycle.add(List.of("l", "l" + i, "l" + (i + 1) % length));
        }
        List<FrontCase> cases = new ArrayList<>();
        for (String line : List.of("readlink -m l0", "readlink -m l1/x", "readlink -fv l0", "realpath -m l1/../y l0",
                "realpath -e l0", "ln -sr l0 new", "ln -sr l1 l0/x", "ln -L l0 new")) {
            List<String> words = List.of(line.split(" "));
            cases.add(new FrontCase(cycle, Map.of(), "", words.get(0), words.subList(1, words.size())));
        }

        compare(cases);
    }

    @AfterEach
    void removeTrees() throws Exception {
        Reference.remove(scratch);
    }

    @Test
    void aProcessOfItsOwnDoesWhatItDoesThere() throws Exception {
        List<FrontCase> cases = new CaseGenerator(SEED + 1).cases(PROCESSES);
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", classPath(), "dev.linkwright.cli.Main");

        compare(cases, Reference.command(command).run(cases, scratch));
    }

    /// The program without its tests.
    private static String classPath() throws URISyntaxException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(Main.class, Links.class, Links.system().linkSystem().getClass(),
                JsonFactory.class)) {
            places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private void compare(List<FrontCase> cases) throws Exception {
        compare(cases, ours(cases, scratch));
    }

    private void compare(List<FrontCase> cases, List<Observed> ours) throws Exception {
        List<Reference> references = Reference.present();
        assumeTrue(!references.isEmpty(), "skipped: this system has no ln of GNU");
        List<String> differences = new ArrayList<>();
        for (Reference reference : references) {
            List<Observed> theirs = reference.run(cases, scratch);
            int expected = 0;
            for (int i = 0; i < cases.size(); i++) {
                if (theirs.get(i).equals(ours.get(i))) {
                    continue;
                }
                if (ExpectedDifferences.has(cases.get(i), reference.version(), theirs.get(i), ours.get(i))) {
                    expected++;
                } else {
                    differences
                            .add(reference.version() + " $ " + cases.get(i) + theirs.get(i).differencesTo(ours.get(i)));
                }
            }
            System.out.printf("%s command lines compared with coreutils %s: %s differ as listed%n", cases.size(),
                    reference.version(), expected);
        }
        assertThat(differences).isEmpty();
    }

    private static List<Observed> ours(List<FrontCase> cases, Path scratch) throws Exception {
        Path place = Files.createDirectory(scratch.resolve("ours"));
        Reference.plant(cases, place, scratch);
        List<Observed> ran = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            ran.add(run(cases.get(i), Reference.root(place, i), i % 2 == 0));
        }
        List<String> trees = Reference.snapshots(cases.size(), place, scratch);
        List<Observed> ours = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            ours.add(new Observed(ran.get(i).code(), ran.get(i).out(), ran.get(i).err(), trees.get(i)));
        }
        return ours;
    }

    /// @param plain whether as in a process of its own, which does without native calls where it can
    private static Observed run(FrontCase of, Path root, boolean plain) throws IOException {
        List<Argument> arguments = new ArrayList<>(List.of(Argument.of(of.program())));
        for (String argument : of.arguments()) {
            arguments.add(Argument.ofBytes(FrontCase.bytes(argument.replace("@", root.toString()))));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = of.localEnvironment();
        environment.replaceAll((name, value) -> new String(FrontCase.bytes(value), StandardCharsets.UTF_8));
        Invocation invocation = Invocation.of(arguments).inDirectory(LinkPath.of(root)).withEnvironment(environment)
                .withStreams(new ByteArrayInputStream(FrontCase.bytes(of.stdin())), out, err);
        if (plain) {
            invocation = invocation.withPlainLinkSystem(new PlainLinkSystem(() -> Links.system().linkSystem(),
                    System.getProperty("sun.jnu.encoding")));
        }
        int code = Main.run(invocation);
        return new Observed(code, hidden(out, root), hidden(err, root), "");
    }

    private static String hidden(ByteArrayOutputStream text, Path root) {
        String above = root.resolve("../../..").normalize().toString();
        return FrontCase.text(text.toByteArray())
                .replace(root.toString(), "@").replace(root.toString().substring(1), "@")
                .replace(above, "%").replace(above.substring(1), "%");
    }
}
