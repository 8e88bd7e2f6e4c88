package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/abs", "a//b", " => b", "a//"})
    void whatIsNoRelativePathOfNamesIsRefused(String notation) {
        assertThatIllegalArgumentException().isThrownBy(() -> TreeLayout.of(notation));
    }
}
