package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;

import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The columns are: path, root, parent, name (nothing if there is none), absolute, separator at the end.
final class LinkPathTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', emptyValue = "", nullValues = "none", value = {
            "\"\"      | \"\" | \"\"    | none  | false | false",
            "a         | \"\" | \"\"    | a     | false | false",
            "a/        | \"\" | \"\"    | a     | false | true",
            "a///      | \"\" | \"\"    | a     | false | true",
            "a/b       | \"\" | a       | b     | false | false",
            "a//b      | \"\" | a       | b     | false | false",
            "a/b//c/   | \"\" | a/b     | c     | false | true",
            "./a       | \"\" | .       | a     | false | false",
            "../a      | \"\" | ..      | a     | false | false",
            ".         | \"\" | \"\"    | none  | false | false",
            "..        | \"\" | \"\"    | none  | false | false",
            "./        | \"\" | \"\"    | none  | false | true",
            "a/.       | \"\" | a       | none  | false | false",
            "a/..      | \"\" | a       | none  | false | false",
            "a/../     | \"\" | a       | none  | false | true",
            "...       | \"\" | \"\"    | ...   | false | false",
            "a/.b      | \"\" | a       | .b    | false | false",
            "/         | /    | /       | none  | true  | false",
            "//        | //   | //      | none  | true  | false",
            "/a        | /    | /       | a     | true  | false",
            "//a/      | //   | //      | a     | true  | true",
            "/a/b      | /    | /a      | b     | true  | false",
            "/..       | /    | /       | none  | true  | false",
            "a\\b      | \"\" | \"\"    | a\\b  | false | false",
            "C:\\a     | \"\" | \"\"    | C:\\a | false | false"})
    void aPosixPathIsSplit(String path, String root, String parent, String name, boolean absolute, boolean trailing) {
        assertSplit(PathRules.POSIX, path, root, parent, name, absolute, trailing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', emptyValue = "", nullValues = "none", value = {
            "\"\"                 | \"\"               | \"\"               | none | false | false",
            "a                    | \"\"               | \"\"               | a    | false | false",
            "a\\                  | \"\"               | \"\"               | a    | false | true",
            "a/                   | \"\"               | \"\"               | a    | false | true",
            "a\\b                 | \"\"               | a                  | b    | false | false",
            "a/b\\c               | \"\"               | a/b                | c    | false | false",
            "a\\/b                | \"\"               | a                  | b    | false | false",
            "..                   | \"\"               | \"\"               | none | false | false",
            "a\\..                | \"\"               | a                  | none | false | false",
            "\\                   | \\                 | \\                 | none | false | false",
            "\\a                  | \\                 | \\                 | a    | false | false",
            "/a                   | /                  | /                  | a    | false | false",
            "C:                   | C:                 | C:                 | none | false | false",
            "C:a                  | C:                 | C:                 | a    | false | false",
            "C:a\\b               | C:                 | C:a                | b    | false | false",
            "C:\\                 | C:\\               | C:\\               | none | true  | false",
            "C:/                  | C:/                | C:/                | none | true  | false",
            "C:\\a                | C:\\               | C:\\               | a    | true  | false",
            "c:/a/b               | c:/                | c:/a               | b    | true  | false",
            "C:\\a\\              | C:\\               | C:\\               | a    | true  | true",
            "\\\\srv\\share\\a    | \\\\srv\\share\\   | \\\\srv\\share\\   | a    | true  | false",
            "\\\\srv\\share\\a\\b | \\\\srv\\share\\   | \\\\srv\\share\\a  | b    | true  | false",
            "\\\\srv\\share       | \\\\srv\\share     | \\\\srv\\share     | none | true  | false",
            "//srv/share/a        | //srv/share/       | //srv/share/       | a    | true  | false",
            "\\\\?\\C:\\a         | \\\\?\\C:\\        | \\\\?\\C:\\        | a    | true  | false",
            "\\\\?\\C:\\a\\b      | \\\\?\\C:\\        | \\\\?\\C:\\a       | b    | true  | false",
            "\\\\?\\UNC\\s\\h\\a  | \\\\?\\UNC\\s\\h\\ | \\\\?\\UNC\\s\\h\\ | a    | true  | false"})
    void aWindowsPathIsSplit(String path, String root, String parent, String name, boolean absolute, boolean trailing) {
        assertSplit(PathRules.WINDOWS, path, root, parent, name, absolute, trailing);
    }

    private static void assertSplit(PathRules rules, String text, String root, String parent, String name,
            boolean absolute, boolean trailing) {
        LinkPath path = LinkPath.of(rules, text);
        assertThat(path.toString()).isEqualTo(text);
        assertThat(path.root()).as("root").isEqualTo(LinkPath.of(rules, root));
        assertThat(path.parent()).as("parent").isEqualTo(LinkPath.of(rules, parent));
        assertThat(path.name().map(Name::toString).orElse(null)).as("name").isEqualTo(name);
        assertThat(path.isAbsolute()).as("absolute").isEqualTo(absolute);
        assertThat(path.hasTrailingSeparator()).as("separator at the end").isEqualTo(trailing);
        assertThat(path.withoutTrailingSeparators().hasTrailingSeparator()).isFalse();
        assertThat(path.withoutTrailingSeparators().name()).isEqualTo(path.name());
        assertThat(path.isEmpty()).isEqualTo(text.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', emptyValue = "", value = {
            "POSIX   | \"\"    | n | n",
            "POSIX   | a       | n | a/n",
            "POSIX   | a/      | n | a/n",
            "POSIX   | a//     | n | a//n",
            "POSIX   | /       | n | /n",
            "POSIX   | a\\     | n | a\\/n",
            "WINDOWS | \"\"    | n | n",
            "WINDOWS | a       | n | a\\n",
            "WINDOWS | a/      | n | a/n",
            "WINDOWS | a/b     | n | a/b\\n",
            "WINDOWS | C:      | n | C:n",
            "WINDOWS | C:a     | n | C:a\\n",
            "WINDOWS | C:\\    | n | C:\\n",
            "WINDOWS | \\\\s\\h | n | \\\\s\\h\\n"})
    void aNameIsJoinedBySeparatorIfThereIsNone(String rules, String path, String name, String joined) {
        PathRules those = rules.equals("POSIX") ? PathRules.POSIX : PathRules.WINDOWS;
        LinkPath result = LinkPath.of(those, path).resolve(Name.of(name));
        assertThat(result).isEqualTo(LinkPath.of(those, joined));
        assertThat(result.name()).contains(Name.of(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', emptyValue = "", value = {
            "POSIX   | /base     | a/b   | /base/a/b",
            "POSIX   | /base     | ../a/ | /base/../a/",
            "POSIX   | /base     | /a    | /a",
            "POSIX   | /base     | \"\"  | /base",
            "POSIX   | \"\"      | a     | a",
            "WINDOWS | C:\\base  | a/b   | C:\\base\\a/b",
            "WINDOWS | C:\\base  | D:\\a | D:\\a",
            "WINDOWS | C:\\base  | \\a   | C:\\a",
            "WINDOWS | C:\\base  | /a/b  | C:/a/b",
            "WINDOWS | C:base    | \\a   | C:\\a",
            "WINDOWS | \\base   | \\a   | \\a",
            "WINDOWS | C:\\      | \\a   | C:\\a",
            "WINDOWS | \\\\s\\h\\b | \\a | \\\\s\\h\\a",
            "WINDOWS | C:\\base  | \\    | C:\\",
            "WINDOWS | base      | \\a   | \\a",
            "WINDOWS | C:\\base  | D:a   | D:a",
            "WINDOWS | \"\"      | \\a   | \\a"})
    void aPathIsCountedFromADirectory(String rules, String base, String path, String joined) {
        PathRules those = rules.equals("POSIX") ? PathRules.POSIX : PathRules.WINDOWS;
        assertThat(LinkPath.of(those, base).resolve(LinkPath.of(those, path))).isEqualTo(LinkPath.of(those, joined));
    }

    @Test
    void bytesThatAreNotUtf8AreSplitToo() {
        LinkPath path = LinkPath.ofBytes(PathRules.POSIX, HexFormat.of().parseHex("FF2FC3C32F"));
        assertThat(path.name()).contains(Name.ofBytes(HexFormat.of().parseHex("C3C3")));
        assertThat(path.parent().bytes()).isEqualTo(HexFormat.of().parseHex("FF"));
        assertThat(path.toString()).isEqualTo("\uFFFD/\uFFFD\uFFFD/");
    }

    @Test
    void loneSurrogatesAreSplitToo() {
        LinkPath path = LinkPath.of(PathRules.WINDOWS, "C:\\" + "\uD800" + "\\" + "\uDC00");
        assertThat(path.name()).contains(Name.of("\uDC00"));
        assertThat(path.parent().units()).isEqualTo("C:\\" + "\uD800");
    }

    @Test
    void aZeroIsRefused() {
        assertThatExceptionOfType(InvalidPathException.class)
                .isThrownBy(() -> LinkPath.of(PathRules.POSIX, "a\0b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "..", "a/../b", "\u00E9", " "})
    void aPathOfTheDefaultFileSystemGoesThereAndBack(String text) {
        Path path = Path.of(text);
        assertThat(LinkPath.of(path).toPath()).contains(path);
        assertThat(LinkPath.of(path.toAbsolutePath()).toPath()).contains(path.toAbsolutePath());
    }

    @Test
    void aPathOfTheOtherRulesIsNoPathHere() {
        PathRules others = LinkPath.of("").rules() == PathRules.POSIX ? PathRules.WINDOWS : PathRules.POSIX;
        assertThat(LinkPath.of(others, "a").toPath()).isEmpty();
    }
}
