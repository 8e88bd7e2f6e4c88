package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TreeLayoutTest {
    private final FileSystem fileSystem = Jimfs.newFileSystem(Configuration.unix());
    private final Path root = fileSystem.getPath("/work");

    @AfterEach
    void forget() throws IOException {
        fileSystem.close();
    }

    @Test
    void eachLineMakesOneObject() throws IOException {
        TreeLayout.of("dir/", "f.txt", "a => b", "to dir => dir", "x/y/z => ../../f.txt", "x/w").plantIn(root);
        assertThat(root.resolve("dir")).isEmptyDirectory();
        assertThat(root.resolve("f.txt")).hasContent("contents of f.txt");
        assertThat(Files.readSymbolicLink(root.resolve("a"))).hasToString("b");
        assertThat(Files.isDirectory(root.resolve("to dir"))).isTrue();
        assertThat(root.resolve("x/y/z")).isSymbolicLink().hasContent("contents of f.txt");
        assertThat(root.resolve("x/w")).hasContent("contents of x/w");
    }

    @Test
    void aLinkIsMadeBeforeOrAfterItsTarget() throws IOException {
        TreeLayout.of("early => later", "later", "loop => loop").plantIn(root);
        assertThat(root.resolve("early")).hasContent("contents of later");
        assertThat(root.resolve("loop")).isSymbolicLink();
    }

    @Test
    void everyKindOfLinkIsMadeInAFake() throws IOException {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        String[] notations = {"dir/", "dir/file", "file =F=> dir", "h", "j =J=> dir", "junction =J=> D:\\elsewhere",
                "x/", "x/link =D=> ..\\dir", "x/wsl =W=> ../dir"};
        TreeLayout.of(notations).plantIn(windows, windows.root());
        TreeLayout.of("second =H=> dir/file", "auto => dir").plantIn(windows, windows.root());

        assertThat(TreeLayout.notationsOf(windows, windows.root())).contains(notations)
                .contains("auto =D=> dir", "second").hasSize(notations.length + 2);
        assertThat(windows.readFile(windows.path("C:\\second"))).isEqualTo("contents of dir/file");
    }

    @Test
    void aTreeLooksTheSameWhereverItStands() throws IOException {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        TreeLayout.of("w/").plantIn(windows, windows.root());
        TreeLayout.of("d/e/", "j =J=> d/e").plantIn(windows, windows.path("C:\\w"));
        assertThat(TreeLayout.notationsOf(windows, windows.path("C:\\w")))
                .containsExactly("d/", "d/e/", "j =J=> d/e");
    }

    @Test
    void whatASystemDoesNotHaveIsRefused() {
        FakeLinkSystem posix = FakeLinkSystem.posix();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeLayout.of("j =J=> dir").plantIn(posix, posix.root()))
                .withMessage("there is no such link on POSIX: j =J=> dir");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> TreeLayout.of("w =W=> dir").plantIn(root));
    }

    @Test
    void aTreeIsMadeWhateverItsUsersMayDo() throws IOException {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        FakeLinkSystem ofUser = windows.with(FakeCondition.NO_PRIVILEGE, FakeCondition.READ_ONLY,
                FakeCondition.SILENT_CREATE);
        TreeLayout.of("d/f", "a =D=> d").plantIn(ofUser, ofUser.root());
        assertThat(TreeLayout.notationsOf(ofUser, ofUser.root())).containsExactly("a =D=> d", "d/", "d/f");
    }

    @Test
    void aTreeOnTheDiskIsReadBack(@TempDir Path disk) throws IOException {
        TreeLayout.of("a => b", "b/f", "h =H=> b/f").plantIn(disk);
        assertThat(TreeLayout.notationsOf(disk)).containsExactly("a => b", "b/", "b/f", "h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/abs", "a//b", " => b", "a//", " =J=> b", "a/ =F=> b", "a -> b"})
    void whatIsNoRelativePathOfNamesIsRefused(String notation) {
        assertThatIllegalArgumentException().isThrownBy(() -> TreeLayout.of(notation));
    }
}
