package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import dev.linkwright.Cursor;
import dev.linkwright.LinkFailure;
import dev.linkwright.Name;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ByteString;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The certain rows R01 to R45 of the conformance table, reading and resolving, as far as a fake can show them.
final class FakeReadingConformanceTest extends WindowsScene {
    private static final long SYMLINK = 0xA000000CL;
    private static final long MOUNT_POINT = 0xA0000003L;

    @BeforeEach
    void makeLinks() throws IOException {
        link("lnk", "f.txt", 0);
        link("lnkd", "d", 1);
        link("dang", "missing", 0);
        junction("j", "C:\\w\\d");
    }

    private ReparseData.SymbolicLink symbolicLink(String substituteName, boolean relative) {
        return new ReparseData.SymbolicLink(substituteName, "label", relative);
    }

    private static int attributes(long answer) {
        return (int) answer;
    }

    private static long tag(long answer) {
        return answer >>> Integer.SIZE;
    }

    @Test
    void r01_theAttributesOfAFileLinkAreItsOwn() {
        assertThat(kernel32.getFileAttributes("lnk")).isEqualTo(FILE_LINK);
    }

    @Test
    void r02_aTrailingSeparatorDoesNotFollowADirectoryLink() {
        assertThat(kernel32.getFileAttributes("lnkd\\")).isEqualTo(DIRECTORY_LINK);
    }

    @Test
    void r03_aDanglingLinkHasAttributes() {
        assertThat(kernel32.getFileAttributes("dang")).isEqualTo(FILE_LINK);
    }

    @Test
    void r04_aHandleThatOnlyLooksIsGivenWhateverOthersShare() {
        FakeHandle other = kernel32.openReparsePoint("lnk", FakeHandle.Share.NO_DELETE, FakeHandle.Access.READ);
        try (other; FakeHandle handle = itself("lnk")) {
            assertThat(kernel32.getReparsePoint(handle)).isNotNull();
            assertThat(tag(kernel32.attributeTagInfo(handle))).isEqualTo(SYMLINK);
        }
    }

    @Test
    void r06_aDirectoryLinkIsNotOpenedAsAFile() {
        assertThat(kernel32.openFileReparsePoint("lnkd", FakeHandle.Share.ALL)).isNull();
        assertThat(kernel32.getLastError()).isEqualTo(5);
        assertThat(kernel32.openFileReparsePoint("j", FakeHandle.Share.ALL)).isNull();
        assertThat(kernel32.getLastError()).isEqualTo(5);
    }

    @Test
    void r07_aFileLinkHasNothingToRead() {
        try (FakeHandle handle = kernel32.openFileReparsePoint("lnk", FakeHandle.Share.ALL, FakeHandle.Access.READ)) {
            assertThat(kernel32.readFile(Objects.requireNonNull(handle))).isEmpty();
        }
        try (FakeHandle handle = kernel32.createFile("lnk", FakeHandle.Share.ALL, FakeHandle.Access.READ)) {
            assertThat(kernel32.readFile(Objects.requireNonNull(handle))).asString().isEqualTo(CONTENTS);
        }
        try (FakeHandle looking = itself("lnk")) {
            fails(kernel32.readFile(looking) != null, 5);
        }
    }

    @Test
    void r08_openingALinkOpensItsTarget() throws IOException {
        assertThat(reached("lnk")).isEqualTo("\\\\?\\C:\\w\\f.txt");
        assertThat(windows.at(path("")).follow(Name.of("lnk")).identity())
                .isEqualTo(windows.at(path("")).stat(Name.of("f.txt")).identity())
                .isNotEqualTo(windows.at(path("")).stat(Name.of("lnk")).identity());
    }

    @Test
    void r09_aMissingTargetAnswers2() {
        doesNotOpen("dang", 2);
    }

    @Test
    void r11_aLoopAnswers1921() {
        link("a", "b", 0);
        link("b", "a", 0);
        doesNotOpen("a", 1921);
    }

    @Test
    void r12_anOrdinaryFileHasNoReparseData() {
        try (FakeHandle handle = itself("f.txt")) {
            assertThat(kernel32.getReparsePoint(handle)).isNull();
        }
        assertThat(kernel32.getLastError()).isEqualTo(4390);
    }

    @Test
    void r13_theBufferIsAsLongAsItsHeaderSays() {
        link("v08", "target", 0);
        byte[] bytes = bytes("v08");
        assertThat(bytes).hasSize(8 + 0x24).startsWith(0x0C, 0, 0, 0xA0, 0x24, 0, 0, 0);
    }

    @Test
    void r14_tooLittleRoomAnswers234() {
        try (FakeHandle handle = itself("lnk")) {
            assertThat(kernel32.getReparsePoint(handle, 28)).isNull();
        }
        assertThat(kernel32.getLastError()).isEqualTo(234);
    }

    @Test
    void r15_noRoomAnswers1784() {
        try (FakeHandle handle = itself("lnk")) {
            assertThat(kernel32.getReparsePoint(handle, 0)).isNull();
        }
        assertThat(kernel32.getLastError()).isEqualTo(1784);
    }

    @Test
    void r16_aSearchTellsTheTagOfAJunction() {
        assertThat(attributes(kernel32.findFirstFile("j"))).isEqualTo(DIRECTORY_LINK);
        assertThat(tag(kernel32.findFirstFile("j"))).isEqualTo(MOUNT_POINT);
    }

    @Test
    void r17_aSearchTellsTheTagOfALink() {
        assertThat(tag(kernel32.findFirstFile("lnk"))).isEqualTo(SYMLINK);
    }

    @Test
    void r19_listingADirectoryLinkListsItsTarget() throws IOException {
        windows.writeFile(path("d\\below"), "below");
        try (Cursor cursor = windows.at(path("lnkd")).list()) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.name()).isEqualTo(Name.of("below"));
            assertThat(cursor.next()).isFalse();
        }
    }

    @Test
    void r20_aHandleTellsAttributesAndTag() {
        try (FakeHandle handle = itself("lnk")) {
            assertThat(attributes(kernel32.attributeTagInfo(handle))).isEqualTo(FILE_LINK);
            assertThat(tag(kernel32.attributeTagInfo(handle))).isEqualTo(SYMLINK);
        }
    }

    @Test
    void r21_anOrdinaryFileHasNoTag() {
        try (FakeHandle handle = itself("f.txt")) {
            assertThat(tag(kernel32.attributeTagInfo(handle))).isZero();
        }
    }

    @Test
    void r23_aDirectoryLinkHasNoSizeAndOneName() throws IOException {
        Status status = windows.at(path("")).stat(Name.of("lnkd"));
        assertThat(status.size()).isZero();
        assertThat(status.linkCount()).isEqualTo(1);
        assertThat(status.targetKind()).isEqualTo(TargetKind.DIRECTORY);
    }

    @Test
    void r24_theFinalPathOfALinkItselfIsItsOwn() {
        try (FakeHandle handle = itself("lnkd")) {
            assertThat(kernel32.getFinalPathName(handle)).isEqualTo("\\\\?\\C:\\w\\lnkd");
        }
    }

    @Test
    void r25_theFinalPathOfAnOpenedLinkIsThatOfItsTarget() {
        assertThat(reached("lnkd")).isEqualTo("\\\\?\\C:\\w\\d");
    }

    @Test
    void r26_aFullPathResolvesNoLink() {
        assertThat(kernel32.getFullPathName("lnkd\\file")).isEqualTo("C:\\w\\lnkd\\file");
    }

    @Test
    void r28_aListingTellsTheTagOfEachLinkAndZeroForTheRest() throws IOException {
        Set<String> listed = new HashSet<>();
        try (Cursor cursor = windows.at(path("")).list()) {
            while (cursor.next()) {
                listed.add(cursor.name().toString());
                long expected = switch (cursor.name().toString()) {
                    case "lnk", "lnkd", "dang" -> SYMLINK;
                    case "j" -> MOUNT_POINT;
                    default -> 0;
                };
                assertThat(Integer.toUnsignedLong(cursor.reparseTag())).as("%s", cursor.name()).isEqualTo(expected);
            }
        }
        assertThat(listed).contains("lnk", "lnkd", "dang", "j", "f.txt", "d");
    }

    @Test
    void r32_openingWithoutReparsePointsAnswers4395AtALink() {
        assertThatThrownBy(() -> windows.at(path("")).open(Name.of("lnkd")).close())
                .isInstanceOfSatisfying(LinkFailure.class, failure -> assertThat(failure.code()).hasValue(4395));
    }

    @Test
    void r33_aTagThatNobodyHandlesAnswers1920() throws IOException {
        plant("x", new ReparseData.Opaque(new ReparseTag(0x8000DEAD), ByteString.of((byte) 1)), TargetKind.FILE);
        doesNotOpen("x", 1920);
    }

    @Test
    void r34_aTagOfAThirdPartyAnswers1920AndItsDataCanBeRead() throws IOException {
        UUID guid = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
        plant("x", new ReparseData.ThirdParty(new ReparseTag(0xBEEF), guid, ByteString.of((byte) 1)),
                TargetKind.FILE);
        doesNotOpen("x", 1920);
        assertThat(bytes("x")).hasSize(25);
    }

    @Test
    void r35_nothingIsReachedBelowADirectoryWhoseTagNobodyHandles() throws IOException {
        plant("x", new ReparseData.Opaque(new ReparseTag(0x8000DEAD), ByteString.of((byte) 1)),
                TargetKind.DIRECTORY);
        doesNotOpen("x\\file", 1920);
        assertThat(kernel32.openReparsePoint("x\\file", FakeHandle.Share.ALL)).isNull();
        assertThat(kernel32.getLastError()).isEqualTo(1920);
    }

    @Test
    void r37_anAppExecutionAliasIsNotOpenedAndHasAttributes() throws IOException {
        plant("app.exe", new ReparseData.AppExecutionAlias(List.of("family", "id", "C:\\app.exe")), TargetKind.FILE);
        doesNotOpen("app.exe", 1920);
        assertThat(kernel32.getFileAttributes("app.exe")).isEqualTo(FILE_LINK);
    }

    @Test
    void r38_theWorkingDirectoryKeepsTheNameOfAJunction() {
        succeeds(kernel32.setCurrentDirectory("j"));
        assertThat(kernel32.getCurrentDirectory()).isEqualTo("C:\\w\\j");
        assertThat(kernel32.getFullPathName("x")).isEqualTo("C:\\w\\j\\x");
        assertThat(reached("..\\f.txt")).isEqualTo("\\\\?\\C:\\w\\f.txt");
        fails(kernel32.setCurrentDirectory("nothing"), 2);
        fails(kernel32.setCurrentDirectory("..\\f.txt"), 267);
        assertThat(kernel32.getCurrentDirectory()).isEqualTo("C:\\w\\j");
    }

    @Test
    void r39_dotsInAPathAreFoldedBeforeTheLinkIsSeen() throws IOException {
        windows.addDrive('D');
        windows.at(path("D:\\")).makeDirectory(Name.of("z"));
        link("far", "D:\\z", 1);
        assertThat(reached("C:\\w\\far\\..\\f.txt")).isEqualTo("\\\\?\\C:\\w\\f.txt");
    }

    @Test
    void r40_anAbsoluteLinkNeedsAnNtPath() throws IOException {
        plant("x", symbolicLink("testreparse_dir", false), TargetKind.DIRECTORY);
        doesNotOpen("x", 123);
    }

    @Test
    void r41_anAbsoluteLinkWithARelativePathAnswers123() throws IOException {
        plant("x", symbolicLink(".\\d", false), TargetKind.DIRECTORY);
        doesNotOpen("x", 123);
    }

    @Test
    void r42_anAbsoluteLinkMayHaveNoDots() throws IOException {
        plant("x", symbolicLink("\\??\\C:\\w\\d\\..\\d", false), TargetKind.DIRECTORY);
        doesNotOpen("x", 123);
    }

    @Test
    void r43_aSeparatorAfterAFileAnswers123() throws IOException {
        plant("x", symbolicLink("f.txt\\", true), TargetKind.FILE);
        doesNotOpen("x", 123);
    }

    @Test
    void r44_dotsInARelativeLinkAreFolded() throws IOException {
        plant("x", symbolicLink(".\\d\\..\\.\\d2\\.", true), TargetKind.DIRECTORY);
        doesNotOpen("x", 2);
        windows.at(path("")).makeDirectory(Name.of("d2"));
        opens("x");
    }

    @Test
    void r45_aSeparatorAfterADirectoryIsAllowed() throws IOException {
        plant("x", symbolicLink("\\??\\C:\\w\\d\\", false), TargetKind.DIRECTORY);
        opens("x");
    }

    /// Likely by the table, and the reason for the two ways in which the fake climbs: R47 and R48.
    @Test
    void dotsClimbFromWhereALinkLeadsAndFromWhereAJunctionIs() throws IOException {
        windows.at(path("C:\\")).makeDirectory(Name.of("other"));
        windows.at(path("C:\\other")).makeDirectory(Name.of("deep"));
        windows.writeFile(path("C:\\other\\f.txt"), "the other one");
        windows.at(path("C:\\other\\deep")).makeLink(Name.of("up"), dev.linkwright.LinkTarget.of("..\\f.txt"),
                TargetKind.FILE);
        link("bylink", "C:\\other\\deep", 1);
        junction("byjunction", "C:\\other\\deep");
        assertThat(reached("bylink\\up")).isEqualTo("\\\\?\\C:\\other\\f.txt");
        assertThat(reached("byjunction\\up")).isEqualTo("\\\\?\\C:\\w\\f.txt");
    }

    @Test
    void sixtyThreeLinksAreFollowedAndNoMore() {
        link("c63", "f.txt", 0);
        for (int i = 62; i >= 0; i--) {
            link("c" + i, "c" + (i + 1), 0);
        }
        opens("c1");
        doesNotOpen("c0", 1921);
    }

    @Test
    void r46_aLinkOnAServerIsNotFollowed() throws IOException {
        windows.addDrive('Z', FakeCondition.REMOTE);
        windows.plant(path("Z:\\back"), new ReparseData.SymbolicLink("\\??\\C:\\w\\f.txt", "C:\\w\\f.txt", false),
                TargetKind.FILE);
        windows.plant(path("Z:\\there"), new ReparseData.SymbolicLink("x", "x", true), TargetKind.FILE);
        windows.writeFile(path("Z:\\x"), "x");
        doesNotOpen("Z:\\back", 1463);
        doesNotOpen("Z:\\there", 1463);
        link("to", "Z:\\x", 0);
        opens("to");
    }
}
