package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The commands over a file system with the paths of Windows, whatever the host is.
final class WindowsRulesTest {
    private final FileSystem fileSystem = Jimfs.newFileSystem(Configuration.windows());
    private final Cli cli = Cli.in(NioLinkSystem.of(fileSystem), "C:\\work");

    @BeforeEach
    void makeTree() throws IOException {
        Files.createDirectories(fileSystem.getPath("C:\\work\\sub"));
        Files.createFile(fileSystem.getPath("C:\\work\\sub\\file"));
    }

    @AfterEach
    void close() throws IOException {
        fileSystem.close();
    }

    @Test
    void aLinkIsMadeReadShownAndRemoved() {
        Ran made = cli.run("create", "link", "sub\\file");
        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(cli.run("read", "link").out()).isEqualTo("sub\\file\n");
        assertThat(cli.run("show", "--json", "link").document().get("results").get(0).get("resolved").asText())
                .isEqualTo("C:\\work\\sub\\file");
        assertThat(cli.run("remove", "link\\").code()).isZero();
        assertThat(cli.run("show", "sub/file").code()).isZero();
        assertThat(cli.run("read", "link").code()).isEqualTo(1);
    }

    @Test
    void pathsInTheInputAreGivenAsUtf16Units() {
        Ran ran = cli.withInput("{\"pathBytes\": \"6c006e006b00\", \"targetBytes\": \"73007500\"}")
                .run("create", "--from", "-", "--json");

        assertThat(ran.document().get("results").get(0).get("path").asText()).isEqualTo("lnk");
        assertThat(ran.document().get("results").get(0).get("target").asText()).isEqualTo("su");
        assertThat(cli.withInput("{\"pathBytes\": \"6c\"}").run("read", "--from", "-").err())
                .contains("'pathBytes' has half a unit");
    }

    @Test
    void halfASurrogatePairIsSpelledInUnits() {
        Ran ran = cli.withInput("{\"pathBytes\": \"00d8\"}").run("read", "--json", "--from", "-");

        assertThat(ran.document().get("errors").get(0).get("path").asText()).isEqualTo("\ufffd");
        assertThat(ran.document().get("errors").get(0).get("pathBytes").asText()).isEqualTo("00d8");
    }
}
