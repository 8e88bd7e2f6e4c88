package dev.linkwright.testing;

import static dev.linkwright.testing.LinkAssert.assertThatLink;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.linkwright.CreateOptions;
import dev.linkwright.Hop;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.RemoteTargets;
import dev.linkwright.Resolution;
import dev.linkwright.TargetKind;
import dev.linkwright.path.DriveDirectories;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.StoredTarget;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Following paths by the rules of Windows: `docs/windows-links.md`, "Following a link".
final class WindowsResolutionTest {
    private final FakeLinkSystem windows = FakeLinkSystem.windows();
    private final Links links = Links.on(windows);

    private void plant(String... notations) throws IOException {
        TreeLayout.of(notations).plantIn(windows, windows.root());
    }

    private LinkPath path(String path) {
        return windows.path(path);
    }

    private LinkAssert link(String path) {
        return assertThatLink(windows, path(path));
    }

    private List<String> hops(String path) throws IOException {
        return links.resolve(path(path)).hops().stream().map(WindowsResolutionTest::words).toList();
    }

    private static String words(Hop hop) {
        return hop.path() + " -> " + hop.target();
    }

    /// What the fake itself reaches, which follows by other code than the library.
    private void isWhatTheSystemReaches(String path) throws IOException {
        LinkPath link = path(path);
        Identity reached = windows.at(link.parent()).follow(link.name().orElseThrow()).identity();
        LinkPath told = links.resolve(link).resolved().orElseThrow();
        assertThat(windows.at(told.parent()).stat(told.name().orElseThrow()).identity()).as(path).isEqualTo(reached);
    }

    @Test
    void aJunctionIsAHop() throws IOException {
        plant("dir/file", "j =J=> dir", "link => j\\file");
        assertThat(hops("C:\\link")).containsExactly("C:\\link -> j\\file", "C:\\j -> C:\\dir");
        link("C:\\link").leadsTo(path("C:\\dir\\file"));
        link("C:\\j").leadsTo(path("C:\\dir"));
        link("C:\\j\\file").leadsTo(path("C:\\dir\\file"));
    }

    @Test
    void dotsClimbFromWhereAJunctionIsAndFromWhereALinkLeads() throws IOException {
        plant("far/dir/up =F=> ..\\file", "far/file", "near/file", "near/j =J=> far/dir", "near/link => ..\\far\\dir");
        link("C:\\near\\j\\up").leadsTo(path("C:\\near\\file"));
        isWhatTheSystemReaches("C:\\near\\j\\up");
        isWhatTheSystemReaches("C:\\near\\link\\up");
    }

    @Test
    void belowAJunctionTheWayUpIsRememberedThroughSeveralDirectories() throws IOException {
        plant("far/dir/a/b/up =F=> ..\\..\\..\\file", "far/file", "near/file", "near/j =J=> far/dir");
        link("C:\\near\\j\\a\\b\\up").leadsTo(path("C:\\near\\file"));
        isWhatTheSystemReaches("C:\\near\\j\\a\\b\\up");
    }

    @Test
    void aJunctionMayLeadThroughJunctionsAndLinks() throws IOException {
        plant("real/dir/file", "link => real", "one =J=> link/dir", "two =J=> one");
        link("C:\\two\\file").leadsTo(path("C:\\real\\dir\\file"));
        assertThat(hops("C:\\two\\file")).containsExactly("C:\\two -> C:\\one", "C:\\one -> C:\\link\\dir",
                "C:\\link -> real");
        isWhatTheSystemReaches("C:\\two\\file");
    }

    @Test
    void junctionsThatLeadToEachOtherAreALoop() throws IOException {
        plant("a =J=> b", "b =J=> a", "lead => a\\x");
        link("C:\\lead").hasState(LinkState.LOOP);
        assertThat(links.resolve(path("C:\\lead")).cycle()).extracting(WindowsResolutionTest::words)
                .containsExactlyInAnyOrder("C:\\a -> C:\\b", "C:\\b -> C:\\a");
    }

    @Test
    void aJunctionThatLeadsNowhereTellsTheMissingPart() throws IOException {
        plant("j =J=> gone/away");
        assertThat(links.resolve(path("C:\\j")).missing()).contains(path("C:\\gone"));
        assertThat(links.resolve(path("C:\\j\\below")).missing()).contains(path("C:\\gone"));
    }

    @Test
    void dotsOfAPathAreFoldedBeforeAnyLinkIsSeen() throws IOException {
        plant("far/dir/", "far/file", "file", "link => far\\dir");
        link("C:\\link\\..\\file").leadsTo(path("C:\\file"));
        assertThat(hops("C:\\link\\..\\file")).isEmpty();
    }

    @Test
    void aLinkForAnotherKindOfTargetIsOfTheWrongType() throws IOException {
        plant("dir/", "file", "f =F=> dir", "d =D=> file", "through => f", "good => dir");
        link("C:\\f").hasState(LinkState.WRONG_TYPE);
        link("C:\\d").hasState(LinkState.WRONG_TYPE);
        link("C:\\through").hasState(LinkState.WRONG_TYPE);
        link("C:\\good").hasState(LinkState.OK);
        assertThat(links.state(path("C:\\f"))).isEqualTo(LinkState.WRONG_TYPE);
    }

    @Test
    void aDriveThatThisSessionDoesNotHaveIsNotTakenForAMissingTarget() throws IOException {
        plant("link => Q:\\x\\y", "other => C:\\missing");
        link("C:\\link").hasState(LinkState.UNREACHABLE);
        assertThat(links.resolve(path("C:\\link")).failure().orElseThrow().remark()).contains("no drive 'Q:\\'");
        link("C:\\other").hasState(LinkState.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\server\\share\\x", "\\\\.\\pipe\\x", "\\\\?\\UNC\\server\\share\\x",
            "\\\\?\\GLOBALROOT\\Device\\Mup\\server\\x"})
    void whatIsOnAnotherMachineOrADeviceIsNeverLookedAt(String text) throws IOException {
        StoredTarget stored = PathRules.WINDOWS.stored(text, DriveDirectories.roots());
        windows.plant(path("C:\\link"), ReparseData.SymbolicLink.of(stored), TargetKind.FILE);
        plant("hop => link\\below");
        for (String name : List.of("C:\\link", "C:\\hop")) {
            Set<Primitive> asked = java.util.EnumSet.noneOf(Primitive.class);
            Resolution resolution = Links.on(InterceptingLinkSystem.of(windows, call -> asked.add(call.primitive())))
                    .resolve(path(name));
            assertThat(resolution.state()).isEqualTo(LinkState.UNREACHABLE);
            assertThat(resolution.failure().orElseThrow().reason()).isEqualTo(Reason.REMOTE_NOT_CHECKED);
            assertThat(resolution.reached()).isEqualTo(path("C:\\link"));
            assertThat(asked).doesNotContain(Primitive.FOLLOW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z:\\x", "\\\\?\\Z:\\x"})
    void aMappedDriveIsAnotherMachine(String text) throws IOException {
        windows.addDrive('Z', FakeCondition.REMOTE);
        windows.writeFile(path("Z:\\x"), "far away");
        StoredTarget stored = PathRules.WINDOWS.stored(text, DriveDirectories.roots());
        windows.plant(path("C:\\link"), ReparseData.SymbolicLink.of(stored), TargetKind.FILE);
        Set<LinkPath> asked = new java.util.HashSet<>();
        Links watched = Links.on(InterceptingLinkSystem.of(windows, call -> asked.add(call.path())));

        Resolution resolution = watched.resolve(path("C:\\link"));

        assertThat(resolution.state()).isEqualTo(LinkState.UNREACHABLE);
        assertThat(resolution.failure().orElseThrow().reason()).isEqualTo(Reason.REMOTE_NOT_CHECKED);
        assertThat(asked).allSatisfy(each -> assertThat(each.toString()).startsWith("C:\\"));
        assertThat(watched.withRemoteTargets(RemoteTargets.FOLLOWED).resolve(path("C:\\link")).state())
                .isEqualTo(LinkState.OK);
    }

    @Test
    void whoMakesALinkToAnotherMachineDoesNotAskThere() throws IOException {
        plant("local => \\\\server\\share");
        Set<Primitive> asked = java.util.EnumSet.noneOf(Primitive.class);
        Links watched = Links.on(InterceptingLinkSystem.of(windows, call -> asked.add(call.primitive())));
        watched.create(path("C:\\direct"), LinkTarget.of("\\\\server\\share\\x"), CreateOptions.defaults());
        watched.create(path("C:\\by hops"), LinkTarget.of("local\\x"), CreateOptions.defaults());
        assertThat(asked).doesNotContain(Primitive.FOLLOW);
        link("C:\\direct").isFor(TargetKind.FILE);
    }

    @Test
    void theKindSuitsWhatIsReachedByJunctions() throws IOException {
        plant("far/dir/", "j =J=> far", "link => j\\dir");
        link("C:\\link").isFor(TargetKind.DIRECTORY);
    }

    @Test
    void absoluteTextsAreFoldedBeforeTheyAreStored() throws IOException {
        plant("w/d/", "w/f");
        Links inW = Links.on(windows.withWorkingDirectory(path("C:\\w")));
        for (String text : List.of("\\\\?\\C:\\w\\f", "C:\\w\\d\\..\\f", "C:/w/./f", "C:f", "C:d\\..\\f",
                "C:\\w\\f. ")) {
            assertThat(inW.create(path("C:\\link"), LinkTarget.of(text), CreateOptions.defaults()).target()).as(text)
                    .isEqualTo(LinkTarget.of("C:\\w\\f"));
            link("C:\\link").hasTarget("C:\\w\\f").leadsTo(path("C:\\w\\f"));
            links.remove(path("C:\\link"));
        }
        inW.create(path("C:\\here"), LinkTarget.of("C:"), CreateOptions.defaults());
        link("C:\\here").hasTarget("C:\\w").isFor(TargetKind.DIRECTORY);
        inW.create(path("C:\\relative"), LinkTarget.of("w\\d\\..\\f"), CreateOptions.defaults());
        link("C:\\relative").hasTarget("w\\d\\..\\f");
    }

    @Test
    void retargetFoldsAbsoluteTextsToo() throws IOException {
        plant("f", "link => x");
        links.retarget(path("C:\\link"), LinkTarget.of("C:\\a\\..\\f"), dev.linkwright.RetargetOptions.defaults());
        link("C:\\link").hasTarget("C:\\f");
        assertThat(Objects.requireNonNull(links.resolve(path("C:\\link")).end()).isDirectory()).isFalse();
    }
}
