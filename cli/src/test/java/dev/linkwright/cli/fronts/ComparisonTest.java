package dev.linkwright.cli.fronts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.Links;
import dev.linkwright.cli.Invocation;
import dev.linkwright.cli.Main;
import dev.linkwright.cli.startup.PlainLinkSystem;
import dev.linkwright.cli.syntax.Argument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The front ends do what GNU's own programs do: exit code, both outputs and what is on the disk afterwards.
class ComparisonTest {
    private static final int GENERATED = Integer.getInteger("g", 5_000);
    private static final long SEED = 8;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"ln", "readlink", "realpath"})
    void aCommandLineOfTheTableDoesWhatItDoesThere(String program) throws Exception {
        compare(CaseTable.read(program + ".cases"));
    }

    @Test
    void aGeneratedCommandLineDoesWhatItDoesThere() throws Exception {
        compare(new CaseGenerator(SEED).cases(GENERATED));
    }

    /// JUnit would tell of each link that leads outside.
    @AfterEach
    void removeTrees() throws Exception {
        Reference.remove(temporary.toRealPath());
    }

    private void compare(List<FrontCase> cases) throws Exception {
        List<Reference> references = Reference.present();
        assumeTrue(!references.isEmpty(), "skipped: this system has no ln of GNU");
        Path scratch = temporary.toRealPath();
        List<Observed> ours = ours(cases, scratch);
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
        Invocation invocation = Invocation.of(arguments).inDirectory(LinkPath.of(root))
                .withEnvironment(of.environment())
                .withStreams(new ByteArrayInputStream(FrontCase.bytes(of.stdin())), out, err);
        if (plain) {
            invocation = invocation.withPlainLinkSystem(new PlainLinkSystem(() -> Links.system().linkSystem(),
                    System.getProperty("sun.jnu.encoding")));
        }
        int code = Main.run(invocation);
        return new Observed(code, hidden(out, root), hidden(err, root), "");
    }

    private static String hidden(ByteArrayOutputStream text, Path root) {
        String above = root.getParent().getParent().getParent().toString();
        return FrontCase.text(text.toByteArray())
                .replace(root.toString(), "@").replace(root.toString().substring(1), "@")
                .replace(above, "%").replace(above.substring(1), "%");
    }
}
