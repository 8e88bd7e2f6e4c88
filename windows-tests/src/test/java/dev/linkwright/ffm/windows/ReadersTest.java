package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.RetargetOptions;
import dev.linkwright.TargetKind;
import dev.linkwright.testing.RefreshProof;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two threads read a link over and over while it is replaced, in each way that there is on Windows. What they saw is kept
/// in `readers.md` too: how often somebody meets a link that is busy is not known.
final class ReadersTest {
    private static final long READS = 100_000;
    private static final List<LinkTarget> TEXTS = List.of(LinkTarget.of("releases\\41"), LinkTarget.of("releases\\42"));
    private static final Set<Reason> NOTHING_THERE = EnumSet.of(
            Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND, Reason.NOT_A_LINK);

    @TempDir
    private Path directory;

    private Scene scene;
    private Links links;
    private LinkPath link;

    @BeforeEach
    void enter() throws IOException {
        scene = new Scene(directory);
        LinkCapabilities can = scene.named().capabilities();
        Assumptions.assumeTrue(can.has(Capability.SYMBOLIC_LINKS), () -> "skipped: windows has no SYMBOLIC_LINKS here ("
                + can.whyNot(Capability.SYMBOLIC_LINKS).orElse("no reason given") + ")");
        links = Links.on(scene.system);
        link = scene.at("current");
    }

    @Test
    void whileAFileLinkIsReplacedNobodyFindsNothing() throws Exception {
        nobodyFindsNothing(TargetKind.FILE);
    }

    @Test
    void whileADirectoryLinkIsReplacedNobodyFindsNothing() throws Exception {
        nobodyFindsNothing(TargetKind.DIRECTORY);
    }

    @Test
    void besideSomebodyWhoDeletesAndCreatesTheSameReadersFindNothing() throws Exception {
        make(TargetKind.FILE);
        RefreshProof seen = RefreshProof.of(links, link, READS, turn -> {
            links.remove(link);
            links.create(link, text(turn), CreateOptions.defaults().withTargetKind(TargetKind.FILE));
        });

        keep("delete and create", Guarantee.GAP, seen);
        assertThat(seen.failures()).filteredOn(ReadersTest::foundNothing).isNotEmpty();
    }

    private void nobodyFindsNothing(TargetKind kind) throws Exception {
        make(kind);
        Set<Guarantee> guarantees = EnumSet.noneOf(Guarantee.class);
        RefreshProof seen = RefreshProof.of(links, link, READS,
                turn -> guarantees.add(links.retarget(link, text(turn), RetargetOptions.defaults()).guarantee()));

        assertThat(guarantees).hasSize(1).doesNotContain(Guarantee.GAP);
        keep("retarget a link of kind " + kind, guarantees.iterator().next(), seen);
        assertThat(seen.failures()).filteredOn(ReadersTest::foundNothing).isEmpty();
        assertThat(seen.texts()).containsExactlyInAnyOrderElementsOf(TEXTS);
    }

    private void make(TargetKind kind) throws FileSystemException {
        links.create(link, TEXTS.get(0), CreateOptions.defaults().withTargetKind(kind));
    }

    private static LinkTarget text(int turn) {
        return TEXTS.get(turn % TEXTS.size());
    }

    private static boolean foundNothing(FileSystemException failure) {
        return failure instanceof LinkFailure told && NOTHING_THERE.contains(told.details().reason());
    }

    private static void keep(String way, Guarantee guarantee, RefreshProof seen) throws IOException {
        List<String> failures = seen.failures().stream().map(FileSystemException::getReason).distinct().toList();
        Files.writeString(Path.of(System.getProperty("answers"), "readers.md"),
                "| %s | %s | %d reads, %d failed: %s |%n".formatted(way, guarantee, seen.reads(),
                        seen.failures().size(),
                        failures),
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
