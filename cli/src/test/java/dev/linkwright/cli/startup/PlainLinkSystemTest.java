package dev.linkwright.cli.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.CreateOptions;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainLinkSystemTest {
    private static final LinkSystem FULL = Links.system().linkSystem();

    @TempDir
    Path dir;

    @BeforeEach
    void requirePosix() {
        assumeTrue(FileSystems.getDefault().getSeparator().equals("/"), "a POSIX host is wanted");
    }

    @Test
    void aPlainReadNeedsNoFullSystem() throws IOException {
        Files.createSymbolicLink(dir.resolve("link"), Path.of("to/it"));
        PlainLinkSystem plain = plain("UTF-8");

        assertThat(Links.on(plain).read(path("link"))).isEqualTo(LinkTarget.of("to/it"));
        assertThat(plain.isLoaded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            missing,  MISSING
            there,    OK
            .,        OK
            ../x/y,   MISSING
            """)
    void aPlainCreateNeedsNoFullSystemToMakeTheLinkAndToTellItsState(String text, LinkState state) throws IOException {
        Files.createFile(dir.resolve("there"));
        PlainLinkSystem plain = plain("UTF-8");
        Links links = Links.on(plain);

        links.create(path("link"), LinkTarget.of(text), CreateOptions.defaults());

        assertThat(links.state(path("link"))).isEqualTo(state);
        assertThat(Files.readSymbolicLink(dir.resolve("link"))).hasToString(text);
        assertThat(plain.isLoaded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub/link", "dangling", "sub/file", "sub", ".", "sub/../sub", "/"})
    void aPlainShowNeedsNoFullSystem(String path) throws IOException {
        Files.createDirectory(dir.resolve("sub"));
        Files.createFile(dir.resolve("sub/file"));
        Files.createSymbolicLink(dir.resolve("sub/link"), Path.of("file"));
        Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
        PlainLinkSystem plain = plain("UTF-8");
        LinkPath base = LinkPath.of(dir);

        Links links = Links.on(plain).relativeTo(base);
        Links full = Links.on(FULL).relativeTo(base);

        assertThat(links.show(LinkPath.of(path))).usingRecursiveComparison().ignoringFields("status.identity.mount")
                .isEqualTo(full.show(LinkPath.of(path)));
        assertThat(links.resolve(LinkPath.of(path))).usingRecursiveComparison()
                .ignoringFields("end.identity.mount", "cause.function").isEqualTo(full.resolve(LinkPath.of(path)));
        assertThat(plain.isLoaded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            nowhere, NOT_FOUND
            file,    NOT_A_LINK
            """)
    void aPlainReadThatIsRefusedNeedsNoFullSystem(String path, Reason reason) throws IOException {
        Files.createFile(dir.resolve("file"));
        PlainLinkSystem plain = plain("UTF-8");

        FailureDetails failure = readFailureOf(plain, path);

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.codeName()).isEqualTo(reason == Reason.NOT_FOUND ? "ENOENT" : "EINVAL");
        assertThat(plain.isLoaded()).isFalse();
    }

    @Test
    void aPlainRemoveNeedsNoFullSystem() throws IOException {
        Files.createDirectory(dir.resolve("sub"));
        Files.createSymbolicLink(dir.resolve("link"), Path.of("sub"));
        PlainLinkSystem plain = plain("UTF-8");

        Links.on(plain).remove(path("link"));

        assertThat(plain.isLoaded()).isFalse();
        assertThat(dir).isDirectoryContaining(path -> path.endsWith("sub"))
                .isDirectoryNotContaining(Files::isSymbolicLink);
    }

    @Test
    void aDirectoryThatIsSwappedInBeforeTheRemovalStays() throws IOException {
        Path place = Files.createSymbolicLink(dir.resolve("link"), Path.of("x"));
        Name name = Name.of("link");
        Directory directory = plain("UTF-8").at(LinkPath.of(dir));

        FileSystemException failure = catchThrowableOfType(FileSystemException.class,
                () -> directory.removeLink(name, (status, data) -> swapForDirectory(place)));

        assertThat(((LinkFailure) failure).reason()).isEqualTo(Reason.IS_A_DIRECTORY);
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void whatTheJudgeRefusesStays() throws IOException {
        Files.createFile(dir.resolve("file"));
        Links links = Links.on(plain("UTF-8"));
        LinkPath file = path("file");

        FileSystemException failure = catchThrowableOfType(FileSystemException.class, () -> links.remove(file));

        assertThat(((LinkFailure) failure).reason()).isEqualTo(Reason.NOT_A_LINK);
        assertThat(dir.resolve("file")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b/./c/../d/", "a/", "a//b"})
    void aTextThatPathWouldChangeIsLeftToTheFullSystem(String text) {
        PlainLinkSystem plain = plain("UTF-8");

        LinkPath link = path("link");
        FileSystemException failure = catchThrowableOfType(FileSystemException.class,
                () -> Links.on(plain).create(link, LinkTarget.of(text), CreateOptions.defaults()));

        assertThat(plain.isLoaded()).isTrue();
        if (failure == null) {
            assertThat(dir.resolve("link")).isSymbolicLink();
        } else {
            assertThat(((LinkFailure) failure).reason()).isEqualTo(Reason.CAPABILITY_MISSING);
            assertThat(dir).isEmptyDirectory();
        }
    }

    @Test
    void aTextIsReadAsItIsStoredAlthoughItIsReadAsAPath() throws Exception {
        String text = "a//b/./c/../d/";
        int code = new ProcessBuilder("ln", "-s", text, "link").directory(dir.toFile()).start().waitFor();
        assertThat(code).isZero();
        PlainLinkSystem plain = plain("UTF-8");

        assertThat(Links.on(plain).read(path("link"))).isEqualTo(LinkTarget.of(text));
        assertThat(plain.isLoaded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            UTF-8,          é, UNICODE, true
            UTF-8,          a, UNICODE, true
            ANSI_X3.4-1968, é, ASCII,   false
            ANSI_X3.4-1968, a, ASCII,   true
            ISO-8859-1,     é, ASCII,   false
            ISO-8859-1,     a, ASCII,   true
            Shift_JIS,      a, NOTHING, false
            ,               a, NOTHING, false
            """)
    void whatTheLocaleMaySpellOtherwiseIsLeftToTheFullSystem(String encoding, String text, Spelling spelling,
            boolean trusted) {
        assertThat(Spelling.of(encoding)).isEqualTo(spelling);
        assertThat(spelling.text(LinkTarget.of(text)) != null).isEqualTo(trusted);
        assertThat(spelling.location(LinkPath.of(text)) != null).isEqualTo(trusted);
        assertThat(spelling.read(Path.of(text)) != null).isEqualTo(trusted);
    }

    @Test
    void whatMayHaveBeenLostInDecodingIsReadAgain() {
        assertThat(Spelling.UNICODE.read(Path.of("caf\ufffd"))).isNull();
        assertThat(Spelling.UNICODE.text(LinkTarget.ofBytes(new byte[]{'a', (byte) 0xff}))).isNull();
        assertThat(Spelling.UNICODE.location(LinkPath.ofBytes(PathRules.POSIX, new byte[]{(byte) 0xff}))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "nowhere/link", "taken/link", "loop/link"})
    void aFailureIsTheFullSystemsOwn(String link) throws IOException {
        Files.createFile(dir.resolve("taken"));
        Files.createSymbolicLink(dir.resolve("loop"), Path.of("loop"));

        assertThat(failureOf(plain("UTF-8"), link)).usingRecursiveComparison().ignoringFields("function")
                .isEqualTo(failureOf(FULL, link));
        assertThat(readFailureOf(plain("UTF-8"), link)).usingRecursiveComparison().ignoringFields("function")
                .isEqualTo(readFailureOf(FULL, link));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            taken,        EXISTS
            nowhere/link, PARENT_NOT_FOUND
            """)
    void aNameThatIsTakenAndADirectoryThatIsMissingNeedNoFullSystem(String link, Reason reason) throws IOException {
        Files.createFile(dir.resolve("taken"));
        PlainLinkSystem plain = plain("UTF-8");

        assertThat(failureOf(plain, link).reason()).isEqualTo(reason);
        assertThat(plain.isLoaded()).isFalse();
    }

    @Test
    void aHardLinkWhoseNameIsTakenIsRefusedAsByTheFullSystem() throws IOException {
        Files.createFile(dir.resolve("file"));
        Files.createFile(dir.resolve("taken"));
        PlainLinkSystem plain = plain("UTF-8");

        assertThat(hardLinkFailureOf(plain)).usingRecursiveComparison().ignoringFields("function")
                .isEqualTo(hardLinkFailureOf(FULL));
        assertThat(plain.isLoaded()).isFalse();
    }

    @Test
    void anyNameButADirectorysIsRemovedWithoutTheFullSystem() throws IOException {
        Files.createSymbolicLink(Files.createFile(dir.resolve("file")).resolveSibling("link"), Path.of("file"));
        Directory full = FULL.at(LinkPath.of(dir));
        PlainLinkSystem plain = plain("UTF-8");
        Directory directory = plain.at(LinkPath.of(dir));

        directory.unlink(Name.of("link"));
        directory.unlink(Name.of("file"));

        assertThat(dir).isEmptyDirectory();
        assertThat(unlinkFailureOf(directory)).usingRecursiveComparison().ignoringFields("function")
                .isEqualTo(unlinkFailureOf(full));
        assertThat(plain.isLoaded()).isFalse();
        Files.createDirectory(dir.resolve("file"));
        assertThat(unlinkFailureOf(directory)).isEqualTo(unlinkFailureOf(full));
    }

    @Test
    void namesAreListedByteByByteWithoutTheFullSystem() throws Exception {
        int code = new ProcessBuilder("sh", "-c", "touch \"$(printf 'caf\\351 \\303\\251')\" plain")
                .directory(dir.toFile())
                .start().waitFor();
        assertThat(code).isZero();
        PlainLinkSystem plain = plain("UTF-8");

        assertThat(names(plain)).containsExactlyInAnyOrderElementsOf(names(FULL));
        assertThat(plain.isLoaded()).isFalse();
    }

    private List<Name> names(LinkSystem system) throws IOException {
        List<Name> names = new ArrayList<>();
        try (Cursor cursor = system.at(LinkPath.of(dir)).list()) {
            while (cursor.next()) {
                names.add(cursor.name());
            }
        }
        return names;
    }

    private FailureDetails hardLinkFailureOf(LinkSystem system) {
        Directory directory = system.at(LinkPath.of(dir));
        return ((LinkFailure) catchThrowableOfType(FileSystemException.class,
                () -> directory.makeHardLink(Name.of("taken"), directory, Name.of("file")))).details();
    }

    private static FailureDetails unlinkFailureOf(Directory directory) {
        return ((LinkFailure) catchThrowableOfType(FileSystemException.class,
                () -> directory.unlink(Name.of("file")))).details();
    }

    @Test
    void theFullSystemIsAskedForOnce() {
        int[] asked = {0};
        PlainLinkSystem plain = new PlainLinkSystem(() -> {
            asked[0]++;
            return FULL;
        }, "UTF-8");

        failureOf(plain, "n".repeat(300));
        failureOf(plain, "n".repeat(400));

        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void everythingElseIsTheFullSystemsToo() throws IOException {
        Links links = Links.on(plain("UTF-8"));
        Files.createFile(dir.resolve("file"));

        links.createHardLink(path("second"), path("file"));

        assertThat(Files.isSameFile(dir.resolve("file"), dir.resolve("second"))).isTrue();
        assertThat(links.linkSystem().name()).isEqualTo(FULL.name());
    }

    private FailureDetails failureOf(LinkSystem system, String link) {
        LinkPath path = path(link);
        FileSystemException failure = catchThrowableOfType(FileSystemException.class,
                () -> Links.on(system).create(path, LinkTarget.of("x"), CreateOptions.defaults()));
        return ((LinkFailure) failure).details();
    }

    private FailureDetails readFailureOf(LinkSystem system, String link) {
        LinkPath path = path(link);
        FileSystemException failure = catchThrowableOfType(FileSystemException.class,
                () -> Links.on(system).read(path));
        return ((LinkFailure) failure).details();
    }

    private LinkPath path(String name) {
        return LinkPath.of(dir.resolve(name));
    }

    private static void swapForDirectory(Path place) {
        try {
            if (Files.isSymbolicLink(place)) {
                Files.delete(place);
                Files.createDirectory(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlainLinkSystem plain(String encoding) {
        return new PlainLinkSystem(() -> FULL, encoding);
    }
}
