package dev.linkwright.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class LexicalPathTest {
    @ParameterizedTest
    @CsvFileSource(resources = "resolved-texts.csv", delimiter = '|')
    void aTextLeadsFromTheDirectoryOfItsLink(String rules, String directory, String target, String text, String climbed,
            boolean aboveRoot) {
        LexicalPath path = rules(rules).resolve(directory, target);

        assertThat(path.text()).isEqualTo(text);
        assertThat(String.join(",", path.climbed())).isEqualTo(climbed);
        assertThat(path.aboveRoot()).isEqualTo(aboveRoot);
    }

    @ParameterizedTest
    @CsvSource({"WINDOWS,w,x", "WINDOWS,C:w,x", "WINDOWS,\\w,x", "WINDOWS,C:\\a\\..\\b,x", "WINDOWS,C:\\w,''",
            "WINDOWS,C:\\w,C:x", "WINDOWS,C:\\w,\\??\\C:\\x", "POSIX,w,x", "POSIX,/a/../b,x", "POSIX,/w,''"})
    void whatLettersCannotResolveIsRefused(String rules, String directory, String target) {
        assertThatThrownBy(() -> rules(rules).resolve(directory, target)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "relative-texts.csv", delimiter = '|')
    void aRelativeTextLeadsFromADirectoryToATarget(String rules, String directory, String target, String text,
            String climbed) {
        Relativization.Relative relative = (Relativization.Relative) rules(rules).relativize(directory, target);

        assertThat(relative.text()).isEqualTo(text);
        assertThat(String.join(",", relative.climbed())).isEqualTo(climbed);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-relative-texts.csv", delimiter = '|')
    void thereIsNoRelativeTextWhereLettersAllowNone(String rules, String directory, String target,
            Relativization.Reason reason) {
        assertThat(rules(rules).relativize(directory, target)).isEqualTo(new Relativization.Refused(reason));
    }

    @Test
    void climbingPastAJunctionCanBeAskedFor() {
        Relativization.Relative relative = (Relativization.Relative) PathRules.WINDOWS.relativize("C:\\w\\junction\\d",
                "C:\\w\\f.txt");

        assertThat(relative.climbsPast("C:\\w\\junction")).isTrue();
        assertThat(relative.climbsPast("C:\\w")).isFalse();
        assertThat(PathRules.WINDOWS.resolve("C:\\w", "junction\\..\\x").climbsPast("C:\\w\\junction")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"readme,README,true", "é,É,true", "ß,SS,false", "ı,I,false", "ſ,S,false", "a,b,false", "a,aa,false"})
    void windowsComparesNamesInUpperCaseUnitByUnit(String name, String other, boolean same) {
        assertThat(PathRules.WINDOWS.sameName(name, other)).isEqualTo(same);
        assertThat(PathRules.POSIX.sameName(name, other)).isFalse();
        assertThat(PathRules.POSIX.sameName(name, name)).isTrue();
    }

    private static PathRules rules(String name) {
        return name.equals("WINDOWS") ? PathRules.WINDOWS : PathRules.POSIX;
    }
}
