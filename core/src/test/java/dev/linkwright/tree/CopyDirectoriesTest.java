package dev.linkwright.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;

import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopyDirectoriesTest {
    private static final Name COPY = Name.of("copy");

    private final CopyDirectories directories = new CopyDirectories();
    private Directory parent;
    private CopyDirectory root;
    private CopyDirectory below;

    @BeforeEach
    void makeDirectories(@TempDir Path place) throws IOException {
        NioLinkSystem system = NioLinkSystem.of(FileSystems.getDefault());
        LinkPath path = LinkPath.of(place);
        parent = system.open(path);
        root = directories.makeRoot(parent, COPY, path.resolve(COPY));
        below = directories.make(root, Name.of("below"));
    }

    @AfterEach
    void close() throws IOException {
        directories.close();
        parent.close();
    }

    @Test
    void aDirectoryThatOneThreadIsDoneWithStaysOpenForAnotherThatStillUsesIt() throws IOException {
        Directory used = directories.use(below);

        directories.leave(below);

        assertThat(used.status()).isNotNull();
        directories.release(below);
        assertThatThrownBy(used::status).hasMessageContaining("closed");
    }

    @Test
    void aDirectoryThatNobodyUsesIsClosedWhenItIsLeft() throws IOException {
        Directory used = directories.use(below);
        directories.release(below);

        directories.leave(below);

        assertThatThrownBy(used::status).hasMessageContaining("closed");
    }
}
