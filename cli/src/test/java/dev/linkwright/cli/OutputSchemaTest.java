package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// That the schema, by which the other tests judge, says no to what is wrong.
final class OutputSchemaTest {
    private static final String GOOD = """
            {"schema": "linkwright/1", "command": "show", "results": [{"path": "a", "kind": "symlink"}], "errors": []}
            """;

    @Test
    void aDocumentOfTheContractIsRight() {
        assertThat(OutputSchema.document(GOOD).get("results")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "linkwright/1" | "linkwright/2"
            "symlink"      | null
            "symlink"      | "link"
            "path"         | "paths"
            "results"      | "result"
            "show"         | 1
            "errors": []   | "errors": {}
            """)
    void aDocumentThatIsNotOfTheContractIsWrong(String right, String other) {
        String wrong = GOOD.replace(right, other);

        assertThat(wrong).isNotEqualTo(GOOD);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> OutputSchema.document(wrong));
    }

    @Test
    void aLineIsNoDocumentAndADocumentNoLine() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> OutputSchema.line(GOOD));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> OutputSchema.document("{\"type\": \"summary\", \"results\": 0, \"errors\": 0}"));
    }
}
