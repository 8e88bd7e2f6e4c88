package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.linkwright.Directory;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What [NioLinkSystem] refuses is tried against `java.nio.file` itself too, on an equal tree. There it must change
/// something: so it is known that the refusal is ours. Where the raw call refuses as well, the case says so.
final class RefusalsOfNioTest {
    @TempDir
    Path disk;

    private enum Raw {
        /// The raw call does it, or does something else than was asked.
        HARMS,
        /// The raw call refuses too.
        REFUSES_TOO
    }

    private interface Attempt<T> {
        void in(T directory) throws IOException;
    }

    private record Case(String name, List<String> layout, Reason reason, Attempt<Directory> ours, Raw raw,
            Attempt<Path> theirs) {}

    @TestFactory
    Stream<DynamicTest> onTheDisk() {
        return Stream.concat(everywhere(), Stream.of(
                new Case("replacing a full directory", List.of("full/inside", "dir/"), Reason.DIRECTORY_NOT_EMPTY,
                        d -> d.rename(name("dir"), d, name("full"), RenameMode.REPLACE), Raw.REFUSES_TOO,
                        d -> Files.move(d.resolve("dir"), d.resolve("full"), StandardCopyOption.ATOMIC_MOVE)),
                new Case("a hard link of a directory", List.of("dir/"), Reason.NOT_PERMITTED,
                        d -> d.makeHardLink(name("new"), d, name("dir")), Raw.REFUSES_TOO,
                        d -> Files.createLink(d.resolve("new"), d.resolve("dir")))))
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    Bench.POSIX.require(FileSystems.getDefault().getSeparator().equals("/"), "a POSIX system");
                    refuse(each, Files.createTempDirectory(disk, "case"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> inMemoryByTheRulesOfUnix() {
        return Stream.concat(everywhere(), inMemory()).map(each -> inMemory(each, Configuration.unix()));
    }

    @TestFactory
    Stream<DynamicTest> inMemoryByTheRulesOfWindows() {
        Stream<Case> windows = Stream.of(
                new Case("a name that is a path", List.of("dir/"), Reason.INVALID_NAME,
                        d -> d.makeDirectory(name("dir\\new")), Raw.HARMS,
                        d -> Files.createDirectory(d.resolve("dir\\new"))),
                new Case("a name with a colon", List.of(), Reason.INVALID_NAME, d -> d.makeDirectory(name("C:")),
                        Raw.REFUSES_TOO, d -> Files.createDirectory(d.resolve("C:new"))));
        return Stream.concat(Stream.concat(everywhere(), inMemory()), windows)
                .map(each -> inMemory(each, Configuration.windows()));
    }

    private static Stream<Case> everywhere() {
        return Stream.of(
                new Case("unlinking a directory", List.of("dir/"), Reason.IS_A_DIRECTORY, d -> d.unlink(name("dir")),
                        Raw.HARMS, d -> Files.delete(d.resolve("dir"))),
                new Case("removing a file as a directory", List.of("file"), Reason.NOT_A_DIRECTORY,
                        d -> d.removeDirectory(name("file")), Raw.HARMS, d -> Files.delete(d.resolve("file"))),
                new Case("removing a link as a directory", List.of("dir/", "link => dir"), Reason.NOT_A_DIRECTORY,
                        d -> d.removeDirectory(name("link")), Raw.HARMS, d -> Files.delete(d.resolve("link"))),
                new Case("removing a directory as a link", List.of("dir/"), Reason.IS_A_DIRECTORY,
                        d -> d.removeLink(name("dir"), (status, reparseData) -> {}), Raw.HARMS,
                        d -> Files.delete(d.resolve("dir"))),
                new Case("removing a full directory", List.of("dir/file"), Reason.DIRECTORY_NOT_EMPTY,
                        d -> d.removeDirectory(name("dir")), Raw.REFUSES_TOO, d -> Files.delete(d.resolve("dir"))),
                new Case("a text with doubled separators", List.of(), Reason.CAPABILITY_MISSING,
                        d -> link(d, "a//b"), Raw.HARMS, d -> rawLink(d, "a//b")),
                new Case("a text with a separator at its end", List.of("a/"), Reason.CAPABILITY_MISSING,
                        d -> link(d, "a/"), Raw.HARMS, d -> rawLink(d, "a/")),
                new Case("a link where one is", List.of("new => a"), Reason.EXISTS, d -> link(d, "b"),
                        Raw.REFUSES_TOO, d -> rawLink(d, "b")),
                new Case("renaming without replacing", List.of("a => x"), Reason.CAPABILITY_MISSING,
                        d -> d.rename(name("a"), d, name("b"), RenameMode.NO_REPLACE), Raw.HARMS,
                        d -> Files.move(d.resolve("a"), d.resolve("b"))),
                new Case("following a link to a directory by opening it", List.of("dir/", "link => dir"),
                        Reason.IS_A_LINK, d -> d.open(name("link")).makeDirectory(name("made")), Raw.HARMS,
                        d -> Files.createDirectory(d.resolve("link").resolve("made"))),
                new Case("working in a closed directory", List.of(), Reason.OTHER, d -> {
                    d.close();
                    d.makeDirectory(name("made"));
                }, Raw.HARMS, d -> Files.createDirectory(d.resolve("made"))));
    }

    /// What Jimfs does in another way than the disk.
    private static Stream<Case> inMemory() {
        return Stream.of(
                new Case("an empty text", List.of(), Reason.INVALID_TARGET, d -> link(d, ""), Raw.HARMS,
                        d -> rawLink(d, "")),
                new Case("a hard link of a symbolic link", List.of("file", "link => file"), Reason.CAPABILITY_MISSING,
                        d -> d.makeHardLink(name("new"), d, name("link")), Raw.HARMS,
                        d -> Files.createLink(d.resolve("new"), d.resolve("link"))),
                new Case("replacing in one step", List.of("a => x", "b => y"), Reason.UNSUPPORTED_BY_FILE_SYSTEM,
                        d -> d.rename(name("a"), d, name("b"), RenameMode.REPLACE), Raw.REFUSES_TOO,
                        d -> Files.move(d.resolve("a"), d.resolve("b"), StandardCopyOption.ATOMIC_MOVE)));
    }

    private static DynamicTest inMemory(Case each, Configuration configuration) {
        return DynamicTest.dynamicTest(each.name(), () -> {
            try (FileSystem fileSystem = Jimfs.newFileSystem(configuration)) {
                refuse(each, Files.createDirectories(fileSystem.getPath("case").toAbsolutePath()));
            }
        });
    }

    private static void refuse(Case each, Path base) throws IOException {
        TreeLayout layout = TreeLayout.of(each.layout().toArray(String[]::new));
        Path oursPath = Files.createDirectory(base.resolve("ours"));
        Path theirs = Files.createDirectory(base.resolve("theirs"));
        layout.plantIn(oursPath);
        layout.plantIn(theirs);
        SortedMap<String, String> before = picture(oursPath);

        try (Directory ours = NioLinkSystem.of(base.getFileSystem()).open(LinkPath.of(oursPath))) {
            Throwable refusal = catchThrowable(() -> each.ours().in(ours));
            assertThat(refusal).isInstanceOf(LinkFailure.class);
            assertThat(((LinkFailure) refusal).reason()).as(refusal.getMessage()).isEqualTo(each.reason());
            assertThat(picture(oursPath)).isEqualTo(before);
        }

        Throwable raw = catchThrowable(() -> each.theirs().in(theirs));
        if (each.raw() == Raw.HARMS) {
            assertThat(raw).as("the raw call").isNull();
            assertThat(picture(theirs)).as("what the raw call left").isNotEqualTo(before);
        } else {
            assertThat(raw).as("the raw call").isNotNull();
        }
    }

    private static SortedMap<String, String> picture(Path directory) throws IOException {
        SortedMap<String, String> picture = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path each : walk.toList()) {
                String what = Files.isSymbolicLink(each)
                        ? "=> " + Files.readSymbolicLink(each)
                        : Files.isDirectory(each) ? "directory" : Files.readString(each);
                picture.put(directory.relativize(each).toString(), what);
            }
        }
        return picture;
    }

    private static Name name(String name) {
        return Name.of(name);
    }

    private static void link(Directory directory, String text) throws IOException {
        directory.makeLink(name("new"), LinkTarget.of(text), TargetKind.UNSPECIFIED);
    }

    private static void rawLink(Path directory, String text) throws IOException {
        Files.createSymbolicLink(directory.resolve("new"), directory.getFileSystem().getPath(text));
    }
}
