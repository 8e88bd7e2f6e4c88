package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.win32.Kernel32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The rows C01 to C67 of the conformance table of CreateSymbolicLinkW, as far as a fake can show them:
/// `docs/kernel32.md` says which those are.
abstract class CreatingConformance extends WindowsScene {
    static final int UNPRIVILEGED = 0x2;
    private static final String LONG_NAME = "n".repeat(250);

    private Kernel32 caller = Kernel32.on(windows);

    /// What the functions are called on.
    abstract LinkSystem under(FakeLinkSystem system);

    @Override
    final void use(FakeLinkSystem system) {
        super.use(system);
        caller = Kernel32.on(under(system));
    }

    final boolean create(@Nullable String link, @Nullable String target, int flags) {
        return caller.createSymbolicLink(link, target, flags);
    }

    /// The link is made, the last error is 0, and this is what it is.
    final void makes(String link, String target, int flags, String substituteName, boolean relative)
            throws IOException {
        assertThat(create(link, target, flags)).as("the answer, last error %d", caller.getLastError()).isTrue();
        assertThat(caller.getLastError()).isZero();
        assertThat(stored(link).substituteName()).isEqualTo(substituteName);
        assertThat(stored(link).printName()).isEqualTo(target);
        assertThat(stored(link).relative()).isEqualTo(relative);
        assertThat(kernel32.getFileAttributes(link)).isEqualTo((flags & 1) == 0 ? FILE_LINK : DIRECTORY_LINK);
    }

    final void makes(String link, String target, int flags) throws IOException {
        makes(link, target, flags, target, true);
    }

    final void refuses(@Nullable String link, @Nullable String target, int flags, int lastError) {
        assertThat(create(link, target, flags)).as("the answer").isFalse();
        assertThat(caller.getLastError()).isEqualTo(lastError);
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
    void c10_anAbsoluteTextMayHaveSlashes() throws IOException {
        makes("lnk", "C:/w/f.txt", 0, "\\??\\C:\\w\\f.txt", false);
        opens("lnk");
    }

    @Test
    void c11_dotsInAnAbsoluteTextAreFolded() throws IOException {
        makes("lnk", "C:\\w\\d\\..\\f.txt", 0, "\\??\\C:\\w\\f.txt", false);
        opens("lnk");
    }

    @Test
    void c12_aSlashInARelativeTextStaysAndCannotBeFollowed() throws IOException {
        windows.writeFile(path("d\\f.txt"), "in d");
        makes("lnk", "d/f.txt", 0, "d/f.txt", true);
        doesNotOpen("lnk", 123);
    }

    @Test
    void c13_aRootedTextStaysOnTheVolumeOfTheLink() throws IOException {
        makes("lnk", "\\w\\f.txt", 0);
        opens("lnk");
    }

    @Test
    void c14_aRootedTextIsLookedUpOnTheVolumeOfTheLink() {
        windows.addDrive('D');
        assertThat(create("D:\\lnk", "\\w\\f.txt", 0)).isTrue();
        doesNotOpen("D:\\lnk", 3);
    }

    @Test
    void c15_aDriveRelativeTextBecomesAbsolute() throws IOException {
        makes("lnk", "C:f.txt", 0, "\\??\\C:\\w\\f.txt", false);
        opens("lnk");
    }

    @Test
    void c16_aDriveAloneIsItsCurrentDirectory() throws IOException {
        makes("lnkd", "C:", 1, "\\??\\C:\\w", false);
    }

    @Test
    void c17_theRootOfADriveIsATarget() throws IOException {
        makes("lnkd", "C:\\", 1, "\\??\\C:\\", false);
    }

    @Test
    void c18_aSeparatorAloneIsTheRootOfTheVolumeOfTheLink() throws IOException {
        makes("lnkd", "\\", 1);
        opens("lnkd\\w\\f.txt");
    }

    @Test
    void c19_theBufferForADotIsTheGenuineOne() {
        assertThat(create("lnkd", ".", 1)).isTrue();
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
    void c22_aLiteralTextIsConvertedAsItIs() throws IOException {
        makes("lnk", "\\\\?\\C:\\w\\f.txt", 0, "\\??\\C:\\w\\f.txt", false);
        opens("lnk");
    }

    @Test
    void c23_dotsInALiteralTextStayAndCannotBeFollowed() throws IOException {
        makes("lnk", "\\\\?\\C:\\w\\d\\..\\f.txt", 0, "\\??\\C:\\w\\d\\..\\f.txt", false);
        doesNotOpen("lnk", 123);
    }

    @Test
    void c24_aLiteralTextMayNameAShare() throws IOException {
        makes("lnk", "\\\\?\\UNC\\srv\\share\\x", 0, "\\??\\UNC\\srv\\share\\x", false);
    }

    @Test
    void c25_aLiteralTextMayNameAVolume() throws IOException {
        String volume = "Volume{01234567-89ab-cdef-0123-456789abcdef}\\";
        makes("lnkd", "\\\\?\\" + volume, 1, "\\??\\" + volume, false);
    }

    @Test
    void c26_anNtPathIsTakenForARootedTextAndCannotBeFollowed() throws IOException {
        makes("lnk", "\\??\\C:\\w\\f.txt", 0);
        doesNotOpen("lnk", 123);
    }

    @Test
    void c27_aDeviceNameIsNotLookedUp() throws IOException {
        makes("lnk", "NUL", 0);
    }

    @Test
    void c28_aDeviceIsATarget() throws IOException {
        makes("lnk", "\\\\.\\PhysicalDrive0", 0, "\\??\\PhysicalDrive0", false);
    }

    @Test
    void c29_aStreamIsARelativeText() throws IOException {
        makes("lnk", "f.txt:s", 0);
    }

    @Test
    void c30_dotsAndBlanksAtTheEndOfAnAbsoluteTextAreDropped() throws IOException {
        makes("lnk", "C:\\w\\f.txt. ", 0, "\\??\\C:\\w\\f.txt", false);
        opens("lnk");
    }

    @Test
    void c31_aTextMayBeLongerThanAPath() throws IOException {
        makes("lnk", "t".repeat(300), 0);
    }

    @Test
    void c32_theLongestTextFillsTheBuffer() throws IOException {
        makes("lnk", "t".repeat(4_091), 0);
        assertThat(bytes("lnk")).hasSize(16_384);
    }

    @Test
    void c33_aLongerTextIsRefusedAndNothingIsLeft() {
        refuses("lnk", "t".repeat(4_092), 0, 4392);
        nothingAt("lnk");
    }

    @Test
    void c34_aLoneSurrogateIsKept() throws IOException {
        makes("lnk", "a\ud800b", 0);
    }

    @Test
    void c35_aZeroIsRefusedBeforeTheCall() {
        refuses("lnk", "f\0.txt", 0, 123);
        refuses("lnk\0", "f.txt", 0, 123);
        nothingAt("lnk");
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
    void c38_aDirectoryInTheWayOfAFileLinkAnswers183() {
        refuses("d", "x", 0, 183);
        assertThat(kernel32.getFileAttributes("d")).isEqualTo(0x10);
    }

    @Test
    void c39_aDanglingLinkInTheWayAnswers183AndIsNotFollowed() throws IOException {
        link("dang", "nope", 0);
        refuses("dang", "x", 0, 183);
        assertThat(stored("dang").substituteName()).isEqualTo("nope");
        nothingAt("nope");
    }

    @Test
    void c40_aNameThatDiffersByCaseOnlyAnswers183() {
        link("lnk", "f.txt", 0);
        refuses("LNK", "x", 0, 183);
    }

    @Test
    void c41_aMissingParentAnswers3() {
        refuses("none\\lnk", "x", 0, 3);
    }

    @Test
    void c42_aFileInPlaceOfTheParentAnswers3() {
        refuses("f.txt\\lnk", "x", 0, 3);
    }

    @Test
    void c43_aMissingDriveAnswers3() {
        refuses("Q:\\lnk", "x", 0, 3);
    }

    @Test
    void c44_impossibleCharactersAnswer123() {
        for (String link : new String[]{"a?b", "a*b", "a<b"}) {
            refuses(link, "x", 0, 123);
        }
    }

    @Test
    void c45_aNullPointerForTheLinkAnswers87() {
        refuses(null, "x", 0, 87);
    }

    @Test
    void c46_aNullPointerForTheTextAnswers87() {
        refuses("lnk", null, 0, 87);
        nothingAt("lnk");
    }

    @Test
    void c47_anEmptyPathAnswers3() {
        refuses("", "x", 0, 3);
    }

    @Test
    void c48_anEmptyTextAnswers4392AndNothingIsLeft() {
        refuses("lnk", "", 0, 4392);
        nothingAt("lnk");
        refuses("f.txt", "", 0, 183);
        refuses("none\\lnk", "", 0, 3);
    }

    @Test
    void c49_unknownFlagsAnswer87() {
        for (int flags : new int[]{0x4, 0x8000_0000, -1}) {
            refuses("lnk", "x", flags, 87);
        }
        nothingAt("lnk");
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
    void c59_aReadOnlyVolumeAnswers19() {
        use(windows.with(FakeCondition.READ_ONLY));
        refuses("lnk", "x", 0, 19);
        nothingAt("lnk");
    }

    @Test
    void c60_aDirectoryInWhichNothingMayBeMadeAnswers5() throws IOException {
        windows.makeReadOnly(path("d"));
        refuses("d\\lnk", "x", 0, 5);
        nothingAt("d\\lnk");
    }

    @Test
    void c62_aLiteralPathMayBeLong() throws IOException {
        windows.at(path("")).makeDirectory(Name.of(LONG_NAME));
        makes("\\\\?\\C:\\w\\" + LONG_NAME + "\\lnk", "x", 0);
    }

    @Test
    void c63_dotsAndBlanksAtTheEndOfThePathAreDropped() throws IOException {
        for (String spelling : new String[]{"lnk. ", "C:\\w\\one. .", ".\\d/../two."}) {
            assertThat(create(spelling, "x", 0)).as(spelling).isTrue();
        }
        linkAt("lnk");
        linkAt("one");
        linkAt("two");
    }

    @Test
    void c64_aDotAtTheEndOfALiteralPathStays() throws IOException {
        makes("\\\\?\\C:\\w\\lnk.", "x", 0);
        nothingAt("lnk");
    }

    @Test
    void c65_linksInTheParentAreFollowed() throws IOException {
        link("lnkd", "d", 1);
        makes("lnkd\\new", "x", 0);
        linkAt("d\\new");
    }

    @Test
    void c66_ofTwoThreadsOneMakesTheLinkAndTheOtherIsTold() throws Exception {
        Callable<Integer> attempt = () -> create("lnk", "x", 0) ? 0 : caller.getLastError();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = threads.invokeAll(List.of(attempt, attempt));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(0, 183);
        }
        linkAt("lnk");
    }
}
