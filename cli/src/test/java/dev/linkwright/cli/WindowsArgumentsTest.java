package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.linkwright.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WindowsArgumentsTest {
    @Test
    void theUsersWordsFollowTheWordAfterTheMarker() {
        List<String> words = List.of("java.exe", "@jvm.options", WindowsArguments.MARKER, "dev.linkwright.cli.Main",
                "read",
                "ж", "*", WindowsArguments.MARKER);

        assertThat(WindowsArguments.among(words, new String[]{"read", "a", "b", "c"}))
                .contains(List.of("read", "ж", "*", WindowsArguments.MARKER));
        assertThat(WindowsArguments.among(words.subList(0, 4), new String[0])).contains(List.of());
    }

    @Test
    void withoutAMarkerTheLastWordsCountIfTheyArrivedUnchanged() {
        List<String> words = List.of("java.exe", "-jar", "x.jar", "read", "name");

        assertThat(WindowsArguments.among(words, new String[]{"read", "name"})).contains(List.of("read", "name"));
        assertThat(WindowsArguments.among(words, new String[0])).contains(List.of());
    }

    @Test
    void wordsThatWereLostOrExpandedAreNotTaken() {
        assertThat(WindowsArguments.among(List.of("java.exe", "Main", "remove", "ж"),
                new String[]{"remove", "a", "b"})).isEmpty();
        assertThat(WindowsArguments.among(List.of("java.exe", "Main", "remove", "*"), new String[]{"remove", "a"}))
                .isEmpty();
        assertThat(WindowsArguments.among(List.of("java.exe"), new String[]{"remove", "a"})).isEmpty();
        assertThat(WindowsArguments.among(List.of("java.exe", WindowsArguments.MARKER), new String[]{"a", "b", "c"}))
                .isEmpty();
    }

    @Test
    void whoMayMeanOtherFilesChangesNothing(@TempDir Path directory) throws Exception {
        Path link = directory.resolve("link");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Invocation create = Invocation.of("create", link.toString(), "target")
                .withStreams(new java.io.ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err)
                .withLinkSystem(WindowsArguments.refusingChanges(() -> Links.system().linkSystem()));

        assertThat(Main.run(create)).isEqualTo(5);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the ANSI code page");
        assertThat(Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)).isFalse();
    }
}
