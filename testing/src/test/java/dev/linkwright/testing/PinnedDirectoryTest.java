package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.linkwright.Directory;
import dev.linkwright.Hold;
import dev.linkwright.Identity;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.path.PathRules;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Trees;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Directories that nobody may move while they are held.
final class PinnedDirectoryTest {
    private static final Name TREE = Name.of("tree");
    private static final Name SUB = Name.of("sub");
    private static final Name ELSEWHERE = Name.of("elsewhere");

    private final FakeLinkSystem windows = FakeLinkSystem.windows();
    private final Directory root = windows.at(windows.root());

    @BeforeEach
    void makeTree() throws FileSystemException {
        root.makeDirectory(TREE);
        windows.at(path("C:\\tree")).makeDirectory(SUB);
    }

    @Test
    void aPinnedDirectoryIsNeitherRenamedNorRemovedUntilItIsClosed() throws FileSystemException {
        try (Directory pinned = windows.open(path("C:\\tree\\sub"), Hold.PINNED)) {
            Directory tree = windows.at(path("C:\\tree"));
            busy(() -> tree.rename(SUB, root, ELSEWHERE, RenameMode.NO_REPLACE));
            busy(() -> tree.removeDirectory(SUB));
            pinned.makeDirectory(Name.of("work goes on"));
            pinned.removeDirectory(Name.of("work goes on"));
        }
        windows.at(path("C:\\tree")).removeDirectory(SUB);
    }

    @Test
    void whatIsOpenedFromAPinnedDirectoryIsPinnedToo() throws FileSystemException {
        try (Directory pinned = windows.open(path("C:\\tree"), Hold.PINNED); Directory sub = pinned.open(SUB)) {
            busy(() -> pinned.removeDirectory(SUB));
            Identity tree = Objects.requireNonNull(pinned.status().identity());
            pinned.close();
            try (Directory above = sub.openParent(tree)) {
                assertThat(above.status().identity()).isEqualTo(tree);
                busy(() -> root.rename(TREE, root, ELSEWHERE, RenameMode.NO_REPLACE));
            }
        }
    }

    @Test
    void aDirectoryThatIsOnlyLookedAtStandsInNobodysWay() throws FileSystemException {
        try (Directory held = windows.open(path("C:\\tree\\sub"))) {
            windows.at(path("C:\\tree")).rename(SUB, root, ELSEWHERE, RenameMode.NO_REPLACE);
            assertThat(held.physicalPath()).isEqualTo(path("C:\\elsewhere"));
        }
    }

    @Test
    void aTreeThatIsBeingDeletedIsNotMovedAway() throws FileSystemException {
        List<Reason> answers = new ArrayList<>();
        LinkSystem watched = InterceptingLinkSystem.of(windows, call -> {
            if (call.primitive() == Primitive.LIST) {
                answers.add(answer(() -> root.rename(TREE, root, ELSEWHERE, RenameMode.NO_REPLACE)));
            }
        });
        Trees.on(watched).delete(path("C:\\tree"), DeleteOptions.defaults()).orThrow();

        assertThat(answers).isNotEmpty().containsOnly(Reason.BUSY);
        assertThatThrownBy(() -> root.stat(TREE)).isInstanceOf(LinkFailure.class);
    }

    private static void busy(ThrowingCallable action) {
        assertThat(answer(action)).isEqualTo(Reason.BUSY);
    }

    private static Reason answer(ThrowingCallable action) {
        try {
            action.call();
            return Reason.OTHER;
        } catch (Throwable refusal) {
            assertThat(refusal).isInstanceOf(LinkFailure.class);
            return ((LinkFailure) refusal).reason();
        }
    }

    private static LinkPath path(String path) {
        return LinkPath.of(PathRules.WINDOWS, path);
    }
}
