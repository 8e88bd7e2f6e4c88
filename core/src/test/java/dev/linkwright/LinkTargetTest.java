package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkTargetTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a//b/./c/../d/", "/", "//", ".", "..", " ", "\n", "\u00E9", "\\\\?\\C:\\", "a\\",
            "\uD83D\uDE00"})
    void aTextIsKeptAsItIs(String text) {
        LinkTarget target = LinkTarget.of(text);
        assertThat(target.toString()).isEqualTo(text);
        assertThat(target.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(target).isEqualTo(LinkTarget.ofBytes(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(target.isEmpty()).isEqualTo(text.isEmpty());
    }

    @Test
    void textsThatLeadToTheSamePlaceAreStillNotEqual() {
        assertThat(LinkTarget.of("a/b")).isNotEqualTo(LinkTarget.of("a//b")).isNotEqualTo(LinkTarget.of("a/b/"))
                .isNotEqualTo(LinkTarget.of("./a/b"));
    }

    @Test
    void aZeroIsRefused() {
        assertThatExceptionOfType(InvalidPathException.class).isThrownBy(() -> LinkTarget.of("a\0"))
                .satisfies(e -> assertThat(e.getIndex()).isEqualTo(1));
        assertThatExceptionOfType(InvalidPathException.class).isThrownBy(() -> LinkTarget.ofBytes(new byte[1]));
    }

    @Test
    void bytesThatAreNotUtf8AreKept() {
        byte[] bytes = HexFormat.of().parseHex("2E2E2FFF2F");
        assertThat(LinkTarget.ofBytes(bytes).bytes()).isEqualTo(bytes);
        assertThat(LinkTarget.ofBytes(bytes).toString()).isEqualTo("../\uFFFD/");
    }

    @Test
    void aPathIsTakenAsItSpellsItself() {
        assertThat(LinkTarget.of(Path.of("a", "b"))).isEqualTo(LinkTarget.of(Path.of("a/b").toString()));
        assertThat(LinkTarget.of(Path.of(""))).isEqualTo(LinkTarget.of(""));
    }
}
