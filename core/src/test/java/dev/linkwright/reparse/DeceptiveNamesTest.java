package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkwright.reparse.ReparseData.MountPoint;
import dev.linkwright.reparse.ReparseData.SymbolicLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Print names are what people see; substitute names are what is followed.
final class DeceptiveNamesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            \\??\\C:\\a,                 C:\\a
            \\??\\C:\\a\\b,              C:/a//b
            \\??\\C:\\a\\b\\,            c:\\A\\B
            \\??\\C:\\b,                 C:\\a\\..\\b
            \\??\\UNC\\srv\\share\\x,    \\\\srv\\share\\x
            \\??\\C:\\a,                 \\\\?\\C:\\a
            \\??\\C:\\a,                 \\??\\C:\\a
            \\??\\C:\\a,                 ''
            \\??\\C:\\,                  C:\\
            """)
    void aPrintNameThatSpellsTheSameObjectDoesNotDeceive(String substituteName, String printName) {
        assertThat(new SymbolicLink(substituteName, printName, false).isDeceptive()).isFalse();
        assertThat(new MountPoint(substituteName, printName).isDeceptive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            \\??\\C:\\evil,              C:\\harmless
            \\??\\D:\\a,                 C:\\a
            \\??\\UNC\\evil\\share,      C:\\share
            \\??\\C:\\a,                 a
            \\??\\C:\\a\\b,              C:\\a
            \\Device\\Mup\\evil,         C:\\a
            """)
    void onePrintNameThatSpellsAnotherObjectDoes(String substituteName, String printName) {
        assertThat(new SymbolicLink(substituteName, printName, false).isDeceptive()).isTrue();
        assertThat(new MountPoint(substituteName, printName).isDeceptive()).isTrue();
    }

    @Test
    void relativeNamesAreComparedAsTheyStand() {
        assertThat(new SymbolicLink("a\\b", "a/b", true).isDeceptive()).isFalse();
        assertThat(new SymbolicLink(".\\a", "A", true).isDeceptive()).isFalse();
        assertThat(new SymbolicLink("..\\evil", "a", true).isDeceptive()).isTrue();
        assertThat(new SymbolicLink("testreparse_dir", "bogus", true).isDeceptive()).isTrue();
        assertThat(new SymbolicLink("a\0b", "a\0b", true).isDeceptive()).isFalse();
        assertThat(new SymbolicLink("", "bogus", true).isDeceptive()).isTrue();
    }

    @Test
    void aMountedVolumeHasItsOwnNameTwice() {
        String volume = "\\??\\Volume{cf25dfb0-5f34-4b1a-9b3c-1e5b1a2b3c4d}\\";
        assertThat(new MountPoint(volume, volume).isDeceptive()).isFalse();
        assertThat(new MountPoint(volume, "C:\\").isDeceptive()).isTrue();
    }

    @Test
    void whateverIsWrittenHereDoesNotDeceive() {
        for (String path : new String[]{"C:\\a", "C:\\a\\..\\b\\", "\\\\srv\\share", "\\\\?\\C:\\x."}) {
            assertThat(MountPoint.to(path).isDeceptive()).as(path).isFalse();
        }
    }
}
