package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.FailureDetails;
import dev.linkwright.Hop;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.Verdict;
import dev.linkwright.tree.WalkOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Finding links in trees and judging them.
abstract class ScanRules extends ContractRules {
    private static final ScanOptions ALONE = ScanOptions.defaults()
            .withWalk(WalkOptions.defaults().withWorkers(1));

    ScanRules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    @BeforeEach
    void requireLinks() {
        require(Capability.SYMBOLIC_LINKS);
    }

    private List<ScanEvent> events(LinkSystem scanned, LinkPath from, ScanOptions options) throws IOException {
        try (Stream<ScanEvent> events = Trees.on(scanned).scan(from, options)) {
            return events.toList();
        }
    }

    private Map<String, ScanEvent.Found> found(ScanOptions options) throws IOException {
        return found(root, options);
    }

    private Map<String, ScanEvent.Found> found(LinkPath from, ScanOptions options) throws IOException {
        Map<String, ScanEvent.Found> found = new TreeMap<>();
        for (ScanEvent event : events(system, from, options)) {
            if (event instanceof ScanEvent.Found link) {
                assertThat(found.put(new Seen(from).way(link.path()), link)).as("found twice").isNull();
            }
            assertThat(event).isNotInstanceOf(ScanEvent.Failed.class);
        }
        return found;
    }

    private static ScanEvent.Found link(Map<String, ScanEvent.Found> found, String way) {
        return Objects.requireNonNull(found.get(way), way);
    }

    private Map<String, Set<Verdict>> verdicts(ScanOptions options) throws IOException {
        Map<String, Set<Verdict>> verdicts = new TreeMap<>();
        found(options).forEach((way, link) -> verdicts.put(way, link.verdicts()));
        return verdicts;
    }

    private ScanOptions problems() {
        return ALONE.withWanted(Verdict.problems());
    }

    @Test
    void aLinkThatLeadsSomewhereIsOk() throws IOException {
        plant("dir/file", "to-file => dir/file", "dir/up => ..", "to-dir => dir");
        requireRules(PathRules.POSIX);
        Map<String, Set<Verdict>> verdicts = verdicts(ALONE);
        assertThat(verdicts).containsOnlyKeys("to-file", "dir/up", "to-dir");
        for (Set<Verdict> each : verdicts.values()) {
            // Links that only ntfs-3g follows are not portable whatever their text is.
            assertThat(each).contains(Verdict.OK).isSubsetOf(Verdict.OK, Verdict.NOT_PORTABLE);
        }
        assertThat(link(found(ALONE), "to-file").resolved()).contains(at("dir/file"));
    }

    @Test
    void everyLinkIntoADirectoryThatIsGoneIsMissing() throws IOException {
        plant("dir/file", "good => dir/file", "one => gone/file", "other => gone/below/file", "dir/third => ../gone",
                "chain => one");
        List<String> expected = new ArrayList<>(List.of("chain", "dir/third", "one", "other"));
        if (system.rules() == PathRules.POSIX) {
            // Windows folds the text first.
            plant("back => gone/../dir/file");
            expected.add("back");
        }
        Map<String, ScanEvent.Found> found = found(problems());
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        for (ScanEvent.Found link : found.values()) {
            assertThat(link.verdicts()).as("%s", link.path()).contains(Verdict.MISSING);
            assertThat(link.cause()).as("%s", link.path()).hasValueSatisfying(
                    why -> assertThat(why.reason()).isIn(Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND));
        }
    }

    @Test
    void onlyProblemsAreFoundWhenOnlyTheyAreWanted() throws IOException {
        plant("dir/file", "good => dir", "dir/dangling => nowhere", "chain => dir/dangling", "through => dir/no/more");
        Map<String, ScanEvent.Found> found = found(problems());
        assertThat(found.keySet()).containsExactly("chain", "dir/dangling", "through");
        for (ScanEvent.Found link : found.values()) {
            assertThat(link.verdicts()).as("%s", link.path()).contains(Verdict.MISSING).doesNotContain(Verdict.OK);
            assertThat(link.state()).contains(LinkState.MISSING);
        }
    }

    @Test
    void everyLinkOfAChainThatLeadsNowhereIsMissing() throws IOException {
        plant("dir/c-1 => nowhere", "dir/c-2 => c-1", "c-3 => dir/c-2", "dir/c-4 => ../c-3", "dir/c-5 => c-4/.");
        Map<String, ScanEvent.Found> found = found(problems());
        assertThat(found.keySet()).containsExactly("c-3", "dir/c-1", "dir/c-2", "dir/c-4", "dir/c-5");
        for (ScanEvent.Found link : found.values()) {
            assertThat(link.verdicts()).as("%s", link.path()).contains(Verdict.MISSING);
        }
    }

    @Test
    void aLoopIsToldWithItsCycleWhicheverLinkItIsEnteredBy() throws IOException {
        plant("a => b", "b => sub/c", "sub/c => ../a", "into => b", "self => self");
        Map<String, ScanEvent.Found> found = found(problems());
        assertThat(found.keySet()).containsExactly("a", "b", "into", "self", "sub/c");
        List<LinkPath> cycle = List.of(at("a"), at("b"), at("sub/c"));
        for (String member : List.of("a", "b", "into", "sub/c")) {
            assertThat(link(found, member).verdicts()).contains(Verdict.LOOP);
            assertThat(link(found, member).cycle()).as(member).extracting(Hop::path).isEqualTo(cycle);
        }
        assertThat(link(found, "self").cycle()).extracting(Hop::path).containsExactly(at("self"));
    }

    @Test
    void whatLeadsOutOfTheTreeIsToldAndNotFollowed() throws IOException {
        plant("tree/out => ../outside/file", "outside/file", "outside/link => file", "tree/gone => ../outside/no",
                "tree/dir/in => ../dir");
        Map<String, ScanEvent.Found> found = found(at("tree"), ALONE);
        assertThat(found.keySet()).containsExactly("dir/in", "gone", "out");
        assertThat(link(found, "out").verdicts()).contains(Verdict.ESCAPING, Verdict.OK);
        assertThat(link(found, "gone").verdicts()).contains(Verdict.ESCAPING, Verdict.MISSING);
        assertThat(link(found, "dir/in").verdicts()).doesNotContain(Verdict.ESCAPING);
    }

    @Test
    void textsAreJudgedByThemselves() throws IOException {
        require(Capability.VERBATIM_TEXT);
        requireRules(PathRules.POSIX);
        plant("dir/file", "a => dir//file", "b => ./dir", "c => dir/../dir/file", "d => dir/", "e => dir/file",
                "f => " + at("dir"), "g => nul", "h => " + "long".repeat(300));
        Map<String, Set<Verdict>> verdicts = verdicts(ALONE);
        for (String messy : List.of("a", "b", "c", "d")) {
            assertThat(verdicts.get(messy)).as(messy).containsExactly(Verdict.MESSY, Verdict.OK);
        }
        assertThat(verdicts.get("e")).containsExactly(Verdict.OK);
        assertThat(verdicts.get("f")).containsExactly(Verdict.ABSOLUTE, Verdict.OK);
        assertThat(verdicts.get("g")).containsExactly(Verdict.MISSING, Verdict.NOT_PORTABLE);
        assertThat(verdicts.get("h")).contains(Verdict.OVER_LONG);
    }

    @Test
    void aTargetInAnotherCaseIsPointedOut() throws IOException {
        requireRules(PathRules.POSIX);
        plant("Dir/ReadMe", "a => Dir/README", "b => Dir/other", "c => Dir/ReadMe/.");
        Map<String, Set<Verdict>> verdicts = verdicts(ALONE);
        assertThat(verdicts.get("a")).contains(Verdict.MISSING, Verdict.CASE_MISMATCH);
        assertThat(verdicts.get("b")).contains(Verdict.MISSING).doesNotContain(Verdict.CASE_MISMATCH);
        assertThat(verdicts.get("c")).as("it is there, and is no directory").doesNotContain(Verdict.CASE_MISMATCH);
    }

    @Test
    void withoutJudgementEveryLinkIsFoundAndNoneIsRead() throws IOException {
        plant("a => nowhere", "dir/b => ..", "dir/file");
        List<Primitive> calls = new ArrayList<>();
        LinkSystem watched = InterceptingLinkSystem.of(system, call -> calls.add(call.primitive()));
        List<ScanEvent> events = events(watched, root, ALONE.withJudgement(ScanOptions.Judgement.NONE));
        assertThat(events).filteredOn(ScanEvent.Found.class::isInstance).hasSize(2);
        assertThat(calls).doesNotContain(Primitive.READ_LINK, Primitive.FOLLOW);
    }

    @Test
    void whatCannotBeReachedIsNeverCalledMissing() throws IOException {
        plant("dir/file", "link => dir/file", "good => dir");
        for (Reason refusal : List.of(Reason.ACCESS_DENIED, Reason.UNREACHABLE, Reason.IO_ERROR)) {
            LinkSystem refusing = InterceptingLinkSystem.of(system, call -> {
                if (call.primitive() == Primitive.FOLLOW && call.path().name().orElseThrow().equals(name("link"))) {
                    throw FailureDetails.of(call.words(), call.path(), refusal).toException();
                }
            });
            List<ScanEvent> events = events(refusing, root, problems());
            assertThat(events).filteredOn(ScanEvent.Found.class::isInstance).singleElement()
                    .satisfies(event -> assertThat(((ScanEvent.Found) event).verdicts())
                            .contains(Verdict.UNREACHABLE).doesNotContain(Verdict.MISSING));
        }
    }

    @Test
    void whatCannotBeExaminedIsAnEventAndTheScanGoesOn() throws IOException {
        plant("closed/link => nowhere", "open/link => nowhere", "unreadable => nowhere");
        LinkSystem refusing = InterceptingLinkSystem.of(system, call -> {
            String path = call.path().toString();
            boolean lists = call.primitive() == Primitive.LIST && path.endsWith("closed");
            boolean reads = call.primitive() == Primitive.READ_LINK && path.endsWith("unreadable");
            if (lists || reads) {
                throw FailureDetails.of(call.words(), call.path(), Reason.ACCESS_DENIED).toException();
            }
        });
        List<ScanEvent> events = events(refusing, root, problems());
        assertThat(events.stream().filter(ScanEvent.Failed.class::isInstance)
                .map(event -> ((ScanEvent.Failed) event).failure().path().name().orElseThrow()))
                .contains(name("closed"));
        assertThat(events.stream().filter(ScanEvent.Found.class::isInstance)
                .map(event -> ((ScanEvent.Found) event).path()))
                .contains(at("open/link"));
        ScanEvent.Progress last = (ScanEvent.Progress) events.get(events.size() - 1);
        assertThat(last.directories()).isEqualTo(3);
    }

    @Test
    void aScanThatIsNotReadToItsEndStopsWhenItIsClosed() throws IOException {
        for (int i = 0; i < 60; i++) {
            plant("d" + i % 10 + "/link" + i + " => nowhere");
        }
        long before = threads();
        try (Stream<ScanEvent> events = Trees.on(system).scan(root, ScanOptions.defaults())) {
            assertThat(events.limit(1)).hasSize(1);
        }
        assertThat(threads()).isEqualTo(before);
    }

    @Test
    void aReaderThatIsInterruptedIsNotToldThatTheScanIsComplete() throws IOException {
        plant("link => nowhere");
        long before = threads();
        try (Stream<ScanEvent> events = Trees.on(system).scan(root, ScanOptions.defaults())) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(events::toList).isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(InterruptedIOException.class);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(threads()).isEqualTo(before);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("linkwright-")).count();
    }

    @Test
    void nothingOutsideIsFoundWhateverIsSwappedForALinkBeforeWhicheverCall() throws IOException {
        require(Capability.HELD_DIRECTORIES);
        int swaps = 0;
        for (int turn = 0; true; turn++) {
            String scene = "scene" + turn;
            plant(scene + "/tree/a/b/link => nowhere", scene + "/tree/a/c/link => nowhere",
                    scene + "/outside/b/secret => nowhere", scene + "/outside/secret => nowhere", scene + "/aside/");
            boolean[] swapped = {false};
            Intruder intruder = new Intruder(call -> true, Set.of(turn), (number, call) -> swapped[0] = swap(scene));
            for (ScanEvent event : events(InterceptingLinkSystem.of(system, intruder), at(scene + "/tree"), ALONE)) {
                if (event instanceof ScanEvent.Found link) {
                    assertThat(link.path().toString()).as("swapped before call %d", turn).doesNotContain("secret");
                }
            }
            swaps += swapped[0] ? 1 : 0;
            if (intruder.deeds() == 0) {
                break;
            }
        }
        assertThat(swaps).isGreaterThan(3);
    }

    private boolean swap(String scene) throws IOException {
        Name name = name("a");
        try {
            system.at(at(scene + "/tree")).rename(name, system.at(at(scene + "/aside")), name, RenameMode.REPLACE);
        } catch (FileSystemException inUse) {
            return false;
        }
        plant(scene + "/tree/a => ../outside");
        return true;
    }

    @Test
    void linksOfTheWrongKindAreToldWhereLinksHaveAKind() throws IOException {
        require(Capability.TARGET_KIND);
        plant("dir/inside", "file");
        links().create(at("file-link"), LinkTarget.of("dir"), CreateOptions.defaults()
                .withTargetKind(TargetKind.FILE));
        links().create(at("dir-link"), LinkTarget.of("file"), CreateOptions.defaults()
                .withTargetKind(TargetKind.DIRECTORY));
        links().create(at("good"), LinkTarget.of("dir"), CreateOptions.defaults()
                .withTargetKind(TargetKind.DIRECTORY));
        Map<String, ScanEvent.Found> found = found(problems());
        assertThat(found.keySet()).containsExactly("dir-link", "file-link");
        assertThat(link(found, "file-link").verdicts()).contains(Verdict.WRONG_TYPE).doesNotContain(Verdict.OK);
    }

    @Test
    void everyVerdictIsAProblemOrNot() {
        assertThat(EnumSet.allOf(Verdict.class)).filteredOn(Verdict::isProblem)
                .containsExactlyElementsOf(Verdict.problems());
    }
}
