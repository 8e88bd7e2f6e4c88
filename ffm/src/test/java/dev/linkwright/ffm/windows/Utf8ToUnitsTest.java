package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

final class Utf8ToUnitsTest {
    private static final String TEXT = "a \u00E9 \u0436 \u65E5 \uD83D\uDD17 z";

    private final List<String> taken = new ArrayList<>();
    private final Utf8ToUnits stream = new Utf8ToUnits(taken::add);

    @Test
    void aCharacterThatComesInPiecesIsPassedOnWhole() throws IOException {
        for (byte unit : TEXT.getBytes(StandardCharsets.UTF_8)) {
            stream.write(unit);
        }
        assertThat(String.join("", taken)).isEqualTo(TEXT);
        assertThat(taken).hasSize(TEXT.codePointCount(0, TEXT.length()));
    }

    @Test
    void whatIsWrittenAtOnceGoesOnAtOnce() throws IOException {
        stream.write(TEXT.getBytes(StandardCharsets.UTF_8));

        assertThat(taken).containsExactly(TEXT);
    }

    @Test
    void whatIsMalformedBecomesAReplacementCharacter() throws IOException {
        stream.write(new byte[]{'a', (byte) 0xFF, 'b', (byte) 0xC3});
        stream.write(new byte[]{'c'});

        assertThat(String.join("", taken)).isEqualTo("a\uFFFDb\uFFFDc");
    }
}
