package dev.linkwright.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

import dev.linkwright.Capability;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Finding, opening, holding and closing directories.
abstract class DirectoryRules extends ContractRules {
    /// So many names of such a length take several calls of any system.
    private static final int MANY = 600;
    private static final String LONG = "n".repeat(200);

    private static final Reason[] NO_DIRECTORY = {Reason.NOT_A_DIRECTORY, Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND};

    DirectoryRules(LinkSystemContract contract) {
        super(contract, Naming.OPENED);
    }

    @Test
    void namingADirectoryLooksAtNothing() {
        assertThat(system.at(at("missing/below")).path()).isEqualTo(at("missing/below"));
    }

    @Test
    void aDirectoryIsOpenedThroughLinksInItsPath() throws IOException {
        plant("dir/inside", "link => dir", "twice => link");
        try (Directory opened = system.open(at("twice"))) {
            assertThat(names(opened)).containsExactly(name("inside"));
            assertThat(opened.path()).isEqualTo(at("twice"));
        }
    }

    @Test
    void whatIsNoDirectoryIsNotOpened() throws IOException {
        plant("file");
        refused(() -> system.open(at("missing")).close(), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> system.open(at("missing/below")).close(), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> system.open(at("file")).close(), Reason.NOT_A_DIRECTORY);
        refused(() -> system.open(at("file/below")).close(), NO_DIRECTORY);
        plant("to-file => file", "dangling => nowhere", "loop => loop");
        refused(() -> system.open(at("to-file")).close(), Reason.NOT_A_DIRECTORY);
        refused(() -> system.open(at("dangling")).close(), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> system.open(at("loop")).close(), Reason.TOO_MANY_LINKS_IN_PATH);
    }

    @Test
    void aSubDirectoryIsOpenedByItsNameButNeverThroughALink() throws IOException {
        plant("dir/inside", "file");
        try (Directory opened = here.open(name("dir"))) {
            assertThat(names(opened)).containsExactly(name("inside"));
            assertThat(opened.path()).isEqualTo(at("dir"));
        }
        refused(() -> here.open(name("file")).close(), Reason.NOT_A_DIRECTORY);
        refused(() -> here.open(name("missing")).close(), Reason.NOT_FOUND);
        plant("link => dir", "dangling => nowhere", "loop => loop");
        refused(() -> here.open(name("link")).close(), Reason.IS_A_LINK);
        refused(() -> here.open(name("dangling")).close(), Reason.IS_A_LINK);
        refused(() -> here.open(name("loop")).close(), Reason.IS_A_LINK);
    }

    @Test
    void theDirectoryAboveIsWhereTheDirectoryReallyIs() throws IOException {
        plant("above/dir/", "elsewhere/link => ../above/dir");
        Identity noted = system.at(at("above")).status().identity();
        if (noted == null) {
            assertThat(has(Capability.IDENTITY)).isFalse();
            return;
        }
        try (Directory opened = system.open(at("elsewhere/link")); Directory above = opened.openParent(noted)) {
            assertThat(names(above)).containsExactly(name("dir"));
        }
        assertThat(system.at(root).status().isDirectory()).isTrue();
    }

    @Test
    void aDirectoryAboveThatIsNotTheOneNotedIsRefused() throws IOException {
        require(Capability.IDENTITY);
        plant("above/dir/", "other/");
        Identity other = requireNonNull(system.at(at("other")).status().identity());
        try (Directory opened = system.open(at("above/dir"))) {
            refused(() -> opened.openParent(other).close(), Reason.CHANGED_BY_OTHERS);
        }
    }

    @Test
    void withoutIdentitiesTheDirectoryAboveIsNotOpened() throws IOException {
        plant("above/dir/");
        requireAbsence(Capability.IDENTITY);
        try (Directory opened = system.open(at("above/dir"))) {
            refused(() -> opened.openParent(new Identity(0, 0, 0, 0)).close(), Reason.CAPABILITY_MISSING);
        }
    }

    @Test
    void aPhysicalPathIsAbsoluteAndPassesNoLink() throws IOException {
        plant("dir/sub/", "link => dir");
        LinkPath through = system.at(at("link/sub")).physicalPath();
        assertThat(through).isEqualTo(system.at(at("dir/sub")).physicalPath());
        assertThat(through.isAbsolute()).isTrue();
        assertThat(through.name()).contains(name("sub"));
        assertThat(through.parent().name()).contains(name("dir"));
    }

    @Test
    void nothingIsDoneInWhatIsNoDirectory() throws IOException {
        plant("file");
        refuseEverything(at("missing"), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refuseEverything(at("file"), NO_DIRECTORY);
        plant("dangling => nowhere", "loop => loop", "to-file => file");
        refuseEverything(at("dangling"), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refuseEverything(at("to-file"), NO_DIRECTORY);
        refuseEverything(at("loop"), Reason.TOO_MANY_LINKS_IN_PATH);
    }

    private void refuseEverything(LinkPath path, Reason... reasons) throws IOException {
        try (Directory there = system.at(path)) {
            refused(() -> there.list().close(), reasons);
            for (ThrowingCallable primitive : primitivesOn(there)) {
                refused(primitive, reasons);
            }
            if (has(Capability.SYMBOLIC_LINKS)) {
                refused(() -> there.makeLink(name("new"), LinkTarget.of("t"), TargetKind.FILE), reasons);
            }
        }
    }

    private static List<ThrowingCallable> primitivesOn(Directory directory) {
        Name name = name("new");
        List<ThrowingCallable> primitives = new ArrayList<>();
        primitives.add(() -> directory.stat(name));
        primitives.add(() -> directory.follow(name));
        primitives.add(() -> directory.readLink(name));
        primitives.add(() -> directory.open(name).close());
        primitives.add(() -> directory.makeDirectory(name));
        primitives.add(() -> directory.makePrivateDirectory(name));
        primitives.add(() -> directory.unlink(name));
        primitives.add(() -> directory.removeDirectory(name));
        primitives.add(() -> directory.removeLink(name, (status, reparseData) -> {}));
        primitives.add(() -> directory.rename(name, directory, name("other"), RenameMode.REPLACE));
        return primitives;
    }

    @Test
    void aClosedDirectoryDoesNothingMore() throws IOException {
        plant("dir/", "new");
        Directory opened = system.open(root);
        opened.close();
        opened.close();
        List<ThrowingCallable> primitives = new ArrayList<>(primitivesOn(opened));
        primitives.add(opened::status);
        primitives.add(opened::physicalPath);
        primitives.add(() -> opened.openParent(new Identity(0, 0, 0, 0)).close());
        primitives.add(() -> opened.list().close());
        primitives.add(() -> opened.makeLink(name("l"), LinkTarget.of("t"), TargetKind.FILE));
        primitives.add(() -> opened.makeHardLink(name("h"), here, name("new")));
        primitives.add(() -> here.rename(name("new"), opened, name("moved"), RenameMode.REPLACE));
        for (ThrowingCallable primitive : primitives) {
            refused(primitive);
        }
        assertThat(opened.path()).isEqualTo(root);
    }

    @Test
    void closingADirectoryLeavesThoseOpenedFromItAlone() throws IOException {
        plant("dir/inside");
        Directory outer = system.open(root);
        try (Directory inner = outer.open(name("dir")); Cursor cursor = inner.list()) {
            outer.close();
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.name()).isEqualTo(name("inside"));
            assertThat(inner.stat(name("inside"))).isNotNull();
        }
    }

    @Test
    void cursorsOfOneListingShowEachEntryOnce() throws Exception {
        List<Name> expected = new ArrayList<>();
        here.makeDirectory(name("large"));
        try (Directory large = here.open(name("large"))) {
            for (int i = 0; i < MANY; i++) {
                Name name = name(LONG + i);
                large.makeDirectory(name);
                expected.add(name);
            }
            List<Name> seen = new ArrayList<>();
            try (Cursor first = large.list()) {
                assertThat(first.next()).isTrue();
                seen.add(first.name());
                try (Cursor other = first.trySplit()) {
                    // Where a listing has one reader, that one sees all of it.
                    FutureTask<List<Name>> rest = new FutureTask<>(() -> other == null ? List.of() : rest(other));
                    Thread reader = new Thread(rest);
                    reader.start();
                    seen.addAll(rest(first));
                    seen.addAll(rest.get());
                }
            }
            assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(names(large)).hasSize(MANY);
        }
    }

    private static List<Name> rest(Cursor cursor) throws FileSystemException {
        List<Name> names = new ArrayList<>();
        while (cursor.next()) {
            names.add(cursor.name());
        }
        return names;
    }

    @Test
    void aHeldDirectoryIsTheSameOneWhateverTakesItsName() throws IOException {
        require(Capability.HELD_DIRECTORIES);
        plant("dir/old-file", "dir/old-link => old");
        try (Directory held = here.open(name("dir")); Directory byPath = system.open(at("dir"))) {
            here.rename(name("dir"), here, name("moved"), RenameMode.REPLACE);
            plant("dir/new-file", "evil/", "dir/old-link => new");
            for (Directory directory : List.of(held, byPath)) {
                assertThat(names(directory)).containsExactly(name("old-file"), name("old-link"));
                assertThat(directory.readLink(name("old-link"))).isEqualTo(LinkTarget.of("old"));
                refused(() -> directory.stat(name("new-file")), Reason.NOT_FOUND);
            }
            assertThat(held.physicalPath().name()).contains(name("moved"));
            held.makeLink(name("made"), LinkTarget.of("t"), TargetKind.FILE);
            assertThat(names(system.at(at("moved")))).contains(name("made"));
            held.removeLink(name("old-link"), (status, reparseData) -> {});
            assertThat(system.at(at("dir")).readLink(name("old-link"))).isEqualTo(LinkTarget.of("new"));
        }
    }

    @Test
    void aHeldDirectoryDoesNotFollowALinkThatTakesItsName() throws IOException {
        require(Capability.HELD_DIRECTORIES);
        plant("dir/", "victim/precious");
        try (Directory held = here.open(name("dir"))) {
            here.rename(name("dir"), here, name("moved"), RenameMode.REPLACE);
            plant("dir => victim");
            refused(() -> held.unlink(name("precious")), Reason.NOT_FOUND);
            held.makeDirectory(name("made"));
            assertThat(names(system.at(at("moved")))).containsExactly(name("made"));
        }
        assertThat(contents("victim/precious")).isEqualTo("contents of victim/precious");
    }

    @Test
    void capabilitiesAreTheSameForTheSameDirectory() throws IOException {
        try (Directory again = system.open(root)) {
            assertThat(again.capabilities().present()).isEqualTo(system.at(root).capabilities().present());
        }
    }

    @Test
    void whatIsAbsentSaysWhy() {
        for (Capability capability : Capability.values()) {
            if (!has(capability)) {
                assertThat(capabilities.whyNot(capability)).as("why there is no %s", capability).isPresent();
            }
        }
    }
}
