package dev.linkwright.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean matches(String pattern, String text) {
        return Glob.of(bytes(pattern)).matches(bytes(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            name        | name
            *           | name
            *           | ""
            **          | a/b/c
            *.bak       | .bak
            *.bak       | a.b.bak
            a*b*c       | abc
            a*b*c       | a-b-b-c
            a*          | a
            ???         | abc
            ?           | é
            ??          | 漢字
            [abc]       | b
            [a-c]x      | cx
            [!a-c]      | d
            [^a-c]      | d
            []]         | ]
            [!]]        | a
            [a-]        | -
            [+--]       | ,
            \\*         | *
            \\[a]       | [a]
            a/*/c       | a/b/c
            **/c        | c
            **/c        | a/b/c
            a/**/c      | a/c
            a/**/c      | a/b/b/c
            a/**        | a/b/c
            **/b/*      | b/c
            """)
    void aPatternStandsForTheWholeText(String pattern, String text) {
        assertThat(matches(pattern, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            name        | names
            name        | nam
            name        | ""
            Name        | name
            *           | a/b
            *.bak       | bak
            a*b         | a/b
            ?           | ""
            ?           | /
            ?           | ab
            [abc]       | d
            [!a-c]      | a
            [!a]        | /
            [a-c]       | ac
            [a]         | ""
            \\*         | a
            a/*/c       | a/c
            a/*/c       | a/b/b/c
            **/c        | ac
            **/c        | c/a
            a/**/c      | abc
            a/**        | a
            """)
    void whatItDoesNotStandForIsAnotherText(String pattern, String text) {
        assertThat(matches(pattern, text)).isFalse();
    }

    @Test
    void aByteThatIsNoCharacterIsOneByItself() {
        byte[] broken = {'a', (byte) 0xE6, (byte) 0xFF, 'b'};
        assertThat(Glob.of(bytes("a??b")).matches(broken)).isTrue();
        assertThat(Glob.of(bytes("a?b")).matches(broken)).isFalse();
        assertThat(Glob.of(broken).matches(broken)).isTrue();
        assertThat(Glob.of(bytes("a*b")).matches(broken)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[a", "a[]", "[!]", "x[a-z", "\\\\["})
    void aSetWithoutEndIsNoPattern(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> Glob.of(bytes(pattern)));
    }

    @Test
    void aBackslashAtTheEndStandsForNothing() {
        assertThat(matches("a\\", "a")).isFalse();
        assertThat(matches("a\\", "a\\")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//"})
    void anExclusionOfNothingIsRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> Exclusion.of(pattern));
    }
}
