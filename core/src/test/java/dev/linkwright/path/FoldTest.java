package dev.linkwright.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldTest {
    @ParameterizedTest
    @CsvFileSource(resources = "windows-full-paths.csv", delimiter = '|')
    void anAbsoluteWindowsTextBecomesItsFullPath(String text, String fullPath) {
        assertThat(PathRules.WINDOWS.fold(text)).isEqualTo(fullPath);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'' | ''",
            ". | .",
            "a\\.. | .",
            ".\\d\\..\\.\\d2\\. | d2",
            "..\\a\\..\\..\\x | ..\\..\\x",
            "a\\\\b/c\\ | a\\b\\c\\",
            "x. | x.",
            "\\a\\..\\..\\b | \\b",
            "\\ | \\",
            "C:..\\x | C:..\\x",
            "C:a\\.. | C:",
            ".\\a:b | .\\a:b",
            "x\\..\\C:\\y | .\\C:\\y",
            "\\x\\..\\??\\C: | \\.\\??\\C:",
            "NUL | NUL"})
    void aRelativeWindowsTextKeepsTheClimbingThatNothingPrecedes(String text, String folded) {
        assertThat(PathRules.WINDOWS.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"\\\\?\\C:\\a\\..\\b. ", "\\\\?\\Volume{00112233-4455-6677-8899-aabbccddeeff}\\a\\..",
            "\\??\\C:\\a\\\\b\\."})
    void aLiteralTextIsLeftAlone(String text) {
        assertThat(PathRules.WINDOWS.fold(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"a//b/./c/../d/,a/b/d/", "/../x,/x", "..,..", "a/..,.", "/a/..,/", "//x,/x", "a\\..\\b,a\\..\\b"})
    void aPosixTextIsFoldedAtItsSlashes(String text, String folded) {
        assertThat(PathRules.POSIX.fold(text)).isEqualTo(folded);
    }

    /// R39 of the conformance table: the path is folded before the link `lnkd` is seen.
    @Test
    void climbingOutOfALinkIsFoldedBeforeTheLinkIsSeenR39() {
        assertThat(PathRules.WINDOWS.fold("C:\\w\\lnkd\\..\\f.txt")).isEqualTo("C:\\w\\f.txt");
    }

    /// R44: the substitute name of a relative link is folded after it replaced the link's own name.
    @Test
    void dotsInARelativeSubstituteNameAreFoldedR44() {
        assertThat(PathRules.WINDOWS.resolve("C:\\w", ".\\d\\..\\.\\d2\\.").text()).isEqualTo("C:\\w\\d2");
    }
}
