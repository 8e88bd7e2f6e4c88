package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.linkwright.CreateOptions;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.win32.Kernel32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the page of CreateSymbolicLink warns of, for real: it reports success and makes nothing. That of Wine 8 does so.
final class SilentSuccessTest {
    @TempDir
    private Path directory;

    private Scene scene;

    @BeforeEach
    void enter() throws IOException {
        Scene.requireTheStub();
        scene = new Scene(directory);
    }

    @Test
    void theFunctionItselfReportsTrueAndMakesNothing() throws IOException {
        Kernel32 kernel32 = Kernel32.system();

        assertThat(kernel32.createSymbolicLink(directory.resolve("link").toString(), "target", 0)).isTrue();
        assertThat(kernel32.createSymbolicLink(directory.resolve("dir-link").toString(), "target", 1)).isTrue();
        assertNothingIsThere();
    }

    @Test
    void theJdkBelievesIt() throws IOException {
        Path link = directory.resolve("link");

        assertThat(Files.createSymbolicLink(link, Path.of("target"))).isEqualTo(link);
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertNothingIsThere();
    }

    @Test
    void linksDoNot() throws IOException {
        Links links = Links.on(scene.system);

        FailureDetails failure = Scene.refused(
                () -> links.create(scene.at("link"), LinkTarget.of("target"), CreateOptions.defaults()));

        assertThat(failure.reason()).isEqualTo(Reason.SILENT_FAILURE);
        assertThat(failure.advice()).isNotBlank();
        assertThat(failure.describe()).contains("reported success but did nothing");
        assertNothingIsThere();
    }

    @Test
    void theSystemOfThisJvmDoesNot() throws IOException {
        FailureDetails failure = Scene.refused(() -> Links.system().create(directory.resolve("link"), "target"));

        assertThat(failure.reason()).isEqualTo(Reason.SILENT_FAILURE);
        assertNothingIsThere();
    }

    @Test
    void whatStandsAtTheNameIsNotTouched() throws IOException {
        Path file = scene.file("taken");

        FailureDetails failure = Scene.refused(() -> Links.on(scene.system).create(
                scene.at("taken"), LinkTarget.of("target"), CreateOptions.defaults()));

        assertThat(failure.reason()).isEqualTo(Reason.EXISTS);
        assertThat(file).hasContent("taken");
    }

    private void assertNothingIsThere() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).isEmpty();
        }
    }
}
