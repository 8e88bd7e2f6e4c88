package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.linkwright.Capability;
import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.system.DryRunLinkSystem;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.Test;

/// What needs no link: files and directories under the primitives and in trees. The other rules mix them with links, so
/// that where there are none much would be skipped that can be shown all the same.
abstract class FileAndDirectoryRules extends ContractRules {
    FileAndDirectoryRules(LinkSystemContract contract, Naming naming) {
        super(contract, naming);
    }

    private void rename(String from, String to, RenameMode mode) throws IOException {
        here.rename(name(from), here, name(to), mode);
    }

    @Test
    void theirStatusIsTold() throws IOException {
        plant("file", "dir/inside");
        Status file = here.stat(name("file"));
        assertThat(file.type()).isEqualTo(FileType.FILE);
        assertThat(file.size()).isEqualTo("contents of file".length());
        assertThat(file.reparseTag()).isZero();
        assertThat(here.stat(name("dir")).type()).isEqualTo(FileType.DIRECTORY);
        assertThat(here.follow(name("file")).type()).isEqualTo(FileType.FILE);
        assertThat(here.follow(name("dir")).type()).isEqualTo(FileType.DIRECTORY);
        for (String missing : List.of("missing", "File.missing")) {
            refused(() -> here.stat(name(missing)), Reason.NOT_FOUND);
            refused(() -> here.follow(name(missing)), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        }
    }

    @Test
    void theirIdentitiesTellThemApart() throws IOException {
        require(Capability.IDENTITY);
        plant("file", "other", "dir/");
        Object file = here.stat(name("file")).identity();
        assertThat(file).isNotNull().isEqualTo(here.follow(name("file")).identity())
                .isNotEqualTo(here.stat(name("other")).identity()).isNotEqualTo(here.stat(name("dir")).identity());
        assertThat(in("dir").status().identity()).isEqualTo(here.stat(name("dir")).identity());
    }

    @Test
    void theirTypesAreListed() throws IOException {
        plant("file", "dir/inside", "empty/");
        Map<Name, FileType> told = new HashMap<>();
        try (Cursor cursor = here.list()) {
            while (cursor.next()) {
                told.put(cursor.name(), cursor.type());
                assertThat(cursor.reparseTag()).as("%s", cursor.name()).isZero();
            }
        }
        assertThat(told).containsOnlyKeys(name("file"), name("dir"), name("empty"));
        assertThat(told.get(name("file"))).isIn(FileType.FILE, FileType.UNKNOWN);
        assertThat(told.get(name("dir"))).isIn(FileType.DIRECTORY, FileType.UNKNOWN);
    }

    @Test
    void aFileIsRenamedInItsDirectoryAndToAnotherOne() throws IOException {
        plant("file", "dir/");
        rename("file", "renamed", RenameMode.REPLACE);
        assertThat(names(here)).containsExactly(name("dir"), name("renamed"));
        here.rename(name("renamed"), in("dir"), name("moved"), RenameMode.REPLACE);
        assertThat(names(here)).containsExactly(name("dir"));
        assertThat(contents("dir/moved")).isEqualTo("contents of file");
    }

    @Test
    void aFileReplacesAFileAndNeverADirectory() throws IOException {
        plant("old", "new", "empty/", "full/inside");
        refused(() -> rename("new", "empty", RenameMode.REPLACE));
        refused(() -> rename("new", "full", RenameMode.REPLACE));
        Throwable thrown = catchThrowable(() -> rename("new", "old", RenameMode.REPLACE));
        if (thrown == null) {
            assertThat(names(here)).containsExactly(name("empty"), name("full"), name("old"));
            assertThat(contents("old")).isEqualTo("contents of new");
        } else {
            assertThat(has(Capability.ATOMIC_REPLACE)).as("ATOMIC_REPLACE is claimed, and yet: %s", thrown).isFalse();
            failure(thrown, Reason.CAPABILITY_MISSING, Reason.UNSUPPORTED_BY_FILE_SYSTEM);
            assertThat(contents("old")).isEqualTo("contents of old");
        }
    }

    @Test
    void withoutReplacingOnlyAFreeNameIsTaken() throws IOException {
        plant("file", "other", "empty/", "full/inside");
        if (!has(Capability.RENAME_NO_REPLACE)) {
            refused(() -> rename("file", "free", RenameMode.NO_REPLACE), Reason.CAPABILITY_MISSING,
                    Reason.UNSUPPORTED_BY_FILE_SYSTEM);
            return;
        }
        for (String taken : List.of("other", "empty", "full")) {
            refused(() -> rename("file", taken, RenameMode.NO_REPLACE), Reason.EXISTS);
        }
        rename("file", "free", RenameMode.NO_REPLACE);
        rename("full", "moved", RenameMode.NO_REPLACE);
        assertThat(contents("free")).isEqualTo("contents of file");
        assertThat(contents("moved/inside")).isEqualTo("contents of full/inside");
    }

    @Test
    void onlyADirectoryIsOpened() throws IOException {
        plant("dir/inside", "file");
        assertThat(names(in("dir"))).containsExactly(name("inside"));
        refused(() -> here.open(name("file")).close(), Reason.NOT_A_DIRECTORY);
        refused(() -> here.open(name("missing")).close(), Reason.NOT_FOUND);
        refused(() -> system.open(at("file")).close(), Reason.NOT_A_DIRECTORY);
    }

    @Test
    void theirTreeIsDeletedAndADryRunOnlySaysSo() throws IOException {
        plant("tree/a/b/file", "tree/a/other", "tree/empty/", "beside");
        String before = picture();
        Deletion planned = Trees.on(new DryRunLinkSystem(system)).delete(at("tree"), DeleteOptions.defaults());
        assertThat(picture()).isEqualTo(before);
        Deletion deletion = Trees.on(system).delete(at("tree"), DeleteOptions.defaults());

        assertThat(names(here)).containsExactly(name("beside"));
        assertThat(deletion.directories()).isEqualTo(planned.directories()).isEqualTo(4);
        assertThat(deletion.files()).isEqualTo(planned.files()).isEqualTo(2);
    }

    @Test
    void whatIsToBeKeptIsNotDeleted() throws IOException {
        plant("home/inner/file", "dir/");
        DeleteOptions options = DeleteOptions.defaults().withKept(at("home"));
        refused(() -> Trees.on(system).delete(at("home"), options), Reason.PROTECTED_DIRECTORY);
        refused(() -> Trees.on(system).relativeTo(at("home/inner")).delete(at("home"), DeleteOptions.defaults()),
                Reason.PROTECTED_DIRECTORY);
        assertThat(Trees.on(system).delete(at("dir"), options).isComplete()).isTrue();
    }
}
