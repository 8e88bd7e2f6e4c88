package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NtPathTest {
    @ParameterizedTest
    @CsvFileSource(resources = "nt-paths.csv", delimiter = '|')
    void anNtPathHasAKindAShortAndAVerbatimForm(String text, NtPath.Kind kind, String shortened, String verbatim) {
        NtPath path = new NtPath(text);

        assertThat(path.kind()).isEqualTo(kind);
        assertThat(path.shortened()).isEqualTo(shortened);
        assertThat(path.verbatim()).isEqualTo(verbatim);
        assertThat(path).hasToString(text);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "dos-paths.csv", delimiter = '|')
    void anAbsoluteDosPathBecomesAnNtPath(String dos, String nt) {
        assertThat(NtPath.ofDos(dos)).isEqualTo(new NtPath(nt));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "nt-paths.csv", delimiter = '|')
    void theVerbatimFormLeadsBack(String text, NtPath.Kind kind, String shortened, String verbatim) {
        String back = text.startsWith("\\??\\") ? text : "\\??\\GLOBALROOT" + text;

        assertThat(NtPath.ofDos(verbatim)).as("%s %s", kind, shortened).isEqualTo(new NtPath(back));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "C:\\x", "\\\\srv\\share", "\\\\?\\C:\\x", "foobar", "??\\C:"})
    void whatDoesNotStartWithOneBackslashIsNoNtPath(String text) {
        assertThat(NtPath.isNtPath(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new NtPath(text)).withMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\\x", "C:x", "C:", "\\??\\C:\\x", "C:\\a\0b"})
    void onlyAnAbsoluteDosPathHasAnNtPath(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NtPath.ofDos(text));
    }
}
