package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;

import dev.linkwright.Capability;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Renaming in its three modes.
abstract class RenameRules extends ContractRules {
    private static final Reason[] NOT_POSSIBLE_HERE = {Reason.CAPABILITY_MISSING, Reason.UNSUPPORTED_BY_FILE_SYSTEM};

    RenameRules(LinkSystemContract contract, Naming naming) {
        super(contract, naming);
    }

    @Test
    void aLinkItselfIsRenamedAndNotItsTarget() throws IOException {
        plant("file", "link => file");
        rename("link", "renamed", RenameMode.REPLACE);
        assertThat(here.readLink(name("renamed"))).isEqualTo(LinkTarget.of("file"));
        assertThat(names(here)).containsExactly(name("file"), name("renamed"));
        assertThat(contents("file")).isEqualTo("contents of file");
    }

    @Test
    void anObjectKeepsItsIdentityWhenItIsRenamed() throws IOException {
        plant("file", "dir/inside");
        require(Capability.IDENTITY);
        Object file = here.stat(name("file")).identity();
        Object dir = here.stat(name("dir")).identity();
        rename("file", "other", RenameMode.REPLACE);
        rename("dir", "folder", RenameMode.REPLACE);
        assertThat(here.stat(name("other")).identity()).isEqualTo(file);
        assertThat(here.stat(name("folder")).identity()).isEqualTo(dir);
        assertThat(contents("folder/inside")).isEqualTo("contents of dir/inside");
    }

    @Test
    void aRenameMayLeadToAnotherDirectory() throws IOException {
        plant("dir/", "link => target");
        here.rename(name("link"), in("dir"), name("moved"), RenameMode.REPLACE);
        assertThat(names(here)).containsExactly(name("dir"));
        assertThat(in("dir").readLink(name("moved"))).isEqualTo(LinkTarget.of("target"));
    }

    @Test
    void replacingReplacesALinkAndNotWhatItLeadsTo() throws IOException {
        plant("file", "old => file", "new => elsewhere");
        if (possible(Capability.ATOMIC_REPLACE, () -> rename("new", "old", RenameMode.REPLACE))) {
            assertThat(names(here)).containsExactly(name("file"), name("old"));
            assertThat(here.readLink(name("old"))).isEqualTo(LinkTarget.of("elsewhere"));
            assertThat(contents("file")).isEqualTo("contents of file");
        }
    }

    @Test
    void replacingReplacesAFile() throws IOException {
        plant("old", "new => elsewhere");
        if (possible(Capability.ATOMIC_REPLACE, () -> rename("new", "old", RenameMode.REPLACE))) {
            assertThat(names(here)).containsExactly(name("old"));
            assertThat(here.readLink(name("old"))).isEqualTo(LinkTarget.of("elsewhere"));
        }
    }

    @Test
    void replacingNeverReplacesADirectoryByALink() throws IOException {
        plant("empty/", "full/inside", "link => elsewhere");
        refused(() -> rename("link", "empty", RenameMode.REPLACE));
        refused(() -> rename("link", "full", RenameMode.REPLACE));
    }

    @Test
    void renamingWhatIsMissingIsRefused() throws IOException {
        plant("file");
        refused(() -> rename("missing", "other", RenameMode.REPLACE), Reason.NOT_FOUND);
        refused(() -> rename("missing", "file", RenameMode.REPLACE), Reason.NOT_FOUND,
                Reason.UNSUPPORTED_BY_FILE_SYSTEM);
    }

    @Test
    void withoutReplacingAFreeNameIsTaken() throws IOException {
        plant("link => target");
        if (possible(Capability.RENAME_NO_REPLACE, () -> rename("link", "free", RenameMode.NO_REPLACE))) {
            assertThat(names(here)).containsExactly(name("free"));
            assertThat(here.readLink(name("free"))).isEqualTo(LinkTarget.of("target"));
        }
    }

    @Test
    void withoutReplacingATakenNameStaysWhateverTakesIt() throws IOException {
        Reason[] reasons = has(Capability.RENAME_NO_REPLACE) ? new Reason[]{Reason.EXISTS} : NOT_POSSIBLE_HERE;
        plant("link => target", "file", "empty/", "full/inside", "dangling => nowhere");
        for (String taken : new String[]{"file", "empty", "full", "dangling"}) {
            refused(() -> rename("link", taken, RenameMode.NO_REPLACE), reasons);
        }
        refused(() -> rename("empty", "full", RenameMode.NO_REPLACE), reasons);
    }

    @Test
    void anExchangeSwapsTwoObjectsOfAnyKind() throws IOException {
        plant("link => target", "file", "dir/inside");
        if (possible(Capability.RENAME_EXCHANGE, () -> rename("link", "file", RenameMode.EXCHANGE))) {
            assertThat(here.readLink(name("file"))).isEqualTo(LinkTarget.of("target"));
            assertThat(contents("link")).isEqualTo("contents of file");
            rename("file", "dir", RenameMode.EXCHANGE);
            assertThat(here.readLink(name("dir"))).isEqualTo(LinkTarget.of("target"));
            assertThat(contents("file/inside")).isEqualTo("contents of dir/inside");
        }
    }

    @Test
    void anExchangeNeedsBothObjects() throws IOException {
        plant("file");
        Reason[] reasons = has(Capability.RENAME_EXCHANGE) ? new Reason[]{Reason.NOT_FOUND} : NOT_POSSIBLE_HERE;
        refused(() -> rename("file", "missing", RenameMode.EXCHANGE), reasons);
        refused(() -> rename("missing", "file", RenameMode.EXCHANGE), reasons);
    }

    private void rename(String from, String to, RenameMode mode) throws IOException {
        Name newName = name(to);
        here.rename(name(from), here, newName, mode);
    }

    /// Does it. With the capability it must succeed; without, it may, or is refused with nothing touched.
    private boolean possible(Capability capability, ThrowingCallable action) throws IOException {
        String before = picture();
        Throwable thrown = catchThrowable(action);
        if (thrown == null) {
            return true;
        }
        assertThat(has(capability)).as("%s is claimed, and yet: %s", capability, thrown).isFalse();
        failure(thrown, NOT_POSSIBLE_HERE);
        assertThat(picture()).isEqualTo(before);
        return false;
    }
}
