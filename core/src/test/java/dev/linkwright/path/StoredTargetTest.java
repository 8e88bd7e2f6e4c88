package dev.linkwright.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredTargetTest {
    private static final DriveDirectories AT_W = drive -> drive == 'C' || drive == 'c' ? "C:\\w" : drive + ":\\";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "stored-targets.csv", delimiter = '|')
    void windowsStores(String row, String target, String substituteName, String printName, boolean relative,
            String sure) {
        assertThat(PathRules.WINDOWS.stored(target, AT_W))
                .as("%s (%s)", row, sure)
                .isEqualTo(new StoredTarget(substituteName, printName, relative));
    }

    /// The last row of the table, and C34.
    @Test
    void loneSurrogatesAreUnitsLikeAnyOtherC34() {
        assertThat(PathRules.WINDOWS.stored("a\ud800b", AT_W))
                .isEqualTo(new StoredTarget("a\ud800b", "a\ud800b", true));
        assertThat(PathRules.WINDOWS.stored("C:/\udc00/../\ud800", AT_W))
                .isEqualTo(new StoredTarget("\\??\\C:\\\ud800", "C:/\udc00/../\ud800", false));
    }

    @Test
    void aTextLongerThanMaxPathIsStoredAsItIsC31() {
        String target = "x".repeat(300);

        assertThat(PathRules.WINDOWS.stored(target, AT_W)).isEqualTo(new StoredTarget(target, target, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D:\\w", "D:\\w\\", "D:/w/."})
    void aDriveRelativeTextStartsAtTheDirectoryOfItsDrive(String directory) {
        assertThat(PathRules.WINDOWS.stored("D:..\\x\\", drive -> directory).substituteName())
                .isEqualTo("\\??\\D:\\x\\");
    }

    @Test
    void aDriveWhoseDirectoryNeverChangedIsAtItsRoot() {
        assertThat(PathRules.WINDOWS.stored("D:", DriveDirectories.roots()).substituteName()).isEqualTo("\\??\\D:\\");
        assertThat(PathRules.WINDOWS.stored("D:x", DriveDirectories.roots()).substituteName()).isEqualTo("\\??\\D:\\x");
    }

    @Test
    void aDirectoryThatIsNoneOfADriveIsRefused() {
        assertThatThrownBy(() -> PathRules.WINDOWS.stored("D:x", drive -> "w"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("current directory");
    }

    @Test
    void whatNoLinkCanHoldIsRefusedC35C48() {
        for (PathRules rules : new PathRules[]{PathRules.WINDOWS, PathRules.POSIX}) {
            assertThatThrownBy(() -> rules.stored("", AT_W)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> rules.stored("a\0b", AT_W))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("index 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b/./c/../d/", "C:\\x", "..", "\ud800"})
    void posixStoresARelativeTextAsItIs(String target) {
        assertThat(PathRules.POSIX.stored(target, AT_W)).isEqualTo(new StoredTarget(target, target, true));
    }

    @Test
    void posixStoresAnAbsoluteTextAsItIs() {
        assertThat(PathRules.POSIX.stored("//a/../b", AT_W)).isEqualTo(new StoredTarget("//a/../b", "//a/../b", false));
    }
}
