package dev.linkwright.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class PathFormTest {
    @ParameterizedTest
    @CsvFileSource(resources = "windows-forms.csv", delimiter = '|')
    void aWindowsTextIsTakenApartAtItsRoot(String text, PathForm form, String root, String names, boolean trailing) {
        PathText parsed = PathRules.WINDOWS.parse(text);

        assertThat(PathRules.WINDOWS.form(text)).isEqualTo(form);
        assertThat(parsed.form()).isEqualTo(form);
        assertThat(parsed.root()).isEqualTo(root);
        assertThat(String.join(",", parsed.names())).isEqualTo(names);
        assertThat(parsed.trailingSeparator()).isEqualTo(trailing);
        assertThat(parsed.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'' | EMPTY | '' | '' | false",
            "x | RELATIVE | '' | x | false",
            "a//b/./c/../d/ | RELATIVE | '' | a,b,.,c,..,d | true",
            "C:\\x | RELATIVE | '' | C:\\x | false",
            "NUL | RELATIVE | '' | NUL | false",
            "/ | ROOTED | / | '' | false",
            "/x | ROOTED | / | x | false",
            "///x/ | ROOTED | /// | x | true"})
    void aPosixTextIsTakenApartAtItsSlashes(String text, PathForm form, String root, String names, boolean trailing) {
        PathText parsed = PathRules.POSIX.parse(text);

        assertThat(parsed.form()).isEqualTo(form);
        assertThat(parsed.root()).isEqualTo(root);
        assertThat(String.join(",", parsed.names())).isEqualTo(names);
        assertThat(parsed.trailingSeparator()).isEqualTo(trailing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "C:\\x | true | false",
            "\\\\srv\\share | true | false",
            "\\\\?\\C:\\x | true | false",
            "\\\\?\\Volume{00112233-4455-6677-8899-aabbccddeeff} | true | false",
            "\\\\.\\X | true | false",
            "//srv/x | true | true",
            "/x | false | true",
            "\\x | false | false",
            "C:x | false | false",
            "\\??\\C:\\x | false | false",
            "x | false | false",
            "'' | false | false"})
    void absoluteMeansTheSamePlaceFromEverywhere(String text, boolean onWindows, boolean onPosix) {
        assertThat(PathRules.WINDOWS.isAbsolute(text)).isEqualTo(onWindows);
        assertThat(PathRules.POSIX.isAbsolute(text)).isEqualTo(onPosix);
    }

    @Test
    void aTextTakenApartIsEqualByItsRulesAndItsText() {
        PathText text = PathRules.WINDOWS.parse("a/b");

        assertThat(text).isEqualTo(PathRules.WINDOWS.parse("a/b")).hasSameHashCodeAs(PathRules.WINDOWS.parse("a/b"));
        assertThat(text).isNotEqualTo(PathRules.POSIX.parse("a/b")).isNotEqualTo(PathRules.WINDOWS.parse("a\\b"));
        assertThat(text).hasToString("a/b").isNotEqualTo("a/b");
    }

    @Test
    void rulesHaveNamesAndSeparators() {
        assertThat(PathRules.WINDOWS).hasToString("WINDOWS");
        assertThat(PathRules.POSIX).hasToString("POSIX");
        assertThat(PathRules.WINDOWS.separator()).isEqualTo('\\');
        assertThat(PathRules.POSIX.separator()).isEqualTo('/');
        assertThat(PathRules.WINDOWS.isSeparator('/')).isTrue();
        assertThat(PathRules.POSIX.isSeparator('\\')).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"C:\\,true", "\\,true", "\\\\srv\\share,true", "\\\\?\\C:\\,true", "C:,false", "C:\\x,false", ".,false",
            "'',false"})
    void aRootIsATextWithoutNames(String text, boolean root) {
        assertThat(PathRules.WINDOWS.parse(text).isRoot()).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({"a/b,a\\b", "/a/b/,\\a\\b\\", "C:/x,C:\\x", "//srv/share,\\\\srv\\share",
            "\\\\?\\C:\\a/b,\\\\?\\C:\\a/b",
            "\\??\\C:/x,\\??\\C:/x", "//?/C:/x,//?/C:/x"})
    void onlySeparatorsOfWindowsAreMadeNative(String text, String written) {
        assertThat(PathRules.WINDOWS.withNativeSeparators(text)).isEqualTo(written);
        assertThat(PathRules.POSIX.withNativeSeparators(text)).isEqualTo(text);
    }
}
