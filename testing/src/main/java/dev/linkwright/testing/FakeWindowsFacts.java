package dev.linkwright.testing;

import java.util.EnumSet;
import java.util.Set;

import dev.linkwright.win32.WindowsFacts;
import dev.linkwright.win32.WindowsFacts.Direction;
import dev.linkwright.win32.WindowsFacts.Evaluation;
import dev.linkwright.win32.WindowsFacts.LinkRight;
import dev.linkwright.win32.WindowsFacts.RedirectionGuard;
import dev.linkwright.win32.WindowsFacts.SyncRoot;
import dev.linkwright.win32.WindowsFacts.Volume;

/// What the Windows that is played tells about itself.
final class FakeWindowsFacts {
    private static final int WINDOWS_11 = 22_631;
    private static final int BEFORE_1703 = 14_393;

    private FakeWindowsFacts() {}

    static WindowsFacts of(FakeSettings settings, FakeVolume volume) {
        boolean old = settings.has(FakeCondition.BEFORE_1703);
        boolean guarded = settings.has(FakeCondition.REDIRECTION_GUARD);
        boolean synchronised = settings.has(FakeCondition.SYNC_ROOT, volume);
        return new WindowsFacts(right(settings), settings.has(FakeCondition.DEVELOPER_MODE),
                old ? BEFORE_1703 : WINDOWS_11,
                new Volume("NTFS", !settings.has(FakeCondition.NO_LINKS, volume),
                        settings.has(FakeCondition.REMOTE, volume)),
                new Evaluation(directions(settings), false),
                guarded ? RedirectionGuard.ENFORCED : RedirectionGuard.OFF,
                SyncRoot.of(synchronised ? SyncRoot.Answer.INSIDE : SyncRoot.Answer.OUTSIDE));
    }

    private static LinkRight right(FakeSettings settings) {
        if (settings.has(FakeCondition.NO_PRIVILEGE)) {
            return LinkRight.ABSENT;
        }
        return settings.has(FakeCondition.PRIVILEGE_DISABLED) ? LinkRight.DISABLED : LinkRight.ENABLED;
    }

    private static Set<Direction> directions(FakeSettings settings) {
        Set<Direction> allowed = EnumSet.of(Direction.LOCAL_TO_REMOTE);
        if (!settings.has(FakeCondition.LINKS_SWITCHED_OFF)) {
            allowed.add(Direction.LOCAL_TO_LOCAL);
        }
        return allowed;
    }
}
