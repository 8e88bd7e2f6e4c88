package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import dev.linkwright.Name;
import dev.linkwright.win32.CreateSymbolicLinkW;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The certain rows D01 to D28 of the conformance table, replacing and deleting, as far as a fake can show them.
final class FakeRemovingConformanceTest extends WindowsScene {
    @BeforeEach
    void makeLinks() throws IOException {
        link("lnk", "f.txt", 0);
        link("lnkd", "d", 1);
        link("dang", "missing", 0);
        link("tmp", "new", 0);
        link("tmpd", "newd", 1);
        junction("j", "C:\\w\\d");
    }

    private String text(String link) throws IOException {
        return stored(link).substituteName();
    }

    @Test
    void d01_deletingAFileLinkLeavesItsTarget() throws IOException {
        succeeds(kernel32.deleteFile("lnk"));
        nothingAt("lnk");
        assertThat(windows.readFile(path("f.txt"))).isEqualTo(CONTENTS);
    }

    @Test
    void d02_aDanglingLinkIsDeleted() {
        succeeds(kernel32.deleteFile("dang"));
        nothingAt("dang");
    }

    @Test
    void d03_aDirectoryLinkIsNotDeletedAsAFile() {
        fails(kernel32.deleteFile("lnkd"), 5);
        linkAt("lnkd");
    }

    @Test
    void d04_removingADirectoryLinkLeavesAFullTarget() throws IOException {
        link("tofull", "full", 1);
        succeeds(kernel32.removeDirectory("tofull"));
        nothingAt("tofull");
        assertThat(windows.readFile(path("full\\inside"))).isEqualTo("inside");
    }

    @Test
    void d06_aFileLinkIsNotRemovedAsADirectory() {
        fails(kernel32.removeDirectory("lnk"), 267);
        linkAt("lnk");
    }

    @Test
    void d07_aFullDirectoryIsNotRemoved() throws IOException {
        fails(kernel32.removeDirectory("full"), 145);
        assertThat(windows.readFile(path("full\\inside"))).isEqualTo("inside");
    }

    @Test
    void d08_aReadOnlyLinkIsNotDeleted() throws IOException {
        windows.makeReadOnly(path("lnk"));
        fails(kernel32.deleteFile("lnk"), 5);
        linkAt("lnk");
    }

    @Test
    void d09_posixRemovalIgnoresTheAttribute() throws IOException {
        windows.makeReadOnly(path("lnk"));
        try (FakeHandle handle = itself("lnk", FakeHandle.Access.DELETE)) {
            succeeds(kernel32.removePosix(handle));
        }
        nothingAt("lnk");
        link("lnk", "again", 0);
    }

    @Test
    void d10_aMarkedLinkGoesWhenItsHandleIsClosed() {
        for (String link : new String[]{"lnk", "lnkd"}) {
            try (FakeHandle handle = itself(link, FakeHandle.Access.DELETE)) {
                succeeds(kernel32.markForRemoval(handle));
            }
            nothingAt(link);
        }
    }

    @Test
    void d11_aHandleThatDoesNotShareDeletionKeepsTheLink() {
        FakeHandle other = kernel32.openReparsePoint("lnk", FakeHandle.Share.NO_DELETE, FakeHandle.Access.READ);
        try (other) {
            fails(kernel32.deleteFile("lnk"), 32);
        }
        linkAt("lnk");
    }

    @Test
    void d12_aNameWhoseRemovalIsPendingAnswers5() {
        try (FakeHandle other = itself("lnk", FakeHandle.Access.READ)) {
            try (FakeHandle handle = itself("lnk", FakeHandle.Access.DELETE)) {
                succeeds(kernel32.markForRemoval(handle));
            }
            CreateSymbolicLinkW.Answer answer = kernel32.createSymbolicLink("lnk", "x", 0);
            fails(answer.created(), 5);
            assertThat(kernel32.getReparsePoint(other)).as("what the other handle still reads").isNotNull();
        }
        link("lnk", "x", 0);
    }

    @Test
    void d14_aDirectoryLinkIsNotReplacedByMoving() throws IOException {
        fails(kernel32.moveFile("tmpd", "lnkd", FakeRename.REPLACE), 5);
        assertThat(text("lnkd")).isEqualTo("d");
        assertThat(text("tmpd")).isEqualTo("newd");
    }

    @Test
    void d15_aLinkThatSomebodyHasOpenIsNotReplacedByMoving() throws IOException {
        try (FakeHandle other = itself("lnk", FakeHandle.Access.READ)) {
            fails(kernel32.moveFile("tmp", "lnk", FakeRename.REPLACE), 5);
            assertThat(kernel32.getReparsePoint(other)).isNotNull();
        }
        assertThat(text("lnk")).isEqualTo("f.txt");
    }

    @Test
    void d16_aReadOnlyLinkIsNotReplacedByMoving() throws IOException {
        windows.makeReadOnly(path("lnk"));
        fails(kernel32.moveFile("tmp", "lnk", FakeRename.REPLACE), 5);
        assertThat(text("lnk")).isEqualTo("f.txt");
    }

    @Test
    void d17_aLinkMovesWithItsText() throws IOException {
        succeeds(kernel32.moveFile("lnk", "lnk3"));
        nothingAt("lnk");
        assertThat(text("lnk3")).isEqualTo("f.txt");
    }

    @Test
    void d18_aLinkIsNotMovedToAnotherVolume() throws IOException {
        windows.addDrive('D');
        fails(kernel32.moveFile("C:\\w\\lnk", "D:\\lnk"), 17);
        assertThat(text("lnk")).isEqualTo("f.txt");
    }

    @Test
    void d19_aPosixRenameReplacesAnOpenFileWhoseHandleStaysValid() throws IOException {
        windows.writeFile(path("new.txt"), "new");
        try (FakeHandle old = itself("f.txt", FakeHandle.Access.READ);
                FakeHandle moved = itself("new.txt", FakeHandle.Access.DELETE)) {
            succeeds(kernel32.rename(moved, "f.txt", FakeRename.REPLACE, FakeRename.POSIX));
            assertThat(kernel32.attributeTagInfo(old)).as("what the old handle tells").isEqualTo(0x20);
        }
        assertThat(windows.readFile(path("f.txt"))).isEqualTo("new");
    }

    @Test
    void d22_withoutPosixSemanticsNoDirectoryIsReplaced() throws IOException {
        try (FakeHandle moved = itself("full", FakeHandle.Access.DELETE)) {
            fails(kernel32.rename(moved, "d", FakeRename.REPLACE), 5);
        }
        assertThat(kernel32.getFileAttributes("d")).isEqualTo(0x10);
        assertThat(windows.readFile(path("full\\inside"))).isEqualTo("inside");
        try (FakeHandle moved = itself("tmpd", FakeHandle.Access.DELETE)) {
            fails(kernel32.rename(moved, "lnkd", FakeRename.REPLACE), 5);
        }
        assertThat(text("lnkd")).isEqualTo("d");
    }

    @Test
    void d24_anOldWindowsDoesNotKnowPosixRenames() throws IOException {
        use(windows.with(FakeCondition.NO_POSIX_SEMANTICS));
        try (FakeHandle moved = itself("tmp", FakeHandle.Access.DELETE)) {
            fails(kernel32.rename(moved, "lnk", FakeRename.REPLACE, FakeRename.POSIX), 87);
        }
        assertThat(text("lnk")).isEqualTo("f.txt");
    }

    @Test
    void d25_aHandleWithoutDeleteAccessRenamesNothing() {
        try (FakeHandle handle = itself("tmp", FakeHandle.Access.READ)) {
            fails(kernel32.rename(handle, "elsewhere"), 5);
        }
        nothingAt("elsewhere");
    }

    @Test
    void d26_aHandleThatFollowedTheLinkRenamesTheTarget() throws IOException {
        try (FakeHandle handle = target("lnk", FakeHandle.Access.DELETE)) {
            succeeds(kernel32.rename(handle, "renamed.txt"));
        }
        assertThat(windows.readFile(path("renamed.txt"))).isEqualTo(CONTENTS);
        assertThat(text("lnk")).isEqualTo("f.txt");
    }

    @Test
    void d28_betweenDeletingAndCreatingTheNameIsMissing() throws IOException {
        succeeds(kernel32.deleteFile("lnk"));
        doesNotOpen("lnk", 2);
        link("lnk", "new", 0);
        assertThat(windows.at(path("")).readLink(Name.of("lnk"))).hasToString("new");
    }

    /// Likely by the table: D13, D20 and D21.
    @Test
    void linksReplaceLinksOfTheirKind() throws IOException {
        succeeds(kernel32.moveFile("tmp", "lnk", FakeRename.REPLACE));
        assertThat(text("lnk")).isEqualTo("new");
        try (FakeHandle moved = itself("tmpd", FakeHandle.Access.DELETE)) {
            succeeds(kernel32.rename(moved, "lnkd", FakeRename.REPLACE, FakeRename.POSIX));
        }
        assertThat(text("lnkd")).isEqualTo("newd");
        assertThat(kernel32.getFileAttributes("d")).isEqualTo(0x10);
    }
}
