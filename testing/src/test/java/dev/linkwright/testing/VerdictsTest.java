package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.Verdict;
import dev.linkwright.tree.WalkOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Verdicts that take a link which no ordinary program makes, or a second volume.
final class VerdictsTest {
    private final FakeLinkSystem windows = FakeLinkSystem.windows();
    private final FakeLinkSystem posix = FakeLinkSystem.posix();
    private final LinkPath tree = windows.path("C:\\tree");
    private final LinkPath posixTree = posix.path("/tree");

    @BeforeEach
    void enter() throws IOException {
        windows.at(windows.root()).makeDirectory(Name.of("tree"));
        windows.at(tree).makeDirectory(Name.of("harmless"));
        windows.at(tree).makeDirectory(Name.of("evil"));
        posix.at(posix.root()).makeDirectory(Name.of("tree"));
    }

    private static ScanEvent.Found found(FakeLinkSystem system, LinkPath root, String name) throws IOException {
        try (Stream<ScanEvent> events = Trees.on(system).scan(root, ScanOptions.defaults())) {
            return events.filter(ScanEvent.Found.class::isInstance).map(ScanEvent.Found.class::cast)
                    .filter(link -> link.path().name().orElseThrow().equals(Name.of(name))).findFirst().orElseThrow();
        }
    }

    private Set<Verdict> verdicts(String name) throws IOException {
        return found(windows, tree, name).verdicts();
    }

    private void plant(String name, String substituteName, String printName) throws IOException {
        windows.plant(tree.resolve(Name.of(name)), new ReparseData.SymbolicLink(substituteName, printName, false),
                TargetKind.DIRECTORY);
    }

    @Test
    void aLabelThatNamesAnotherObjectDeceives() throws IOException {
        plant("link", "\\??\\C:\\tree\\evil", "C:\\tree\\harmless");
        windows.plant(tree.resolve(Name.of("junction")),
                new ReparseData.MountPoint("\\??\\C:\\tree\\evil", "C:\\tree\\harmless"), TargetKind.DIRECTORY);
        plant("nothing", "\\??\\C:\\tree\\evil", "C:\\tree\\absent");
        plant("server", "\\??\\C:\\tree\\evil", "\\\\server\\share");
        for (String each : new String[]{"link", "junction", "nothing", "server"}) {
            assertThat(verdicts(each)).as(each).contains(Verdict.DECEPTIVE, Verdict.OK);
        }
    }

    @Test
    void aLabelThatSpellsTheSameObjectInAnotherWayDoesNotDeceive() throws IOException {
        plant("same", "\\??\\C:\\tree\\evil", "c:\\Tree\\EVIL");
        plant("around", "\\??\\C:\\tree\\evil", "C:\\tree\\harmless\\..\\evil");
        for (String each : new String[]{"same", "around"}) {
            assertThat(verdicts(each)).as(each).doesNotContain(Verdict.DECEPTIVE);
        }
    }

    @Test
    void aSlashInATextOfWindowsIsTold() throws IOException {
        windows.plant(tree.resolve(Name.of("link")), new ReparseData.SymbolicLink("evil/x", "evil/x", true),
                TargetKind.FILE);
        assertThat(verdicts("link")).contains(Verdict.SLASH);
    }

    @Test
    void whatLeadsToAServerIsNotFollowedAndNotMissing() throws IOException {
        plant("link", "\\??\\UNC\\server\\share\\x", "\\\\server\\share\\x");
        ScanEvent.Found link = found(windows, tree, "link");
        assertThat(link.verdicts()).contains(Verdict.UNREACHABLE).doesNotContain(Verdict.MISSING);
        assertThat(link.cause()).hasValueSatisfying(
                failure -> assertThat(failure.reason()).isEqualTo(Reason.REMOTE_NOT_CHECKED));
    }

    @Test
    void aLinkToAnotherVolumeIsTold() throws IOException {
        windows.addDrive('D');
        plant("link", "\\??\\D:\\", "D:\\");
        assertThat(verdicts("link")).contains(Verdict.OTHER_FILESYSTEM, Verdict.ESCAPING, Verdict.OK);

        posix.mount(posix.path("/volume"));
        posix.at(posixTree).makeLink(Name.of("link"), LinkTarget.of("../volume"), TargetKind.UNSPECIFIED);
        posix.at(posixTree).makeLink(Name.of("here"), LinkTarget.of("../tree"), TargetKind.UNSPECIFIED);
        assertThat(found(posix, posixTree, "link").verdicts()).contains(Verdict.OTHER_FILESYSTEM, Verdict.OK);
        assertThat(found(posix, posixTree, "here").verdicts()).doesNotContain(Verdict.OTHER_FILESYSTEM);
    }

    @Test
    void tooManyLinksWithoutACycleAreNoLoop() throws IOException {
        posix.writeFile(posixTree.resolve(Name.of("end")), "end");
        String before = "end";
        for (int i = 1; i <= 45; i++) {
            String name = "hop-" + i;
            posix.at(posixTree).makeLink(Name.of(name), LinkTarget.of(before), TargetKind.UNSPECIFIED);
            before = name;
        }
        assertThat(found(posix, posixTree, "hop-40").verdicts()).containsExactly(Verdict.OK);
        assertThat(found(posix, posixTree, "hop-41").verdicts()).containsExactly(Verdict.HOP_LIMIT);
        assertThat(found(posix, posixTree, "hop-45").cycle()).isEmpty();
    }

    @Test
    void aChainWhoseEndAppearsMeanwhileIsNotMissing() throws IOException {
        LinkPath scanned = posixTree.resolve(Name.of("links"));
        posix.at(posixTree).makeDirectory(Name.of("links"));
        posix.at(posixTree).makeLink(Name.of("last"), LinkTarget.of("end"), TargetKind.UNSPECIFIED);
        for (String first : new String[]{"one", "other"}) {
            posix.at(scanned).makeLink(Name.of(first), LinkTarget.of("../last"), TargetKind.UNSPECIFIED);
        }
        int[] asked = {0};
        LinkSystem changing = InterceptingLinkSystem.of(posix, call -> {
            asked[0] += call.primitive() == Primitive.FOLLOW ? 1 : 0;
            // The first link has been judged, and of the second the system has just said that it leads nowhere.
            if (asked[0] == 2 && call.primitive() == Primitive.READ_LINK) {
                asked[0]++;
                posix.at(posixTree).makeDirectory(Name.of("end"));
            }
        });
        ScanOptions alone = ScanOptions.defaults().withWalk(WalkOptions.defaults().withWorkers(1))
                .withWanted(Verdict.problems());
        try (Stream<ScanEvent> events = Trees.on(changing).scan(scanned, alone)) {
            assertThat(events.filter(ScanEvent.Found.class::isInstance)).hasSize(1);
        }
    }
}
