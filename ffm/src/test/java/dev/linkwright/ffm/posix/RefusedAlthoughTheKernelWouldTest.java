package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.linkwright.CreateOptions;
import dev.linkwright.CreateOptions.IfExists;
import dev.linkwright.Directory;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RetargetOptions;
import dev.linkwright.testing.TreeLayout;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What is refused is tried against the system call itself too, on an equal tree: where the kernel does it, it is known
/// that the refusal is ours; where it does not, that we ask for the same.
final class RefusedAlthoughTheKernelWouldTest {
    private static final LinkTarget NEW = LinkTarget.of("new");
    private static final RetargetOptions RETARGET = RetargetOptions.defaults();
    private static final CreateOptions CREATE = CreateOptions.defaults();

    private final LinkSystem system = ThisHost.linkSystem();
    private final Links links = Links.on(system);

    @TempDir
    Path base;

    private enum Kernel {
        DOES_IT,
        REFUSES_TOO
    }

    private interface Attempt {
        void in(Path directory) throws IOException;
    }

    private record Case(String name, List<String> layout, Reason reason, Attempt ours, Kernel kernel, Attempt theirs) {}

    @TestFactory
    Stream<DynamicTest> everyRefusalIsKnownForOursOrForTheKernels() {
        return cases().map(each -> DynamicTest.dynamicTest(each.name(), () -> refuse(each)));
    }

    private Stream<Case> cases() {
        return Stream.of(
                new Case("rename: replacing a file by a link", List.of("file", "link => old"), Reason.NOT_A_LINK,
                        d -> links.retarget(path(d, "file"), NEW, RETARGET), Kernel.DOES_IT,
                        d -> replace(d, "link", "file")),
                new Case("rename: replacing a link that is not as expected", List.of("link => theirs", "next => new"),
                        Reason.UNEXPECTED_TARGET,
                        d -> links.retarget(path(d, "link"), NEW, RETARGET.withExpected(LinkTarget.of("old"))),
                        Kernel.DOES_IT, d -> replace(d, "next", "link")),
                new Case("rename: replacing what --if-exists replace finds to be a file", List.of("file", "link => x"),
                        Reason.NOT_A_LINK,
                        d -> links.create(path(d, "file"), NEW, CREATE.withIfExists(IfExists.REPLACE)), Kernel.DOES_IT,
                        d -> replace(d, "link", "file")),
                new Case("unlink: removing a file as a link", List.of("file"), Reason.NOT_A_LINK,
                        d -> links.remove(path(d, "file")), Kernel.DOES_IT, d -> Files.delete(d.resolve("file"))),
                new Case("rmdir: removing a directory as a link", List.of("dir/"), Reason.NOT_A_LINK,
                        d -> links.remove(path(d, "dir")), Kernel.DOES_IT, d -> Files.delete(d.resolve("dir"))),
                new Case("open: working behind a link", List.of("dir/", "link => dir"), Reason.IS_A_LINK,
                        d -> in(d, held -> held.open(Name.of("link")).makeDirectory(Name.of("made"))), Kernel.DOES_IT,
                        d -> Files.createDirectory(d.resolve("link/made"))),
                new Case("rmdir and unlink: deleting behind a link", List.of("dir/file", "link => dir"),
                        Reason.IS_A_LINK, d -> delete(d, "link/"), Kernel.DOES_IT,
                        d -> Files.delete(d.resolve("link/file"))),
                new Case("open: working in a directory that was closed", List.of("dir/"), Reason.OTHER, d -> {
                    Directory closed = system.open(path(d, "dir"));
                    closed.close();
                    closed.makeDirectory(Name.of("made"));
                }, Kernel.DOES_IT, d -> Files.createDirectory(d.resolve("dir/made"))),
                new Case("symlink: an empty text", List.of(), Reason.INVALID_TARGET,
                        d -> links.create(path(d, "link"), LinkTarget.of(""), CREATE), Kernel.REFUSES_TOO,
                        d -> Files.createSymbolicLink(d.resolve("link"), Path.of(""))),
                new Case("symlink: a name that is taken", List.of("link => old"), Reason.EXISTS,
                        d -> links.create(path(d, "link"), NEW, CREATE), Kernel.REFUSES_TOO,
                        d -> Files.createSymbolicLink(d.resolve("link"), Path.of("new"))),
                new Case("symlink: a directory that does not exist", List.of(), Reason.PARENT_NOT_FOUND,
                        d -> links.create(path(d, "none/link"), NEW, CREATE), Kernel.REFUSES_TOO,
                        d -> Files.createSymbolicLink(d.resolve("none/link"), Path.of("new"))),
                new Case("readlink: what is no link", List.of("file"), Reason.NOT_A_LINK,
                        d -> links.read(path(d, "file")), Kernel.REFUSES_TOO,
                        d -> Files.readSymbolicLink(d.resolve("file"))),
                new Case("link: a second name for a directory", List.of("dir/"), Reason.IS_A_DIRECTORY,
                        d -> links.createHardLink(path(d, "new"), path(d, "dir")), Kernel.REFUSES_TOO,
                        d -> Files.createLink(d.resolve("new"), d.resolve("dir"))));
    }

    private void refuse(Case each) throws IOException {
        TreeLayout layout = TreeLayout.of(each.layout().toArray(String[]::new));
        Path ours = Files.createDirectories(base.resolve(Integer.toString(each.hashCode())).resolve("ours"));
        Path theirs = Files.createDirectory(ours.resolveSibling("theirs"));
        layout.plantIn(ours);
        layout.plantIn(theirs);
        SortedMap<String, String> before = picture(ours);

        Throwable refusal = catchThrowable(() -> each.ours().in(ours));
        assertThat(refusal).isInstanceOf(LinkFailure.class);
        assertThat(((LinkFailure) refusal).reason()).as(refusal.getMessage()).isEqualTo(each.reason());
        assertThat(picture(ours)).isEqualTo(before);

        Throwable raw = catchThrowable(() -> each.theirs().in(theirs));
        if (each.kernel() == Kernel.DOES_IT) {
            assertThat(raw).as("the system call").isNull();
            assertThat(picture(theirs)).as("what the system call left").isNotEqualTo(before);
        } else {
            assertThat(raw).as("the system call").isNotNull();
            assertThat(picture(theirs)).isEqualTo(before);
        }
    }

    private static LinkPath path(Path directory, String name) {
        return LinkPath.of(directory.resolve(name));
    }

    private static void replace(Path directory, String by, String what) throws IOException {
        Files.move(directory.resolve(by), directory.resolve(what), StandardCopyOption.ATOMIC_MOVE);
    }

    private void in(Path directory, Work work) throws IOException {
        try (Directory held = system.open(LinkPath.of(directory))) {
            work.with(held);
        }
    }

    private void delete(Path directory, String name) throws IOException {
        Trees.on(system).delete(LinkPath.of(system.rules(), directory + "/" + name), DeleteOptions.defaults());
    }

    private static SortedMap<String, String> picture(Path directory) throws IOException {
        SortedMap<String, String> picture = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path each : walk.toList()) {
                String what = Files.isSymbolicLink(each)
                        ? "=> " + Files.readSymbolicLink(each)
                        : Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) ? "directory" : "file";
                picture.put(directory.relativize(each).toString(), what);
            }
        }
        return picture;
    }

    private interface Work {
        void with(Directory held) throws IOException;
    }
}
