package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.linkwright.Capability;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Reason;
import dev.linkwright.system.DryRunLinkSystem;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.Decision;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.TreeObserver;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.Test;

/// Deleting trees.
abstract class DeleteRules extends ContractRules {
    private static final DeleteOptions ALONE = DeleteOptions.defaults().withWorkers(1);

    DeleteRules(LinkSystemContract contract) {
        super(contract, Naming.OPENED);
    }

    private Deletion delete(String names) throws IOException {
        return Trees.on(system).delete(at(names), DeleteOptions.defaults());
    }

    private LinkPath path(String text) {
        return LinkPath.of(system.rules(), root.units() + text);
    }

    @Test
    void aTreeIsGoneWithEverythingInIt() throws IOException {
        plant("tree/a/b/file", "tree/a/other", "tree/empty/", "tree/file", "beside");
        Deletion deletion = delete("tree");

        assertThat(deletion.failures()).isEmpty();
        assertThat(deletion.isComplete()).isTrue();
        assertThat(names(here)).containsExactly(name("beside"));
        assertThat(deletion.type()).isEqualTo(FileType.DIRECTORY);
        assertThat(deletion.directories()).isEqualTo(4);
        assertThat(deletion.files()).isEqualTo(3);
        assertThat(deletion.links()).isZero();
    }

    @Test
    void linksAreRemovedAndNeverEntered() throws IOException {
        plant("tree/dir/inside", "tree/to-dir => dir", "tree/to-outside => ../outside", "tree/to-file => ../outside/f",
                "tree/dangling => nowhere", "tree/loop => loop", "tree/dir/up => ..", "outside/f", "outside/d/g");
        String outside = picture("outside");
        Deletion deletion = delete("tree");

        assertThat(picture("outside")).isEqualTo(outside);
        assertThat(names(here)).containsExactly(name("outside"));
        assertThat(deletion.links()).isEqualTo(6);
        assertThat(deletion.isComplete()).isTrue();
    }

    @Test
    void aRootThatIsALinkIsRemovedAsALink() throws IOException {
        plant("dir/file", "link => dir");
        Deletion deletion = delete("link");

        assertThat(deletion.links()).isEqualTo(1);
        assertThat(names(here)).containsExactly(name("dir"));
        assertThat(contents("dir/file")).isEqualTo("contents of dir/file");
    }

    @Test
    void aRootThatIsALinkWithASeparatorBehindItIsRefused() throws IOException {
        plant("dir/file", "link => dir");
        refused(() -> Trees.on(system).delete(path(system.rules().separator() + "link" + system.rules().separator()),
                ALONE), Reason.IS_A_LINK);
    }

    @Test
    void aFileIsRemovedAndIsNoDirectory() throws IOException {
        plant("file", "other");
        refused(() -> Trees.on(system).delete(path(system.rules().separator() + "file" + system.rules().separator()),
                ALONE), Reason.NOT_A_DIRECTORY);
        assertThat(delete("file").files()).isEqualTo(1);
        assertThat(names(here)).containsExactly(name("other"));
    }

    @Test
    void whatIsMissingIsNotDeleted() throws IOException {
        refused(() -> delete("missing"), Reason.NOT_FOUND);
    }

    @Test
    void whatHasNoNameOfItsOwnIsRefused() throws IOException {
        plant("tree/dir/");
        String separator = String.valueOf(system.rules().separator());
        for (String end : new String[]{"tree/.", "tree/dir/..", "tree/..", "tree/./"}) {
            refused(() -> Trees.on(system).delete(path(separator + end.replace("/", separator)), ALONE),
                    Reason.PROTECTED_DIRECTORY);
        }
        refused(() -> Trees.on(system).delete(LinkPath.of(system.rules(), isWindows() ? "C:\\" : "/"), ALONE),
                Reason.PROTECTED_DIRECTORY);
    }

    @Test
    void theWorkingDirectoryAndWhatItIsInAreRefusedByWhateverPath() throws IOException {
        plant("tree/inner/file", "other => tree");
        Trees trees = Trees.on(system).relativeTo(at("tree/inner"));
        for (LinkPath each : new LinkPath[]{at("tree/inner"), at("tree"), at("other").resolve(name("inner"))}) {
            refused(() -> trees.delete(each, ALONE), Reason.PROTECTED_DIRECTORY);
        }
    }

    @Test
    void whatIsToBeKeptIsRefusedByWhateverPath() throws IOException {
        plant("home/file", "to-home => home", "dir/");
        DeleteOptions options = ALONE.withKept(at("to-home")).withKept(at("missing"));
        refused(() -> Trees.on(system).delete(at("home"), options), Reason.PROTECTED_DIRECTORY);
        assertThat(Trees.on(system).delete(at("dir"), options).isComplete()).isTrue();
    }

    @Test
    void aDryRunRemovesNothingAndSaysWhatWouldGo() throws IOException {
        plant("tree/a/b/file", "tree/link => a", "tree/empty/");
        String before = picture();
        Deletion deletion = Trees.on(new DryRunLinkSystem(system)).delete(at("tree"), ALONE);

        assertThat(picture()).isEqualTo(before);
        assertThat(deletion.directories()).isEqualTo(4);
        assertThat(deletion.links()).isEqualTo(1);
        assertThat(deletion.files()).isEqualTo(1);
        assertThat(deletion.failures()).isEmpty();
    }

    @Test
    void aDirectoryThatIsFilledMeanwhileStaysAndIsTold() throws IOException {
        plant("tree/a/file", "tree/b/file");
        AtomicBoolean filled = new AtomicBoolean();
        LinkSystem filling = InterceptingLinkSystem.of(system, call -> {
            boolean turn = call.primitive() == Primitive.REMOVE_DIRECTORY && call.path().name().equals(
                    java.util.Optional.of(name("a")));
            if (turn && filled.compareAndSet(false, true)) {
                system.at(at("tree/a")).makeDirectory(name("new"));
            }
        });
        Deletion deletion = Trees.on(filling).delete(at("tree"), ALONE);

        assertThat(deletion.isComplete()).isFalse();
        assertThat(deletion.failures()).extracting(FailureDetails::link).containsExactly(at("tree/a"));
        assertThat(deletion.failures()).extracting(FailureDetails::reason)
                .containsExactly(Reason.DIRECTORY_NOT_EMPTY);
        assertThat(names(system.at(at("tree")))).containsExactly(name("a"));
        assertThat(catchThrowable(deletion::orThrow)).isInstanceOf(IOException.class);
    }

    @Test
    void whatHasGoneMeanwhileIsNoFailure() throws IOException {
        plant("tree/a/file", "tree/other");
        AtomicBoolean gone = new AtomicBoolean();
        LinkSystem removing = InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.UNLINK && gone.compareAndSet(false, true)) {
                system.at(call.path().parent()).unlink(call.path().name().orElseThrow());
            }
        });
        Deletion deletion = Trees.on(removing).delete(at("tree"), ALONE);

        assertThat(gone).isTrue();
        assertThat(deletion.isComplete()).isTrue();
        assertThat(names(here)).isEmpty();
    }

    @Test
    void anObserverEndsItAndWhatWasRemovedIsTold() throws IOException {
        plant("tree/a/b/c/file", "tree/a/file");
        Deletion deletion = Trees.on(system).delete(at("tree"), ALONE.withObserver(new TreeObserver() {
            private int calls;

            @Override
            public Decision progressed(long objects) {
                return ++calls == 3 ? Decision.STOP : Decision.CONTINUE;
            }
        }));

        assertThat(deletion.stopped()).isTrue();
        assertThat(deletion.isComplete()).isFalse();
        assertThat(deletion.files()).isEqualTo(1);
        assertThat(names(system.at(at("tree/a")))).containsExactly(name("b"));
    }

    @Test
    void aWideTreeIsDeletedBySeveralWorkers() throws IOException {
        for (int directory = 0; directory < 30; directory++) {
            plant("tree/d" + directory + "/e/file", "tree/d" + directory + "/file");
        }
        Deletion deletion = Trees.on(system).delete(at("tree"), DeleteOptions.defaults().withWorkers(4));

        assertThat(deletion.isComplete()).isTrue();
        assertThat(deletion.directories()).isEqualTo(61);
        assertThat(deletion.files()).isEqualTo(60);
        assertThat(names(here)).isEmpty();
    }

    @Test
    void aReadOnlySystemLosesNothing() throws IOException {
        plant("tree/a/file");
        LinkSystem readOnly = InterceptingLinkSystem.of(system, dev.linkwright.system.Interceptor.readOnly());
        String before = picture();
        Deletion deletion = Trees.on(readOnly).delete(at("tree"), ALONE);

        assertThat(picture()).isEqualTo(before);
        assertThat(deletion.failures()).extracting(FailureDetails::link).containsExactly(at("tree/a/file"));
        assertThat(has(Capability.HELD_DIRECTORIES) || deletion.directories() == 0).isTrue();
    }
}
