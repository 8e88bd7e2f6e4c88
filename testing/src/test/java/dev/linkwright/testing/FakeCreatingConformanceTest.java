package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.HexFormat;

import dev.linkwright.LinkTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The certain rows C01 to C60 of the conformance table of CreateSymbolicLinkW, as far as a fake can show them.
final class FakeCreatingConformanceTest extends WindowsScene {
    private static final int UNPRIVILEGED = 0x2;

    /// The link is made, the last error is 0, and this is what it is.
    private void makes(String link, String target, int flags, String substituteName, boolean relative)
            throws IOException {
        succeeds(kernel32.createSymbolicLink(link, target, flags));
        assertThat(kernel32.getLastError()).isZero();
        assertThat(stored(link).substituteName()).isEqualTo(substituteName);
        assertThat(stored(link).printName()).isEqualTo(target);
        assertThat(stored(link).relative()).isEqualTo(relative);
        assertThat(kernel32.getFileAttributes(link)).isEqualTo((flags & 1) == 0 ? FILE_LINK : DIRECTORY_LINK);
    }

    private void refuses(@Nullable String link, String target, int flags, int lastError) {
        fails(kernel32.createSymbolicLink(link, target, flags), lastError);
    }

    @Test
    void c01_aFileLinkIsMadeForAFile() throws IOException {
        makes("lnk", "f.txt", 0, "f.txt", true);
        assertThat(windows.readFile(path("lnk"))).isEqualTo(CONTENTS);
    }

    @Test
    void c02_aDirectoryLinkIsMadeForADirectory() throws IOException {
        makes("lnkd", "d", 1, "d", true);
        opens("lnkd");
    }

    @Test
    void c03_theTargetMayBeMissing() throws IOException {
        makes("lnk", "nope.txt", 0, "nope.txt", true);
        doesNotOpen("lnk", 2);
    }

    @Test
    void c04_aFileLinkToADirectoryIsMadeAndCannotBeOpened() throws IOException {
        makes("lnk", "d", 0, "d", true);
        doesNotOpen("lnk", 5);
    }

    @Test
    void c05_aDirectoryLinkToAFileIsMade() throws IOException {
        makes("lnkd", "f.txt", 1, "f.txt", true);
        doesNotOpen("lnkd", 267);
    }

    @Test
    void c06_aRelativeTextIsStoredAsItIs() throws IOException {
        makes("d\\lnk", "..\\f.txt", 0, "..\\f.txt", true);
        assertThat(reached("d\\lnk")).isEqualTo("\\\\?\\C:\\w\\f.txt");
    }

    @Test
    void c07_aSeparatorAfterTheNameOfADirectoryLinkIsDropped() throws IOException {
        makes("testsymlink\\", ".\\target", 1, ".\\target", true);
        linkAt("testsymlink");
    }

    @Test
    void c08_anAbsoluteTextBecomesAnNtPath() throws IOException {
        makes("lnk", "C:\\w\\f.txt", 0, "\\??\\C:\\w\\f.txt", false);
        opens("lnk");
    }

    @Test
    void c09_separatorsOfAnAbsoluteTextAreMended() throws IOException {
        makes("lnkd", "C:\\w\\/target\\", 1, "\\??\\C:\\w\\target\\", false);
    }

    @Test
    void c12_aSlashInARelativeTextStaysAndCannotBeFollowed() throws IOException {
        windows.writeFile(path("d\\f.txt"), "in d");
        makes("lnk", "d/f.txt", 0, "d/f.txt", true);
        doesNotOpen("lnk", 123);
    }

    @Test
    void c13_aRootedTextStaysOnTheVolumeOfTheLink() throws IOException {
        makes("lnk", "\\w\\f.txt", 0, "\\w\\f.txt", true);
        opens("lnk");
        windows.addDrive('D');
        kernel32.createSymbolicLink("D:\\lnk", "\\w\\f.txt", 0);
        doesNotOpen("D:\\lnk", 3);
    }

    @Test
    void c15_aDriveRelativeTextBecomesAbsolute() throws IOException {
        makes("lnk", "C:f.txt", 0, "\\??\\C:\\w\\f.txt", false);
        opens("lnk");
    }

    @Test
    void c19_theBufferForADotIsTheGenuineOne() {
        succeeds(kernel32.createSymbolicLink("lnkd", ".", 1));
        assertThat(HexFormat.of().formatHex(bytes("lnkd")))
                .isEqualTo("0c0000a010000000020002000000020001000000" + "2e002e00");
    }

    @Test
    void c20_aLinkMayLeadUp() throws IOException {
        makes("d\\lnkd", "..", 1, "..", true);
        assertThat(reached("d\\lnkd")).isEqualTo("\\\\?\\C:\\w");
    }

    @Test
    void c21_aServerNeedNotExist() throws IOException {
        makes("lnk", "\\\\srv\\share\\x", 0, "\\??\\UNC\\srv\\share\\x", false);
    }

    @Test
    void c35_aZeroInATextIsRefusedBeforeTheCall() {
        assertThatThrownBy(() -> LinkTarget.of("f\u0000.txt")).isInstanceOf(InvalidPathException.class);
    }

    @Test
    void c36_anExistingFileAnswers183AndStaysUntouched() throws IOException {
        refuses("f.txt", "x", 0, 183);
        assertThat(windows.readFile(path("f.txt"))).isEqualTo(CONTENTS);
    }

    @Test
    void c37_anExistingDirectoryAnswers183AndStaysUntouched() {
        refuses("d", "x", 1, 183);
        assertThat(kernel32.getFileAttributes("d")).isEqualTo(0x10);
    }

    @Test
    void c41_aMissingParentAnswers3() {
        refuses("none\\lnk", "x", 0, 3);
    }

    @Test
    void c44_impossibleCharactersAnswer123() {
        for (String link : new String[]{"a?b", "a*b", "a<b"}) {
            refuses(link, "x", 0, 123);
        }
    }

    @Test
    void c50_theFlagOfDeveloperModeAnswers87BeforeVersion1703() throws IOException {
        use(windows.with(FakeCondition.BEFORE_1703));
        refuses("lnk", "x", UNPRIVILEGED, 87);
        nothingAt("lnk");
        makes("lnk", "x", 0, "x", true);
    }

    @Test
    void c51_inDeveloperModeTheFlagStandsForThePrivilege() throws IOException {
        use(windows.with(FakeCondition.NO_PRIVILEGE, FakeCondition.DEVELOPER_MODE));
        makes("lnk", "x", UNPRIVILEGED, "x", true);
    }

    @Test
    void c52_inDeveloperModeDirectoryLinksAreMadeToo() throws IOException {
        use(windows.with(FakeCondition.NO_PRIVILEGE, FakeCondition.DEVELOPER_MODE));
        makes("lnkd", "d", 1 | UNPRIVILEGED, "d", true);
    }

    @Test
    void c53_theFlagAloneIsNotEnough() {
        use(windows.with(FakeCondition.NO_PRIVILEGE));
        refuses("lnk", "x", UNPRIVILEGED, 1314);
        nothingAt("lnk");
    }

    @Test
    void c54_developerModeAloneIsNotEnough() {
        use(windows.with(FakeCondition.NO_PRIVILEGE, FakeCondition.DEVELOPER_MODE));
        refuses("lnk", "x", 0, 1314);
        nothingAt("lnk");
    }

    @Test
    void c55_aTokenWithoutThePrivilegeAnswers1314() {
        use(windows.with(FakeCondition.NO_PRIVILEGE));
        refuses("lnk", "x", 0, 1314);
        nothingAt("lnk");
    }

    @Test
    void c56_theFunctionEnablesADisabledPrivilege() throws IOException {
        use(windows.with(FakeCondition.PRIVILEGE_DISABLED));
        makes("lnk", "x", 0, "x", true);
    }

    @Test
    void c58_aVolumeWithoutReparsePointsAnswers1AndKeepsNoEmptyFile() {
        windows.addDrive('E', FakeCondition.NO_LINKS);
        refuses("E:\\lnk", "x", 0, 1);
        nothingAt("E:\\lnk");
    }

    @Test
    void c60_aDirectoryInWhichNothingMayBeMadeAnswers5() throws IOException {
        windows.makeReadOnly(path("d"));
        refuses("d\\lnk", "x", 0, 5);
        nothingAt("d\\lnk");
    }
}
