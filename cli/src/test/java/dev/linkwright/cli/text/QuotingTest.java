package dev.linkwright.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotingTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "releases/42", "a b", "it's", "a\\b", "\"", "$", "$x", "café", "日本", "❤", "👩",
            "a'$'b"})
    void harmlessTextIsShownAsItIs(String text) {
        assertThat(Quoting.forTerminal(utf8(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            610a62         | $'a\\nb'
            09             | $'\\t'
            0d             | $'\\r'
            07080b0c       | $'\\a\\b\\v\\f'
            1b5b33316d     | $'\\e[31m'
            01             | $'\\x01'
            7f             | $'\\x7f'
            c285           | $'\\u0085'
            e280ae         | $'\\u202e'
            e281a6         | $'\\u2066'
            e28fa9e280a8   | $'⏩\\u2028'
            efbbbf61       | $'\\ufeffa'
            f3a08081       | $'\\U000e0001'
            636166e9       | $'caf\\xe9'
            eda080         | $'\\xed\\xa0\\x80'
            c0af           | $'\\xc0\\xaf'
            f4908080       | $'\\xf4\\x90\\x80\\x80'
            f09f91         | $'\\xf0\\x9f\\x91'
            """, quoteCharacter = '"')
    void textThatCouldBeMisreadBecomesAShellWord(String hex, String shown) {
        assertThat(Quoting.forTerminal(HexFormat.of().parseHex(hex))).isEqualTo(shown);
    }

    @Test
    void blanksAtTheEndsAndTheEmptyTextAreMadeVisible() {
        assertThat(Quoting.forTerminal(utf8("a "))).isEqualTo("$'a '");
        assertThat(Quoting.forTerminal(utf8(" a"))).isEqualTo("$' a'");
        assertThat(Quoting.forTerminal(utf8(""))).isEqualTo("''");
    }

    @Test
    void aTextThatLooksQuotedIsQuoted() {
        assertThat(Quoting.forTerminal(utf8("$'a'"))).isEqualTo("$'$\\'a\\''");
    }

    @Test
    void aQuoteOrBackslashIsEscapedInsideAWord() {
        assertThat(Quoting.forTerminal(utf8("it's\\\n"))).isEqualTo("$'it\\'s\\\\\\n'");
    }

    @Test
    void aNameInASentenceIsAlwaysInQuotes() {
        assertThat(Quoting.inMessage(utf8("a b"))).isEqualTo("'a b'");
        assertThat(Quoting.inMessage(utf8("it's"))).isEqualTo("$'it\\'s'");
        assertThat(Quoting.inMessage(utf8("a\nb"))).isEqualTo("$'a\\nb'");
        assertThat(Quoting.inMessage(utf8(""))).isEqualTo("''");
    }

    @Test
    void aSentenceStaysOnOneLine() {
        assertThat(Quoting.line("'a\nb\u202e' is a directory")).isEqualTo("'a\\nb\\u202e' is a directory");
        assertThat(Quoting.line("it's 'plain'")).isEqualTo("it's 'plain'");
    }

    @Test
    void nothingThatIsShownHoldsAControlOrFormatCharacterAndNoTwoTextsLookTheSame() {
        Map<String, String> shownOf = new HashMap<>();
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = randomText(random);
            String shown = Quoting.forTerminal(text);

            assertThat(shown.codePoints().mapToObj(Character::getType).map(Integer::byteValue))
                    .doesNotContain(Character.CONTROL, Character.FORMAT, Character.SURROGATE);
            String before = shownOf.put(shown, HexFormat.of().formatHex(text));
            assertThat(before).isIn(null, HexFormat.of().formatHex(text));
        }
    }

    /// Bytes among which quotes, escapes, parts of UTF-8 and bidi controls are frequent.
    private static byte[] randomText(SplittableRandom random) {
        List<byte[]> parts = new ArrayList<>();
        String[] alphabet = {"$", "'", "\\", "n", "x", "0", "a", " ", "\n", "\u202e", "é", "\\n", "$'", "\\u202e"};
        int length = 0;
        for (int i = random.nextInt(6); i >= 0; i--) {
            byte[] part = random.nextInt(4) == 0
                    ? new byte[]{(byte) random.nextInt(1, 256)}
                    : utf8(alphabet[random.nextInt(alphabet.length)]);
            parts.add(part);
            length += part.length;
        }
        byte[] text = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, text, at, part.length);
            at += part.length;
        }
        return text;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
