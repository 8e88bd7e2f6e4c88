package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import dev.linkwright.ffm.windows.MachineSettings.Registry;
import dev.linkwright.win32.WindowsFacts.Direction;
import dev.linkwright.win32.WindowsFacts.RedirectionGuard;
import dev.linkwright.win32.WindowsFacts.SyncRoot;
import dev.linkwright.win32.WindowsFacts.SyncRoot.Answer;
import org.junit.jupiter.api.Test;

/// What answers of Windows mean, wherever this runs.
final class MachineSettingsTest {
    private static final String APP_MODEL = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\AppModelUnlock\\AllowDevelopmentWithoutDevLicense";
    private static final String APPX = "SOFTWARE\\Policies\\Microsoft\\Windows\\Appx\\AllowDevelopmentWithoutDevLicense";
    private static final String LOCAL = "SYSTEM\\CurrentControlSet\\Control\\FileSystem\\Symlink";
    private static final String POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows\\Filesystems\\NTFS\\SymLink";

    private final Map<String, Integer> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Registry registry = (key, value) -> {
        Integer number = values.get(key + "\\" + value);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    };

    @Test
    void whereNothingIsSetLinksOfLocalVolumesAreFollowed() {
        assertThat(MachineSettings.evaluation(registry).allowed())
                .containsExactlyInAnyOrder(Direction.LOCAL_TO_LOCAL, Direction.LOCAL_TO_REMOTE);
        assertThat(MachineSettings.evaluation(registry).byGroupPolicy()).isFalse();
    }

    @Test
    void eachDirectionIsSetByItself() {
        values.put(LOCAL + "LocalToLocalEvaluation", 0);
        values.put(LOCAL + "RemoteToLocalEvaluation", 1);

        assertThat(MachineSettings.evaluation(registry).allowed())
                .containsExactlyInAnyOrder(Direction.LOCAL_TO_REMOTE, Direction.REMOTE_TO_LOCAL);
    }

    @Test
    void aGroupPolicyOverrulesWhatIsSetLocally() {
        values.put(LOCAL + "LocalToLocalEvaluation", 1);
        values.put(POLICY + "RemoteToRemoteEvaluation", 1);
        assertThat(MachineSettings.evaluation(registry).allowed()).doesNotContain(Direction.REMOTE_TO_REMOTE);

        values.put(POLICY + "State", 1);
        assertThat(MachineSettings.evaluation(registry).allowed()).containsExactly(Direction.REMOTE_TO_REMOTE);
        assertThat(MachineSettings.evaluation(registry).byGroupPolicy()).isTrue();
    }

    @Test
    void developerModeIsOffUnlessItIsOneAndAPolicyOverrulesIt() {
        assertThat(MachineSettings.isDeveloperMode(registry)).isFalse();
        values.put(APP_MODEL, 1);
        assertThat(MachineSettings.isDeveloperMode(registry)).isTrue();
        values.put(APPX, 0);
        assertThat(MachineSettings.isDeveloperMode(registry)).isFalse();
    }

    @Test
    void theGuardIsEnforcedOrOnlyWritesDown() {
        assertThat(WindowsCircumstances.guard(0)).isEqualTo(RedirectionGuard.OFF);
        assertThat(WindowsCircumstances.guard(1)).isEqualTo(RedirectionGuard.ENFORCED);
        assertThat(WindowsCircumstances.guard(2)).isEqualTo(RedirectionGuard.AUDITED);
        assertThat(WindowsCircumstances.guard(3)).isEqualTo(RedirectionGuard.ENFORCED);
    }

    @Test
    void aSyncRootIsKnownByItsProvider() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment provider = arena.allocate(1028, 8);
            WideText.write(provider, 4, "OneDrive");

            assertThat(WindowsCircumstances.syncRoot(0, provider)).isEqualTo(new SyncRoot(Answer.INSIDE, "OneDrive"));
            assertThat(WindowsCircumstances.syncRoot(0x80070186, provider)).isEqualTo(SyncRoot.of(Answer.OUTSIDE));
            assertThat(WindowsCircumstances.syncRoot(0x80070005, provider)).isEqualTo(SyncRoot.of(Answer.UNKNOWN));
        }
    }
}
