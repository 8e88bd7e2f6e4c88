package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.CreateOptions.IfExists;
import dev.linkwright.CreateOptions.Parents;
import dev.linkwright.CreateOptions.TextForm;
import dev.linkwright.Creation;
import dev.linkwright.FailureDetails;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// [CreateOptions]: what is done if the name is taken, missing directories, relative and absolute texts.
abstract class CreateOptionsRules extends ContractRules {
    private static final CreateOptions KEEP = CreateOptions.defaults().withIfExists(IfExists.KEEP);
    private static final CreateOptions REPLACE = CreateOptions.defaults().withIfExists(IfExists.REPLACE);
    private static final CreateOptions BACKUP = CreateOptions.defaults().withIfExists(IfExists.BACKUP);
    private static final CreateOptions PARENTS = CreateOptions.defaults().withParents(Parents.MADE);
    private static final CreateOptions RELATIVE = CreateOptions.defaults().withTextForm(TextForm.RELATIVE);
    private static final CreateOptions ABSOLUTE = CreateOptions.defaults().withTextForm(TextForm.ABSOLUTE);

    CreateOptionsRules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    @BeforeEach
    void thereAreLinks() {
        require(Capability.SYMBOLIC_LINKS);
    }

    private Creation create(LinkPath link, String text, CreateOptions options) throws IOException {
        return links().create(link, LinkTarget.of(text), options);
    }

    @TestFactory
    Stream<DynamicTest> aFreeNameIsTakenWhateverWouldBeDoneElse() {
        return Stream.of(IfExists.values()).map(choice -> DynamicTest.dynamicTest(choice.toString(), () -> {
            Creation made = create(at("link-" + choice), "target", CreateOptions.defaults().withIfExists(choice));
            assertThat(made.created()).isTrue();
            assertThat(made.previous()).isNull();
            assertThat(made.guarantee()).isNull();
            assertThat(made.backup()).isNull();
        }));
    }

    @Test
    void theVeryLinkThatIsThereIsKept() throws IOException {
        plant("link => target");
        String before = picture();
        Creation kept = create(at("link"), "target", KEEP);
        assertThat(kept.created()).isFalse();
        assertThat(kept.target()).isEqualTo(LinkTarget.of("target"));
        assertThat(picture()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotTheVeryLinkIsNotTakenForIt() {
        return Stream.of(Occupant.values()).map(occupant -> DynamicTest.dynamicTest(occupant.toString(), () -> {
            LinkPath taken = takenBy(occupant).path().resolve(name(Occupant.NAME));
            FailureDetails failure = refused(() -> create(taken, "other", KEEP), Reason.EXISTS);
            assertThat(failure.link()).isEqualTo(taken);
            assertThat(failure.remark()).startsWith(occupant.isLink() ? "it is a link to '" : "it is a ");
        }));
    }

    @TestFactory
    Stream<DynamicTest> onlyALinkIsReplaced() {
        return Stream.of(Occupant.values()).map(occupant -> DynamicTest.dynamicTest(occupant.toString(), () -> {
            LinkPath taken = takenBy(occupant).path().resolve(name(Occupant.NAME));
            if (!occupant.isLink()) {
                refused(() -> create(taken, "other", REPLACE), Reason.NOT_A_LINK);
            } else if (bestReplacement() != Guarantee.GAP) {
                LinkTarget old = links().read(taken);
                Creation made = create(taken, "other", REPLACE);
                assertThat(made.created()).isTrue();
                assertThat(made.previous()).isEqualTo(old);
                assertThat(made.guarantee()).isEqualTo(bestReplacement());
                assertThat(links().read(taken)).isEqualTo(LinkTarget.of("other"));
            } else {
                refused(() -> create(taken, "other", REPLACE), Reason.CAPABILITY_MISSING);
            }
        }));
    }

    @Test
    void aLinkIsNotReplacedByItself() throws IOException {
        plant("link => target");
        String before = picture();
        Creation kept = create(at("link"), "target", REPLACE);
        assertThat(kept.created()).isFalse();
        assertThat(kept.previous()).isEqualTo(LinkTarget.of("target"));
        assertThat(picture()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> whatHasTheNameIsKeptUnderAnother() {
        return Stream.of(Occupant.values()).map(occupant -> DynamicTest.dynamicTest(occupant.toString(), () -> {
            LinkPath taken = takenBy(occupant).path().resolve(name(Occupant.NAME));
            if (!has(Capability.RENAME_NO_REPLACE)) {
                refused(() -> create(taken, "other", BACKUP), Reason.CAPABILITY_MISSING,
                        Reason.UNSUPPORTED_BY_FILE_SYSTEM);
                return;
            }
            LinkPath backup = at(occupant.name() + "/taken~");
            String before = thing(taken);
            Creation made = create(taken, "other", BACKUP);
            assertThat(made.created()).isTrue();
            assertThat(made.backup()).isEqualTo(backup);
            assertThat(made.guarantee())
                    .isEqualTo(has(Capability.RENAME_EXCHANGE) ? Guarantee.ATOMIC : Guarantee.GAP);
            assertThat(thing(backup)).isEqualTo(before);
            assertThat(links().read(taken)).isEqualTo(LinkTarget.of("other"));
        }));
    }

    private String thing(LinkPath path) throws IOException {
        var status = links().show(path).status();
        return status.type() + " " + status.identity() + " "
                + (status.isSymbolicLink() ? links().read(path) : status.isDirectory() ? names(system.at(path)) : "");
    }

    @Test
    void anOlderBackupIsNeverReplaced() throws IOException {
        require(Capability.RENAME_NO_REPLACE);
        plant("link => one", "link~ => dangling", "link.~1~/", "link.~3~");
        assertThat(create(at("link"), "two", BACKUP).backup()).isEqualTo(at("link.~2~"));
        assertThat(create(at("link"), "three", BACKUP).backup()).isEqualTo(at("link.~4~"));
        assertThat(links().read(at("link~"))).isEqualTo(LinkTarget.of("dangling"));
        assertThat(links().read(at("link.~2~"))).isEqualTo(LinkTarget.of("one"));
        assertThat(links().read(at("link.~4~"))).isEqualTo(LinkTarget.of("two"));
        assertThat(contents("link.~3~")).isEqualTo("contents of link.~3~");
    }

    @Test
    void aBackupIsNamedFromWhereTheLinkWasNamed() throws IOException {
        require(Capability.RENAME_NO_REPLACE);
        plant("base/link => one");
        LinkPath link = LinkPath.of(system.rules(), "link/");
        Creation made = links().relativeTo(at("base")).create(link, LinkTarget.of("two"), BACKUP);
        assertThat(made.backup()).isEqualTo(LinkPath.of(system.rules(), "link~"));
    }

    @Test
    void whatVanishesBeforeItIsReplacedIsNotTakenForAMissingDirectory() throws IOException {
        for (CreateOptions options : new CreateOptions[]{KEEP, REPLACE, BACKUP}) {
            plant("link => old");
            Intruder remover = new Intruder(
                    call -> call.primitive() == Primitive.STAT && call.path().equals(at("link")), Set.of(0),
                    (turn, call) -> here.unlink(name("link")));
            Throwable thrown = catchThrowable(() -> Links.on(InterceptingLinkSystem.of(system, remover))
                    .create(at("link"), LinkTarget.of("new"), options));
            failure(thrown, Reason.CHANGED_BY_OTHERS);
            assertThat(names(here)).isEmpty();
        }
    }

    @Test
    void missingDirectoriesAreMade() throws IOException {
        plant("there/");
        create(at("there/a/b/link"), "target", PARENTS);
        assertThat(links().read(at("there/a/b/link"))).isEqualTo(LinkTarget.of("target"));
        create(at("there/a/other"), "target", PARENTS);
        create(LinkPath.of(system.rules(), at("dotted") + "/./link"), "target", PARENTS);
        assertThat(links().read(at("dotted/link"))).isEqualTo(LinkTarget.of("target"));
    }

    @Test
    void directoriesAreMadeBehindALinkToADirectory() throws IOException {
        plant("real/", "link => real");
        create(at("link/sub/new"), "target", PARENTS);
        assertThat(links().read(at("real/sub/new"))).isEqualTo(LinkTarget.of("target"));
    }

    @Test
    void whatIsInTheWayOfADirectoryIsNamed() throws IOException {
        plant("file", "dangling => nowhere", "loop => loop");
        assertThat(refused(() -> create(at("file/a/link"), "t", PARENTS), Reason.NOT_A_DIRECTORY,
                Reason.PARENT_NOT_FOUND).describe()).contains("'" + at("file") + "'");
        assertThat(refused(() -> create(at("dangling/a/link"), "t", PARENTS), Reason.PARENT_NOT_FOUND).describe())
                .contains("'" + at("dangling") + "' is a link to 'nowhere'");
        refused(() -> create(at("loop/a/link"), "t", PARENTS), Reason.TOO_MANY_LINKS_IN_PATH);
        LinkPath upwards = LinkPath.of(system.rules(), at("missing") + "/../link");
        if (!isWindows()) {
            refused(() -> create(upwards, "t", PARENTS), Reason.PARENT_NOT_FOUND);
        }
    }

    @Test
    void directoriesThatWereMadeForNothingAreRemovedAgain() throws IOException {
        plant("there/");
        for (Reason fault : new Reason[]{Reason.NO_SPACE, Reason.IO_ERROR, Reason.ACCESS_DENIED,
                Reason.READ_ONLY_FILE_SYSTEM}) {
            for (int turn = 0; turn < 3; turn++) {
                Intruder faults = new Intruder(call -> call.primitive().isMutating(), Set.of(turn), (number, call) -> {
                    throw FailureDetails.of(call.words(), call.path(), fault).toException();
                });
                refused(() -> Links.on(InterceptingLinkSystem.of(system, faults)).create(at("there/a/b/link"),
                        LinkTarget.of("t"), PARENTS), fault);
                assertThat(faults.deeds()).isEqualTo(1);
            }
        }
    }

    @Test
    void aDirectoryThatSomebodyUsesMeanwhileStaysAndIsTold() throws IOException {
        Intruder intruder = new Intruder(call -> call.primitive() == Primitive.MAKE_LINK, Set.of(0), (turn, call) -> {
            write("a/b/theirs", "theirs");
            throw FailureDetails.of(call.words(), call.path(), Reason.NO_SPACE).toException();
        });
        Throwable thrown = catchThrowable(() -> Links.on(InterceptingLinkSystem.of(system, intruder))
                .create(at("a/b/link"), LinkTarget.of("t"), PARENTS));
        assertThat(failure(thrown, Reason.NO_SPACE).describe()).contains("'" + at("a/b") + "', '" + at("a") + "'");
        assertThat(contents("a/b/theirs")).isEqualTo("theirs");
    }

    @Test
    void anAbsoluteTextIsMadeRelativeToWhereTheLinkReallyIs() throws IOException {
        plant("real/deep/", "real/file", "short => real/deep");
        Creation made = create(at("short/link"), at("real/file").toString(), RELATIVE);
        assertThat(made.target()).isEqualTo(stored("../file"));
        assertThat(links().resolve(at("real/deep/link")).resolved()).contains(at("real/file"));
        assertThat(create(at("here"), root.toString(), RELATIVE).target()).isEqualTo(LinkTarget.of("."));
        assertThat(create(at("real/up"), root.toString(), RELATIVE).target()).isEqualTo(LinkTarget.of(".."));
        assertThat(create(at("below"), at("real/missing/x").toString(), RELATIVE).target())
                .isEqualTo(stored("real/missing/x"));
    }

    @Test
    void aRelativeTextIsMadeAbsoluteFromWhereTheLinkReallyIs() throws IOException {
        plant("real/deep/", "real/file", "short => real/deep");
        Creation made = create(at("short/link"), "other", ABSOLUTE);
        assertThat(made.target()).isEqualTo(LinkTarget.of(at("real/deep/other").toString()));
        assertThat(links().read(at("real/deep/link"))).isEqualTo(made.target());
    }

    @Test
    void aTextThatHasTheFormAlreadyStaysAsItIs() throws IOException {
        plant("real/");
        assertThat(create(at("a"), "real", RELATIVE).target()).isEqualTo(LinkTarget.of("real"));
        assertThat(create(at("b"), at("real").toString(), ABSOLUTE).target())
                .isEqualTo(LinkTarget.of(at("real").toString()));
    }
}
