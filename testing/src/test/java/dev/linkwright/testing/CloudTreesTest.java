package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.NotEntered;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.WalkOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A directory and a file whose contents are in a cloud: whoever opens them fetches them, so nobody does unasked.
final class CloudTreesTest {
    private final FakeLinkSystem windows = FakeLinkSystem.windows();
    private final List<LinkPath> opened = new ArrayList<>();
    private final LinkPath tree = windows.path("C:\\tree");
    private final LinkPath cloud = windows.path("C:\\tree\\cloud");
    private final LinkPath file = windows.path("C:\\tree\\film");
    private LinkSystem watched;

    @BeforeEach
    void plant() throws IOException {
        windows.at(windows.root()).makeDirectory(Name.of("tree"));
        windows.at(tree).makeDirectory(Name.of("cloud"));
        windows.at(cloud).makeLink(Name.of("link"), LinkTarget.of("nowhere"), TargetKind.FILE);
        windows.at(tree).makeLink(Name.of("link"), LinkTarget.of("nowhere"), TargetKind.FILE);
        windows.writeFile(file, "frames");
        windows.makeRecalledOnOpen(cloud);
        windows.makeRecalledOnOpen(file);
        watched = InterceptingLinkSystem.of(windows, call -> {
            switch (call.primitive()) {
                case OPEN, LIST, OPEN_FILE, COPY_CONTENTS -> opened.add(call.path());
                default -> {}
            }
        });
    }

    private void requireThatNobodyOpenedThem() {
        assertThat(opened).isNotEmpty().doesNotContain(cloud, file);
    }

    @Test
    void aWalkDoesNotEnterTheDirectoryAndSaysSo() throws IOException {
        List<String> notEntered = new ArrayList<>();
        Trees.on(watched).walk(tree, WalkOptions.defaults(), new Seen(tree) {
            @Override
            public void notEntered(dev.linkwright.tree.TreeDirectory parent, Name name, NotEntered why) {
                notEntered.add(why + " " + name);
            }
        });
        assertThat(notEntered).containsExactly("WOULD_BE_FETCHED cloud");
        requireThatNobodyOpenedThem();
    }

    @Test
    void aScanTellsThatItHasNotBeenExamined() throws IOException {
        List<ScanEvent> found = new ArrayList<>();
        try (Stream<ScanEvent> events = Trees.on(watched).scan(tree, ScanOptions.defaults())) {
            events.forEach(found::add);
        }
        assertThat(found).filteredOn(ScanEvent.Found.class::isInstance).hasSize(1);
        assertThat(found).filteredOn(ScanEvent.Failed.class::isInstance).singleElement()
                .extracting(event -> ((ScanEvent.Failed) event).failure().details()).satisfies(failure -> {
                    assertThat(failure.link()).isEqualTo(cloud);
                    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
                });
        requireThatNobodyOpenedThem();
    }

    @Test
    void aCopyFetchesNothingAndTellsWhatIsMissingInIt() throws IOException {
        Copied copied = Trees.on(watched).copy(tree, windows.path("C:\\copy"), CopyOptions.defaults());
        assertThat(copied.failures()).extracting(FailureDetails::link).containsExactlyInAnyOrder(cloud, file);
        assertThat(copied.failures()).extracting(FailureDetails::reason).containsOnly(Reason.UNREACHABLE);
        assertThat(copied.links()).isEqualTo(1);
        requireThatNobodyOpenedThem();
    }

    @Test
    void aDeletionLeavesTheDirectoryAndTellsIt() throws IOException {
        Deletion deletion = Trees.on(watched).delete(tree, DeleteOptions.defaults());
        assertThat(deletion.failures()).extracting(FailureDetails::link).containsExactly(cloud);
        assertThat(windows.at(cloud).readLink(Name.of("link"))).isEqualTo(LinkTarget.of("nowhere"));
        requireThatNobodyOpenedThem();
    }
}
