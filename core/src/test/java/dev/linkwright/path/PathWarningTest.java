package dev.linkwright.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class PathWarningTest {
    @ParameterizedTest(name = "{0}: {1}, relative {2}")
    @CsvFileSource(resources = "windows-warnings.csv", delimiter = '|')
    void windowsCannotFollow(String row, String substituteName, boolean relative, String warnings) {
        assertThat(PathRules.WINDOWS.warnings(new StoredTarget(substituteName, "label", relative)))
                .as(row)
                .isEqualTo(warningsOf(warnings));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "C:foo | DRIVE_RELATIVE",
            "a:b | DRIVE_RELATIVE",
            "\\foo | ''",
            "NUL | DEVICE_NAME",
            "\\??\\C:\\x | FORM_CONTRADICTS_FLAG",
            ".\\a:b | STREAM",
            "C:/a//b/../c | ''",
            "'C:\\a. ' | ''",
            "'a. ' | TRAILING_DOT_OR_BLANK",
            "../a/b | SLASH",
            "\\\\?\\C:\\a/b | SLASH",
            "\\\\srv\\share\\x | ''",
            "'' | EMPTY"})
    void aTextIsJudgedByWhatWindowsWouldStore(String target, String warnings) {
        assertThat(PathRules.WINDOWS.warnings(target)).isEqualTo(warningsOf(warnings));
    }

    @Test
    void aPosixTextIsJudgedWithTheSeparatorsItWouldBeGiven() {
        String text = PathRules.WINDOWS.withNativeSeparators("../lib/aux/x?");

        assertThat(PathRules.WINDOWS.warnings(text))
                .containsExactly(PathWarning.INVALID_CHARACTER, PathWarning.DEVICE_NAME);
    }

    @Test
    void nulIsReportedByBothRulesWhereverItStands() {
        assertThat(PathRules.WINDOWS.warnings("a\0b")).containsExactly(PathWarning.NUL_CHARACTER);
        assertThat(PathRules.WINDOWS.warnings(new StoredTarget("a\0b", "a", true)))
                .containsExactly(PathWarning.NUL_CHARACTER);
        assertThat(PathRules.POSIX.warnings("a\0b")).containsExactly(PathWarning.NUL_CHARACTER);
        assertThat(PathRules.POSIX.warnings(new StoredTarget("", "", true))).containsExactly(PathWarning.EMPTY);
    }

    @Test
    void controlCharactersAreInvalidAndLoneSurrogatesAreNot() {
        assertThat(PathRules.WINDOWS.warnings("a\tb")).containsExactly(PathWarning.INVALID_CHARACTER);
        assertThat(PathRules.WINDOWS.warnings("a\ud800b")).isEmpty();
        assertThat(PathRules.POSIX.warnings("a\tb\ud800")).isEmpty();
    }

    @Test
    void aNameMayHave255Units() {
        assertThat(PathRules.WINDOWS.warnings("d\\" + "x".repeat(255))).isEmpty();
        assertThat(PathRules.WINDOWS.warnings("d\\" + "x".repeat(256))).containsExactly(PathWarning.NAME_TOO_LONG);
    }

    /// C32 and C33: 4,091 units fill the buffer of a relative link, 4,092 do not fit. An absolute one loses two units of
    /// each name to the four of the prefix.
    @Test
    void aTextMayHaveAsManyUnitsAsTheBufferC32C33() {
        String name = "x".repeat(254) + "\\";
        String relative = name.repeat(16) + "x".repeat(11);
        String absolute = "C:\\" + name.repeat(16) + "x".repeat(6);

        assertThat(relative).hasSize(4_091);
        assertThat(PathRules.WINDOWS.warnings(relative)).isEmpty();
        assertThat(PathRules.WINDOWS.warnings(relative + "x")).containsExactly(PathWarning.TOO_LONG);
        assertThat(absolute).hasSize(4_089);
        assertThat(PathRules.WINDOWS.warnings(absolute)).isEmpty();
        assertThat(PathRules.WINDOWS.warnings(absolute + "x")).containsExactly(PathWarning.TOO_LONG);
    }

    private static Set<PathWarning> warningsOf(String list) {
        return Arrays.stream(list.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(PathWarning::valueOf)
                .collect(Collectors.toSet());
    }
}
