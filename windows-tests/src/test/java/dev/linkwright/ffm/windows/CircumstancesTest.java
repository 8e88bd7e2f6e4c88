package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;

import dev.linkwright.Condition;
import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.win32.Win32Error;
import dev.linkwright.win32.WindowsFacts.Direction;
import dev.linkwright.win32.WindowsFacts.Evaluation;
import dev.linkwright.win32.WindowsFacts.RedirectionGuard;
import dev.linkwright.win32.WindowsFacts.SyncRoot.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On what links depend here, asked of this very Windows.
final class CircumstancesTest {
    @TempDir
    private Path directory;

    @Test
    void everyConditionIsToldOnceAndInOrder() throws Exception {
        try (Directory held = new WindowsLinkSystem().open(LinkPath.of(directory))) {
            List<Condition> conditions = held.conditions();

            assertThat(conditions).extracting(Condition::kind).containsExactly("privilege", "developer-mode",
                    "unprivileged-flag", "reparse-points", "evaluation-local-to-local", "evaluation-local-to-remote",
                    "evaluation-remote-to-local", "evaluation-remote-to-remote", "redirection-guard", "sync-root");
            assertThat(new WindowsLinkSystem().at(LinkPath.of(directory)).conditions()).isEqualTo(conditions);
        }
    }

    @Test
    void aProcessWithoutProtectionFollowsEveryJunction() {
        try (Arena arena = Arena.ofConfined()) {
            assertThat(WindowsCircumstances.guard(arena)).isIn(RedirectionGuard.OFF, RedirectionGuard.UNKNOWN);
        }
    }

    @Test
    void aPolicyThatThisWindowsDoesNotKnowIsRefusedWithItsError() {
        try (Arena arena = Arena.ofConfined()) {
            WindowsCallException refused = catchThrowableOfType(WindowsCallException.class,
                    () -> Kernel32Library.getProcessMitigationPolicy(arena, 4711));

            assertThat(refused == null || refused.win32() == Win32Error.INVALID_PARAMETER.code())
                    .as(String.valueOf(refused)).isTrue();
            assertThat(refused == null).as("only Wine answers everything").isIn(false, NtDll.isWine());
        }
    }

    @Test
    void linksOfLocalVolumesAreFollowedUnlessSomebodyHasForbiddenIt() {
        Evaluation evaluation = MachineSettings.evaluation(Advapi32Library::regGetValueW);

        assertThat(evaluation.byGroupPolicy() || evaluation.allowed().contains(Direction.LOCAL_TO_LOCAL)).isTrue();
    }

    @Test
    void theDirectoryIsInNoSyncRoot() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            String here = NtDll.rtlDosPathNameToNtPathName(arena, directory.toString());
            long handle = NtDll.ntCreateFile(arena, ObjectName.ofPath(here), Opening.LOOK);

            Answer answer = WindowsCircumstances.syncRoot(arena, handle).answer();

            NtDll.ntClose(handle);
            assertThat(answer).isEqualTo(CldApiLibrary.isThere() ? Answer.OUTSIDE : Answer.UNKNOWN);
            assertThat(CldApiLibrary.isThere()).isNotEqualTo(NtDll.isWine());
        }
    }

    @Test
    void theTokenOfAProcessThatHoldsThePrivilegeIsNotFiltered() {
        if (ProcessToken.linkRight() != ProcessToken.LinkRight.ABSENT) {
            assertThat(ProcessToken.isFiltered()).isFalse();
        }
    }

    @Test
    void theSystemDirectoryIsOnADrive() {
        assertThat(Kernel32Library.getSystemDirectoryW()).matches("[A-Za-z]:\\\\.+");
    }

    @Test
    void aDriveOfThisMachineIsNotRemoteAndOneThatDoesNotExistIsNowhere() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            assertThat(Kernel32Library.queryDosDeviceW(arena, "C:")).startsWith("\\Device\\");
            WindowsCallException refused = catchThrowableOfType(WindowsCallException.class,
                    () -> Kernel32Library.queryDosDeviceW(arena, "Q:"));
            assertThat(refused.win32()).isEqualTo(Win32Error.FILE_NOT_FOUND.code());
        }
        LinkSystem system = new WindowsLinkSystem();
        assertThat(system.isRemoteDrive('C')).isFalse();
        assertThat(system.isRemoteDrive('Q')).isFalse();
    }
}
