package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.linkwright.Capability;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work relative to handles, and what Win32 would have made of the names.
final class HandlesTest {
    @TempDir
    private Path directory;

    private Scene scene;

    @BeforeEach
    void enter() throws IOException {
        scene = new Scene(directory);
    }

    @Test
    void aNameIsTakenAsItIs() throws IOException {
        try (Directory here = scene.held()) {
            for (String name : List.of("x", "x.", "NUL", "com1.txt", "trail ")) {
                here.makeDirectory(Name.of(name));
            }
            here.removeDirectory(Name.of("x."));

            assertThat(names(here)).containsExactlyInAnyOrder("x", "NUL", "com1.txt", "trail ");
            for (String name : List.of("NUL", "com1.txt", "trail ")) {
                here.removeDirectory(Name.of(name));
            }
        }
        assertThat(directory.resolve("x")).isDirectory();
    }

    @Test
    void aNameThatIsAPathOrAStreamIsRefusedByEveryPrimitive() throws IOException {
        scene.folder("sub");
        Files.writeString(directory.resolve("sub").resolve("victim"), "v");
        try (Directory held = scene.held()) {
            for (Directory here : List.of(held, scene.named())) {
                for (Name name : List.of(Name.of("sub\\victim"), Name.of("sub:stream"))) {
                    assertThat(Scene.refused(() -> here.unlink(name)).reason()).isEqualTo(Reason.INVALID_NAME);
                    assertThat(Scene.refused(() -> here.stat(name)).reason()).isEqualTo(Reason.INVALID_NAME);
                    assertThat(Scene.refused(() -> here.makeDirectory(name)).reason()).isEqualTo(Reason.INVALID_NAME);
                    assertThat(Scene.refused(() -> here.rename(Name.of("sub"), here, name, RenameMode.REPLACE))
                            .reason()).isEqualTo(Reason.INVALID_NAME);
                    assertThat(Scene.refused(() -> here.makeHardLink(name, here, Name.of("sub"))).reason())
                            .isEqualTo(Reason.INVALID_NAME);
                    assertThat(Scene.refused(() -> here.makeLink(name, LinkTarget.of("t"), TargetKind.FILE))
                            .reason()).isEqualTo(Reason.INVALID_NAME);
                }
            }
        }
        assertThat(directory.resolve("sub").resolve("victim")).hasContent("v");
    }

    @Test
    void aNameOfMoreThan255UnitsIsTooLong() {
        assertThat(Scene.refused(() -> scene.named().makeDirectory(Name.of("n".repeat(256)))).reason())
                .isEqualTo(Reason.NAME_TOO_LONG);
    }

    @Test
    void aTreeIsDeletedByHandles() throws IOException {
        for (int i = 0; i < 40; i++) {
            Files.writeString(scene.folder("tree\\a" + i + "\\b").resolve("file"), "x");
        }
        try (Directory here = scene.held(); Directory tree = here.open(Name.of("tree"))) {
            empty(tree);
        }
        scene.named().removeDirectory(Name.of("tree"));

        assertThat(directory.resolve("tree")).doesNotExist();
    }

    private static void empty(Directory directory) throws IOException {
        try (Cursor entries = directory.list()) {
            while (entries.next()) {
                Name name = entries.name();
                if (entries.type() == FileType.DIRECTORY) {
                    try (Directory below = directory.open(name)) {
                        empty(below);
                    }
                    directory.removeDirectory(name);
                } else {
                    directory.unlink(name);
                }
            }
        }
    }

    @Test
    void aThousandEntriesAreListedOnceEachWhileTheyAreRemoved() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            Files.createFile(directory.resolve("entry-with-a-longer-name-" + i));
        }
        int seen = 0;
        try (Directory here = scene.held(); Cursor entries = here.list()) {
            while (entries.next()) {
                here.unlink(entries.name());
                seen++;
            }
        }
        assertThat(seen).isEqualTo(1_000);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void twoCursorsOfOneDirectoryDoNotDisturbEachOther() throws IOException {
        scene.file("a");
        scene.file("b");
        try (Directory here = scene.held(); Cursor first = here.list(); Cursor second = here.list()) {
            assertThat(first.next()).isTrue();
            assertThat(remaining(second)).containsExactlyInAnyOrder("a", "b");
            assertThat(remaining(first)).hasSize(1);
        }
    }

    @Test
    void aUnixLinkToADirectoryIsListedAsWhatMustNotBeEntered() throws Exception {
        String prepared = System.getProperty("unix.links");
        Assumptions.assumeTrue(prepared != null, "skipped: there are no Unix links on this system");
        Directory here = scene.system.at(LinkPath.of(prepared));
        try (Cursor entries = here.list()) {
            while (entries.next()) {
                FileType type = entries.name().toString().equals("link") ? FileType.REPARSE_POINT : FileType.DIRECTORY;
                assertThat(entries.type()).isEqualTo(type);
                assertThat(entries.reparseTag()).isZero();
            }
        }
    }

    @Test
    void aRenameNeverLeavesTheDirectoryOfTheHandle() throws IOException {
        scene.file("old");
        try (Directory here = scene.held()) {
            here.rename(Name.of("old"), here, Name.of("new"), RenameMode.NO_REPLACE);
        }
        assertThat(directory.resolve("new")).hasContent("old");
        assertThat(Path.of("new").toAbsolutePath()).doesNotExist();
    }

    @Test
    void whatSomebodyHasOpenLosesItsNameAtOnce() throws IOException {
        scene.folder("held");
        try (Directory here = scene.held(); Directory held = here.open(Name.of("held"))) {
            assertThat(held.status().isDirectory()).isTrue();
            here.removeDirectory(Name.of("held"));
            assertThat(names(here)).isEmpty();
        }
    }

    @Test
    void aReadOnlyFileIsRemovedAndItsOtherNamesStayReadOnly() throws IOException {
        Path file = scene.file("read-only");
        Files.createLink(directory.resolve("other"), file);
        assertThat(file.toFile().setReadOnly()).isTrue();
        scene.named().unlink(Name.of("read-only"));

        assertThat(file).doesNotExist();
        assertThat(directory.resolve("other")).hasContent("read-only");
        assertThat(directory.resolve("other").toFile().canWrite()).isFalse();
        scene.named().unlink(Name.of("other"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aPrivateDirectoryIsMadeAndUsable() throws IOException {
        scene.named().makePrivateDirectory(Name.of("private"));
        try (Directory inside = scene.system.open(scene.at("private"))) {
            inside.makeDirectory(Name.of("below"));
            assertThat(names(inside)).containsExactly("below");
        }
    }

    @Test
    void whatWineLacksIsToldAsACapabilityAndRefused() throws IOException {
        Scene.requireTheStub();
        try (Directory here = scene.held()) {
            LinkCapabilities can = here.capabilities();
            assertThat(can.fileSystem()).isEqualTo("NTFS");
            assertThat(can.whyNot(Capability.REPARSE_POINTS)).contains("NTFS tells of no reparse points here");
            assertThat(can.whyNot(Capability.SYMBOLIC_LINKS)).contains("NTFS tells of no reparse points here");
            assertThat(can.whyNot(Capability.HELD_DIRECTORIES)).get().asString().contains("Wine");
            assertThat(can.has(Capability.HARD_LINKS)).isTrue();

            assertThat(Scene.refused(() -> here.makeLink(Name.of("l"), LinkTarget.of("t"), TargetKind.FILE)).reason())
                    .isEqualTo(Reason.UNSUPPORTED_BY_FILE_SYSTEM);
            byte[] junction = ReparseBuffer.encode(
                    ReparseData.MountPoint.to("C:\\windows"));
            assertThat(Scene.refused(() -> here.makeReparsePoint(Name.of("j"), junction, TargetKind.DIRECTORY))
                    .reason()).isEqualTo(Reason.CAPABILITY_MISSING);
            assertThat(names(here)).isEmpty();
        }
    }

    @Test
    void manyThreadsMakeAndRemoveThroughOneHandle() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try (Directory here = scene.held()) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                int number = worker;
                work.add(() -> {
                    for (int i = 0; i < 100; i++) {
                        Name name = Name.of("d" + number + "-" + i);
                        here.makeDirectory(name);
                        here.removeDirectory(name);
                    }
                    return number;
                });
            }
            for (Future<Integer> done : workers.invokeAll(work)) {
                done.get();
            }
            assertThat(names(here)).isEmpty();
        } finally {
            workers.shutdown();
        }
    }

    @Test
    void longPathsAreNoSpecialCase() throws IOException {
        LinkPath deep = scene.path;
        for (int i = 0; i < 8; i++) {
            Name name = Name.of("a-rather-long-name-of-a-directory-" + i);
            scene.system.at(deep).makeDirectory(name);
            deep = deep.resolve(name);
        }
        assertThat(deep.units().length()).isGreaterThan(260);
        scene.system.at(deep).makeDirectory(Name.of("end"));
        assertThat(scene.system.at(deep).stat(Name.of("end")).isDirectory()).isTrue();
        LinkPath dotted = deep.resolve(LinkPath.of(PathRules.WINDOWS, "x\\.."));
        assertThat(names(scene.system.at(dotted))).containsExactly("end");
    }

    private static List<String> names(Directory directory) throws IOException {
        try (Cursor entries = directory.list()) {
            return remaining(entries);
        }
    }

    private static List<String> remaining(Cursor entries) throws IOException {
        List<String> names = new ArrayList<>();
        while (entries.next()) {
            names.add(entries.name().toString());
        }
        return names;
    }
}
