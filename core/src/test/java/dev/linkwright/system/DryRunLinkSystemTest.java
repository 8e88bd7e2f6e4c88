package dev.linkwright.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.CreateOptions;
import dev.linkwright.Directory;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a test does, the tree is the same before and after it.
final class DryRunLinkSystemTest {
    private static final Name A = Name.of("a");
    private static final Name B = Name.of("b");
    private static final Name FILE = Name.of("file");
    private static final Name SUB = Name.of("sub");
    private static final Name LINK = Name.of("link");
    private static final LinkTarget TEXT = LinkTarget.of("x");

    @TempDir
    Path dir;

    private final DryRunLinkSystem system = new DryRunLinkSystem(NioLinkSystem.of(FileSystems.getDefault()));
    private List<String> before = List.of();

    @BeforeEach
    void makeTree() throws IOException {
        Files.createFile(dir.resolve("file"));
        Files.createDirectory(dir.resolve("sub"));
        Files.createFile(dir.resolve("sub/inner"));
        Files.createDirectory(dir.resolve("empty"));
        Files.createSymbolicLink(dir.resolve("link"), Path.of("file"));
        before = tree();
    }

    @AfterEach
    void nothingHasChanged() throws IOException {
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void aPlannedLinkIsReadAsIfItWereThere() throws IOException {
        Directory directory = directory("");

        directory.makeLink(A, LinkTarget.of("file"), TargetKind.UNSPECIFIED);

        assertThat(directory.readLink(A)).isEqualTo(LinkTarget.of("file"));
        assertThat(directory.stat(A).isSymbolicLink()).isTrue();
        assertThat(directory.follow(A).isSymbolicLink()).isFalse();
        assertThat(directory("").readLink(A)).as("in another directory object").isEqualTo(LinkTarget.of("file"));
        assertThat(reason(() -> directory.makeLink(A, TEXT, TargetKind.UNSPECIFIED))).isEqualTo(Reason.EXISTS);
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        for (Name taken : List.of(FILE, SUB, LINK)) {
            assertThat(reason(() -> directory("").makeLink(taken, TEXT, TargetKind.FILE))).isEqualTo(Reason.EXISTS);
            assertThat(reason(() -> directory("").makeDirectory(taken))).isEqualTo(Reason.EXISTS);
            assertThat(reason(() -> directory("").makeHardLink(taken, directory(""), FILE))).isEqualTo(Reason.EXISTS);
        }
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        assertThat(reason(() -> directory("nowhere").makeLink(A, TEXT, TargetKind.FILE))).isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(() -> directory("file").makeLink(A, TEXT, TargetKind.FILE)))
                .isEqualTo(Reason.NOT_A_DIRECTORY);
    }

    @Test
    void anEmptyTextIsRefused() {
        assertThat(reason(() -> directory("").makeLink(A, LinkTarget.of(""), TargetKind.FILE)))
                .isEqualTo(Reason.INVALID_TARGET);
    }

    @Test
    void plannedLinksLeadToEachOther() throws IOException {
        Links links = Links.on(system).relativeTo(LinkPath.of(dir));
        create(links, "one", "two");
        assertThat(links.state(LinkPath.of("one"))).isEqualTo(LinkState.MISSING);
        create(links, "two", "sub/../file");
        assertThat(links.state(LinkPath.of("one"))).isEqualTo(LinkState.OK);
        create(links, "loop", "pool");
        create(links, "pool", "loop");
        assertThat(links.state(LinkPath.of("loop"))).isEqualTo(LinkState.LOOP);
    }

    @Test
    void aRemovedLinkIsGone() throws IOException {
        Links links = Links.on(system).relativeTo(LinkPath.of(dir));

        links.remove(LinkPath.of("link"));

        assertThat(reason(() -> links.read(LinkPath.of("link")))).isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(() -> links.remove(LinkPath.of("link")))).isEqualTo(Reason.NOT_FOUND);
        create(links, "link", "sub");
        assertThat(links.read(LinkPath.of("link"))).isEqualTo(LinkTarget.of("sub"));
    }

    @Test
    void whatIsNoLinkIsNotRemovedAsOne() {
        Links links = Links.on(system).relativeTo(LinkPath.of(dir));

        assertThat(reason(() -> links.remove(LinkPath.of("file")))).isEqualTo(Reason.NOT_A_LINK);
        assertThat(reason(() -> links.remove(LinkPath.of("sub")))).isEqualTo(Reason.NOT_A_LINK);
    }

    @Test
    void aHardLinkIsTheFile() throws IOException {
        directory("sub").makeHardLink(A, directory(""), FILE);

        assertThat(directory("sub").stat(A)).isEqualTo(directory("").stat(FILE));
        assertThat(reason(() -> directory("").makeHardLink(A, directory(""), SUB))).isEqualTo(Reason.IS_A_DIRECTORY);
        assertThat(reason(() -> directory("").makeHardLink(A, directory(""), B))).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void aPlannedDirectoryCanBeWorkedIn() throws IOException {
        directory("").makeDirectory(A);
        directory("a").makeDirectory(B);
        directory("a/b").makeLink(LINK, LinkTarget.of("../../file"), TargetKind.FILE);

        assertThat(directory("").stat(A).isDirectory()).isTrue();
        assertThat(directory("a").status().isDirectory()).isTrue();
        assertThat(directory("a/b").readLink(LINK)).isEqualTo(LinkTarget.of("../../file"));
        assertThat(reason(() -> directory("a/b").stat(FILE))).isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(() -> directory("a").removeDirectory(B))).isEqualTo(Reason.DIRECTORY_NOT_EMPTY);

        directory("a/b").unlink(LINK);
        directory("a").removeDirectory(B);
        directory("").removeDirectory(A);

        assertThat(reason(() -> directory("").stat(A))).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void onlyAnEmptyDirectoryIsRemoved() throws IOException {
        assertThat(reason(() -> directory("").removeDirectory(SUB))).isEqualTo(Reason.DIRECTORY_NOT_EMPTY);
        assertThat(reason(() -> directory("").removeDirectory(FILE))).isEqualTo(Reason.NOT_A_DIRECTORY);
        assertThat(reason(() -> directory("").unlink(SUB))).isEqualTo(Reason.IS_A_DIRECTORY);

        directory("").removeDirectory(Name.of("empty"));
        directory("sub").unlink(Name.of("inner"));
        directory("").removeDirectory(SUB);

        assertThat(reason(() -> directory("").stat(SUB))).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void aRenameMovesWhatIsThereOrPlanned() throws IOException {
        directory("").rename(LINK, directory("sub"), A, RenameMode.REPLACE);
        assertThat(directory("sub").readLink(A)).isEqualTo(LinkTarget.of("file"));
        assertThat(reason(() -> directory("").stat(LINK))).isEqualTo(Reason.NOT_FOUND);

        directory("sub").rename(A, directory(""), LINK, RenameMode.REPLACE);
        assertThat(directory("").readLink(LINK)).isEqualTo(LinkTarget.of("file"));
        assertThat(reason(() -> directory("").rename(B, directory(""), A, RenameMode.REPLACE)))
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(() -> directory("").rename(LINK, directory(""), SUB, RenameMode.REPLACE)))
                .isEqualTo(Reason.IS_A_DIRECTORY);
        assertThat(reason(() -> directory("").rename(LINK, directory(""), FILE, RenameMode.NO_REPLACE)))
                .isEqualTo(Reason.EXISTS);
    }

    @Test
    void whatIsReallyThereIsReadThrough() throws IOException {
        assertThat(directory("").stat(FILE)).isEqualTo(NioLinkSystem.of(FileSystems.getDefault())
                .at(LinkPath.of(dir)).stat(FILE));
        assertThat(directory("").capabilities().present()).isNotEmpty();
        assertThat(system.rules()).isEqualTo(LinkPath.of(dir).rules());
        try (Directory held = system.open(LinkPath.of(dir)); Directory sub = held.open(SUB)) {
            sub.makeLink(A, TEXT, TargetKind.FILE);
            assertThat(directory("sub").readLink(A)).isEqualTo(TEXT);
        }
    }

    private static void create(Links links, String link, String text) throws FileSystemException {
        links.create(LinkPath.of(link), LinkTarget.of(text), CreateOptions.defaults());
    }

    private Directory directory(String path) {
        return system.at(LinkPath.of(dir.resolve(path)));
    }

    private static Reason reason(ThrowingCallable call) {
        return ((LinkFailure) catchThrowableOfType(FileSystemException.class, call)).reason();
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> paths = Files.walk(dir)) {
            return paths.sorted().map(DryRunLinkSystemTest::describe).toList();
        }
    }

    private static String describe(Path path) {
        try {
            return path + " " + Files.readAttributes(path, "unix:*", LinkOption.NOFOLLOW_LINKS).get("ino");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedOperationException notUnix) {
            return path.toString();
        }
    }
}
