package dev.linkwright.win32;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.linkwright.Condition;
import dev.linkwright.win32.WindowsFacts.Direction;
import dev.linkwright.win32.WindowsFacts.Evaluation;
import dev.linkwright.win32.WindowsFacts.LinkRight;
import dev.linkwright.win32.WindowsFacts.RedirectionGuard;
import dev.linkwright.win32.WindowsFacts.SyncRoot;
import dev.linkwright.win32.WindowsFacts.SyncRoot.Answer;
import dev.linkwright.win32.WindowsFacts.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowsFactsTest {
    private static final int BUILD_1607 = 14_393;
    private static final int BUILD_1703 = 15_063;
    private static final Volume NTFS = new Volume("NTFS", true, false);
    private static final Volume SHARE = new Volume("NTFS", true, true);
    private static final Evaluation USUAL = new Evaluation(
            EnumSet.of(Direction.LOCAL_TO_LOCAL, Direction.LOCAL_TO_REMOTE), false);

    @ParameterizedTest
    @CsvSource({
            // right, Developer Mode, build, what hinders
            "ENABLED,  false, 15063, ''",
            "DISABLED, false, 15063, ''",
            "DISABLED, false, 14393, ''",
            "ABSENT,   true,  15063, ''",
            "FILTERED, true,  15063, ''",
            "ABSENT,   false, 15063, 'privilege developer-mode'",
            "FILTERED, false, 15063, 'privilege developer-mode'",
            "ABSENT,   true,  14393, 'privilege unprivileged-flag'",
            "ABSENT,   false, 14393, 'privilege unprivileged-flag'"})
    void linksNeedThePrivilegeOrDeveloperModeInAWindowsThatKnowsTheFlag(LinkRight right, boolean developerMode,
            int build, String hindering) {
        List<Condition> conditions = new WindowsFacts(right, developerMode, build, NTFS, USUAL, RedirectionGuard.OFF,
                SyncRoot.of(Answer.OUTSIDE)).conditions();

        assertThat(String.join(" ", kindsThatHinder(conditions))).isEqualTo(hindering);
    }

    @Test
    void anAdministratorWhoIsNotElevatedIsToldToElevate() {
        Condition filtered = privilege(LinkRight.FILTERED);
        assertThat(filtered.reason()).endsWith("this administrator is not elevated");
        assertThat(filtered.remedy()).hasValueSatisfying(remedy -> assertThat(remedy).contains("Run as administrator"));
        assertThat(privilege(LinkRight.ABSENT).remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("\"Create symbolic links\""));
        assertThat(privilege(LinkRight.DISABLED).reason()).endsWith("held, and enabled when it is needed");
    }

    @Test
    void theDirectionsThatStartWhereTheDirectoryIsCount() {
        Evaluation nothing = new Evaluation(Set.of(), false);
        assertThat(kindsThatHinder(on(NTFS, nothing)))
                .containsExactly("evaluation-local-to-local", "evaluation-local-to-remote");
        assertThat(kindsThatHinder(on(SHARE, nothing)))
                .containsExactly("evaluation-remote-to-local", "evaluation-remote-to-remote");
        assertThat(kindsThatHinder(on(NTFS, USUAL))).isEmpty();
        assertThat(kindsThatHinder(on(SHARE, new Evaluation(EnumSet.allOf(Direction.class), false)))).isEmpty();
    }

    @Test
    void whoCanAllowADirectionIsTold() {
        assertThat(find(on(SHARE, USUAL), "evaluation-remote-to-local").remedy())
                .contains("An administrator can allow it: fsutil behavior set SymlinkEvaluation R2L:1.");
        assertThat(find(on(SHARE, new Evaluation(Set.of(), true)), "evaluation-remote-to-local").remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("group policy"));
    }

    @Test
    void windowsFollowsLinksOfLocalVolumesByDefault() {
        assertThat(EnumSet.allOf(Direction.class)).filteredOn(Direction::isAllowedByDefault)
                .containsExactly(Direction.LOCAL_TO_LOCAL, Direction.LOCAL_TO_REMOTE);
    }

    @Test
    void aVolumeWithoutReparsePointsHinders() {
        Condition none = find(on(new Volume("exFAT", false, false), USUAL), "reparse-points");
        assertThat(none.reason()).isEqualTo("exFAT tells of no reparse points here");
        assertThat(none.remedy()).contains("Use a volume with NTFS or ReFS.");
    }

    @Test
    void aProtectedProcessAndASynchronisedDirectoryHinder() {
        List<Condition> conditions = new WindowsFacts(LinkRight.ENABLED, false, BUILD_1703, NTFS, USUAL,
                RedirectionGuard.ENFORCED, new SyncRoot(Answer.INSIDE, "OneDrive")).conditions();

        assertThat(kindsThatHinder(conditions)).containsExactly("redirection-guard", "sync-root");
        assertThat(find(conditions, "sync-root").reason()).isEqualTo("OneDrive synchronises this directory");
    }

    @Test
    void whatIsNotToldHindersNobody() {
        List<Condition> conditions = new WindowsFacts(LinkRight.ENABLED, false, BUILD_1607, NTFS, USUAL,
                RedirectionGuard.UNKNOWN, SyncRoot.of(Answer.UNKNOWN)).conditions();

        assertThat(kindsThatHinder(conditions)).isEmpty();
        assertThat(conditions).extracting(Condition::state).contains("unknown");
    }

    private static Condition privilege(LinkRight right) {
        return find(new WindowsFacts(right, false, BUILD_1703, NTFS, USUAL, RedirectionGuard.OFF,
                SyncRoot.of(Answer.OUTSIDE)).conditions(), "privilege");
    }

    private static List<Condition> on(Volume volume, Evaluation evaluation) {
        return new WindowsFacts(LinkRight.ENABLED, false, BUILD_1703, volume, evaluation, RedirectionGuard.AUDITED,
                SyncRoot.of(Answer.OUTSIDE)).conditions();
    }

    private static Condition find(List<Condition> conditions, String kind) {
        return conditions.stream().filter(condition -> condition.kind().equals(kind)).findFirst().orElseThrow();
    }

    private static List<String> kindsThatHinder(List<Condition> conditions) {
        assertThat(conditions).allSatisfy(
                condition -> assertThat(condition.remedy().isPresent()).isEqualTo(condition.hinders()));
        return conditions.stream().filter(Condition::hinders).map(Condition::kind).toList();
    }
}
