package dev.linkwright.testing;

import java.util.EnumSet;
import java.util.Set;

import dev.linkwright.LinkPath;

/// Under which conditions a [FakeLinkSystem] looks at its machine. Immutable.
///
/// @param conditions what holds on every volume
/// @param portable whether what would not work on both systems is refused
/// @param workingDirectory where relative paths start
record FakeSettings(Set<FakeCondition> conditions, Portable portable, LinkPath workingDirectory) {
    /// How strict the fake is.
    enum Portable {
        /// It plays one system.
        ONE_SYSTEM,
        /// It refuses what the other system could not do.
        EVERY_SYSTEM
    }

    FakeSettings {
        conditions = Set.copyOf(conditions);
    }

    boolean has(FakeCondition condition) {
        return conditions.contains(condition);
    }

    boolean has(FakeCondition condition, FakeVolume volume) {
        return conditions.contains(condition) || volume.own().contains(condition);
    }

    FakeSettings with(Set<FakeCondition> more) {
        EnumSet<FakeCondition> all = EnumSet.noneOf(FakeCondition.class);
        all.addAll(conditions);
        all.addAll(more);
        return new FakeSettings(all, portable, workingDirectory);
    }

    FakeSettings without(Set<FakeCondition> fewer) {
        EnumSet<FakeCondition> rest = EnumSet.noneOf(FakeCondition.class);
        rest.addAll(conditions);
        rest.removeAll(fewer);
        return new FakeSettings(rest, portable, workingDirectory);
    }

    FakeSettings in(LinkPath newWorkingDirectory) {
        return new FakeSettings(conditions, portable, newWorkingDirectory);
    }
}
