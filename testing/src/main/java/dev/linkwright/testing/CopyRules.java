package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.system.DryRunLinkSystem;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.Decision;
import dev.linkwright.tree.Loss;
import dev.linkwright.tree.TreeObserver;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Copying trees.
abstract class CopyRules extends ContractRules {
    private static final Instant LONG_AGO = Instant.parse("2003-04-05T06:07:08Z");

    CopyRules(LinkSystemContract contract) {
        super(contract, Naming.OPENED);
    }

    @BeforeEach
    void requireContents() {
        require(Capability.CONTENTS);
    }

    private Copied copy(String from, String to, CopyOptions options) throws IOException {
        return Trees.on(system).copy(at(from), at(to), options);
    }

    private Copied copy() throws IOException {
        return copy("tree", "copy", CopyOptions.defaults());
    }

    private LinkTarget textOf(String names) throws IOException {
        LinkPath link = at(names);
        return system.at(link.parent()).readLink(link.name().orElseThrow());
    }

    private int permissions(String names) throws FileSystemException {
        return Objects.requireNonNull(system.at(at(names)).status().owner()).mode() & 0777;
    }

    @Test
    void aTreeIsCopiedWithItsContents() throws IOException {
        plant("tree/a/b/file", "tree/a/other", "tree/empty/", "tree/file");
        write("tree/long", "long ".repeat(50_000));
        String before = picture("tree");
        Copied copied = copy();

        assertThat(copied.isComplete()).isTrue();
        assertThat(copied.directories()).isEqualTo(4);
        assertThat(copied.files()).isEqualTo(4);
        assertThat(contents("copy/a/b/file")).isEqualTo("contents of tree/a/b/file");
        assertThat(contents("copy/long")).isEqualTo("long ".repeat(50_000));
        assertThat(names(system.at(at("copy")))).isEqualTo(names(system.at(at("tree"))));
        assertThat(names(system.at(at("copy/empty")))).isEmpty();
        assertThat(picture("tree")).isEqualTo(before);
    }

    @Test
    void linksStayLinksAndThoseToTheTreeLeadToTheCopy() throws IOException {
        plant("tree/a/file", "tree/dir/", "tree/relative => a/file", "tree/dir/up => ../a", "tree/dangling => nowhere",
                "tree/loop => loop", "tree/dir/around => ../../tree/a");
        require(Capability.SYMBOLIC_LINKS);
        String inside = system.rules().separator() + "a";
        links().create(at("tree/absolute"), LinkTarget.of(at("tree").units() + inside),
                dev.linkwright.CreateOptions.defaults());
        Copied copied = copy();

        assertThat(copied.isComplete()).isTrue();
        assertThat(copied.links()).isEqualTo(6);
        assertThat(textOf("copy/relative")).isEqualTo(stored("a/file"));
        assertThat(textOf("copy/dir/up")).isEqualTo(stored("../a"));
        assertThat(textOf("copy/dangling")).isEqualTo(stored("nowhere"));
        assertThat(textOf("copy/loop")).isEqualTo(stored("loop"));
        assertThat(textOf("copy/dir/around")).isEqualTo(stored("../a"));
        assertThat(textOf("copy/absolute")).isEqualTo(stored(at("copy").units() + inside));
    }

    @Test
    void linksThatLeadOutOfTheTreeLeadToTheSamePlace() throws IOException {
        plant("outside/file", "tree/dir/out => ../../outside/file", "deep/er/", "tree/missing => ../missing/x");
        copy("tree", "deep/er/copy", CopyOptions.defaults());

        assertThat(textOf("deep/er/copy/dir/out")).isEqualTo(stored("../../../../outside/file"));
        assertThat(textOf("deep/er/copy/missing")).isEqualTo(stored("../../../missing/x"));
    }

    @Test
    void textsStayToTheLetterIfTheyAreToStay() throws IOException {
        require(Capability.VERBATIM_TEXT);
        plant("tree/dir/out => ../../outside//file", "deep/er/", "tree/back => ../tree/dir/");
        copy("tree", "deep/er/copy", CopyOptions.defaults().withLinkTexts(CopyOptions.LinkTexts.VERBATIM));

        assertThat(textOf("deep/er/copy/dir/out")).isEqualTo(stored("../../outside//file"));
        assertThat(textOf("deep/er/copy/back")).isEqualTo(stored("../tree/dir/"));
    }

    @Test
    void linksThatLeadOutOfTheTreeAreFailuresIfTheyAreToBe() throws IOException {
        plant("outside/file", "tree/out => ../outside", "tree/in => dir", "tree/dir/");
        Copied copied = copy("tree", "copy",
                CopyOptions.defaults().withLinkTexts(CopyOptions.LinkTexts.REFUSE_OUTSIDE));

        assertThat(copied.failures()).extracting(FailureDetails::link).containsExactly(at("tree/out"));
        assertThat(copied.failures()).extracting(FailureDetails::reason).containsExactly(Reason.LEADS_OUTSIDE);
        assertThat(names(system.at(at("copy")))).containsExactly(name("dir"), name("in"));
    }

    @Test
    void whatLinksLeadToOutsideIsCopiedIfItIsToBe() throws IOException {
        requireFollowingByTheRules();
        plant("outside/sub/file", "outside/f", "outside/in => f", "tree/out => ../outside", "tree/file => ../outside/f",
                "tree/in => dir", "tree/dir/", "tree/missing => ../missing");
        Copied copied = copy("tree", "copy",
                CopyOptions.defaults().withLinkTexts(CopyOptions.LinkTexts.MATERIALIZE));

        assertThat(copied.failures()).isEmpty();
        assertThat(contents("copy/out/sub/file")).isEqualTo("contents of outside/sub/file");
        assertThat(contents("copy/file")).isEqualTo("contents of outside/f");
        assertThat(textOf("copy/out/in")).isEqualTo(stored("f"));
        assertThat(textOf("copy/in")).isEqualTo(stored("dir"));
        assertThat(textOf("copy/missing")).isEqualTo(stored("../missing"));
    }

    @Test
    void aLinkThatLeadsToWhatIsBeingCopiedIsNotMaterialized() throws IOException {
        requireFollowingByTheRules();
        require(Capability.IDENTITY);
        plant("top/tree/file", "top/outside/back => ../tree", "top/tree/out => ../outside");
        Copied copied = copy("top/tree", "copy",
                CopyOptions.defaults().withLinkTexts(CopyOptions.LinkTexts.MATERIALIZE));

        assertThat(copied.failures()).extracting(FailureDetails::reason)
                .containsExactly(Reason.TOO_MANY_LINKS_IN_PATH);
        assertThat(contents("copy/file")).isEqualTo("contents of top/tree/file");
    }

    @Test
    void namesThatAreOneObjectAreOneObjectInTheCopy() throws IOException {
        require(Capability.HARD_LINKS);
        require(Capability.IDENTITY);
        plant("tree/a/file", "tree/b/", "outside");
        system.at(at("tree/b")).makeHardLink(name("second"), system.at(at("tree/a")), name("file"));
        system.at(at("tree")).makeHardLink(name("third"), system.at(at("tree/a")), name("file"));
        Status original = system.at(at("tree/a")).stat(name("file"));
        Copied copied = copy();

        assertThat(copied.isComplete()).isTrue();
        Status first = system.at(at("copy/a")).stat(name("file"));
        assertThat(system.at(at("copy/b")).stat(name("second")).identity()).isEqualTo(first.identity());
        assertThat(system.at(at("copy")).stat(name("third")).identity()).isEqualTo(first.identity());
        assertThat(first.identity()).isNotEqualTo(original.identity());
        assertThat(copied.hardLinks()).isEqualTo(2);
    }

    @Test
    void timesAndModesAreKeptOfDirectoriesToo() throws IOException {
        plant("tree/dir/file");
        for (String each : new String[]{"tree/dir/file", "tree/dir", "tree"}) {
            LinkPath place = at(each);
            try (HeldObject held = system.at(place.parent()).contents().hold(place.name().orElseThrow())) {
                if (held.attributes().status().owner() != null) {
                    held.setMode(0750);
                }
                held.setTimes(LONG_AGO, LONG_AGO);
            }
        }
        Copied copied = copy();

        assertThat(copied.losses()).isEmpty();
        for (String each : new String[]{"copy/dir/file", "copy/dir", "copy"}) {
            LinkPath place = at(each);
            Status status = system.at(place.parent()).stat(place.name().orElseThrow());
            assertThat(status.modified()).as(each).isEqualTo(LONG_AGO);
            assertThat(status.owner() == null ? 0750 : status.owner().mode()).as(each).isEqualTo(0750);
        }
    }

    @Test
    void whatIsThereIsNeverReplacedNorEntered() throws IOException {
        plant("tree/file", "file", "dir/file");
        refused(() -> copy("tree", "file", CopyOptions.defaults()), Reason.EXISTS);
        refused(() -> copy("tree", "dir", CopyOptions.defaults()), Reason.EXISTS);
        refused(() -> copy("tree/file", "file", CopyOptions.defaults()), Reason.EXISTS);
        refused(() -> Trees.on(system).copy(at("tree"), LinkPath.of(system.rules(), isWindows() ? "C:\\" : "/"),
                CopyOptions.defaults()), Reason.EXISTS);
    }

    @Test
    void nothingIsWrittenThroughALinkAtTheDestination() throws IOException {
        plant("tree/file", "target/", "link => target", "dangling => missing");
        refused(() -> copy("tree", "link", CopyOptions.defaults()), Reason.EXISTS);
        refused(() -> copy("tree", "dangling", CopyOptions.defaults()), Reason.EXISTS);
    }

    @Test
    void aDestinationInsideTheSourceIsRefusedByWhateverPath() throws IOException {
        plant("tree/dir/file", "link => tree/dir");
        refused(() -> copy("tree", "tree/copy", CopyOptions.defaults()), Reason.DESTINATION_INSIDE);
        refused(() -> copy("tree", "tree/dir/copy", CopyOptions.defaults()), Reason.DESTINATION_INSIDE);
        refused(() -> copy("tree", "link/copy", CopyOptions.defaults()), Reason.DESTINATION_INSIDE);
        assertThat(copy("tree/dir", "tree/copy", CopyOptions.defaults()).isComplete()).isTrue();
    }

    @Test
    void aLinkOrAFileAloneIsCopiedAsWhatItIs() throws IOException {
        plant("outside/file", "link => outside/file", "deep/");
        Copied link = copy("link", "deep/link", CopyOptions.defaults());
        Copied file = copy("outside/file", "deep/file", CopyOptions.defaults());

        assertThat(link.type()).isEqualTo(FileType.SYMBOLIC_LINK);
        assertThat(textOf("deep/link")).isEqualTo(stored("../outside/file"));
        assertThat(file.files()).isEqualTo(1);
        assertThat(contents("deep/file")).isEqualTo("contents of outside/file");
    }

    @Test
    void whatIsMissingIsNotCopied() throws IOException {
        plant("tree/");
        refused(() -> copy("missing", "copy", CopyOptions.defaults()), Reason.NOT_FOUND);
        refused(() -> copy("tree", "missing/copy", CopyOptions.defaults()), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
    }

    @Test
    void aDryRunMakesNothingAndSaysWhatWouldBeMade() throws IOException {
        plant("tree/a/b/file", "tree/link => a", "tree/empty/", "taken");
        String before = picture();
        LinkSystem dry = new DryRunLinkSystem(system);
        Copied copied = Trees.on(dry).copy(at("tree"), at("copy"), CopyOptions.defaults());

        assertThat(picture()).isEqualTo(before);
        assertThat(copied.failures()).isEmpty();
        assertThat(copied.directories()).isEqualTo(4);
        assertThat(copied.links()).isEqualTo(1);
        refused(() -> Trees.on(dry).copy(at("tree"), at("taken"), CopyOptions.defaults()), Reason.EXISTS);
    }

    @Test
    void aDryRunCountsNamesOfOneObjectAsTheCopyDoes() throws IOException {
        require(Capability.HARD_LINKS);
        plant("tree/a/deep/file", "tree/b/");
        system.at(at("tree/b")).makeHardLink(name("second"), system.at(at("tree/a/deep")), name("file"));
        system.at(at("tree")).makeHardLink(name("third"), system.at(at("tree/a/deep")), name("file"));
        Copied dry = Trees.on(new DryRunLinkSystem(system)).copy(at("tree"), at("copy"), CopyOptions.defaults());
        Copied copied = copy();

        assertThat(dry.failures()).isEmpty();
        assertThat(dry.hardLinks()).isEqualTo(copied.hardLinks());
        assertThat(dry.files()).isEqualTo(copied.files());
    }

    @Test
    void aCopyThatIsStoppedAtOnceTellsTheDirectoryThatItLeaves() throws IOException {
        plant("tree/a/file");
        TreeObserver stop = new TreeObserver() {
            @Override
            public Decision progressed(long objects) {
                return Decision.STOP;
            }
        };
        Copied copied = copy("tree", "copy", CopyOptions.defaults().withObserver(stop));

        assertThat(copied.stopped()).isTrue();
        assertThat(copied.directories()).isEqualTo(1);
        assertThat(names(system.at(at("copy")))).isEmpty();
    }

    @Test
    void aSeparatorBehindTheDestinationSaysThatADirectoryIsMeant() throws IOException {
        plant("tree/file", "file");
        LinkPath place = LinkPath.of(system.rules(), at("copy").units() + system.rules().separator());
        refused(() -> Trees.on(system).copy(at("file"), place, CopyOptions.defaults()), Reason.NOT_A_DIRECTORY);
        assertThat(Trees.on(system).copy(at("tree"), place, CopyOptions.defaults()).isComplete()).isTrue();
    }

    @Test
    void specialFilesAreLeftOutOrMadeAnewAndNeverOpened() throws IOException {
        plant("tree/file");
        Name pipe = name("pipe");
        try {
            system.at(at("tree")).contents().makeSpecialFile(pipe, FileType.FIFO, 0);
        } catch (IOException e) {
            failure(e, Reason.CAPABILITY_MISSING);
            return;
        }
        Copied without = copy();
        assertThat(without.losses()).extracting(Loss::kind).containsExactly(Loss.Kind.SPECIAL_FILES);
        assertThat(without.isComplete()).isTrue();
        assertThat(names(system.at(at("copy")))).containsExactly(name("file"));

        Copied with = copy("tree", "other", CopyOptions.defaults()
                .withSpecialFiles(CopyOptions.SpecialFiles.RECREATE));
        assertThat(with.losses()).isEmpty();
        assertThat(system.at(at("other")).stat(pipe).type()).isEqualTo(FileType.FIFO);
    }

    @TestFactory
    Stream<DynamicTest> whatIsRefusedOfEachObjectIsOneLossOfItsKind() {
        return Stream.of(Refused.values()).map(each -> dynamicTest(each.name(), () -> refuse(each)));
    }

    /// Attributes of which a file system may refuse some.
    private enum Refused {
        OWNERS(Primitive.SET_OWNER, Loss.Kind.OWNER),
        MODES(Primitive.SET_MODE, Loss.Kind.MODE),
        ATTRIBUTES(Primitive.SET_EXTENDED_ATTRIBUTE, Loss.Kind.EXTENDED_ATTRIBUTES),
        TIMES(Primitive.SET_TIMES, Loss.Kind.TIMES),
        HARD_LINKS(Primitive.MAKE_HARD_LINK, Loss.Kind.HARD_LINKS);

        private final Primitive primitive;
        private final Loss.Kind kind;

        Refused(Primitive primitive, Loss.Kind kind) {
            this.primitive = primitive;
            this.kind = kind;
        }
    }

    private void refuse(Refused refused) throws IOException {
        String tree = "tree-" + refused;
        plant(tree + "/a/file", tree + "/b/file", tree + "/link => a");
        if (has(Capability.HARD_LINKS)) {
            system.at(at(tree + "/b")).makeHardLink(name("second"), system.at(at(tree + "/a")), name("file"));
            system.at(at(tree + "/b")).makeHardLink(name("third"), system.at(at(tree + "/a")), name("file"));
        }
        AtomicInteger refusals = new AtomicInteger();
        LinkSystem refusing = InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == refused.primitive) {
                refusals.incrementAndGet();
                throw FailureDetails.of(call.words(), call.path(), Reason.NOT_PERMITTED).toException();
            }
        });
        Copied copied = Trees.on(refusing).copy(at(tree), at("copy-of-" + tree), CopyOptions.defaults());

        assertThat(copied.isComplete()).as("%s", copied.failures()).isTrue();
        assertThat(contents("copy-of-" + tree + "/b/file")).isEqualTo("contents of " + tree + "/b/file");
        List<Loss> losses = copied.losses().stream().filter(loss -> loss.kind() == refused.kind).toList();
        assertThat(losses).hasSize(refusals.get() == 0 ? 0 : 1).allSatisfy(loss -> {
            assertThat(loss.count()).isEqualTo(refusals.get());
            assertThat(loss.path().toString()).startsWith(at("copy-of-" + tree).toString());
        });
        boolean always = refused == Refused.TIMES || (refused == Refused.HARD_LINKS && has(Capability.HARD_LINKS)
                && has(Capability.IDENTITY));
        assertThat(refusals.get()).isGreaterThanOrEqualTo(always ? 2 : 0);
    }

    @Test
    void nobodyElseCanEnterTheCopyBeforeItIsComplete() throws IOException {
        plant("tree/dir/file");
        if (system.at(at("tree")).stat(name("dir")).owner() == null) {
            return;
        }
        LinkSystem watched = InterceptingLinkSystem.of(system, call -> {
            boolean inside = call.primitive() == Primitive.CREATE_FILE || call.primitive() == Primitive.COPY_CONTENTS;
            if (inside) {
                assertThat(permissions("copy")).isEqualTo(0700);
                assertThat(permissions("copy/dir")).isEqualTo(0700);
            }
        });
        Copied copied = Trees.on(watched).copy(at("tree"), at("copy"), CopyOptions.defaults().withWorkers(1));

        assertThat(copied.isComplete()).isTrue();
        assertThat(system.at(at("copy")).status().owner()).isEqualTo(system.at(at("tree")).status().owner());
    }

    @Test
    void aNameThatSomebodyElseHasMadeInTheCopyIsAFailureAndNeverReplaced() throws IOException {
        plant("tree/a/file", "tree/b/file");
        LinkSystem intruded = InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.CREATE_FILE && call.path().parent().name().equals(
                    java.util.Optional.of(name("a")))) {
                system.at(call.path().parent()).makeDirectory(name("file"));
            }
        });
        Copied copied = Trees.on(intruded).copy(at("tree"), at("copy"), CopyOptions.defaults().withWorkers(1));

        assertThat(copied.failures()).extracting(FailureDetails::reason).containsExactly(Reason.EXISTS);
        assertThat(copied.failures()).extracting(FailureDetails::link).containsExactly(at("copy/a/file"));
        assertThat(contents("copy/b/file")).isEqualTo("contents of tree/b/file");
        assertThat(system.at(at("copy/a")).stat(name("file")).isDirectory()).isTrue();
    }

    @Test
    void aWideTreeIsCopiedBySeveralWorkers() throws IOException {
        for (int directory = 0; directory < 30; directory++) {
            plant("tree/d" + directory + "/e/file", "tree/d" + directory + "/file");
        }
        Copied copied = copy("tree", "copy", CopyOptions.defaults().withWorkers(4));

        assertThat(copied.isComplete()).isTrue();
        assertThat(copied.directories()).isEqualTo(61);
        assertThat(copied.files()).isEqualTo(60);
        assertThat(contents("copy/d29/e/file")).isEqualTo("contents of tree/d29/e/file");
    }

    @Test
    void whereLinksCannotBeMadeNothingIsCopiedIfThereAreAny() throws IOException {
        requireAbsence(Capability.SYMBOLIC_LINKS);
        plant("tree/file");
        assertThat(copy().isComplete()).isTrue();
    }
}
