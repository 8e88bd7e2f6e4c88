package dev.linkwright.ffm.posix;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.PATH;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.Diagnosis;
import dev.linkwright.LinkPath;
import dev.linkwright.Links;
import dev.linkwright.probe.KilledProbe;
import dev.linkwright.probe.KilledProbe.Deed;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A process that is killed at any moment of an operation leaves the old object or the new one at the name, and beside
/// it at most something with a temporary name, which `doctor --clean` removes if it is a link. What is all that is left
/// of the old object is never removed.
///
/// Killed before each of its changes in turn: what it is in between, the system calls see to.
final class KilledInTheMiddleTest {
    private static final String TEMPORARY = "\\.lw-\\d+-[a-z2-7]{26}~?";
    private static final String OLD = "old";
    private static final String NEW = KilledProbe.NEW.toString();
    private static final int KILLED = 128 + 9;

    @TempDir
    Path base;

    private Links links;
    private int scenes;

    @BeforeEach
    void enter() {
        links = Links.on(ThisHost.linkSystem());
        Bench.POSIX.require(Root.hasCommand("kill") && Root.hasCommand("touch"), "the commands kill and touch");
    }

    @ParameterizedTest
    @EnumSource(names = {"RETARGET", "RETARGET_WITHOUT_EXCHANGE", "RETARGET_AS_EXPECTED", "CREATE_AND_REPLACE",
            "CREATE_AND_REPLACE_WITHOUT_EXCHANGE"})
    void whoReplacesALinkLeavesTheOldOneOrTheNewOne(Deed deed) throws Exception {
        for (int turn = 0; true; turn++) {
            Path link = Files.createSymbolicLink(scene().resolve("link"), Path.of(OLD));
            boolean killed = isKilled(deed, link, turn);

            assertThat(Files.readSymbolicLink(link).toString()).isIn(killed ? List.of(OLD, NEW) : List.of(NEW));
            assertThat(besides(link)).allSatisfy(KilledInTheMiddleTest::isTemporaryLink);
            whatIsLeftIsRemovedWhenItIsOld(link);
            assertThat(besides(link)).isEmpty();
            if (!killed) {
                assertThat(turn).isGreaterThanOrEqualTo(2);
                return;
            }
        }
    }

    /// With a gap there may be no link at the name: once. Then both are there under temporary names, and stay there.
    @Test
    void whoSetsAsideHasBothWhereTheNameIsFree() throws Exception {
        assertThat(leftInTheGap(Deed.RETARGET_BY_SETTING_ASIDE)).containsExactlyInAnyOrder(OLD, NEW);
    }

    /// Where no rename helps, the moment between the removal and the new link has neither: that is what has to be allowed.
    @Test
    void whoMakesANewLeavesNothingInTheGapAndNothingBesides() throws Exception {
        assertThat(leftInTheGap(Deed.RETARGET_BY_MAKING_ANEW)).isEmpty();
    }

    /// The texts of what is left, also by those who clean, where the name is free; elsewhere nothing is left.
    private List<String> leftInTheGap(Deed deed) throws Exception {
        List<List<String>> gaps = new ArrayList<>();
        for (int turn = 0; true; turn++) {
            Path link = Files.createSymbolicLink(scene().resolve("link"), Path.of(OLD));
            boolean killed = isKilled(deed, link, turn);

            assertThat(besides(link)).allSatisfy(KilledInTheMiddleTest::isTemporaryLink);
            if (Files.isSymbolicLink(link)) {
                assertThat(text(link)).isIn(killed ? List.of(OLD, NEW) : List.of(NEW));
                whatIsLeftIsRemovedWhenItIsOld(link);
                assertThat(besides(link)).isEmpty();
            } else {
                gaps.add(besides(link).stream().map(KilledInTheMiddleTest::text).toList());
                whatIsLeftIsKept(link);
            }
            if (!killed) {
                assertThat(gaps).hasSize(1);
                return gaps.get(0);
            }
        }
    }

    @Test
    void whoCreatesLeavesTheWholeLinkOrNothing() throws Exception {
        Path link = scene().resolve("link");
        assertThat(isKilled(Deed.CREATE, link, 0)).isTrue();
        assertThat(link.getParent()).isEmptyDirectory();

        assertThat(isKilled(Deed.CREATE, link, 1)).isFalse();
        assertThat(Files.readSymbolicLink(link)).hasToString(NEW);
        assertThat(besides(link)).isEmpty();
    }

    @Test
    void whoMakesParentsLeavesAtMostEmptyDirectoriesOfThatPath() throws Exception {
        for (int turn = 0; true; turn++) {
            Path scene = scene();
            Path link = scene.resolve("a/b/link");
            boolean killed = isKilled(Deed.CREATE_WITH_PARENTS, link, turn);

            try (Stream<Path> all = Files.walk(scene)) {
                assertThat(all).allSatisfy(each -> assertThat(link.startsWith(each)).isTrue());
            }
            assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isEqualTo(!killed);
            if (!killed) {
                assertThat(turn).isEqualTo(3);
                return;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BACK_UP", "BACK_UP_WITHOUT_EXCHANGE"})
    void whoBacksUpAFileNeverLosesIt(Deed deed) throws Exception {
        for (int turn = 0; true; turn++) {
            Path link = Files.writeString(scene().resolve("link"), "precious");
            boolean killed = isKilled(deed, link, turn);

            whatIsLeftIsRemovedWhenItIsOld(link);
            try (Stream<Path> all = Files.list(link.getParent())) {
                assertThat(all.filter(Files::isRegularFile)).singleElement(PATH).hasContent("precious");
            }
            if (deed == Deed.BACK_UP) {
                assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
            }
            if (!killed) {
                assertThat(Files.readSymbolicLink(link)).hasToString(NEW);
                assertThat(besides(link)).containsExactly(link.resolveSibling("link~"));
                return;
            }
        }
    }

    /// A link that is backed up has a temporary name for a moment, as those have that nobody needs any more.
    @ParameterizedTest
    @EnumSource(names = {"BACK_UP", "BACK_UP_WITHOUT_EXCHANGE"})
    void whoBacksUpALinkNeverLosesItEither(Deed deed) throws Exception {
        for (int turn = 0; true; turn++) {
            Path link = Files.createSymbolicLink(scene().resolve("link"), Path.of(OLD));
            boolean killed = isKilled(deed, link, turn);

            makeOld(left(link));
            links.removeLeftovers(directoryOf(link));
            List<Path> besides = besides(link);
            boolean isInItsPlace = Files.isSymbolicLink(link) && text(link).equals(OLD);
            if (isInItsPlace) {
                assertThat(besides).isEmpty();
            } else {
                assertThat(besides).extracting(KilledInTheMiddleTest::text).contains(OLD);
            }
            if (!killed) {
                assertThat(text(link)).isEqualTo(NEW);
                assertThat(besides).containsExactly(link.resolveSibling("link~"));
                return;
            }
        }
    }

    private Path scene() throws IOException {
        return Files.createDirectory(base.resolve("scene-" + scenes++));
    }

    /// Whether the operation was killed; else it came to its end.
    private static boolean isKilled(Deed deed, Path link, int turn) throws Exception {
        ChildJvm.Outcome outcome = new ChildJvm().onClassPath()
                .with("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                .run(KilledProbe.class, deed.name(), link.toString(), Integer.toString(turn));
        assertThat(outcome.exit()).as(outcome.output()).isIn(0, KILLED);
        return outcome.exit() == KILLED;
    }

    private static List<Path> besides(Path link) throws IOException {
        try (Stream<Path> all = Files.list(link.getParent())) {
            return all.filter(each -> !each.equals(link)).toList();
        }
    }

    private static String text(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isTemporaryLink(Path path) {
        assertThat(path.getFileName().toString()).matches(TEMPORARY);
        assertThat(path).isSymbolicLink();
    }

    /// Links only, and not before an hour has gone by.
    private void whatIsLeftIsRemovedWhenItIsOld(Path link) throws IOException {
        List<LinkPath> left = left(link);
        assertThat(links.removeLeftovers(directoryOf(link))).isEmpty();
        makeOld(left);
        left.removeIf(each -> !Files.isSymbolicLink(each.toPath().orElseThrow()));
        assertThat(links.removeLeftovers(directoryOf(link))).containsExactlyInAnyOrderElementsOf(left);
    }

    private void whatIsLeftIsKept(Path link) throws IOException {
        List<LinkPath> left = left(link);
        assertThat(links.diagnose(directoryOf(link), Diagnosis.Trying.NOTHING).kept())
                .containsExactlyInAnyOrderElementsOf(left);
        makeOld(left);
        assertThat(links.removeLeftovers(directoryOf(link))).isEmpty();
        assertThat(left(link)).isEqualTo(left);
    }

    private List<LinkPath> left(Path link) throws IOException {
        List<LinkPath> left = new ArrayList<>();
        for (Path each : besides(link)) {
            if (each.getFileName().toString().matches(TEMPORARY)) {
                left.add(LinkPath.of(each));
            }
        }
        assertThat(links.diagnose(directoryOf(link), Diagnosis.Trying.NOTHING).leftovers())
                .containsExactlyInAnyOrderElementsOf(left);
        return left;
    }

    private static void makeOld(List<LinkPath> links) throws IOException {
        for (LinkPath each : links) {
            Root.run("touch", "-h", "-d", "2 hours ago", each.toString());
        }
    }

    private static LinkPath directoryOf(Path link) {
        return LinkPath.of(requireNonNull(link.getParent()));
    }
}
