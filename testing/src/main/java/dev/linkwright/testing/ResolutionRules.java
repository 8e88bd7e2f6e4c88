package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Hop;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.Resolution;
import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Following paths hop by hop. Whatever is resolved, [dev.linkwright.Links#state] says the same in short.
abstract class ResolutionRules extends ContractRules {
    private final List<Resolution> resolved = new ArrayList<>();

    ResolutionRules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    private Resolution resolve(String names) throws IOException {
        return resolve(at(names));
    }

    private Resolution resolve(LinkPath path) throws IOException {
        Resolution resolution = links().resolve(path);
        resolved.add(resolution);
        return resolution;
    }

    @AfterEach
    void theStateAloneIsTheSame() throws IOException {
        for (Resolution resolution : resolved) {
            assertThat(links().state(resolution.path())).isEqualTo(resolution.state());
        }
    }

    private static List<LinkPath> places(List<Hop> hops) {
        return hops.stream().map(Hop::path).toList();
    }

    @Test
    void aPathWithoutLinksEndsWhereItIs() throws IOException {
        plant("dir/file");
        Resolution resolution = resolve("dir/file");
        assertThat(resolution.state()).isEqualTo(LinkState.OK);
        assertThat(resolution.hops()).isEmpty();
        assertThat(resolution.resolved()).contains(at("dir/file"));
        assertThat(resolve("dir").resolved()).contains(at("dir"));
    }

    private LinkPath directory(String names) {
        LinkPath path = at(names);
        return LinkPath.of(path.rules(), path.units() + (path.rules() == PathRules.WINDOWS ? "\\" : "/"));
    }

    @Test
    void aSeparatorBehindAPathSaysThatADirectoryIsMeant() throws IOException {
        plant("dir/file", "link => dir/file", "way => dir");
        assertThat(resolve(directory("dir")).resolved()).contains(at("dir"));
        assertThat(resolve(directory("way")).resolved()).contains(at("dir"));
        for (String file : List.of("dir/file", "link")) {
            Resolution resolution = resolve(directory(file));
            assertThat(resolution.state()).isEqualTo(LinkState.MISSING);
            assertThat(resolution.failure()).hasValueSatisfying(
                    failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_A_DIRECTORY));
        }
    }

    @Test
    void aLinkLeadsToItsTarget() throws IOException {
        plant("dir/file", "link => dir/file");
        Resolution resolution = resolve("link");
        assertThat(resolution.state()).isEqualTo(LinkState.OK);
        assertThat(places(resolution.hops())).containsExactly(at("link"));
        assertThat(resolution.hops().get(0).target()).isEqualTo(stored("dir/file"));
        assertThat(resolution.resolved()).contains(at("dir/file"));
        assertThat(resolution.failure()).isEmpty();
    }

    @Test
    void anAbsoluteTextLeadsThereToo() throws IOException {
        plant("dir/file", "sub/link => " + root.resolve(name("dir")));
        assertThat(resolve("sub/link").resolved()).contains(at("dir"));
        assertThat(resolve("sub/link/file").resolved()).contains(at("dir/file"));
    }

    @Test
    void climbingOutOfAFileStopsAtTheFile() throws IOException {
        plant("file", "sub/link => ../file/../file");
        requireFollowingByTheRules();
        requireRules(PathRules.POSIX);
        Resolution resolution = resolve("sub/link");
        assertThat(resolution.state()).isEqualTo(LinkState.MISSING);
        assertThat(resolution.missing()).contains(at("file"));
    }

    @Test
    void aRootedTextOfWindowsStaysOnTheVolume() throws IOException {
        plant("file", "sub/");
        require(Capability.SYMBOLIC_LINKS);
        requireRules(PathRules.WINDOWS);
        LinkTarget rooted = LinkTarget.of(at("file").units().substring(2));
        Throwable thrown = catchThrowable(() -> links().create(at("sub/link"), rooted, CreateOptions.defaults()));
        if (thrown == null) {
            assertThat(resolve("sub/link").resolved()).contains(at("file"));
        } else {
            failure(thrown, Reason.CAPABILITY_MISSING, Reason.INVALID_TARGET);
        }
    }

    @Test
    void aRelativeTextCountsFromTheDirectoryOfTheLink() throws IOException {
        plant("file", "a/b/link => ../../file");
        assertThat(resolve("a/b/link").resolved()).contains(at("file"));
    }

    @Test
    void climbingAfterALinkClimbsFromWhereItLeadsUnlessWindowsFoldsTheTextFirst() throws IOException {
        plant("real/deep/", "real/file", "deep => real/deep", "link => deep/../file");
        requireFollowingByTheRules();
        if (isWindows()) {
            plant("file");
            assertThat(resolve("link").resolved()).contains(at("file"));
            assertThat(places(resolve("link").hops())).containsExactly(at("link"));
        } else {
            assertThat(resolve("link").resolved()).contains(at("real/file"));
            assertThat(places(resolve("link").hops())).containsExactly(at("link"), at("deep"));
        }
    }

    @Test
    void whereAWalkEndsIsWhatTheSystemReaches() throws IOException {
        requireFollowingByTheRules();
        plant("real/deep/", "real/file", "file", "deep => real/deep", "climbing => deep/../file",
                "twice => deep/../deep/../file", "sub/through => ../deep/../file", "down => ./real/../file");
        require(Capability.IDENTITY);
        for (String link : List.of("climbing", "twice", "sub/through", "down")) {
            LinkPath place = at(link);
            Identity reached = system.at(place.parent()).follow(place.name().orElseThrow()).identity();
            LinkPath told = resolve(link).resolved().orElseThrow();
            assertThat(system.at(told.parent()).stat(told.name().orElseThrow()).identity()).as(link).isEqualTo(reached);
        }
    }

    @Test
    void theMissingPartOfADanglingLinkIsNamed() throws IOException {
        plant("dir/", "dangling => dir/nowhere/below", "far => dangling");
        for (String link : List.of("dangling", "far")) {
            Resolution resolution = resolve(link);
            assertThat(resolution.state()).isEqualTo(LinkState.MISSING);
            assertThat(resolution.missing()).contains(at("dir/nowhere"));
            assertThat(resolution.resolved()).isEmpty();
            assertThat(resolution.failure()).isPresent();
        }
    }

    @Test
    void aFileInTheMiddleOfTheWayIsADeadEnd() throws IOException {
        plant("file", "link => file/below");
        assertThat(resolve("link").state()).isEqualTo(LinkState.MISSING);
    }

    @Test
    void aLinkToItselfIsACycleOfOne() throws IOException {
        plant("loop => loop");
        Resolution resolution = resolve("loop");
        assertThat(resolution.state()).isEqualTo(LinkState.LOOP);
        assertThat(places(resolution.cycle())).containsExactly(at("loop"));
    }

    @Test
    void cyclesOfTwoAndThreeAreFoundWhole() throws IOException {
        plant("a => b", "b => a", "x => y", "y => z", "z => x");
        assertThat(resolve("a").state()).isEqualTo(LinkState.LOOP);
        assertThat(places(resolve("a").cycle())).containsExactlyInAnyOrder(at("a"), at("b"));
        assertThat(resolve("x").state()).isEqualTo(LinkState.LOOP);
        assertThat(places(resolve("y").cycle())).containsExactlyInAnyOrder(at("x"), at("y"), at("z"));
    }

    @Test
    void whatOnlyLeadsIntoACycleIsNoPartOfIt() throws IOException {
        plant("a => b", "b => a", "lead => in", "in => a");
        Resolution resolution = resolve("lead");
        assertThat(resolution.state()).isEqualTo(LinkState.LOOP);
        assertThat(places(resolution.cycle())).containsExactlyInAnyOrder(at("a"), at("b"));
    }

    @Test
    void aCycleThatPassesDirectoriesIsFound() throws IOException {
        plant("d/x => ../e/y", "e/y => ../d/x/below", "start => d/x");
        Resolution resolution = resolve("start");
        assertThat(resolution.state()).isEqualTo(LinkState.LOOP);
        assertThat(places(resolution.cycle())).containsExactlyInAnyOrder(at("d/x"), at("e/y"));
    }

    @Test
    void aLinkThatIsPassedTwiceWithoutACycleIsNoCycle() throws IOException {
        plant("dir/file", "link => dir", "both => link/../link/file");
        requireRules(PathRules.POSIX);
        Resolution resolution = resolve("both");
        assertThat(resolution.state()).isEqualTo(LinkState.OK);
        assertThat(resolution.resolved()).contains(at("dir/file"));
        assertThat(places(resolution.hops())).containsExactly(at("both"), at("link"), at("link"));
    }

    @Test
    void everyHopOfAChainIsTold() throws IOException {
        plantChain(10);
        Resolution resolution = resolve("chain-1");
        assertThat(resolution.state()).isEqualTo(LinkState.OK);
        assertThat(resolution.resolved()).contains(at("end"));
        List<LinkPath> expected = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            expected.add(at("chain-" + i));
        }
        assertThat(places(resolution.hops())).isEqualTo(expected);
    }

    @Test
    void aLongChainEndsWhereTheSystemSaysSo() throws IOException {
        plantChain(45);
        Throwable refusal = catchThrowable(() -> here.follow(name("chain-1")));
        Resolution resolution = resolve("chain-1");
        if (refusal == null) {
            assertThat(resolution.state()).isEqualTo(LinkState.OK);
        } else {
            failure(refusal, Reason.TOO_MANY_LINKS_IN_PATH);
            assertThat(resolution.state()).isEqualTo(LinkState.HOP_LIMIT);
        }
        assertThat(resolution.hops()).hasSize(45);
        assertThat(resolution.cycle()).isEmpty();
    }

    @Test
    void noSystemFollowsAHundredLinks() throws IOException {
        plantChain(100);
        refused(() -> here.follow(name("chain-1")), Reason.TOO_MANY_LINKS_IN_PATH);
        assertThat(resolve("chain-1").state()).isEqualTo(LinkState.HOP_LIMIT);
    }

    private void plantChain(int length) throws IOException {
        plant("end");
        for (int i = length; i >= 1; i--) {
            plant("chain-" + i + " => " + (i == length ? "end" : "chain-" + (i + 1)));
        }
    }

    @Test
    void whereThePathItselfIsMissingThereIsNothingToResolve() throws IOException {
        refused(() -> links().resolve(at("missing")), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> links().state(at("missing")), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> links().resolve(at("missing/below")), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
    }
}
