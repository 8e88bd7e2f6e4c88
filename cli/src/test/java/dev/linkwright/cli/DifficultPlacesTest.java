package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Places where the system itself says no.
final class DifficultPlacesTest {
    @TempDir
    Path dir;

    private final List<Path> mounted = new ArrayList<>();

    @AfterEach
    void unmount() throws Exception {
        for (Path place : mounted) {
            assertThat(run("umount", place.toString())).isZero();
        }
    }

    @Test
    void aFullFileSystem() throws Exception {
        // The root directory takes one of the two inodes.
        mount("size=64k,nr_inodes=2");
        assertThat(Cli.in(dir).run("create", "first", "x").code()).isZero();

        JsonNode error = failure(1, "create", "second", "x");

        assertThat(error.get("reason").asText()).isEqualTo("NO_SPACE");
        assertThat(Cli.in(dir).run("read", "first").out()).isEqualTo("x\n");
        assertThat(dir.resolve("second")).doesNotExist();
    }

    @Test
    void aReadOnlyMount() throws Exception {
        mount("size=64k");
        assertThat(Cli.in(dir).run("create", "link", "x").code()).isZero();
        assertThat(run("mount", "-o", "remount,ro", dir.toString())).isZero();

        assertThat(failure(1, "create", "other", "x").get("reason").asText()).isEqualTo("READ_ONLY_FILE_SYSTEM");
        assertThat(failure(4, "create", "link", "x").get("reason").asText()).isEqualTo("EXISTS");
        assertThat(failure(1, "remove", "link").get("reason").asText()).isEqualTo("READ_ONLY_FILE_SYSTEM");
        assertThat(Cli.in(dir).run("read", "link").out()).isEqualTo("x\n");
    }

    @Test
    void aDirectoryInWhichTheSystemLetsNobodyMakeAnything() {
        Bench.POSIX.require(Files.isDirectory(Path.of("/proc/self")), "Linux with /proc");

        Ran ran = Cli.in(dir).run("create", "/proc/link", "x");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("yet it is there now");
    }

    @Test
    void aHardLinkAcrossFileSystems() throws Exception {
        Path elsewhere = Files.createDirectory(dir.resolve("elsewhere"));
        Files.createFile(dir.resolve("file"));
        mount(elsewhere, "size=64k");

        JsonNode error = failure(1, "create", "--kind", "hard", "elsewhere/second", "file");

        assertThat(error.get("reason").asText()).isEqualTo("CROSS_FILE_SYSTEM");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aMountWhereNoLinksAreFollowed() throws Exception {
        Path there = Files.createDirectory(dir.resolve("there"));
        Files.createFile(dir.resolve("file"));
        mount(there, "size=64k,nosymfollow");
        assertThat(Cli.in(dir).run("create", "there/link", "../file").code()).isZero();

        Ran ran = Cli.in(dir).run("trace", "there/link");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("link -> ../file\n", "  state       target unreachable\n", "nosymfollow");
        JsonNode result = Cli.in(dir).run("trace", "--json", "there/link").document().get("results").get(0);
        assertThat(result.get("state").asText()).isEqualTo("unreachable");
        assertThat(result.get("reason").asText()).isEqualTo("UNREACHABLE");
        assertThat(result.has("cycle")).isFalse();
    }

    private JsonNode failure(int code, String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add(1, "--json");
        Ran ran = Cli.in(dir).run(words.toArray(new String[0]));

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.document().get("results")).isEmpty();
        return ran.document().get("errors").get(0);
    }

    private void mount(String options) throws Exception {
        mount(dir, options);
    }

    private void mount(Path place, String options) throws Exception {
        Bench.POSIX.require(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()) == 0,
                "a user who may mount a tmpfs");
        mounted.add(place);
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }
}
