package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.HexFormat;

import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "...", ".a", "a.", "..a", " ", "a\nb", "\\", "C:", "a\\b", "-", "\u00E9", "e\u0301",
            "\uD83D\uDE00", "\uFFFD"})
    void everySingleComponentIsAName(String text) {
        Name name = Name.of(text);
        assertThat(name.toString()).isEqualTo(text);
        assertThat(name.units()).isEqualTo(text);
        assertThat(name.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(name).isEqualTo(Name.ofBytes(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(name.isUnicode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "a/", "/a", "a/b", "\0", "a\0b"})
    void whatIsNoSingleComponentIsRefused(String text) {
        assertThatExceptionOfType(InvalidPathException.class).isThrownBy(() -> Name.of(text));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(InvalidPathException.class).isThrownBy(() -> Name.ofBytes(bytes));
    }

    @Test
    void bytesThatAreNotUtf8AreKept() {
        byte[] bytes = HexFormat.of().parseHex("61FFC3");
        Name name = Name.ofBytes(bytes);
        bytes[0] = 'x';
        assertThat(name.bytes()).isEqualTo(HexFormat.of().parseHex("61FFC3"));
        assertThat(name.isUnicode()).isFalse();
        assertThat(name.toString()).isEqualTo("a\uFFFD\uFFFD");
        assertThat(name).isNotEqualTo(Name.of("a\uFFFD\uFFFD"));
        assertThat(name.hex(PathRules.POSIX)).isEqualTo("61ffc3");
    }

    @Test
    void loneSurrogatesAreKept() {
        Name name = Name.of("a\uDC00\uD83D\uDE00\uD800");
        assertThat(name.units()).isEqualTo("a\uDC00\uD83D\uDE00\uD800");
        assertThat(name.isUnicode()).isFalse();
        assertThat(name.bytes()).isEqualTo(HexFormat.of().parseHex("61EDB080F09F9880EDA080"));
        assertThat(name.hex(PathRules.WINDOWS)).isEqualTo("610000dc3dd800de00d8");
        assertThat(Name.ofBytes(name.bytes())).isEqualTo(name);
    }

    @Test
    void aPairOfSurrogatesIsOneCharacterHoweverItCame() {
        assertThat(Name.of("\uD83D" + "\uDE00")).isEqualTo(Name.of("\uD83D\uDE00"));
        assertThat(Name.of("\uD83D\uDE00").length()).isEqualTo(4);
    }

    @Test
    void whatIsASeparatorDependsOnTheRules() {
        assertThat(Name.of("a\\b").isSingleIn(PathRules.POSIX)).isTrue();
        assertThat(Name.of("a\\b").isSingleIn(PathRules.WINDOWS)).isFalse();
        assertThat(Name.of("a:b").isSingleIn(PathRules.POSIX)).isTrue();
        assertThat(Name.of("a:b").isSingleIn(PathRules.WINDOWS)).isFalse();
        assertThat(Name.of("ab").isSingleIn(PathRules.WINDOWS)).isTrue();
    }

    @Test
    void namesAreOrderedByTheirBytes() {
        assertThat(Name.of("Z")).isLessThan(Name.of("a"));
        assertThat(Name.of("a")).isLessThan(Name.of("\u00E9")).isLessThan(Name.of("aa"));
        assertThat(Name.of("\uFFFD")).isLessThan(Name.of("\uD83D\uDE00"));
        assertThat(Name.of("\u007F")).isLessThan(Name.ofBytes(new byte[]{(byte) 0x80}));
    }

    @Test
    void equalUnitsMakeEqualNamesAndNothingElseDoes() {
        assertThat(Name.of("a")).isEqualTo(Name.of("a")).hasSameHashCodeAs(Name.of("a"));
        assertThat(Name.of("a")).isNotEqualTo(Name.of("A"));
        assertThat(Name.of("\u00E9")).isNotEqualTo(Name.of("e\u0301"));
        assertThat((Object) Name.of("a")).isNotEqualTo(LinkTarget.of("a"));
    }
}
