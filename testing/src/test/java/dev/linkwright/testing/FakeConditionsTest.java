package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Creation;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.RetargetOptions;
import dev.linkwright.TargetKind;
import dev.linkwright.win32.CreateSymbolicLinkW;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What each [FakeCondition] does to the primitives, under the rules that know it.
final class FakeConditionsTest {
    private static final Name LINK = Name.of("link");
    private static final Name OTHER = Name.of("other");
    private static final LinkTarget TEXT = LinkTarget.of("text");

    private final FakeLinkSystem posix = FakeLinkSystem.posix();
    private final FakeLinkSystem windows = FakeLinkSystem.windows();

    private static Directory root(FakeLinkSystem system) {
        return system.at(system.root());
    }

    private static Creation create(FakeLinkSystem system, String text) throws FileSystemException {
        return Links.on(system).create(system.root().resolve(LINK), LinkTarget.of(text), CreateOptions.defaults());
    }

    private static void refused(ThrowingCallable action, Reason reason, int code, String codeName) {
        assertThatThrownBy(action).isInstanceOfSatisfying(LinkFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.code()).hasValue(code);
            assertThat(failure.codeName()).contains(codeName);
        });
    }

    private static void cannotMakeLinks(FakeLinkSystem system, Reason reason, int code, String codeName)
            throws FileSystemException {
        refused(() -> root(system).makeLink(LINK, TEXT, TargetKind.FILE), reason, code, codeName);
        try (Cursor cursor = root(system).list()) {
            assertThat(cursor.next()).as("something is left").isFalse();
        }
    }

    @Test
    void aViewNeverChangesTheOneThatItCameFrom() throws FileSystemException {
        FakeLinkSystem readOnly = posix.with(FakeCondition.READ_ONLY);
        root(posix).makeLink(LINK, TEXT, TargetKind.UNSPECIFIED);
        assertThat(root(readOnly).readLink(LINK)).isEqualTo(TEXT);
        refused(() -> root(readOnly).unlink(LINK), Reason.READ_ONLY_FILE_SYSTEM, 30, "EROFS");
        root(readOnly.without(FakeCondition.READ_ONLY)).unlink(LINK);
    }

    @Test
    void aConditionThatTheSystemDoesNotKnowIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> posix.with(FakeCondition.NO_PRIVILEGE));
        assertThatIllegalArgumentException().isThrownBy(() -> windows.with(FakeCondition.NO_EXCHANGE));
        assertThatIllegalArgumentException().isThrownBy(() -> windows.addDrive('D', FakeCondition.NO_PRIVILEGE));
    }

    @Test
    void withoutThePrivilegeNoSymbolicLinkIsMadeAndTheRemedyIsTold() throws FileSystemException {
        FakeLinkSystem ofUser = windows.with(FakeCondition.NO_PRIVILEGE);
        cannotMakeLinks(ofUser, Reason.PRIVILEGE_NOT_HELD, 1314, "ERROR_PRIVILEGE_NOT_HELD");
        assertThat(root(ofUser).capabilities().has(Capability.SYMBOLIC_LINKS)).isFalse();
        assertThatThrownBy(() -> create(ofUser, "text")).hasMessageContaining("CreateSymbolicLinkW")
                .hasMessageContaining("Developer Mode");
    }

    @Test
    void inDeveloperModeALinkSystemMakesLinksWithoutThePrivilege() throws FileSystemException {
        FakeLinkSystem developer = windows.with(FakeCondition.NO_PRIVILEGE, FakeCondition.DEVELOPER_MODE);
        assertThat(create(developer, "text").created()).isTrue();
        cannotMakeLinks(FakeLinkSystem.windows().with(FakeCondition.NO_PRIVILEGE, FakeCondition.DEVELOPER_MODE,
                FakeCondition.BEFORE_1703), Reason.PRIVILEGE_NOT_HELD, 1314, "ERROR_PRIVILEGE_NOT_HELD");
    }

    @Test
    void anOldWindowsIsAskedAgainWithoutTheFlag() throws FileSystemException {
        assertThat(create(windows.with(FakeCondition.BEFORE_1703), "text").created()).isTrue();
    }

    @Test
    void aVolumeWithoutLinksRefusesThemAndSaysSo() throws FileSystemException {
        cannotMakeLinks(windows.with(FakeCondition.NO_LINKS), Reason.UNSUPPORTED_BY_FILE_SYSTEM, 1,
                "ERROR_INVALID_FUNCTION");
        cannotMakeLinks(posix.with(FakeCondition.NO_LINKS), Reason.UNSUPPORTED_BY_FILE_SYSTEM, 1, "EPERM");
    }

    @Test
    void aFullVolumeTakesNothingNewAndLetsOldThingsGo() throws FileSystemException {
        root(posix).makeLink(OTHER, TEXT, TargetKind.UNSPECIFIED);
        FakeLinkSystem full = posix.with(FakeCondition.FULL);
        refused(() -> root(full).makeLink(LINK, TEXT, TargetKind.UNSPECIFIED), Reason.NO_SPACE, 28, "ENOSPC");
        refused(() -> root(full).makeDirectory(LINK), Reason.NO_SPACE, 28, "ENOSPC");
        root(full).unlink(OTHER);
        cannotMakeLinks(windows.with(FakeCondition.FULL), Reason.NO_SPACE, 112, "ERROR_DISK_FULL");
    }

    @Test
    void aReadOnlyVolumeChangesNothing() throws FileSystemException {
        cannotMakeLinks(windows.with(FakeCondition.READ_ONLY), Reason.READ_ONLY_FILE_SYSTEM, 19,
                "ERROR_WRITE_PROTECT");
        cannotMakeLinks(posix.with(FakeCondition.READ_ONLY), Reason.READ_ONLY_FILE_SYSTEM, 30, "EROFS");
    }

    @Test
    void aReadOnlyDirectoryDeniesChangesInIt() throws FileSystemException {
        for (FakeLinkSystem system : new FakeLinkSystem[]{posix, windows}) {
            Name closed = Name.of("closed");
            root(system).makeDirectory(closed);
            LinkPath place = system.root().resolve(closed);
            system.at(place).makeLink(LINK, TEXT, TargetKind.FILE);
            system.makeReadOnly(place);
            boolean isPosix = system == posix;
            int code = isPosix ? 13 : 5;
            String codeName = isPosix ? "EACCES" : "ERROR_ACCESS_DENIED";
            refused(() -> system.at(place).makeLink(OTHER, TEXT, TargetKind.FILE), Reason.ACCESS_DENIED, code,
                    codeName);
            refused(() -> system.at(place).unlink(LINK), Reason.ACCESS_DENIED, code, codeName);
            assertThat(system.at(place).readLink(LINK)).isEqualTo(TEXT);
        }
    }

    @Test
    void aSuccessThatMadeNothingIsFoundOut() throws FileSystemException {
        for (FakeLinkSystem system : new FakeLinkSystem[]{posix, windows}) {
            FakeLinkSystem silent = system.with(FakeCondition.SILENT_CREATE);
            assertThatThrownBy(() -> create(silent, "text")).isInstanceOfSatisfying(LinkFailure.class,
                    failure -> assertThat(failure.reason()).isEqualTo(Reason.SILENT_FAILURE));
        }
        FakeKernel32 kernel32 = windows.with(FakeCondition.SILENT_CREATE).kernel32();
        kernel32.setLastError(42);
        assertThat(kernel32.createSymbolicLink("link", "text", 0)).as("with the last error untouched")
                .isEqualTo(new CreateSymbolicLinkW.Answer(true, 42));
        assertThat(kernel32.getFileAttributes("link")).isEqualTo(FakeKernel32.INVALID_FILE_ATTRIBUTES);
    }

    @Test
    void aServerThatNormalisesKeepsAnotherSpelling() throws FileSystemException {
        FakeLinkSystem server = windows.with(FakeCondition.NORMALISING);
        root(server).makeLink(LINK, LinkTarget.of("a\\\\b\\.\\c\\"), TargetKind.DIRECTORY);
        assertThat(root(server).readLink(LINK)).isEqualTo(LinkTarget.of("a\\b\\c"));
        assertThat(root(server).capabilities().has(Capability.VERBATIM_TEXT)).isFalse();
        root(posix.with(FakeCondition.NORMALISING)).makeLink(LINK, LinkTarget.of("a//b/"), TargetKind.UNSPECIFIED);
        assertThat(root(posix).readLink(LINK)).isEqualTo(LinkTarget.of("a/b"));
    }

    @Test
    void aTextThatAServerNormalisesCountsAsMade() throws FileSystemException {
        Links server = Links.on(windows.with(FakeCondition.NORMALISING));
        LinkPath link = windows.root().resolve(LINK);
        Creation made = server.create(link, LinkTarget.of("a\\\\b\\.\\c\\"), CreateOptions.defaults());
        assertThat(made.verification()).isEqualTo(Creation.Verification.STORED_OTHERWISE);
        assertThat(server.read(link)).isEqualTo(LinkTarget.of("a\\b\\c"));
        server.retarget(link, LinkTarget.of("x\\.\\y"), RetargetOptions.defaults());
        assertThat(server.read(link)).isEqualTo(LinkTarget.of("x\\y"));
    }

    @Test
    void withoutExchangeAndNoReplaceThoseRenamesAreRefused() throws FileSystemException {
        FakeLinkSystem nfs = posix.with(FakeCondition.NO_EXCHANGE, FakeCondition.NO_NO_REPLACE);
        Directory root = root(nfs);
        root.makeLink(LINK, TEXT, TargetKind.UNSPECIFIED);
        root.makeLink(OTHER, TEXT, TargetKind.UNSPECIFIED);
        refused(() -> root.rename(LINK, root, OTHER, RenameMode.EXCHANGE), Reason.UNSUPPORTED_BY_FILE_SYSTEM, 22,
                "EINVAL");
        refused(() -> root.rename(LINK, root, Name.of("free"), RenameMode.NO_REPLACE),
                Reason.UNSUPPORTED_BY_FILE_SYSTEM, 22, "EINVAL");
        assertThat(root.capabilities().has(Capability.RENAME_EXCHANGE)).isFalse();
        root.rename(LINK, root, OTHER, RenameMode.REPLACE);
    }

    @Test
    void withoutPosixSemanticsAHeldDirectoryIsNotRemoved() throws FileSystemException {
        root(windows).makeDirectory(OTHER);
        FakeLinkSystem old = windows.with(FakeCondition.NO_POSIX_SEMANTICS);
        try (Directory held = root(windows).open(OTHER)) {
            refused(() -> root(old).removeDirectory(OTHER), Reason.BUSY, 32, "ERROR_SHARING_VIOLATION");
            root(windows).removeDirectory(OTHER);
            refused(() -> held.makeDirectory(LINK), Reason.ACCESS_DENIED, 5, "ERROR_ACCESS_DENIED");
        }
    }

    @Test
    void namesDifferByCaseOnlyWhereThatWasAskedFor() throws FileSystemException {
        root(windows).makeDirectory(OTHER);
        LinkPath sensitive = windows.root().resolve(OTHER);
        windows.makeCaseSensitive(sensitive);
        Name upper = Name.of("LINK");
        windows.at(sensitive).makeLink(LINK, TEXT, TargetKind.FILE);
        windows.at(sensitive).makeLink(upper, LinkTarget.of("TEXT"), TargetKind.FILE);
        assertThat(windows.at(sensitive).readLink(LINK)).isEqualTo(TEXT);
        root(windows).makeLink(LINK, TEXT, TargetKind.FILE);
        refused(() -> root(windows).makeLink(upper, TEXT, TargetKind.FILE), Reason.EXISTS, 183,
                "ERROR_ALREADY_EXISTS");
        root(windows).rename(LINK, root(windows), upper, RenameMode.NO_REPLACE);
        assertThat(root(windows).readLink(LINK)).isEqualTo(TEXT);
    }

    @Test
    void aNameWhoseRemovalIsPendingIsListedAndOfNoUse() throws FileSystemException {
        root(windows).makeLink(LINK, TEXT, TargetKind.FILE);
        windows.makeDeletePending(windows.root().resolve(LINK));
        refused(() -> root(windows).readLink(LINK), Reason.ACCESS_DENIED, 5, "ERROR_ACCESS_DENIED");
        refused(() -> root(windows).makeLink(LINK, TEXT, TargetKind.FILE), Reason.ACCESS_DENIED, 5,
                "ERROR_ACCESS_DENIED");
        try (Cursor cursor = root(windows).list()) {
            assertThat(cursor.next()).isTrue();
        }
    }

    @Test
    void listingsMayTellNoTypes() throws FileSystemException {
        root(posix).makeLink(LINK, TEXT, TargetKind.UNSPECIFIED);
        try (Cursor cursor = root(posix.with(FakeCondition.NO_LISTED_TYPES)).list()) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.type()).isEqualTo(FileType.UNKNOWN);
        }
    }

    @Test
    void volumesHaveConditionsOfTheirOwn() throws FileSystemException {
        windows.addDrive('E', FakeCondition.NO_LINKS);
        Directory fat = windows.at(windows.path("E:\\"));
        assertThat(fat.capabilities().has(Capability.SYMBOLIC_LINKS)).isFalse();
        refused(() -> fat.makeLink(LINK, TEXT, TargetKind.FILE), Reason.UNSUPPORTED_BY_FILE_SYSTEM, 1,
                "ERROR_INVALID_FUNCTION");
        root(windows).makeLink(LINK, TEXT, TargetKind.FILE);
        refused(() -> root(windows).rename(LINK, fat, OTHER, RenameMode.REPLACE), Reason.CROSS_FILE_SYSTEM, 17,
                "ERROR_NOT_SAME_DEVICE");
        posix.mount(posix.path("/mnt"), FakeCondition.READ_ONLY);
        root(posix).makeLink(LINK, TEXT, TargetKind.UNSPECIFIED);
        refused(() -> root(posix).rename(LINK, posix.at(posix.path("/mnt")), OTHER, RenameMode.REPLACE),
                Reason.CROSS_FILE_SYSTEM, 18, "EXDEV");
        refused(() -> posix.at(posix.path("/mnt")).makeDirectory(OTHER), Reason.READ_ONLY_FILE_SYSTEM, 30, "EROFS");
    }
}
